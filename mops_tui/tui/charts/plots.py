"""Lines and dots over two axes, drawn by plotext in braille; axes and words are our own.

plotext draws what is fine: lines and points of two by four dots a cell. What people read, ticks,
names and a legend, is written by us, as it must be safe and fit the cells. plotext gives no styles
to a line that we could turn into a theme's: each series is drawn alone, without colour, and laid
over the others.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from mops_tui.tui.charts.canvas import Canvas
from mops_tui.tui.charts.text import cells

EMPTY = "\u2800 "
"""The characters that plotext puts into an empty cell."""
_BRAILLE = 0x2800
"""The first braille character; the eight bits after it are its dots."""


class Span(NamedTuple):
    """From where to where an axis goes; the ends are part of it."""

    low: float
    high: float

    def share(self, value: float) -> float:
        """A value from 0 at the low end to 1 at the high one, kept within them."""
        size = self.high - self.low
        return min(1.0, max(0.0, (value - self.low) / size)) if size else 0.5


Points = tuple[tuple[float, float], ...]
Tick = tuple[float, str]
"""A place on an axis, and what is written there."""


@dataclass(frozen=True)
class Series:
    """One line, or some points, of a plot.

    Attributes:
        runs: Points (x, y) in order; a line is drawn through each run, and none between two runs.
        role: The style role of the canvas.
        joined: A line goes through the points; else each is a dot.
        sign: What stands at each point, over the line; "" for nothing.
    """

    runs: tuple[Points, ...]
    role: str = "series-1"
    joined: bool = True
    sign: str = ""


@lru_cache(maxsize=64)
def braille_lines(
    runs: tuple[Points, ...], width: int, height: int, x: Span, y: Span, *, joined: bool = True
) -> tuple[str, ...]:
    """Runs of points as rows of braille, exactly so many cells."""
    if width < 1 or height < 1:
        return ("",) * max(0, height)
    import plotext  # late: most screens show no plot

    # plotext has one figure for the whole process: clear, size, draw and build stay together,
    # and its limit to the real terminal's size is lifted.
    plotext.terminal.limit(False, False)
    figure = plotext.figure
    figure.clear()
    figure.plot_size(width, height)
    figure.canvas("default")
    figure.axes(False)
    figure.ruler(0, 0).lim(x.low, x.high).ticks([])
    figure.ruler(1, 0).lim(y.low, y.high).ticks([])
    for run in runs:
        if run:
            signal = figure.signal([p[0] for p in run], [p[1] for p in run], marker="braille")
            signal.lines(joined and len(run) > 1)
            figure.draw(signal)
    lines = figure.build().string(colorless=True).split("\n")
    figure.clear()
    return tuple(line[:width].ljust(width) for line in (lines + [""] * height)[:height])


def draw_plot(
    series: Sequence[Series],
    width: int,
    height: int,
    x: Span,
    y: Span,
    *,
    x_ticks: Sequence[Tick] = (),
    y_ticks: Sequence[Tick] = (),
) -> Canvas:
    """Draw series over their axes, into exactly so many cells.

    Args:
        series: What is drawn; the later lies over the earlier.
        width: Cells, the names of the y ticks included.
        height: Rows, the axis and the names of the x ticks included.
        x: The span of the lower axis.
        y: The span of the axis at the left, low at the bottom.
        x_ticks: Written under the lower axis, as many as fit beside each other.
        y_ticks: Written beside the left axis, at most one a row.
    """
    canvas = Canvas(width, height)
    left = max((cells(name) for _at, name in y_ticks), default=0)
    left = min(left, width // 3) + 2
    bottom = 2 if x_ticks else 1
    inner, rows = width - left, height - bottom
    if inner < 2 or rows < 1:
        return canvas
    canvas.down(left - 1, 0, rows, "│", "axis")
    canvas.across(left, rows, inner, "─", "axis")
    canvas.put(left - 1, rows, "└", "axis")
    for value, name in y_ticks:
        row = round((1 - y.share(value)) * (rows - 1))
        canvas.right(left - 2, row, name, "muted", left - 2)
        canvas.put(left - 1, row, "┤", "axis")
    _put_x_ticks(canvas, x_ticks, x, left, inner, rows)
    for one in series:
        _put_series(canvas, one, (left, inner, rows), x, y)
    return canvas


def column_of(value: float, span: Span, start: int, width: int) -> int:
    """The column of a value on an axis of so many cells that starts at a column."""
    return start + round(span.share(value) * (width - 1))


def _put_x_ticks(
    canvas: Canvas, ticks: Sequence[Tick], x: Span, left: int, inner: int, rows: int
) -> None:
    """Names of the lower axis: the first and the last before those between them."""
    order = [*ticks[:1], *ticks[-1:], *ticks[1:-1]] if len(ticks) > 1 else list(ticks)
    for value, name in order:
        column = column_of(value, x, left, inner)
        canvas.put(column, rows, "┬", "axis")
        size = cells(name)
        start = min(max(left - 1, column - size // 2), max(0, canvas.width - size))
        if canvas.free(max(0, start - 1), rows + 1, min(size + 2, canvas.width - start + 1) - 1):
            canvas.put(start, rows + 1, name, "muted")


def _put_series(
    canvas: Canvas, series: Series, place: tuple[int, int, int], x: Span, y: Span
) -> None:
    left, inner, rows = place
    for row, line in enumerate(braille_lines(series.runs, inner, rows, x, y, joined=series.joined)):
        for column, char in enumerate(line):
            if char not in EMPTY:
                under = canvas.at(left + column, row).char
                canvas.put(left + column, row, merged(under, char), series.role)
    if not series.sign:
        return
    for run in series.runs:
        for px, py in run:
            row = round((1 - y.share(py)) * (rows - 1))
            canvas.put(column_of(px, x, left, inner), row, series.sign, series.role)


def merged(under: str, over: str) -> str:
    """Two braille characters in one cell: the dots of both; else the upper one."""
    bits = [ord(char) - _BRAILLE for char in (under, over) if len(char) == 1]
    if len(bits) == 2 and all(0 <= one < 256 for one in bits):
        return chr(_BRAILLE + (bits[0] | bits[1]))
    return over
