"""Moves on a grid: a ring where somebody was, a thin line, a head before the mark."""

from __future__ import annotations

from collections.abc import Sequence

from mops_tui.pictures.shapes import GridMove
from mops_tui.tui.charts.canvas import Canvas, arrow_head, path
from mops_tui.tui.charts.quadrant.plot import Plot, Spot

FEWEST, MOST = 3, 8
"""However small or large the plot: fewer arrows tell little, more cannot be followed."""
CELLS_AN_ARROW = 200
DOTS = ((0x01, 0x08), (0x02, 0x10), (0x04, 0x20), (0x40, 0x80))
"""The dots of a braille cell, by row and column."""
BRAILLE = 0x2800


def most_arrows(plot: Plot) -> int:
    """How many arrows can be followed on a plot."""
    return min(MOST, max(FEWEST, plot.area // CELLS_AN_ARROW))


def put_arrows(
    canvas: Canvas, plot: Plot, moves: Sequence[GridMove], marks: set[Spot]
) -> set[Spot]:
    """Draw moves, behind the marks; returns the cells that they take."""
    lines: dict[Spot, int] = {}
    heads: dict[Spot, str] = {}
    for move in moves:
        start, end = plot.ends(move)
        if start == end:
            continue
        way = [one for one in _line(plot, move).items() if one[0] not in (start, end)]
        for spot, dots in way:
            lines[spot] = lines.get(spot, 0) | dots
        if way:
            heads[way[-1][0]] = arrow_head(end[0] - start[0], end[1] - start[1])
    for spot, dots in lines.items():
        if spot not in marks:
            canvas.put(*spot, chr(BRAILLE + dots), "trail")
    for spot, head in heads.items():
        if spot not in marks:
            canvas.put(*spot, head, "trail")
    return (lines.keys() | heads.keys()) - marks


def _line(plot: Plot, move: GridMove) -> dict[Spot, int]:
    """The dots of a straight line from the middle of a cell to the middle of another, by cell."""
    (x0, y0), (x1, y1) = plot.ends(move)
    cells: dict[Spot, int] = {}
    for x, y in path(2 * x0, 4 * y0 + 1, 2 * x1, 4 * y1 + 1):
        spot = x // 2, y // 4
        cells[spot] = cells.get(spot, 0) | DOTS[y % 4][x % 2]
    return cells
