"""The median of a grid: a cross of lines, never a dot; where one axis is split, a line."""

from __future__ import annotations

from mops_tui.pictures.shapes import GridPicture
from mops_tui.tui.charts.canvas import Canvas
from mops_tui.tui.charts.quadrant.plot import Plot, Spot

CROSS = "╋"


def median_sign(picture: GridPicture) -> str:
    """What the median is drawn as; nothing where there is none."""
    if picture.centre is not None or picture.medians:
        return CROSS
    return "╏" if picture.median_x is not None else "╍" if picture.median_y is not None else ""


def put_spread(canvas: Canvas, picture: GridPicture, plot: Plot, marks: set[Spot]) -> set[Spot]:
    """The corners of the middle half; returns the cells they take."""
    if picture.spread is None:
        return set()
    left, top = plot.cell(picture.spread.left, picture.spread.top)
    right, bottom = plot.cell(picture.spread.right, picture.spread.bottom)
    if right - left < 5 or bottom - top < 2:
        return set()
    signs: dict[Spot, str] = {}
    for y, (first, last) in ((top, "╭╮"), (bottom, "╰╯")):
        signs |= {(left, y): first, (left + 1, y): "─", (right - 1, y): "─", (right, y): last}
    return _put(canvas, plot, signs, marks, "box")


def put_median(canvas: Canvas, picture: GridPicture, plot: Plot, marks: set[Spot]) -> set[Spot]:
    """The median on both axes; on one alone where the other is split; never between two camps.

    Returns:
        The cells that it takes.
    """
    if picture.centre is not None:
        return put_cross(canvas, plot, plot.cell(picture.centre.x, picture.centre.y), marks)
    if picture.medians:
        crosses = {plot.cell(one.at.x, one.at.y): CROSS for one in picture.medians}
        return _put(canvas, plot, crosses, marks, "median")
    signs: dict[Spot, str] = {}
    if picture.median_x is not None:
        x = plot.cell(picture.median_x, 0)[0]
        signs |= {(x, y): "╏" for y in range(plot.y, plot.y + plot.height)}
    if picture.median_y is not None:
        y = plot.cell(0, picture.median_y)[1]
        signs |= {(x, y): "╍" for x in range(plot.x, plot.x + plot.width)}
    return _put(canvas, plot, signs, marks, "median")


def put_cross(canvas: Canvas, plot: Plot, at: Spot, marks: set[Spot]) -> set[Spot]:
    """A cross around a cell; whoever stands in its middle stays."""
    x, y = at
    across, up = (2, 1) if plot.height < 15 else (3, 2)
    signs: dict[Spot, str] = {at: CROSS}
    for i in range(1, across + 1):
        signs |= {(x - i, y): "━" if i < across else "╺", (x + i, y): "━" if i < across else "╸"}
    for i in range(1, up + 1):
        signs |= {(x, y - i): "┃" if i < up else "╻", (x, y + i): "┃" if i < up else "╹"}
    return _put(canvas, plot, signs, marks, "median")


def _put(
    canvas: Canvas, plot: Plot, signs: dict[Spot, str], marks: set[Spot], role: str
) -> set[Spot]:
    drawn = {spot for spot in signs if plot.inside(*spot) and spot not in marks}
    for spot in drawn:
        canvas.put(*spot, signs[spot], role)
    return drawn
