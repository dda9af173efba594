"""Grids of several sessions in one picture: the medians, and the same people's moves."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from mops_tui.model.comparison.grids import GridShift, GridStanding
from mops_tui.pictures.grid import corners_of, unit_x, unit_y
from mops_tui.pictures.shapes import GridMark, GridMove, GridPicture, Spread, Turnout, UnitPoint


def overlay_picture(
    shift: GridShift, tags: Sequence[str], labels: Mapping[str, str] | None = None
) -> GridPicture:
    """The last session's marks and the way of each from the first, or else the medians' way.

    Args:
        shift: The grid through its sessions.
        tags: What the sessions are called, by index; they stand beside their medians.
        labels: What to write beside a person's mark, by name.
    """
    names = labels or {}
    last = shift.standings[-1]
    people = [
        GridMark(
            f"who:{n}",
            names.get(mark.name, ""),
            unit_x(mark.x),
            unit_y(mark.y),
            hollow=shift.basis == "leaning",
        )
        for n, mark in enumerate(last.marks)
    ]
    moves = [
        GridMove(f"who:{n}", _spot(a.x0, a.y0), _spot(a.x1, a.y1))
        for n, a in enumerate(shift.arrows)
        if (a.x0, a.y0) != (a.x1, a.y1)
    ]
    centres = [(tags[standing.session], _centre(standing)) for standing in shift.standings]
    known = [(tag, spot) for tag, spot in centres if spot is not None]
    medians: list[GridMark] = []
    if not shift.arrows:  # the room as a whole, where nobody is known by name in both
        medians = [GridMark(tag, tag, spot.x, spot.y, hollow=True) for tag, spot in known]
        pairs = pairwise(known)
        moves = [GridMove(tag, start, end) for (_tag, start), (tag, end) in pairs]
    x, y = last.axes
    centre = _centre(last)
    return GridPicture(
        x_low=shift.grid.x.low,
        x_high=shift.grid.x.high,
        y_low=shift.grid.y.low,
        y_high=shift.grid.y.high,
        corners=corners_of(shift.grid, dict(last.shares)),
        marks=(*medians, *people),
        moves=tuple(moves),
        turnout=Turnout(n=last.n),
        centre=centre,
        spread=_spread(last) if centre else None,
        median_x=None if x.median is None or x.split else unit_x(x.median),
        median_y=None if y.median is None or y.split else unit_y(y.median),
        split_x=x.split is not None,
        split_y=y.split is not None,
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
