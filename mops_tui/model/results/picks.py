"""Which answer a decision can rest on: the one that holds most, or the items that stand lowest.

Nothing is picked where answers tie, where the room is split, or where too few answered.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from mops_tui.model.results.consensus import leaders
from mops_tui.model.results.enough import round_shortfall
from mops_tui.model.results.results import ItemResult, Result
from mops_tui.model.results.stands import clearest, enough

End = Literal["most", "least"]


@dataclass(frozen=True)
class Pick:
    """An answer that the votes single out.

    Attributes:
        answer: An option, an item, a pair or a corner, by its id.
        counts: For an item: the levels, or stages, from the wanted end on that more than half
            gave, as far as anybody gave them, with how many did so. In the scale's order.
        count: How many votes, or points, are behind it; `n` is out of how many.
    """

    answer: str
    count: int
    n: int
    counts: tuple[tuple[str, int], ...] = ()


def picked(result: Result, end: End, up_to: int = 1) -> tuple[Pick, ...]:
    """What a decision can name, the first first; empty where the votes single out nothing.

    Of several that may be named, only those are that no tie divides from the rest.

    Args:
        result: A revealed round.
        end: Whether what holds most is wanted, or what stands lowest.
        up_to: How many may be named.
    """
    if not result.n or round_shortfall(result) is not None:
        return ()
    if result.kind == "pairs":
        found = clearest(result)
        return (Pick(found.item, found.count, found.n),) if found is not None else ()
    if result.items:
        return _items(result, end, up_to)
    if result.kind == "grid" and end == "least":
        return _empty_corners(result, up_to)
    return _leader(result)


def _leader(result: Result) -> tuple[Pick, ...]:
    if result.kind == "grid":
        names = tuple(name for name, _count in result.quadrants)
        counts = tuple(count for _name, count in result.quadrants)
    elif result.distribution is not None:
        names, counts = result.distribution.categories, result.distribution.counts
    else:
        return ()
    first = leaders(counts)
    if len(first) != 1 or result.on_axes > max(counts):
        return ()
    return (Pick(names[first[0]], max(counts), sum(counts) + result.on_axes),)


def _empty_corners(result: Result, up_to: int) -> tuple[Pick, ...]:
    """The corners of a grid in which the fewest stand."""
    n = sum(count for _name, count in result.quadrants) + result.on_axes
    ranked = sorted(result.quadrants, key=lambda one: one[1])
    keys = tuple((count,) for _name, count in ranked)
    return tuple(
        Pick(name, count, n)
        for name, count in ranked[: _undivided(keys, up_to)]
        if count == ranked[0][1]
    )


def _items(result: Result, end: End, up_to: int) -> tuple[Pick, ...]:
    """The items at one end of a scale, by how few levels from there hold more than half."""
    ranked = sorted(
        (
            (_key(item, run, end), _pick(item, run))
            for item in result.items
            if item.split is None
            and enough(result, item.distribution.n)
            and (run := _run(item, end))
        ),
        key=lambda one: one[0],
    )
    keys = tuple(key for key, _found in ranked)
    return tuple(found for _key_of, found in ranked[: _undivided(keys, up_to)])


def _run(item: ItemResult, end: End) -> tuple[int, ...]:
    """The levels from one end on that more than half gave; empty where that takes them all.

    An item of which that is so does not stand at that end.
    """
    counts = item.distribution.counts
    order = tuple(range(len(counts)))
    order = order if end == "least" else order[::-1]
    for length in range(1, len(order)):
        if 2 * sum(counts[at] for at in order[:length]) > item.distribution.n:
            return order[:length]
    return ()


def _key(item: ItemResult, run: tuple[int, ...], end: End) -> tuple[float, ...]:
    """The nearer to the end, the smaller: first by where most are, then level by level."""
    shares = item.distribution.shares
    return (len(run), *(-share for share in (shares if end == "least" else shares[::-1])))


def _pick(item: ItemResult, run: tuple[int, ...]) -> Pick:
    of = item.distribution
    given = tuple((of.categories[at], of.counts[at]) for at in sorted(run) if of.counts[at])
    return Pick(item.item, sum(count for _name, count in given), of.n, given)


def _undivided(keys: tuple[tuple[float, ...], ...], up_to: int) -> int:
    """How many come before a tie that not all of its members could be named of."""
    take = min(up_to, len(keys))
    while 0 < take < len(keys) and keys[take - 1] == keys[take]:
        take -= 1
    return take
