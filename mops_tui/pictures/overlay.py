"""Grids of several sessions in one picture: the medians, and the same people's moves."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from mops_tui.model.comparison.grids import GridShift, GridStanding
from mops_tui.pictures.grid import counted, in_order, unit_x, unit_y
from mops_tui.pictures.shapes import (
    GridMark,
    GridMove,
    GridPicture,
    NamedMedian,
    Spread,
    Turnout,
    UnitPoint,
)


def overlay_picture(
    shift: GridShift, tags: Sequence[str], labels: Mapping[str, str] | None = None
) -> GridPicture:
    """The last session's marks and the way of each from the first, or else every median.

    Args:
        shift: The grid through its sessions.
        tags: What the sessions are called, by index; they stand beside their medians.
        labels: What to write beside a person's mark, by name.
    """
    names = labels or {}
    last = shift.standings[-1]
    people = [
        GridMark(
            mark.name,
            names.get(mark.name, ""),
            unit_x(mark.x),
            unit_y(mark.y),
            hollow=shift.basis == "leaning",
        )
        for mark in last.marks
    ]
    moves = [
        GridMove(a.name, _spot(a.x0, a.y0), _spot(a.x1, a.y1))
        for a in shift.arrows
        if (a.x0, a.y0) != (a.x1, a.y1)
    ]
    centres = [(tags[standing.session], _centre(standing)) for standing in shift.standings]
    known = [(tag, spot) for tag, spot in centres if spot is not None]
    medians: tuple[NamedMedian, ...] = ()
    if not shift.arrows:  # the room as a whole, where nobody is known by name in both
        medians = tuple(NamedMedian(tag, spot) for tag, spot in known)
        # What rests on different questions did not move from one to the other.
        pairs = pairwise(spot for _tag, spot in known if shift.same_questions)
        moves = [GridMove("", start, end) for start, end in pairs if start != end]
    x, y = last.axes
    centre = _centre(last)
    return GridPicture(
        x_low=shift.grid.x.low,
        x_high=shift.grid.x.high,
        y_low=shift.grid.y.low,
        y_high=shift.grid.y.high,
        corners=counted(shift.grid, [(mark.x, mark.y) for mark in last.marks]),
        marks=tuple(people),
        moves=tuple(moves) if medians else in_order(moves),
        turnout=Turnout(n=last.n),
        centre=None if medians else centre,
        spread=_spread(last) if centre else None,
        median_x=None if x.median is None or x.split else unit_x(x.median),
        median_y=None if y.median is None or y.split else unit_y(y.median),
        split_x=x.split is not None,
        split_y=y.split is not None,
        way="session",
        between=sum(shift.grid.quadrant_at(mark.x, mark.y) is None for mark in last.marks),
        near=last.near,
        medians=medians,
    )


def _spot(x: float, y: float) -> UnitPoint:
    return UnitPoint(unit_x(x), unit_y(y))


def _centre(standing: GridStanding) -> UnitPoint | None:
    """The median on both axes; none between two camps."""
    x, y = standing.axes
    if x.median is None or y.median is None or x.split is not None or y.split is not None:
        return None
    return _spot(x.median, y.median)


def _spread(standing: GridStanding) -> Spread | None:
    x, y = standing.axes
    if x.low is None or x.high is None or y.low is None or y.high is None:
        return None
    return Spread(unit_x(x.low), unit_x(x.high), unit_y(y.high), unit_y(y.low))
