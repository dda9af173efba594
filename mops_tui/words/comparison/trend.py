"""The lines of a trend in words, and their small plots."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil, floor
from statistics import median_low

from mops_tui.model.comparison.measures import AGREEMENT, LEAD, TOP, TYPICAL
from mops_tui.model.comparison.trend import TrendLine
from mops_tui.model.packs.questions import RateQuestion, items_of, kind_of
from mops_tui.words.comparison.rows import NONE, answer_words
from mops_tui.words.i18n import _
from mops_tui.words.results.figures import decimals, percent, unit
from mops_tui.words.results.labels import category_label
from mops_tui.words.results.quoting import quoted
from mops_tui.words.results.statements import pair_of
from mops_tui.words.safe import safe

BLOCKS = "▁▂▃▄▅▆▇█"
NOT_ASKED = "·"
"""Stands in a small plot where a session has no figure, or too few answers behind it."""
MOST_LISTED = 12
"""Of so many sessions each has its figure in a list; of more, only those that have one."""
SPARK = 40
"""The most cells of a small plot; more sessions share a cell, by their median."""
ROUND = 0.05
"""The ends of a small plot are whole multiples of this share of the scale."""
LEAST_SPAN = 0.2
"""The shortest stretch of the scale that a small plot shows: what hardly moves looks it."""


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
        question = line.question
        if question and (len(items_of(question)) > 1 or kind_of(question) == "grid"):
            return _("least agreement")
        return _("agreement")
    if line.part == LEAD:
        return _("the largest share")
    if line.part.startswith(TOP):
        level = line.question.scale[-1].label if isinstance(line.question, RateQuestion) else ""
        return _of_items(line, TOP, _("share of {level}").format(level=quoted(level)))
    if line.part.startswith(TYPICAL):
        return _of_items(line, TYPICAL, _("typical answer"))
    pair = pair_of(line.question, line.part) if line.question is not None else None
    if pair is not None:
        return f"{safe(pair.left)} / {safe(pair.right)}"
    return safe(line.label, 60)


def _of_items(line: TrendLine, family: str, figure: str) -> str:
    """A figure of a group of rated items, or of all: it says of how many together."""
    group, question = line.part.removeprefix(family), line.question
    items = question.items if isinstance(question, RateQuestion) else ()
    n = sum(not group or item.group == group for item in items)
    told = figure
    if n > 1:
        words = _("{figure}, its {n} items together")
        if not line.label:
            words = _("{figure}, all {n} items together")
        told = words.format(figure=figure, n=n)
    return (
        _("{group}: {figure}").format(group=safe(line.label), figure=told) if line.label else told
    )


def trend_value(line: TrendLine, value: float | None) -> str:
    """A figure of a trend's line."""
    if value is None:
        return NONE
    if line.unit == "share":
        return _("{share} %").format(share=percent(value))
    if line.unit == "axis":
        return unit(value, 2)
    if line.unit == "agreement":
        return decimals(value)
    if line.unit == "step":
        return _step(line, round(value))
    return _("place {n}").format(n=f"{value:g}")


def _step(line: TrendLine, index: int) -> str:
    """A step of a scale by its name."""
    if line.question is None or index >= len(line.steps):
        return _("step {n} of {m}").format(n=index + 1, m=int(line.top) + 1)
    if pair_of(line.question, line.part) is not None:
        return answer_words(line.question, line.part, line.steps[index])
    return category_label(line.question, line.steps[index])


def trend_title(line: TrendLine) -> str:
    """The question, or the grid, that a line is of."""
    if line.about == "grid":
        words = _("{title}, where people's answers lean (not their own marks)")
        return words.format(title=safe(line.title))
    if line.by_consent:
        return _("{title}, worded differently and taken as the same question").format(
            title=safe(line.title)
        )
    if line.wordings == 1:
        return safe(line.title)
    sentence = _("{title}, wording {n} of {m}")
    return sentence.format(title=safe(line.title), n=line.wording, m=line.wordings)


def whole_scale(line: TrendLine) -> tuple[float, float]:
    """The lowest and the highest figure that a line could have."""
    scales = {"axis": (-100.0, 100.0), "agreement": (-1.0, 1.0), "rank": (1.0, line.top)}
    return scales.get(line.unit, (0.0, line.top))


def plot_scale(line: TrendLine) -> tuple[float, float]:
    """From where to where a line's plot goes.

    It is what its cells need, so that a movement shows, and never less than `LEAST_SPAN`.
    """
    low, high = whole_scale(line)
    whole = (high - low) or 1.0
    if line.unit in ("step", "rank"):
        return low, high  # few steps: all of them are shown
    cells = [value for value in _squeezed(line.firm, SPARK) if value is not None]
    if not cells:
        return low, high
    step = whole * ROUND
    bottom = low + step * floor((min(cells) - low) / step + 1e-9)
    top = low + step * ceil((max(cells) - low) / step - 1e-9)
    while top - bottom < whole * LEAST_SPAN - 1e-9:
        bottom, top = max(low, bottom - step), min(high, top + step)
    return bottom, top


def plot_ends(line: TrendLine) -> str:
    """The ends of a plot's scale, in words."""
    low, high = plot_scale(line)
    if line.unit == "rank":
        low, high = high, low
    if line.unit == "step":
        return f"{_step(line, int(low))} … {_step(line, int(high))}"
    return f"{trend_value(line, low)} … {trend_value(line, high)}"


def trend_spark(line: TrendLine, width: int = SPARK) -> str:
    """A line's small plot; the best rank is the highest block."""
    low, high = plot_scale(line)
    if line.unit == "rank":
        return spark([None if v is None else -v for v in line.firm], -high, -low, width)
    return spark(line.firm, low, high, width)
