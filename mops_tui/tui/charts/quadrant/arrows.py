"""Moves on a grid: a ring where somebody was, a thin line, a head before the mark.

A line goes round the marks of others, or is not drawn: run through, a mark looks like a stop on
somebody else's way.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import pairwise
from math import hypot

from mops_tui.pictures.shapes import GridMove
from mops_tui.tui.charts.canvas import Canvas, arrow_head, path
from mops_tui.tui.charts.quadrant.plot import Plot, Spot

FEWEST, MOST = 3, 8
"""However small or large the plot: fewer arrows tell little, more cannot be followed."""
CELLS_AN_ARROW = 200
DOTS = ((0x01, 0x08), (0x02, 0x10), (0x04, 0x20), (0x40, 0x80))
"""The dots of a braille cell, by row and column."""
BRAILLE = 0x2800
BENDS = (0, 4, -4, 8, -8)
"""How far a line may be bent to go round a mark, in dots; the straightest first."""
WIDE_BENDS = (14, -14)
"""And further, where somebody went to another corner: what people talk about is worth a detour."""
PIECES = 16
"""A bent line is made of so many straight ones."""


def most_arrows(plot: Plot) -> int:
    """How many arrows can be followed on a plot."""
    return min(MOST, max(FEWEST, plot.area // CELLS_AN_ARROW))


def put_arrows(
    canvas: Canvas, plot: Plot, moves: Sequence[GridMove], marks: Collection[Spot], most: int
) -> tuple[tuple[GridMove, ...], set[Spot]]:
    """Draw moves that run through nobody's mark.

    Args:
        canvas: Where to draw.
        plot: The inside of the grid's frame.
        moves: The moves, those first that matter most.
        marks: The cells of all marks, and what else no line may run through.
        most: How many are drawn at most; where one cannot be, another takes its turn.

    Returns:
        The moves that are drawn, and the cells that they take.
    """
    lines: dict[Spot, int] = {}
    heads: dict[Spot, str] = {}
    drawn: list[GridMove] = []
    stops = {*marks, *(plot.ends(move)[0] for move in moves[:most])}
    for move in moves:
        start, end = plot.ends(move)
        way = _way(plot, start, end, stops)
        if way is None or start in lines or len(drawn) == most:
            continue
        drawn.append(move)
        stops.add(start)
        for spot, dots in way.items():
            lines[spot] = lines.get(spot, 0) | dots
        if way:
            last = list(way)[-1]
            before = list(way)[-min(4, len(way))] if len(way) > 1 else start
            heads[last] = arrow_head(end[0] - before[0], end[1] - before[1])
    for spot, dots in lines.items():
        canvas.put(*spot, chr(BRAILLE + dots), "trail")
    for spot, head in heads.items():
        canvas.put(*spot, head, "trail")
    return tuple(drawn), lines.keys() | heads.keys()


def _way(plot: Plot, start: Spot, end: Spot, stops: Collection[Spot]) -> dict[Spot, int] | None:
    """The dots of a line between two marks, by cell; None where it cannot be drawn."""
    if start == end:
        return None
    others = set(stops) - {start, end}
    close = {(x + dx, y) for x, y in others for dx in (-1, 1)} - _around(start) - _around(end)
    bends = BENDS if _corner(plot, start) == _corner(plot, end) else BENDS + WIDE_BENDS
    for kept_clear in (others | close, others):
        for bend in bends:
            way = _line(start, end, bend)
            if way.keys().isdisjoint(kept_clear) and all(plot.inside(*spot) for spot in way):
                return way
    return None


def _corner(plot: Plot, spot: Spot) -> tuple[bool, bool]:
    return spot[0] > plot.middle[0], spot[1] > plot.middle[1]


def _around(spot: Spot) -> set[Spot]:
    return {(spot[0] + dx, spot[1] + dy) for dx in (-2, -1, 0, 1, 2) for dy in (-1, 0, 1)}


def _line(start: Spot, end: Spot, bend: int) -> dict[Spot, int]:
    """The dots between the middle of a cell and the middle of another, by cell, without the ends.

    Args:
        start: One cell.
        end: The other one.
        bend: How far the line swings out, in dots.
    """
    x0, y0, x1, y1 = 2 * start[0], 4 * start[1] + 1, 2 * end[0], 4 * end[1] + 1
    length = hypot(x1 - x0, y1 - y0) or 1
    over_x = (x0 + x1) / 2 - 2 * bend * (y1 - y0) / length
    over_y = (y0 + y1) / 2 + 2 * bend * (x1 - x0) / length
    points = [(x0, y0)]
    for piece in range(1, PIECES if bend else 1):
        t = piece / PIECES
        x = (1 - t) ** 2 * x0 + 2 * t * (1 - t) * over_x + t**2 * x1
        y = (1 - t) ** 2 * y0 + 2 * t * (1 - t) * over_y + t**2 * y1
        points.append((round(x), round(y)))
    points.append((x1, y1))
    cells: dict[Spot, int] = {}
    for (ax, ay), (bx, by) in pairwise(points):
        for x, y in path(ax, ay, bx, by):
            spot = x // 2, y // 4
            if spot not in (start, end):
                cells[spot] = cells.get(spot, 0) | DOTS[y % 4][x % 2]
    return cells
