"""The lines of a trend in words, and their small plots."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median_low

from mops_tui.model.comparison.trend import AGREEMENT, LEAD, TOP, TrendLine
from mops_tui.words.comparison.changes import in_hundredths, in_places, in_points, in_steps
from mops_tui.words.comparison.comparison import NONE
from mops_tui.words.i18n import _
from mops_tui.words.results.figures import decimals, percent, unit
from mops_tui.words.safe import safe

BLOCKS = "▁▂▃▄▅▆▇█"
NOT_ASKED = "·"
"""Stands in a small plot where a session has no figure."""
SPARK = 40
"""The most cells of a small plot; more sessions share a cell, by their median."""


def spark(values: Sequence[float | None], low: float, high: float, width: int = SPARK) -> str:
    """A small plot of one row; `NOT_ASKED` where there is no figure."""
    cells = _squeezed(values, width)
    span = (high - low) or 1.0
    return "".join(
        NOT_ASKED if value is None else BLOCKS[min(7, max(0, round((value - low) / span * 7)))]
        for value in cells
    )


def _squeezed(values: Sequence[float | None], width: int) -> list[float | None]:
    if len(values) <= width:
        return list(values)
    cells: list[float | None] = []
    for cell in range(width):
        part = values[cell * len(values) // width : (cell + 1) * len(values) // width]
        known = [value for value in part if value is not None]
        cells.append(median_low(known) if known else None)
    return cells


def trend_label(line: TrendLine) -> str:
    """What a line of a trend is about, without its question."""
    if line.part == AGREEMENT:
        return _("agreement (A)")
    if line.part == LEAD:
        return _("share of the leader")
    if line.part.startswith(TOP):
        return safe(line.label) if line.label else _("share at the top of the scale")
    return safe(line.label, 60)


def trend_value(line: TrendLine, value: float | None) -> str:
    """A figure of a trend's line."""
    if value is None:
        return NONE
    if line.unit == "share":
        return f"{percent(value)} %"
    if line.unit == "axis":
        return unit(value, 2)
    if line.unit == "agreement":
        return decimals(value)
    if line.unit == "step":
        return _("step {n} of {m}").format(n=int(value) + 1, m=int(line.top) + 1)
    return f"{value:.0f}"


def trend_change(line: TrendLine) -> str:
    """How a line changed from the first session that has a figure to the last."""
    known = [value for value in line.values if value is not None]
    if len(known) < 2:
        return ""
    first, last = known[0], known[-1]
    if line.unit == "axis":
        return in_hundredths(first / 100, last / 100)
    words = {"agreement": in_hundredths, "share": in_points, "rank": in_places}
    return words.get(line.unit, in_steps)(first, last)


def trend_spark(line: TrendLine, width: int = SPARK) -> str:
    """A line's small plot; the best rank is the highest block."""
    if line.unit == "rank":
        return spark([None if v is None else -v for v in line.values], -line.top, -1.0, width)
    low, high = {"axis": (-100.0, 100.0), "agreement": (-1.0, 1.0)}.get(line.unit, (0.0, line.top))
    return spark(line.values, low, high, width)
