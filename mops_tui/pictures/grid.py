"""The grid: everybody's marks on two axes, the median, and the middle half."""

from __future__ import annotations

from collections.abc import Mapping

from mops_tui.model.packs.pack import Grid
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


def unit_x(value: float) -> float:
    """A grid's x, -100 to 100, in unit coordinates."""
    return min(1.0, max(0.0, (value + 100) / 200))


def unit_y(value: float) -> float:
    """A grid's y, -100 (bottom) to 100 (top), in unit coordinates, downwards."""
    return min(1.0, max(0.0, (100 - value) / 200))


def grid_picture(
    grid: Grid, summary: GridSummary | None, labels: Mapping[str, str] | None = None
) -> GridPicture:
    """Everything there is to see on one grid.

    Args:
        grid: Its axes and quadrants.
        summary: Who stands and leans where; None before anything was revealed.
        labels: What to write beside a mark, by participant: initials, or nothing.
    """
    names = labels or {}
    if summary is None:
        return _picture(grid, corners_of(grid), (), (), (), Turnout())
    corners = corners_of(grid, dict(summary.shares), dict(summary.called))
    marks = (*_marks(summary.leaning, names, hollow=True), *_marks(summary.placed, names))
    called = sum(count for _, count in summary.called)
    people = len(summary.placed) or len(summary.leaning)
    turnout = Turnout(n=people + called, called=called, round=summary.round)
    return _picture(grid, corners, marks, _moves(summary.arrows), summary.axes, turnout)


def answer_picture(
    grid: Grid, result: Result, labels: Mapping[str, str] | None = None
) -> GridPicture:
    """One grid question's round alone: the marks, and the votes of each quadrant as its share."""
    counts = dict(result.quadrants)
    total = sum(counts.values()) + result.on_axes
    shares = {key: count / total for key, count in counts.items()} if total else {}
    corners = corners_of(grid, shares, dict(result.called_quadrants))
    turnout = Turnout(n=max(0, result.n), called=result.called, round=result.round)
    marks = _marks(result.marks, labels or {})
    return _picture(grid, corners, marks, _moves(result.arrows), result.axes, turnout)


def corners_of(
    grid: Grid,
    shares: Mapping[str, float] | None = None,
    called: Mapping[str, int] | None = None,
) -> Corners:
    """A grid's quadrants in reading order, each with its share and its called votes."""
    a, b, c, d = (
        Corner(q.id, q.name, (shares or {}).get(q.id), (called or {}).get(q.id, 0))
        for q in grid.quadrants
    )
    return (a, b, c, d)


def _marks(
    marks: tuple[Mark, ...], labels: Mapping[str, str], *, hollow: bool = False
) -> tuple[GridMark, ...]:
    return tuple(
        GridMark(m.participant, labels.get(m.participant, ""), unit_x(m.x), unit_y(m.y), hollow)
        for m in marks
    )


def _moves(arrows: tuple[Arrow, ...]) -> tuple[GridMove, ...]:
    return tuple(
        GridMove(
            a.participant,
            UnitPoint(unit_x(a.x0), unit_y(a.y0)),
            UnitPoint(unit_x(a.x1), unit_y(a.y1)),
        )
        for a in arrows
    )


def _picture(
    grid: Grid,
    corners: Corners,
    marks: tuple[GridMark, ...],
    moves: tuple[GridMove, ...],
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
        moves=moves,
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
    if x is None or y is None or None in (x.low, x.high, y.low, y.high):
        return None
    return Spread(
        left=unit_x(x.low or 0.0),
        right=unit_x(x.high or 0.0),
        top=unit_y(y.high or 0.0),
        bottom=unit_y(y.low or 0.0),
    )
