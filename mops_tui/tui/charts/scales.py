"""Several items on one ordered scale: a small distribution each, with its median."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from mops_tui.pictures.shapes import ScaleRow, ScalesPicture, StepCount
from mops_tui.tui.charts.canvas import Canvas
from mops_tui.tui.charts.parts import Entry, draw_legend, turnout_text
from mops_tui.tui.charts.text import cells, fit, wrap
from mops_tui.words.i18n import _, ngettext
from mops_tui.words.results.stages import stage_label

COLUMN = 36
"""The narrowest of two columns."""
EIGHTHS = " ▁▂▃▄▅▆▇█"
MEDIAN, SPLIT = "◆", "≠"


class ScalesLayout(NamedTuple):
    """How the rows share their canvas.

    Attributes:
        label: Width of the labels on the left; for pairs, on either side.
        start: The column of the first slot.
        slot: Width of a slot, the cell after it included.
        rows: Rows of each item, the blank one below it included.
        thick: Rows of its distribution.
        head: Rows above the first item.
    """

    label: int
    start: int
    slot: int
    rows: int
    thick: int
    head: int


def draw_scales(picture: ScalesPicture, width: int, height: int) -> Canvas:
    """Draw small distributions, one a row."""
    canvas = Canvas(width, height)
    if not picture.rows or not picture.steps or width < 8 or height < 1:
        return canvas
    if len(picture.rows) > height - 2 and picture.scale == "levels" and width >= 2 * COLUMN:
        return _two_columns(picture, width, height)
    foot = 1 if height >= len(picture.rows) + 2 else 0
    layout = _layout(picture, width, height - foot)
    if layout.head:
        _put_head(canvas, picture, layout)
    fits = max(1, (height - foot - layout.head) // layout.rows)
    shown = picture.rows if len(picture.rows) <= fits else picture.rows[: max(1, fits - 1)]
    y = layout.head
    for row, lines in zip(shown, _heights(shown, layout, height - foot - layout.head), strict=True):
        _put_row(canvas, picture, layout, row, y, lines)
        y += lines
    hidden = len(picture.rows) - len(shown)
    if hidden and height > 1:
        more = ngettext("{n} more", "{n} more", hidden).format(n=hidden)
        canvas.put(0, height - 1, f"+ {more}", "muted", width)
    elif foot:
        draw_legend(canvas, height - 1, _legend(picture), turnout_text(picture.turnout))
    return canvas


def _heights(rows: tuple[ScaleRow, ...], layout: ScalesLayout, height: int) -> list[int]:
    """The rows of each item: where they are single ones, long labels get those left over."""
    heights = [layout.rows] * len(rows)
    spare = height - sum(heights)
    for index, row in enumerate(rows):
        long = max(cells(row.label) - bool(row.left), cells(row.left)) > layout.label
        if layout.rows == 1 and long and spare > 0:
            heights[index] += 1
            spare -= 1
    return heights


def _two_columns(picture: ScalesPicture, width: int, height: int) -> Canvas:
    canvas = Canvas(width, height)
    half = (len(picture.rows) + 1) // 2
    each = (width - 2) // 2
    for index, rows in enumerate((picture.rows[:half], picture.rows[half:])):
        column = draw_scales(replace(picture, rows=rows), each, height - 1)
        canvas.paste(column, index * (each + 2), 0)
    if half + 2 <= height - 1:
        # Both columns have drawn their own legend: one is enough.
        canvas.clear(0, height - 2, width, 1)
    draw_legend(canvas, height - 1, _legend(picture), turnout_text(picture.turnout))
    return canvas


def _layout(picture: ScalesPicture, width: int, height: int) -> ScalesLayout:
    count = len(picture.steps)
    pair = picture.scale == "pair"
    sides = 2 if pair else 1
    head = 0 if pair or height < len(picture.rows) + 1 else 1
    rows = max(1, min(4, (height - head) // len(picture.rows)))
    longest = max(cells(text) for row in picture.rows for text in (row.label, row.left))
    share = width * 3 // 10 if pair else width * 2 // 5
    label = min(longest, share)
    room = width - sides * (label + 2)
    slot = max(2, min(18, room // count))
    label = max(0, min(label, (width - slot * count) // sides - 2)) if slot == 2 else label
    if pair:
        # A strip in the middle, the statements at its sides with all the room that is left.
        slot = min(slot, 7)
        label = max(0, (width - slot * count - 1) // 2 - 2)
    start = label + 2
    return ScalesLayout(label, start, slot, rows, 1 if rows < 3 else rows - 1, head)


def _put_head(canvas: Canvas, picture: ScalesPicture, layout: ScalesLayout) -> None:
    """The names of the steps, as far as they fit over their slots."""
    names = [step.label for step in picture.steps]
    if picture.scale == "stages":
        names = [stage_label(step.id) for step in picture.steps]
        if any(cells(name) >= layout.slot for name in names):
            names = [stage_label(step.id, short=True) for step in picture.steps]
    for index, name in enumerate(names):
        canvas.put(layout.start + index * layout.slot, 0, fit(name, layout.slot - 1), "muted")


def _put_row(
    canvas: Canvas, picture: ScalesPicture, layout: ScalesLayout, row: ScaleRow, y: int, height: int
) -> None:
    lines = max(layout.thick, height) if layout.rows == 1 else layout.thick
    _put_side(
        canvas, row.left if row.left else row.label, 0, y, layout, lines, at_right=bool(row.left)
    )
    if row.left:
        x = layout.start + layout.slot * len(picture.steps) + 1
        for index, line in enumerate(wrap(row.label, canvas.width - x, lines)):
            canvas.put(x, y + index, line, "text")
    if row.split:
        canvas.put(layout.start - 1, y + layout.thick - 1, SPLIT, "warn")
    for index, slot in enumerate(row.slots):
        x = layout.start + index * layout.slot
        median = slot.id == row.median and not row.split
        _put_column(canvas, slot, x, y, layout, median=median)


def _put_side(
    canvas: Canvas, text: str, x: int, y: int, layout: ScalesLayout, lines: int, *, at_right: bool
) -> None:
    """A label at the left: ranged right against a pair's strip, else ranged left."""
    for index, line in enumerate(wrap(text, layout.label, lines)):
        if at_right:
            canvas.right(x + layout.label, y + index, line, "text")
        else:
            canvas.put(x, y + index, line, "text")


def _put_column(
    canvas: Canvas, slot: StepCount, x: int, y: int, layout: ScalesLayout, *, median: bool
) -> None:
    """One step: a column as high as its share of the row's fullest step, and the count."""
    figure = str(slot.count)
    space = layout.slot - 1
    wide = space - cells(figure) - 1 if space >= cells(figure) + 3 else space
    role = "accent" if median else "series-1"
    base = y + layout.thick - 1
    if not slot.count:
        canvas.put(x, base, "▁" * wide, "muted")
    else:
        eighths = max(1, round(slot.height * 8 * layout.thick))
        for row in range(layout.thick):
            level = min(8, max(0, eighths - 8 * row))
            canvas.put(x, base - row, EIGHTHS[level] * wide, role)
    if wide < space:
        canvas.put(x + wide, base, figure, "strong" if median else "muted")
    if median:
        canvas.put(x + wide + (cells(figure) if wide < space else 0), base, MEDIAN, "median")


def _legend(picture: ScalesPicture) -> list[Entry]:
    entries: list[Entry] = []
    if any(row.median is not None and not row.split for row in picture.rows):
        entries.append((MEDIAN, "median", _("median")))
    if any(row.split for row in picture.rows):
        entries.append((SPLIT, "warn", _("split")))
    return entries
