"""Several items on one ordered scale: a small distribution each, with its median."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from mops_tui.pictures.shapes import ScaleRow, ScalesPicture, StepCount
from mops_tui.tui.charts.canvas import Canvas
from mops_tui.tui.charts.own_scales import draw_own_scales
from mops_tui.tui.charts.parts import Entry, draw_legend
from mops_tui.tui.charts.text import cells, fit_apart, fits, told_apart, wrap
from mops_tui.words.apart import apart
from mops_tui.words.i18n import _, ngettext
from mops_tui.words.pictures.turnout import turnout_text
from mops_tui.words.results.stages import stage_label

COLUMN = 36
"""The narrowest of two columns."""
EIGHTHS = " ▁▂▃▄▅▆▇█"
MEDIAN, BEFORE, SPLIT = "◆", "◇", "≠"
PAIR_SLOTS = (4, 12)
"""The fewest and the most cells of a position between two statements."""
HEAD = 4
"""The most rows of the steps' names."""
MOST_LINES = 5
"""The most rows of a label."""
MOST_ROWS = 18
"""The most rows of up to three items together."""


class ScalesLayout(NamedTuple):
    """How the rows share their canvas.

    Attributes:
        label: Width of the labels on the left; for pairs, on either side.
        start: The column of the first slot.
        slot: Width of a slot, the cell after it included.
        rows: Rows of each item, the blank one below it included.
        thick: Rows of its distribution.
        figure: Cells of the longest count.
        head: Rows above the first item.
    """

    label: int
    start: int
    slot: int
    rows: int
    thick: int
    figure: int
    head: int


def rows_for_scales(picture: ScalesPicture, width: int) -> int:
    """The rows in which every label stands in full, and the steps and signs are told."""
    lines = max(2, _label_rows(picture, width))
    return (lines + (lines > 2)) * len(picture.rows) + 1 + _head_rows(picture, width, HEAD)


def has_every_row(picture: ScalesPicture, width: int, height: int) -> bool:
    """Whether every item has a row of its own in so many cells."""
    two = picture.scale == "levels" and width >= 2 * COLUMN
    return len(picture.rows) <= (height - 2) * (1 + two)


def _label_rows(picture: ScalesPicture, width: int) -> int:
    """The rows that the longest label takes, as wide as labels are."""
    if picture.scale == "pair":
        room = (width - PAIR_SLOTS[0] * len(picture.steps) - 1) // 2 - 2
    else:
        room = width * 2 // 5
    texts = [text for row in picture.rows for text in (row.label, row.left)]
    return next(
        (n for n in range(1, MOST_LINES) if all(fits(t, room, n) for t in texts)), MOST_LINES
    )


def _head_rows(picture: ScalesPicture, width: int, most: int) -> int:
    """The rows over the first item for the names of levels, as wide as a step is; else one."""
    if picture.scale != "levels":
        return 1
    names = [step.label for step in picture.steps]
    space = _level_slot(picture, width) - 1
    return next((n for n in range(1, most) if all(fits(name, space, n) for name in names)), most)


def draw_scales(picture: ScalesPicture, width: int, height: int) -> Canvas:
    """Draw small distributions, one a row."""
    if picture.turnout.own:
        return draw_own_scales(picture, width, height)
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
    if layout.rows > 1:
        return heights
    # Those first that lose words even when only what differs is said.
    order = sorted(range(len(rows)), key=lambda index: (-_cut(rows[index], layout.label), index))
    for index in order[: max(0, spare)]:
        heights[index] += _cut(rows[index], layout.label) > 0
    return heights


