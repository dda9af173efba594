"""How sure somebody was, and how right: a dot a step, beside the line where both are the same."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from mops_tui.tui.charts.canvas import Canvas
from mops_tui.tui.charts.plots import Series, Span, draw_plot
from mops_tui.words.results.figures import percent_text

WHOLE = Span(0, 100)
ACROSS = Span(0, 108)
"""Beyond 100, where nothing lies, there is room for the number of a dot at 95."""
ENDS = tuple((float(at), percent_text(at)) for at in (0, 50, 100))


class CalibrationDot(NamedTuple):
    """A step of confidence, in per cent.

    Attributes:
        said: How sure, on average.
        right: How often right.
        n: How many answers it rests on; written beside the dot.
    """

    said: float
    right: float
    n: int


def draw_calibration(dots: Sequence[CalibrationDot], width: int, height: int) -> Canvas:
    """Draw the dots, each with its number; below the line is more sure than right."""
    line = Series((((0.0, 0.0), (100.0, 100.0)),), "muted")
    drawn = [
        Series((((dot.said, dot.right),),), "accent", joined=False, sign=f"●{dot.n}")
        for dot in sorted(dots)
    ]
    return draw_plot([line, *drawn], width, height, ACROSS, WHOLE, x_ticks=ENDS, y_ticks=ENDS)
