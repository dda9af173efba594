"""A checklist: each item with a cell for every level, the darker the more people chose it."""

from __future__ import annotations

from mops_tui.pictures.places.areas import Area
from mops_tui.pictures.shapes import CellRow, CellsPicture
from mops_tui.report.svg.canvas import SMALL, WIDTH, SvgCanvas, width_of, wrapped
from mops_tui.report.svg.legend import Sign, put_legend
from mops_tui.report.svg.style import Look
from mops_tui.words.i18n import _
from mops_tui.words.safe import in_one_line

CELL, GAP, HIGH = 46.0, 3.0, 20.0
"""Units of a cell across, between two, and of its height."""
WIDEST = 232.0
"""What all cells of a row take together, at most."""
MOST_LINES, LETTERS = 4, 11.0
"""Lines of an item's name; the height of letters in a level's."""


def draw_svg_cells(picture: CellsPicture, canvas: SvgCanvas) -> None:
    """Draw the items by group, with the levels' names over their columns."""
    of = len(picture.levels)
    wide = min(CELL, WIDEST / max(1, of))
    left = WIDTH - of * wide
    levels = [level.id for level in picture.levels]
    names = [level.label or level.id for level in picture.levels]
    numbered = not all(_has_room(name, wide - 2) for name in names)
    y = _names(list(map(str, range(1, of + 1))) if numbered else names, canvas, left, wide)
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
    if numbered:
        signs = [*(Sign(None, f"{at} {name}") for at, name in enumerate(names, start=1)), *signs]
    put_legend(canvas, y + 6, signs)


def _moved(row: CellRow) -> bool:
    """Whether the middle of the vote before is drawn: it is not the one of this vote."""
    return row.before not in (None, row.median)


def _middle(canvas: SvgCanvas, area: Area) -> None:
    canvas.rect(*area, "none", "ink", round_=2, wide=1.5)


def _before(canvas: SvgCanvas, area: Area) -> None:
    canvas.rect(*area, "none", "ink", round_=2, dashed=True)


def _has_room(name: str, wide: float) -> bool:
    """Whether a level's name stands over its cells, with no word broken."""
    words = in_one_line(name).split()
    whole = all(width_of(word, LETTERS) <= wide for word in words)
    return whole and not "".join(wrapped(name, wide, 3, LETTERS)).endswith("…")


def _names(names: list[str], canvas: SvgCanvas, left: float, wide: float) -> float:
    lines = [wrapped(name, wide - 2, 3, LETTERS) for name in names]
    most = max(map(len, lines), default=0)
    for at, named in enumerate(lines):
        for down, line in enumerate(named):
            y = 10 + (most - len(named) + down) * 12
            x = left + (at + 0.5) * wide
            canvas.text(x, y, line, "soft", size=LETTERS, anchor="middle", width=wide - 2)
    return most * 12 + 4.0


def _row(
    row: CellRow, canvas: SvgCanvas, levels: list[str], left: float, wide: float, y: float
) -> float:
    lines = wrapped(row.label, left - 8, MOST_LINES, SMALL)
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
