"""The figures of a result that can stand beside those of another session."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from mops_tui.model.results import marks as on_grid
from mops_tui.model.results.consensus import FEW
from mops_tui.model.results.enough import Shortfall, is_under_quorum, shortfall
from mops_tui.model.results.results import AxisResult, Distribution, ItemResult, Result
from mops_tui.model.session.audience import VisibleState
from mops_tui.model.session.ballots import Ranking

BROUGHT = "+"
"""Begins the key of what a room brought; the ids of such things differ from room to room."""


@dataclass(frozen=True)
class Figure:
    """One figure.

    Attributes:
        key: An option, item, quadrant or axis ("x", "y"); "+" and a label where a room brought it.
        unit: "share" (0 to 1), "step" (the index of the median category), "rank" (from 1) or
            "axis" (the median, -100 to 100).
        value: None where nobody answered.
        category: The id of the median category, for "step".
        n: How many people's answers are behind it; for "share", how many answered the question.
        count: Votes, or points, for "share"; of `total` of them.
        counts: By category, lowest first, for "step"; by rank, the first first, for "rank".
        places: Every mark's place, lowest first, for "axis".
        low: The lower quartile: an index for "step", -100 to 100 for "axis"; likewise `high`.
        agreement: A, for "step" and "axis".
        label: What a room calls the thing that it brought, else "".
        under_quorum: Fewer voted in its round than the quorum asks.
        split: The room stands in two camps there: a median would be nobody's.
    """

    key: str
    unit: str
    value: float | None
    n: int
    category: str = ""
    count: int = 0
    total: int = 0
    counts: tuple[int, ...] = ()
    places: tuple[float, ...] = ()
    low: float | None = None
    high: float | None = None
    agreement: float | None = None
    label: str = ""
    under_quorum: bool = False
    split: bool = False

    @property
    def short(self) -> Shortfall | None:
        """Why nothing is said of it; None where enough stands behind it."""
        return shortfall(self.n, under_quorum=self.under_quorum, split=self.split)


def figures(state: VisibleState, outcome: Result) -> tuple[Figure, ...]:
    """All figures of a result, in the question's order.

    In an anonymous room of under three marks the axes stay away: a median would be a person. So
    they do where half or more called out: the marks of a few are not where the room stands.
    """
    values: list[Figure] = []
    if outcome.distribution is not None and outcome.kind != "rank":
        values += _shares(outcome.distribution)
    values += [_step(item) for item in outcome.items]
    values += _ranks(state, outcome)
    hidden = state.policy.anonymity == "anonymous" and len(outcome.marks) < FEW
    hidden = hidden or bool(outcome.called and len(outcome.marks) * 2 <= outcome.n)
    places = ([m.x for m in outcome.marks], [m.y for m in outcome.marks])
    for axis, of in zip(outcome.axes, places, strict=False):
        values += [_axis(axis, of)] if axis.n and not hidden else []
    total = sum(count for _quadrant, count in outcome.quadrants) + outcome.on_axes
    if total:
        values += [
            Figure(quadrant, "share", count / total, outcome.n, count=count, total=total)
            for quadrant, count in outcome.quadrants
        ]
    brought, few_voted = dict(state.added.get(outcome.ref, ())), is_under_quorum(outcome)
    return tuple(replace(_named(one, brought), under_quorum=few_voted) for one in values)


def _shares(of: Distribution) -> list[Figure]:
    rows = zip(of.categories, of.counts, of.shares, strict=True)
    return [
        Figure(key, "share", share, of.n, count=count, total=of.total) for key, count, share in rows
    ]


def _ranks(state: VisibleState, outcome: Result) -> list[Figure]:
    """The median rank of each option, with how often it had which rank."""
    round_ = on_grid.latest(state, outcome.ref)
    if round_ is None or not outcome.ranks:
        return []
    ballots = (vote.ballot for vote in round_.votes.values())
    orders = [ballot.options for ballot in ballots if isinstance(ballot, Ranking)]
    longest = max(map(len, orders), default=0)
    ranked: list[Figure] = []
    for option, median in outcome.ranks:
        given = [order.index(option) for order in orders if option in order]
        counts = tuple(given.count(rank) for rank in range(longest))
        ranked.append(Figure(option, "rank", float(median), len(given), counts=counts))
    return ranked


def _step(item: ItemResult) -> Figure:
    index = {category: i for i, category in enumerate(item.distribution.categories)}
    low, middle, high = (
        None if category is None else float(index[category])
        for category in (item.low, item.median, item.high)
    )
    return Figure(
        item.item,
        "step",
        middle,
        item.distribution.n,
        category=item.median or "",
        counts=item.distribution.counts,
        low=low,
        high=high,
        agreement=item.agreement,
        split=item.split is not None,
    )


def _axis(axis: AxisResult, places: Sequence[float]) -> Figure:
    return Figure(
        axis.axis,
        "axis",
        axis.median,
        axis.n,
        low=axis.low,
        high=axis.high,
        agreement=axis.agreement,
        places=tuple(sorted(places)),
        split=axis.split is not None,
    )


def _named(one: Figure, brought: Mapping[str, str]) -> Figure:
    if one.key not in brought:
        return one
    label = brought[one.key]
    return replace(one, key=BROUGHT + " ".join(label.casefold().split()), label=label)
