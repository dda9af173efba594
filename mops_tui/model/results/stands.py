"""Where a room stands on one ordered scale: the answer, or the neighbours, that most of it gave.

A median says where the middle person stands; a sentence needs what most people said. Nothing
stands where too few answered, or where the room is split.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from mops_tui.model.results.consensus import FEW, is_camp, strength, weakness
from mops_tui.model.results.results import AxisResult, ItemResult, Result

_SIDES = (("-2", "-1"), ("0",), ("1", "2"))
"""Between two statements one leans to the one, to neither, or to the other."""


@dataclass(frozen=True)
class CommonAnswer:
    """What more than half of those who answered on a scale said.

    Attributes:
        item: The item, the pair or the wave.
        categories: The one category, or neighbours, in the scale's order.
        count: How many said so; `n` is out of how many.
    """

    item: str
    categories: tuple[str, ...]
    count: int
    n: int

    @property
    def share(self) -> float:
        """The part of those who answered, 0 to 1."""
        return self.count / self.n


@dataclass(frozen=True)
class Most:
    """The answer that has most on a scale, or those that tie, where none may have half.

    Attributes:
        item: The item, the pair or the wave.
        categories: One where it has strictly most. Of a pair, "-2", "0" and "2" are its sides
            and the middle.
        count: How many gave it, or each of them; `n` is out of how many.
        neighbours: They are three or more that follow each other, but not the whole scale.
    """

    item: str
    categories: tuple[str, ...]
    count: int
    n: int
    neighbours: bool = False


def enough(result: Result, n: int) -> bool:
    """Whether so many answers can stand for a round: three, and most of those who answered."""
    return n >= FEW and n * 2 > result.n


def stand(item: ItemResult, kind: str) -> CommonAnswer | None:
    """What most said on a scale; None where it is split, or spread too wide for a "most".

    Two pairs of neighbours that hold as much say nothing either: which one is told?
    """
    of = item.distribution
    if of.n < FEW or item.split is not None:
        return None
    counts = dict(zip(of.categories, of.counts, strict=True))
    if kind == "pairs":
        groups = list(_SIDES)
    else:
        singles = [(one,) for one in of.categories]
        # A single answer that most gave says more than two of them.
        best = max(singles, key=lambda group: _sum(counts, group))
        doubles = list(zip(of.categories, of.categories[1:], strict=False))
        if kind == "rate":  # a low answer gains nothing from a neighbour that is not low
            half = len(of.categories) // 2
            low, high = of.categories[:half], of.categories[-half:]
            doubles = [two for two in doubles if set(two) <= set(low) or set(two) <= set(high)]
        # On a scale of two steps, both together are everybody.
        doubles = doubles if len(of.categories) > 2 else []
        groups = [best] if _sum(counts, best) * 2 > of.n else [*doubles]
    if not groups:
        return None
    best_group = max(groups, key=lambda group: _sum(counts, group), default=())
    count = _sum(counts, best_group)
    alike = sum(_sum(counts, group) == count for group in groups)
    if count * 2 <= of.n or alike > 1:
        return None
    given = tuple(one for one in best_group if counts.get(one))
    return CommonAnswer(item.item, given, count, of.n)


def leans_both_ways(scale: ItemResult | AxisResult) -> bool:
    """Whether a camp leans to each of two statements, or ends, however many stand between them."""
    if isinstance(scale, AxisResult):
        return scale.both_sides
    of = scale.distribution
    if of.categories != tuple(one for side in _SIDES for one in side):
        return False
    counts = dict(zip(of.categories, of.counts, strict=True))
    return all(is_camp(_sum(counts, side), of.n) for side in (_SIDES[0], _SIDES[-1]))


def clearest(result: Result) -> CommonAnswer | None:
    """The item on which most say one thing: one answer before two, then the larger share."""
    stands = [
        found
        for item in result.items
        if enough(result, item.distribution.n) and (found := stand(item, result.kind)) is not None
    ]
    # `max` keeps the first of equals, hence the question's own order.
    return max(stands, key=lambda s: (_is_one(s, result.kind), s.share), default=None)


def most(item: ItemResult, kind: str) -> Most:
    """The answers that have most on a scale; of a pair, the sides."""
    of = item.distribution
    counts = dict(zip(of.categories, of.counts, strict=True))
    groups = _SIDES if kind == "pairs" else tuple((one,) for one in of.categories)
    each = [(_sum(counts, group), group) for group in groups]
    count = max((held for held, _group in each), default=0)
    # The end stands for its side.
    first = tuple(g[-1] if g == _SIDES[-1] else g[0] for held, g in each if held == count)
    at = [of.categories.index(one) for one in first]
    row = 2 < len(at) < len(of.categories) and at[-1] - at[0] == len(at) - 1
    return Most(item.item, first, count, of.n, neighbours=row)


def foremost(result: Result) -> Most | None:
    """The item on which one answer, or the fewest that tie, hold the largest share.

    Only of items that enough answered, and on which the room is not split.
    """
    found = [
        most(item, result.kind)
        for item in result.items
        if item.split is None and enough(result, item.distribution.n)
    ]
    # `max` keeps the first of equals, hence the question's own order.
    return max(found, key=lambda one: (-len(one.categories), one.count / one.n), default=None)


def common_answer(result: Result) -> tuple[str, int] | None:
    """The one level that most gave to more than half of the items, and to how many of them.

    Most is of all who answered the question, whoever left an item out, and on a split item too.
    Only of ratings with three items or more: pairs and waves are each about something else.
    """
    if result.kind != "rate" or len(result.items) < FEW:
        return None
    given: dict[str, int] = {}
    for item in result.items:
        of = item.distribution
        for category, votes in zip(of.categories, of.counts, strict=True):
            if of.n >= FEW and votes * 2 > result.n:
                given[category] = given.get(category, 0) + 1
    level = max(given, key=given.__getitem__, default="")
    count = given.get(level, 0)
    return (level, count) if count * 2 > len(result.items) else None


@dataclass(frozen=True)
class Extreme:
    """The item of a rated list that stands nearest to one end of the scale.

    Attributes:
        item: The item.
        categories: What is told of it: the answers of the half towards that end, of a scale of
            three the end itself; the one that has most where nobody gave any of these.
        count: How many gave them; `n` is out of how many.
        alike: How many other items were answered in just the same way.
    """

    item: str
    categories: tuple[str, ...]
    count: int
    n: int
    alike: int = 0


def extremes(result: Result) -> tuple[Extreme, Extreme] | None:
    """The strongest and the weakest of three rated items or more; None where none stands out.

    Only items that enough answered, and on which the room is not split.
    """
    if result.kind != "rate" or len(result.items) < FEW:
        return None
    items = [
        item for item in result.items if item.split is None and enough(result, item.distribution.n)
    ]
    if len(items) < 2:
        return None
    # `max` keeps the first of equals, hence the question's own order.
    strongest = max(items, key=lambda item: strength(item.distribution.counts))
    weakest = max(items, key=lambda item: weakness(item.distribution.counts))
    if strongest.distribution.counts == weakest.distribution.counts:
        return None
    return _extreme(strongest, items, high=True), _extreme(weakest, items, high=False)


def _extreme(item: ItemResult, items: Sequence[ItemResult], *, high: bool) -> Extreme:
    of = item.distribution
    half = len(of.categories) // 2
    given = list(zip(of.categories, of.counts, strict=True))
    end = tuple((name, n) for name, n in (given[-half:] if high else given[:half]) if n)
    if not end:
        towards = given[::-1] if high else given
        end = (max(towards, key=lambda one: one[1]),)
    alike = sum(one.distribution.counts == of.counts for one in items) - 1
    return Extreme(
        item.item, tuple(name for name, _n in end), sum(n for _name, n in end), of.n, alike
    )


def _is_one(found: CommonAnswer, kind: str) -> bool:
    return kind == "pairs" or len(found.categories) == 1


def _sum(counts: dict[str, int], group: tuple[str, ...]) -> int:
    return sum(counts.get(one, 0) for one in group)
