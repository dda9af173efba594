"""A checklist: each item with a cell for every level, the darker the more people chose it."""

from __future__ import annotations

from mops_tui.pictures.places.areas import Area
from mops_tui.pictures.shapes import CellRow, CellsPicture
from mops_tui.report.svg.canvas import SMALL, WIDTH, SvgCanvas, wrapped
from mops_tui.report.svg.legend import Sign, put_legend
from mops_tui.report.svg.style import Look
from mops_tui.words.i18n import _

CELL, GAP, HIGH = 46.0, 3.0, 20.0
"""Units of a cell across, between two, and of its height."""
MOST_LEVELS = 4
"""With more levels a cell is narrower."""


def draw_svg_cells(picture: CellsPicture, canvas: SvgCanvas) -> None:
    """Draw the items by group, with the levels' names over their columns."""
    of = len(picture.levels)
    wide = CELL if of <= MOST_LEVELS else CELL * MOST_LEVELS / max(1, of)
    left = WIDTH - of * wide
    levels = [level.id for level in picture.levels]
    y = _names(picture, canvas, left, wide)
    for group in picture.groups:
        if group.label:
            canvas.text(0, y + 14, group.label, bold=True)
            y += 22
        for row in group.rows:
            y = _row(row, canvas, levels, left, wide, y)
    rows = [row for group in picture.groups for row in group.rows]
    signs = []
    if any(row.median is not None for row in rows):
        signs.append(Sign(_middle, _("the level in the middle")))
    if any(_moved(row) for row in rows):
        signs.append(Sign(_before, _("in the vote before")))
    put_legend(canvas, y + 6, signs)


def _moved(row: CellRow) -> bool:
    """Whether the middle of the vote before is drawn: it is not the one of this vote."""
    return row.before not in (None, row.median)


def _middle(canvas: SvgCanvas, area: Area) -> None:
    canvas.rect(*area, "none", "ink", round_=2, wide=1.5)


def _before(canvas: SvgCanvas, area: Area) -> None:
    canvas.rect(*area, "none", "ink", round_=2, dashed=True)


def _names(picture: CellsPicture, canvas: SvgCanvas, left: float, wide: float) -> float:
    lines = [wrapped(level.label or level.id, wide - 2, 3, 11.0) for level in picture.levels]
    most = max(map(len, lines), default=0)
    for at, named in enumerate(lines):
        for down, line in enumerate(named):
            y = 10 + (most - len(named) + down) * 12
            x = left + (at + 0.5) * wide
            canvas.text(x, y, line, "soft", size=11.0, anchor="middle", width=wide - 2)
    return most * 12 + 4.0


def _row(
    row: CellRow, canvas: SvgCanvas, levels: list[str], left: float, wide: float, y: float
) -> float:
    lines = wrapped(row.label, left - 8, 2, SMALL)
    high = max(HIGH + 4, len(lines) * 14 + 6.0)
    start = y + (high - len(lines) * 14) / 2 + 10
    for down, line in enumerate(lines):
        canvas.text(0, start + down * 14, line, size=SMALL, width=left - 8)
    most = max(row.counts, default=0)
    top = y + (high - HIGH) / 2
    for at, count in enumerate(row.counts):
        x = left + at * wide
        share = count / row.n if row.n else 0.0
        fill: Look = "strong" if share >= 0.5 else "pale" if share > 0 else "tint"
        canvas.rect(x + GAP / 2, top, wide - GAP, HIGH, fill, round_=2)
        if levels[at] == row.median:
            canvas.rect(x, top - 1.5, wide, HIGH + 3, "none", "ink", round_=3, wide=1.5)
        elif levels[at] == row.before:
            canvas.rect(x, top - 1.5, wide, HIGH + 3, "none", "ink", round_=3, dashed=True)
        look: Look = "on-strong" if fill == "strong" else "ink" if count else "soft"
        text = str(count) if row.n else "–"
        bold = bool(count) and count == most
        canvas.text(x + wide / 2, top + 14, text, look, size=SMALL, anchor="middle", bold=bold)
    return y + high
