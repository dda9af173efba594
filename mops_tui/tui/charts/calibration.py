"""How sure somebody was, and how right: a dot a band, beside the line where both are the same."""

from __future__ import annotations

from collections.abc import Sequence

from mops_tui.tui.charts.canvas import Canvas
from mops_tui.tui.charts.plots import Series, Span, draw_plot
from mops_tui.words.results.figures import percent_text

WHOLE = Span(0, 100)
ENDS = tuple((float(at), percent_text(at)) for at in (0, 50, 100))


def draw_calibration(points: Sequence[tuple[float, float]], width: int, height: int) -> Canvas:
    """Draw (how sure, how often right) in per cent; below the line is more sure than right."""
    line = Series((((0.0, 0.0), (100.0, 100.0)),), "muted")
    dots = Series(tuple((point,) for point in points), "accent", joined=False, sign="●")
    return draw_plot([line, dots], width, height, WHOLE, WHOLE, x_ticks=ENDS, y_ticks=ENDS)