def _cut(row: ScaleRow, width: int) -> int:
    """How badly one line is too short for a row's words: 0 not, 1 for all of them, 2 for any."""
    words = (row.left, row.label)
    if all(fits(text, width, 1) for text in words):
        return 0
    if not row.left:
        return 2
    shorter = row.names or apart(*words, lambda text: fits(text, width, 1))
    return 1 if all(fits(text, width, 1) for text in shorter) else 2


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
    if picture.scale == "pair":
        return _pair_layout(picture, width, height)
    longest = max(cells(row.label) for row in picture.rows)
    label = min(longest, width * 2 // 5)
    slot = _level_slot(picture, width)
    label = max(0, min(label, width - slot * count - 2)) if slot == 2 else label
    head = 0
    if height >= len(picture.rows) + 1:
        head = _head_rows(picture, width, min(HEAD, height - len(picture.rows)))
    rows = _rows_each(picture, width, height - head)
    return ScalesLayout(label, label + 2, slot, rows, _thick(rows), _longest_count(picture), head)


def _level_slot(picture: ScalesPicture, width: int) -> int:
    """The cells of a step beside the labels, the cell after it included."""
    label = min(max(cells(row.label) for row in picture.rows), width * 2 // 5)
    return max(2, min(18, (width - label - 2) // len(picture.steps)))


def _pair_layout(picture: ScalesPicture, width: int, height: int) -> ScalesLayout:
    """A strip in the middle, the statements at its sides with all the room that is left."""
    count = len(picture.steps)
    rows = _rows_each(picture, width, height)
    head = min(1, height - rows * len(picture.rows)) if height >= len(picture.rows) else 0
    # The counts stand in the last row: with two rows, the columns may have them both.
    thick = max(1, rows - (rows > 2))
    needed = _needed(picture, width // 2, thick)
    slot = max(PAIR_SLOTS[0], min(PAIR_SLOTS[1], (width - 2 * (needed + 2) - 1) // count))
    label = max(0, (width - slot * count - 1) // 2 - 2)
    return ScalesLayout(label, label + 2, slot, rows, thick, _longest_count(picture), head)


def _needed(picture: ScalesPicture, most: int, lines: int) -> int:
    """The cells in which every statement can be read in so many lines; the most where none do."""
    texts = [text for row in picture.rows for text in (row.label, row.left)]
    enough = (width for width in range(1, most) if all(fits(t, width, lines) for t in texts))
    return next(enough, most)


def _longest_count(picture: ScalesPicture) -> int:
    return max(len(str(slot.count)) for row in picture.rows for slot in row.slots)


def _rows_each(picture: ScalesPicture, width: int, height: int) -> int:
    """The rows of an item, the blank one below it included."""
    count = len(picture.rows)
    most = MOST_ROWS // count if count <= 3 else max(4, _label_rows(picture, width) + 1)
    return max(1, min(most, height // count))


def _thick(rows: int) -> int:
    """A blank row under each distribution, where there is one."""
    return 1 if rows < 3 else rows - 1


def _put_head(canvas: Canvas, picture: ScalesPicture, layout: ScalesLayout) -> None:
    """The names of the steps over their slots; of stages their numbers, where no name fits."""
    names = [step.label for step in picture.steps]
    space = layout.slot - 1
    if picture.scale == "stages":
        names = stage_names([step.id for step in picture.steps], space)
    elif picture.scale == "pair":  # as they are numbered on a ballot
        names = [str(number) for number in range(1, len(picture.steps) + 1)]
    shown = fit_apart(names, space, max(1, layout.head))
    for index, name in enumerate(names):
        lines = wrap(shown[name], space, layout.head)
        x = layout.start + index * layout.slot
        for row, line in enumerate(lines, start=layout.head - len(lines)):
            canvas.put(x, row, line, "muted")


def stage_names(stages: Sequence[str], space: int) -> list[str]:
    """Names of stages that all fit into so many cells: long ones, short ones, or numbers."""
    long = [stage_label(stage) for stage in stages]
    short = [stage_label(stage, short=True) for stage in stages]
    for names in (long, short):
        if all(cells(name) <= space for name in names):
            return names
    return [str(number) for number in range(1, len(stages) + 1)]


def _put_row(
    canvas: Canvas, picture: ScalesPicture, layout: ScalesLayout, row: ScaleRow, y: int, height: int
) -> None:
    lines = max(layout.thick, height) if layout.rows < 3 else layout.thick
    if row.left:
        x = layout.start + layout.slot * len(picture.steps) + 1
        room = min(layout.label, canvas.width - x)
        left, right = told_apart(row.left, row.label, room, lines, row.names)
        for index, line in enumerate(left, start=_first_line(layout, left)):
            canvas.right(layout.label, y + index, line, "text")
        for index, line in enumerate(right, start=_first_line(layout, right)):
            canvas.put(x, y + index, line, "text")
    else:
        apart_from = fit_apart([one.label for one in picture.rows], layout.label, lines)
        label = wrap(apart_from[row.label], layout.label, lines)
        for index, line in enumerate(label, start=_first_line(layout, label)):
            canvas.put(0, y + index, line, "text")
    if row.split:
        canvas.put(layout.start - 1, y + layout.thick - 1, SPLIT, "warn")
    for index, slot in enumerate(row.slots):
        x = layout.start + index * layout.slot
        median = slot.id == row.median and not row.split
        before = slot.id == row.before and row.before != row.median
        _put_column(canvas, slot, x, y, layout, median=median, before=before)


def _first_line(layout: ScalesLayout, lines: list[str]) -> int:
    """The row of a label's first line: it ends beside the feet of its columns."""
    return max(0, layout.thick - len(lines))


def _put_column(
    canvas: Canvas,
    slot: StepCount,
    x: int,
    y: int,
    layout: ScalesLayout,
    *,
    median: bool,
    before: bool,
) -> None:
    """One step: a column as high as its share of all who answered, and the count."""
    figure = f"{slot.count:>{layout.figure}}"
    space = layout.slot - 1
    told = space >= layout.figure + 2
    wide = space - layout.figure - (space >= layout.figure + 3) if told else space
    role = "accent" if median else "series-1"
    base = y + layout.thick - 1
    if not slot.count:
        canvas.put(x, base, "▁" * wide, "muted")
    else:
        eighths = max(1, round(slot.share * 8 * layout.thick))
        for row in range(layout.thick):
            level = min(8, max(0, eighths - 8 * row))
            canvas.put(x, base - row, EIGHTHS[level] * wide, role)
    at = x + wide
    if told:
        at = canvas.put(at, base, figure, "strong" if median else "muted")
    if median:
        canvas.put(at, base, MEDIAN, "median")
    elif before:
        canvas.put(at, base, BEFORE, "trail")


def _legend(picture: ScalesPicture) -> list[Entry]:
    entries: list[Entry] = [("█", "series-1", _("all who answered"))]
    if any(row.median is not None and not row.split for row in picture.rows):
        entries.append((MEDIAN, "median", _("median")))
    if any(row.before not in (None, row.median) for row in picture.rows):
        entries.append((BEFORE, "trail", _("before")))
    if any(row.split for row in picture.rows):
        entries.append((SPLIT, "warn", _("split")))
    return entries
