"""Where a room stands on one ordered scale: the answer, or the neighbours, that most of it gave.

A median says where the middle person stands; a sentence needs what most people said. Nothing
stands where too few answered, or where the room is split.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from mops_tui.model.results.consensus import FEW, is_camp, strength
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


def as_clear(result: Result, best: CommonAnswer) -> tuple[CommonAnswer, ...]:
    """The other items on which as many of as many say one thing as on the clearest."""
    return tuple(
        found
        for item in result.items
        if item.item != best.item
        and enough(result, item.distribution.n)
        and (found := stand(item, result.kind)) is not None
        and _is_one(found, result.kind) == _is_one(best, result.kind)
        and (found.count, found.n) == (best.count, best.n)
    )


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


@dataclass(frozen=True)
class CommonLevel:
    """The one level that most gave to more than half of the items of a list.

    Attributes:
        category: The level.
        items: To how many items most gave it; `whole` is how many there are.
        least: The fewest who gave it to any of these; `most` likewise.
        n: Out of how many; 0 where not as many answered each of them.
    """

    category: str
    items: int
    whole: int
    least: int
    most: int
    n: int

    @property
    def nearly_all(self) -> bool:
        """On all items of the list, or on all but one of five or more."""
        return self.items >= self.whole - (self.whole >= _LONG)


_LONG = 5
"""From so many items on, all but one are nearly all."""


def common_answer(result: Result) -> CommonLevel | None:
    """The one level that most gave to more than half of the items, and to how many of them.

    Most is of all who answered the question, whoever left an item out, and on a split item too.
    Only of ratings with three items or more: pairs and waves are each about something else.
    """
    if result.kind != "rate" or len(result.items) < FEW:
        return None
    given: dict[str, list[tuple[int, int]]] = {}
    for item in result.items:
        of = item.distribution
        for category, votes in zip(of.categories, of.counts, strict=True):
            if of.n >= FEW and votes * 2 > result.n:
                given.setdefault(category, []).append((votes, of.n))
    level = max(given, key=lambda one: len(given[one]), default="")
    held = given.get(level, [])
    if len(held) * 2 <= len(result.items):
        return None
    votes_of, people = [votes for votes, _n in held], {n for _votes, n in held}
    n = people.pop() if len(people) == 1 else 0
    return CommonLevel(level, len(held), len(result.items), min(votes_of), max(votes_of), n)


@dataclass(frozen=True)
class Extreme:
    """The item of a rated list that has most answers in the half of the scale towards one end.

    Attributes:
        item: The item.
        categories: What is told of it: the levels of that half, of a scale of three the end
            itself; only those that somebody gave to it, or to the others.
        count: How many gave them, more than half; `n` is out of how many. No other item has as
            many, but for those others.
        others: The other items that have as many.
    """

    item: str
    categories: tuple[str, ...]
    count: int
    n: int
    others: tuple[str, ...] = ()


def extremes(result: Result) -> tuple[Extreme | None, Extreme | None]:
    """The strongest and the weakest of three rated items or more; None where none stands out."""
    if result.kind != "rate" or len(result.items) < FEW:
        return None, None
    both = _extreme(result, high=True), _extreme(result, high=False)
    if both[0] and both[1] and both[0].item == both[1].item:
        return None, None
    return both


def _extreme(result: Result, *, high: bool) -> Extreme | None:
    """The item to which most gave the levels towards one end: by the figure that is told.

    None where no more than half gave them, where a third of the list has as many, where enough
    answered no other item, where the room is split on one that has, where another has a larger
    share because fewer answered it, and where a list puts another at this end (`strength`).
    """
    categories = result.items[0].distribution.categories
    half = len(categories) // 2
    towards = categories[-half:] if high else categories[:half]
    held: list[tuple[int, ItemResult]] = []
    for item in result.items:
        counts = dict(zip(item.distribution.categories, item.distribution.counts, strict=True))
        held.append((_sum(counts, towards), item))
    count = max(votes for votes, _item in held)
    first = [item for votes, item in held if votes == count]
    n = first[0].distribution.n
    share = max(votes / item.distribution.n for votes, item in held if item.distribution.n)
    if (
        count * 2 <= n
        or (len(first) - 1) * 3 >= len(held)
        or any(item.split is not None or item.distribution.n != n for item in first)
        or not enough(result, n)
        or sum(enough(result, item.distribution.n) for item in result.items) < 2
        or share > count / n
        or not _at_the_end(first, result, high=high)
    ):
        return None
    given = {
        name
        for item in first
        for name, votes in zip(item.distribution.categories, item.distribution.counts, strict=True)
        if votes
    }
    told = tuple(name for name in towards if name in given)
    others = tuple(item.item for item in first[1:])
    return Extreme(first[0].item, told, count, n, others)


def _at_the_end(items: Sequence[ItemResult], result: Result, *, high: bool) -> bool:
    """Whether a list that puts the strongest first has these at its head, or at its foot."""
    sign = 1 if high else -1
    order = {
        item.item: tuple(sign * one for one in strength(item.distribution.counts))
        for item in result.items
        if item.distribution.n
    }
    least = min(order.pop(item.item) for item in items)
    return all(other < least for other in order.values())


def _is_one(found: CommonAnswer, kind: str) -> bool:
    return kind == "pairs" or len(found.categories) == 1


def _sum(counts: dict[str, int], group: tuple[str, ...]) -> int:
    return sum(counts.get(one, 0) for one in group)
