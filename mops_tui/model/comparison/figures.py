"""The figures of a result that can stand beside those of another session."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from mops_tui.model.results.consensus import FEW
from mops_tui.model.results.results import AxisResult, Distribution, ItemResult, Result
from mops_tui.model.session.audience import VisibleState

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
        n: How many votes are behind it; for "share", how many answered the question.
        count: Votes, or points, for "share".
        counts: By category, lowest first, for "step".
        low: The lower quartile: an index for "step", -100 to 100 for "axis"; likewise `high`.
        agreement: A, for "step" and "axis".
        label: What a room calls the thing that it brought, else "".
    """

    key: str
    unit: str
    value: float | None
    n: int
    category: str = ""
    count: int = 0
    counts: tuple[int, ...] = ()
    low: float | None = None
    high: float | None = None
    agreement: float | None = None
    label: str = ""


def figures(state: VisibleState, outcome: Result) -> tuple[Figure, ...]:
    """All figures of a result, in the question's order.

    In an anonymous room of under three marks the axes stay away: a median would be a person.
    """
    values: list[Figure] = []
    if outcome.distribution is not None and outcome.kind != "rank":
        values += _shares(outcome.distribution)
    values += [_step(item) for item in outcome.items]
    values += [Figure(option, "rank", float(rank), outcome.n) for option, rank in outcome.ranks]
    hidden = state.policy.anonymity == "anonymous" and len(outcome.marks) < FEW
    values += [_axis(axis) for axis in outcome.axes if axis.n and not hidden]
    total = sum(count for _quadrant, count in outcome.quadrants) + outcome.on_axes
    if total:
        values += [Figure(q, "share", c / total, outcome.n, count=c) for q, c in outcome.quadrants]
    brought = dict(state.added.get(outcome.ref, ()))
    return tuple(_named(one, brought) for one in values) if brought else tuple(values)


def _shares(of: Distribution) -> list[Figure]:
    rows = zip(of.categories, of.counts, of.shares, strict=True)
    return [Figure(key, "share", share, of.n, count=count) for key, count, share in rows]


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
    )


def _axis(axis: AxisResult) -> Figure:
    return Figure(
        axis.axis,
        "axis",
        axis.median,
        axis.n,
        low=axis.low,
        high=axis.high,
        agreement=axis.agreement,
    )


def _named(one: Figure, brought: Mapping[str, str]) -> Figure:
    if one.key not in brought:
        return one
    label = brought[one.key]
    return replace(one, key=BROUGHT + " ".join(label.casefold().split()), label=label)
