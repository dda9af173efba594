"""Which answers hold the most, of those without an order."""

from __future__ import annotations

from mops_tui.model.results.consensus import leaders
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


def leading(result: Result) -> tuple[str, ...]:
    """The categories that hold the most."""
    categories, counts = counted(result)
    return tuple(categories[index] for index in leaders(counts))
