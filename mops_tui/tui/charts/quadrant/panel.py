"""The panel beside a large grid: what its signs mean, and who moved whence and where."""

from __future__ import annotations

from collections.abc import Sequence

from mops_tui.pictures.shapes import GridMove, GridPicture, UnitPoint
from mops_tui.tui.charts.canvas import Canvas
from mops_tui.tui.charts.parts import Entry
from mops_tui.tui.charts.quadrant.frame import SIGNS
from mops_tui.tui.charts.text import cells, wrap
from mops_tui.words.i18n import _

WIDTH = 30
"""The columns of the panel."""
LEAST = (100, 20)
"""On a canvas of so many columns and rows, there is room for it."""


def put_panel(
    canvas: Canvas,
    x: int,
    picture: GridPicture,
    entries: Sequence[Entry],
    moves: Sequence[tuple[str, GridMove]],
    tail: str,
) -> None:
    """Draw the panel.

    Args:
        canvas: Where to draw.
        x: Its first column.
        picture: The grid.
        entries: The signs and their meaning.
        moves: The moves that are drawn, each with what its owner is called.
        tail: Who is behind the picture; the last row.
    """
    room = canvas.width - x
    y = 1
    for sign, role, meaning in entries:
        start = cells(sign) + 1
        canvas.put(x, y, sign, role)
        y = _put_lines(canvas, x + start, y, meaning, "muted", room - start)
    named = [(name, move) for name, move in moves if name]
    if named:
        y = _put_lines(canvas, x, y + 1, _heading(picture), "title", room)
    for name, move in named:
        if y >= canvas.height - 3:
            break
        words = _("{name}  {start} → {end}").format(
            name=name, start=_corner(move.start), end=_corner(move.end)
        )
        y = _put_lines(canvas, x, y, words, "text", room)
    _put_lines(canvas, x, canvas.height - 2, tail, "muted", room)


def _heading(picture: GridPicture) -> str:
    if picture.way == "leaning":
        return _("From answers to own place")
    return _("The moves that are drawn")


def _corner(at: UnitPoint) -> str:
    """The sign of the quadrant of a point; of one on an axis, that of the axes."""
    if 0.5 in (at.x, at.y):
        return "┼"
    return SIGNS[(at.x > 0.5) + 2 * (at.y > 0.5)]


def _put_lines(canvas: Canvas, x: int, y: int, text: str, role: str, room: int) -> int:
    """Write a text in as many rows as it takes; returns the row after it."""
    for line in wrap(text, room, 3):
        canvas.put(x, y, line, role)
        y += 1
    return y
