"""A crowd on a grid: how many stand where, each part of the plot a number in a disc."""

from __future__ import annotations

from collections.abc import Iterable
from math import sqrt

from mops_tui.pictures.crowd import gathered, middles
from mops_tui.pictures.places.areas import Area
from mops_tui.pictures.shapes import GridMark
from mops_tui.report.svg.canvas import SvgCanvas, width_of
from mops_tui.report.svg.style import Look

COLUMNS, ROWS = 4, 3
"""The parts of a quadrant, across and down."""
LEAST = 3.5
"""How large a single person is."""
LETTERS = 11.0


def put_crowd(canvas: SvgCanvas, people: Iterable[GridMark], plot: Area) -> None:
    """Count people by parts of the plot; those on an axis, in no quadrant, have a strip of it."""
    parts = gathered(people, COLUMNS, ROWS)
    across = middles(COLUMNS, plot.w, with_axis=any(one.column == 0 for one in parts))
    down = middles(ROWS, plot.h, with_axis=any(one.row == 0 for one in parts))
    most = max((one.count for one in parts), default=1)
    for one in parts:
        (x, wide), (y, high) = across[one.column], down[one.row]
        x, y = plot.x + x, plot.y + y
        room = min(wide, high) / 2 - 1
        text = str(one.count) if one.count > 1 else ""
        least = width_of(text, LETTERS, bold=True) / 2 + 2 if text else LEAST
        radius = min(room, max(LEAST, least, room * sqrt(one.count / most)))
        dark = one.count * 2 >= most
        canvas.circle(x, y, radius, "strong" if dark else "pale", "paper")
        look: Look = "on-strong" if dark else "ink"
        canvas.text(x, y + 4, text, look, size=LETTERS, anchor="middle", bold=True)
