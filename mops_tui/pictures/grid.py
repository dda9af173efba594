"""The grid: everybody's marks on two axes, the median, and the middle half."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from math import hypot

from mops_tui.model.packs.pack import Grid
from mops_tui.model.results.marks import near_lines
from mops_tui.model.results.results import Arrow, AxisResult, GridSummary, Mark, Result
from mops_tui.pictures.shapes import (
    Corner,
    GridMark,
    GridMove,
    GridPicture,
    Spread,
    Turnout,
    UnitPoint,
)

Corners = tuple[Corner, Corner, Corner, Corner]
HALF_OF = 5
"""Under this many marks, a middle half would be drawn around two or three people."""
MIDDLE = 0.5
"""Where an axis crosses the other one, in unit coordinates."""


def unit_x(value: float) -> float:
    """A grid's x, -100 to 100, in unit coordinates."""
    return min(1.0, max(0.0, (value + 100) / 200))


def unit_y(value: float) -> float:
    """A grid's y, -100 (bottom) to 100 (top), in unit coordinates, downwards."""
    return min(1.0, max(0.0, (100 - value) / 200))


def grid_picture(
    grid: Grid,
    summary: GridSummary | None,
    labels: Mapping[str, str] | None = None,
    chosen: str = "",
    *,
    quorate: bool = True,
) -> GridPicture:
    """Everything there is to see on one grid: who is where, and from where their answers lean.

    Args:
        grid: Its axes and quadrants.
        summary: Who stands and leans where; None before anything was revealed.
        labels: What people are called, by participant; nothing where nobody is named.
        chosen: The participant whose mark is explained.
        quorate: Enough people have a mark to say where the room stands.
    """
    names = labels or {}
    if summary is None:
        return _picture(grid, corners_of(grid), (), (), Turnout(waiting=True))
    placed = {mark.participant for mark in summary.placed if mark.participant}
    where = [*summary.placed, *(m for m in summary.leaning if m.participant not in placed)]
    if summary.placed and not placed:  # anonymous: who leans where is not told apart
        where = list(summary.placed)
    called = dict(summary.called)
    people = len(where) + sum(called.values())
    marks = (*_marks(summary.leaning, names, hollow=True), *_marks(summary.placed, names))
    picture = _picture(
        grid,
        counted(grid, [(mark.x, mark.y) for mark in where], called),
        marks,
        summary.axes if quorate else (),
        Turnout(n=people, called=sum(called.values()), round=summary.round),
    )
    return replace(
        picture,
        moves=_from_leaning(summary.leaning, summary.placed),
        way="leaning",
        between=sum(grid.quadrant_at(mark.x, mark.y) is None for mark in where),
        near=near_lines([(mark.x, mark.y) for mark in where], people),
        chosen=chosen,
    )


def answer_picture(
    grid: Grid,
    result: Result,
    labels: Mapping[str, str] | None = None,
    leaning: Sequence[Mark] = (),
) -> GridPicture:
    """One grid question's round: the marks, how they came there, the votes of each quadrant.

    Args:
        grid: Its axes and quadrants.
        result: The round.
        labels: What people are called, by participant; nothing where nobody is named.
        leaning: Where the answers lean: in a first round, marks come from there.
    """
    called = dict(result.called_quadrants)
    counts = dict(result.quadrants) if result.n else {}
    turnout = Turnout(n=max(0, result.n), called=result.called, round=result.round)
    corners = corners_of(grid, counts if result.n else None, called)
    axes = result.axes if result.quorate else ()
    picture = _picture(grid, corners, _marks(result.marks, labels or {}), axes, turnout)
    near = near_lines([(mark.x, mark.y) for mark in result.marks], result.n)
    picture = replace(picture, between=result.on_axes, near=near)
    if result.round > 1:
        return replace(picture, moves=_moves(result.arrows))
    return replace(picture, moves=_from_leaning(leaning, result.marks), way="leaning")


def corners_of(
    grid: Grid,
    counts: Mapping[str, int] | None = None,
    called: Mapping[str, int] | None = None,
) -> Corners:
    """A grid's quadrants in reading order, each with its count and its called votes."""
    a, b, c, d = (
        Corner(
            q.id,
            q.name,
            None if counts is None else counts.get(q.id, 0),
            (called or {}).get(q.id, 0),
        )
        for q in grid.quadrants
    )
    return (a, b, c, d)


