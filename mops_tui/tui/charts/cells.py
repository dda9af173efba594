"""A checklist as filled cells, in as many columns as it takes."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from mops_tui.pictures.shapes import CellRow, CellsPicture, ScaleStep
from mops_tui.tui.charts.canvas import Canvas
from mops_tui.tui.charts.parts import Entry, draw_legend_rows, legend_rows
from mops_tui.tui.charts.text import cells, fit_apart, fits, wrap
from mops_tui.words.i18n import _, ngettext
from mops_tui.words.pictures.turnout import turnout_text

FILLS = {1: "█", 2: "░█", 3: "░▒█", 4: "░▒▓█", 5: "·░▒▓█"}
"""The fill of each level by how many levels there are; from six on, digits."""
DIGITS = "0123456789X"
COLUMN = 36
"""The narrowest column worth having."""
UP, DOWN = " ↑", " ↓"
SPACE = 2
"""Cells between two columns."""
LABEL_ROWS = 3
"""The most rows of a label; the longest that a pack may have needs them in a narrow column."""
LEGEND_SHARE = 3
"""The legend has at most one row in so many."""


class ChecklistLine(NamedTuple):
    """One line of the list: a heading, an item, or a blank one (neither), and the rows it takes."""

    heading: str = ""
    row: CellRow | None = None
    rows: int = 1


RAMP = ("muted", "series-2", "series-1", "good")
"""The colours of levels from the lowest to the highest: what is missing is quiet, never alarm."""
WIDEST = 9
"""The most cells of one vote, the gap after it included."""


def level_signs(levels: tuple[ScaleStep, ...]) -> list[tuple[str, str]]:
    """The fill and the role of each level, lowest first."""
    count = len(levels)
    fills = FILLS.get(count, DIGITS)
    steps = max(1, count - 1)
    return [
        (fills[min(i, len(fills) - 1)], RAMP[-1] if count == 1 else RAMP[i * 3 // steps])
        for i in range(count)
    ]


def rows_for_cells(picture: CellsPicture, width: int) -> int:
    """The rows in which a checklist has one column with all of its headings, and its legend."""
    lines = _lines_of(picture, _layout(picture, width), headings=True)
    legend = legend_rows(_legend(picture), width, len(lines))
    return _height(lines) + len(picture.groups) - 1 + len(legend)


def shows_all(picture: CellsPicture, width: int, height: int) -> bool:
    """Whether every item has room in so many cells."""
    columns = _arrange(picture, width, height - len(_legend_for(picture, width, height)))
    shown = sum(1 for lines in columns for line in lines if line.row)
    return shown == sum(len(group.rows) for group in picture.groups)


def draw_cells(picture: CellsPicture, width: int, height: int) -> Canvas:
    """Draw a checklist."""
    canvas = Canvas(width, height)
    if width < 1 or height < 1 or not picture.groups:
        return canvas
    legend = _legend_for(picture, width, height)
    body = height - len(legend)
    columns = _arrange(picture, width, body)
    each = (width - SPACE * (len(columns) - 1)) // len(columns)
    layout = _layout(picture, each)
    # Where a single column leaves rows free, its cells are higher, with a blank row between them.
    step = 1
    if len(columns) == 1 and all(line.rows == 1 for line in columns[0]):
        step = max(1, min(3, body // max(1, len(columns[0]))))
    for index, lines in enumerate(columns):
        y = 0
        for line in lines:
            _put_line(canvas, picture, line, index * (each + SPACE), y, layout)
            if line.row is not None and line.row.n:
                x = index * (each + SPACE) + layout.label + 2
                for row in range(1, step - 1):
                    _put_cells(canvas, picture.levels, line.row, x, y + row, layout)
            y += line.rows * step
    shown = sum(1 for lines in columns for line in lines if line.row)
    hidden = sum(len(group.rows) for group in picture.groups) - shown
    if hidden > 0:
        x = (len(columns) - 1) * (each + SPACE)
        more = ngettext("{n} more", "{n} more", hidden).format(n=hidden)
        canvas.put(x, body - 1, f"+ {more}", "muted", each)
    draw_legend_rows(canvas, legend, turnout_text(picture.turnout))
    return canvas


def _legend_for(picture: CellsPicture, width: int, height: int) -> list[list[Entry]]:
    """The rows of the legend: none on a small canvas."""
    most = max(1, height // LEGEND_SHARE) if height >= 4 else 0
    return legend_rows(_legend(picture), width, most)


Columns = list[list[ChecklistLine]]


def _arrange(picture: CellsPicture, width: int, body: int) -> Columns:
    """The fewest columns that hold all, no label cut: groups whole, broken, without headings.

    Where all of that is too much, as many items as there is room for; the rest is counted.
    """
    most = max(1, (width + SPACE) // (COLUMN + SPACE))
    layouts = {n: _layout(picture, (width - SPACE * (n - 1)) // n) for n in range(1, most + 1)}
    for count, layout in layouts.items():
        columns = _unbroken_columns(picture, layout, count, body)
        if columns is not None:
            return columns
    items = sum(len(group.rows) for group in picture.groups)
    best: tuple[int, Columns] = (-1, [[]])
    for headings in (True, False):
        for count, layout in layouts.items():
            columns = _poured(_lines_of(picture, layout, headings=headings), count, body)
            shown = sum(1 for lines in columns for line in lines if line.row)
            if shown == items:
                return columns
            # A list that is cut off needs its rows for items.
            if not headings and shown > best[0]:
                best = (shown, columns)
    return best[1]


def _lines_of(picture: CellsPicture, layout: CellsLayout, *, headings: bool) -> list[ChecklistLine]:
    lines: list[ChecklistLine] = []
    for group in picture.groups:
        if headings and group.label:
            rows = _rows_of(group.label, layout.width)
            lines.append(ChecklistLine(heading=group.label, rows=rows))
        lines += [
            ChecklistLine(row=row, rows=_rows_of(row.label, layout.label)) for row in group.rows
        ]
    return lines


def _rows_of(label: str, width: int) -> int:
    """The rows of a label: as few as hold it whole."""
    enough = (n for n in range(1, LABEL_ROWS) if fits(label, width, n))
    return next(enough, LABEL_ROWS)


def _height(lines: list[ChecklistLine]) -> int:
    return sum(line.rows for line in lines)


def _unbroken_columns(
    picture: CellsPicture, layout: CellsLayout, count: int, body: int
) -> Columns | None:
    """Groups put one after the other, none of them broken; None where they do not fit."""
    blocks = [
        _lines_of(replace(picture, groups=(group,)), layout, headings=True)
        for group in picture.groups
    ]
    # The lowest columns that hold them are the most even ones.
    for height in range(max(map(_height, blocks), default=1), body + 1):
        columns = _packed(blocks, height)
        if len(columns) == count:
            return [_with_blank_lines(column, body) for column in columns]
    return None


def _packed(blocks: list[list[ChecklistLine]], height: int) -> list[list[list[ChecklistLine]]]:
    """Blocks under each other, in as many columns of a height as it takes."""
    columns: list[list[list[ChecklistLine]]] = [[]]
    for block in blocks:
        if sum(map(_height, columns[-1])) + _height(block) > height and columns[-1]:
            columns.append([])
        columns[-1].append(block)
    return columns


def _with_blank_lines(blocks: list[list[ChecklistLine]], body: int) -> list[ChecklistLine]:
    """A column with a blank line between its groups, where it has the room."""
    air = sum(map(_height, blocks)) + len(blocks) - 1 <= body
    lines: list[ChecklistLine] = []
    for block in blocks:
        if lines and air:
            lines.append(ChecklistLine())
        lines += block
    return lines


def _poured(lines: list[ChecklistLine], count: int, body: int) -> Columns:
    """Lines poured into columns, none of which ends with a heading.

    What does not fit is left out; then the last row of the last column is free to say so.
    """
    columns: Columns = [[]]
    for index, line in enumerate(lines):
        following = lines[index + 1].rows if line.heading and index + 1 < len(lines) else 0
        if _height(columns[-1]) + line.rows + following > body and columns[-1]:
            if len(columns) == count:
                while columns[-1] and _height(columns[-1]) > body - 1:
                    columns[-1].pop()
                break
            columns.append([])
        columns[-1].append(line)
    return columns


class CellsLayout(NamedTuple):
    """One column's measures.

    Attributes:
        width: Cells of the whole column.
        label: Cells of the labels.
        vote: Cells of one vote, the gap after it included; 0 where rows are scaled to `bar`.
        bar: Cells of the longest row.
        figures: Whether there is room for the counts.
        labels: What each label is shortened to, where it is too long for its rows.
    """

    width: int
    label: int
    vote: int
    bar: int
    figures: bool
    labels: dict[str, str]


def _layout(picture: CellsPicture, each: int) -> CellsLayout:
    rows = [row for group in picture.groups for row in group.rows]
    longest = max((cells(row.label) for row in rows), default=0)
    most = max((row.n for row in rows), default=0)
    figures = max((cells(_figures(row, picture.levels)) for row in rows), default=0)
    # Labels first, but never without room for a short row of cells: a cell a vote where no label
    # is cut by it.
    label = next(
        (longest for cut in (max(6, min(most, 10)), 6) if longest <= each - 2 - cut),
        max(1, each - 2 - 6),
    )
    space = max(1, each - label - 2)
    shown = space - figures - 2 >= max(8, min(most, 24))
    if shown:
        space -= figures + 2
    cut = fit_apart([row.label for row in rows], label, LABEL_ROWS)
    cut |= fit_apart([group.label for group in picture.groups if group.label], each, LABEL_ROWS)
    vote = min(WIDEST, space // most) if most else 0
    return CellsLayout(each, label, vote, vote * most if vote else space, shown, cut)


def _figures(row: CellRow, levels: tuple[ScaleStep, ...]) -> str:
    """The counts by level, and where the median went since the round before."""
    order = [level.id for level in levels]
    moved = ""
    if row.median in order and row.before in order and row.median != row.before:
        moved = UP if order.index(row.median) > order.index(row.before) else DOWN
    return "·".join(str(count) for count in row.counts) + moved


def _put_line(
    canvas: Canvas, picture: CellsPicture, line: ChecklistLine, x: int, y: int, layout: CellsLayout
) -> None:
    """A heading, or an item: its label in its rows, beside the first of them its cells."""
    if line.row is None:
        for row, text in enumerate(_wrapped(line.heading, layout, layout.width, line.rows)):
            canvas.put(x, y + row, text, "title", layout.width)
        return
    start = x + layout.label + 2
    for row, text in enumerate(_wrapped(line.row.label, layout, layout.label, line.rows)):
        canvas.put(x, y + row, text, "text", layout.label)
    if not line.row.n:
        canvas.put(start, y, "–", "muted")
        return
    _put_cells(canvas, picture.levels, line.row, start, y, layout)
    if layout.figures:
        canvas.put(start + layout.bar + 2, y, _figures(line.row, picture.levels), "muted")


def _wrapped(label: str, layout: CellsLayout, width: int, rows: int) -> list[str]:
    return wrap(layout.labels.get(label, label), width, rows)


def _put_cells(
    canvas: Canvas, levels: tuple[ScaleStep, ...], row: CellRow, x: int, y: int, layout: CellsLayout
) -> None:
    if layout.vote:
        lengths = [count * layout.vote for count in row.counts]
    else:
        lengths = shares_of(row.counts, layout.bar)
    solid = layout.vote - 1 if layout.vote > 2 else 1
    step = max(1, layout.vote) if layout.vote > 2 else 1
    for (fill, role), length in zip(level_signs(levels), lengths, strict=False):
        for start in range(x, x + length, step):
            canvas.across(start, y, solid, fill, role)
        x += length


def shares_of(counts: tuple[int, ...], space: int) -> list[int]:
    """Whole cells by largest remainder; nobody who voted is left without one if it can be."""
    total = sum(counts)
    if not total or space <= 0:
        return [0] * len(counts)
    exact = [count * space / total for count in counts]
    lengths = [int(value) for value in exact]
    order = sorted(range(len(counts)), key=lambda i: exact[i] - lengths[i], reverse=True)
    for index in order[: space - sum(lengths)]:
        lengths[index] += 1
    for index, count in enumerate(counts):
        largest = max(range(len(counts)), key=lambda i: lengths[i])
        if count and not lengths[index] and lengths[largest] > 1:
            lengths[index] += 1
            lengths[largest] -= 1
    return lengths


def _legend(picture: CellsPicture) -> list[Entry]:
    entries: list[Entry] = [
        (fill * 2, role, step.label)
        for (fill, role), step in zip(level_signs(picture.levels), picture.levels, strict=True)
    ]
    arrows = {_figures(row, picture.levels)[-1:] for g in picture.groups for row in g.rows}
    meanings = ((UP, _("median rose")), (DOWN, _("median fell")))
    return entries + [(s.strip(), "trail", words) for s, words in meanings if s.strip() in arrows]
