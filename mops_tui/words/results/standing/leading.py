"""Which answers hold the most, of those without an order."""

from __future__ import annotations

from mops_tui.model.results.consensus import leaders, nearly_even
from mops_tui.model.results.results import Result

MOST_TIED = 3
"""So many that tie are named; more are counted."""


def counted(result: Result) -> tuple[tuple[str, ...], tuple[int, ...]]:
    """The categories and counts of answers without an order; a grid's are its quadrants."""
    if result.kind == "grid":
        return tuple(name for name, _n in result.quadrants), tuple(
            n for _name, n in result.quadrants
        )
    if result.distribution is None:
        return (), ()
    return result.distribution.categories, result.distribution.counts


def close_to_even(result: Result) -> bool:
    """Whether poured points are nearly even: a fifth of an even share between most and least."""
    if result.kind != "allocate":
        return False
    _categories, counts = counted(result)
    return nearly_even(counts)


def lead(result: Result) -> int:
    """By how much the first is ahead of the next, where that is little; else 0.

    It is little where it is one or two, or under five of a hundred, and the first has no more than
    half.
    """
    _categories, counts = counted(result)
    if len(counts) < 2 or len(leading(result)) != 1:
        return 0
    first, next_ = sorted(counts, reverse=True)[:2]
    ahead, total = first - next_, sum(counts)
    return ahead if first * 2 <= total and (ahead <= 2 or ahead * 100 < total * 5) else 0


def leading(result: Result) -> tuple[str, ...]:
    """The categories that hold the most."""
    categories, counts = counted(result)
    return tuple(categories[index] for index in leaders(counts))