def counted(
    grid: Grid, where: Iterable[tuple[float, float]], called: Mapping[str, int] | None = None
) -> Corners:
    """The corners with how many of some points lie in each, and the votes called out for it."""
    counts = dict(called or {})
    points = list(where)
    for x, y in points:
        quadrant = grid.quadrant_at(x, y)
        if quadrant is not None:
            counts[quadrant.id] = counts.get(quadrant.id, 0) + 1
    return corners_of(grid, counts if points or any(counts.values()) else None, called)


def _marks(
    marks: Sequence[Mark], labels: Mapping[str, str], *, hollow: bool = False
) -> tuple[GridMark, ...]:
    return tuple(
        GridMark(m.participant, labels.get(m.participant, ""), unit_x(m.x), unit_y(m.y), hollow)
        for m in marks
    )


def _from_leaning(leaning: Sequence[Mark], placed: Sequence[Mark]) -> tuple[GridMove, ...]:
    """The way of everybody from where their answers lean to where they put themselves."""
    before = {mark.participant: mark for mark in leaning if mark.participant}
    pairs = [(before[m.participant], m) for m in placed if m.participant in before]
    return _moves(
        Arrow(now.participant, then.x, then.y, now.x, now.y)
        for then, now in pairs
        if (then.x, then.y) != (now.x, now.y)
    )


def _moves(arrows: Iterable[Arrow]) -> tuple[GridMove, ...]:
    return in_order(
        GridMove(
            a.participant,
            UnitPoint(unit_x(a.x0), unit_y(a.y0)),
            UnitPoint(unit_x(a.x1), unit_y(a.y1)),
        )
        for a in arrows
    )


def in_order(moves: Iterable[GridMove]) -> tuple[GridMove, ...]:
    """Moves as they are drawn while there is room: into another corner first, then the longest.

    A corner is what people talk about: who has changed it is never left out for who has not.
    """

    def rank(move: GridMove) -> tuple[bool, float]:
        length = hypot(move.end.x - move.start.x, move.end.y - move.start.y)
        return _corner(move.start) == _corner(move.end), -length

    return tuple(sorted(moves, key=rank))


def _corner(spot: UnitPoint) -> tuple[bool, bool] | None:
    """The corner that a spot lies in; on an axis it lies in none."""
    if MIDDLE in (spot.x, spot.y):
        return None
    return spot.x > MIDDLE, spot.y > MIDDLE


def _picture(
    grid: Grid,
    corners: Corners,
    marks: tuple[GridMark, ...],
    axes: tuple[AxisResult, ...],
    turnout: Turnout,
) -> GridPicture:
    x = next((axis for axis in axes if axis.axis == "x"), None)
    y = next((axis for axis in axes if axis.axis == "y"), None)
    median_x, median_y = _median(x), _median(y)
    centre = spread = None
    # A centre in the empty middle between two camps would be a lie: one split axis forbids it.
    if median_x is not None and median_y is not None:
        centre = UnitPoint(unit_x(median_x), unit_y(median_y))
        spread = _spread(x, y)
    return GridPicture(
        x_low=grid.x.low,
        x_high=grid.x.high,
        y_low=grid.y.low,
        y_high=grid.y.high,
        corners=corners,
        marks=marks,
        moves=(),
        turnout=turnout,
        centre=centre,
        spread=spread,
        median_x=None if median_x is None else unit_x(median_x),
        median_y=None if median_y is None else unit_y(median_y),
        split_x=x is not None and x.split is not None,
        split_y=y is not None and y.split is not None,
    )


def _median(axis: AxisResult | None) -> float | None:
    return None if axis is None or axis.split is not None else axis.median


def _spread(x: AxisResult | None, y: AxisResult | None) -> Spread | None:
    if x is None or y is None or min(x.n, y.n) < HALF_OF:
        return None
    if x.low is None or x.high is None or y.low is None or y.high is None:
        return None
    return Spread(
        left=unit_x(x.low), right=unit_x(x.high), top=unit_y(y.high), bottom=unit_y(y.low)
    )
