"""Scales and checklists: a row of counts an item, the middle one in brackets."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from mops_tui.pictures.shapes import CellRow, CellsPicture, ScaleRow, ScalesPicture
from mops_tui.report.plots.page import in_rows, padded, wrapped
from mops_tui.words.i18n import _
from mops_tui.words.results.stages import stage_label
from mops_tui.words.safe import cells, in_one_line

DOT = "o"
NOBODY = "."
MOST_DOTS = 12
"""So many votes are dots; more are a number alone."""


class CountRow(NamedTuple):
    """An item with its counts.

    Attributes:
        lines: What stands above it.
        label: What stands beside it.
        middle: The step of the median, or None; `before` likewise.
    """

    lines: Sequence[str]
    label: str
    counts: Sequence[int]
    middle: int | None
    before: int | None
    split: bool = False


def plot_scales(picture: ScalesPicture, width: int) -> list[str]:
    """Each item with its counts; of a pair its two statements above."""
    names = [step.label or stage_label(step.id) for step in picture.steps]
    order = [step.id for step in picture.steps]
    rows = [_scale_row(row, order, width, pair=picture.scale == "pair") for row in picture.rows]
    return _table([] if picture.scale == "pair" else names, rows, width)


def _scale_row(row: ScaleRow, order: list[str], width: int, *, pair: bool) -> CountRow:
    counts = [slot.count for slot in row.slots]
    middle = None if row.split else _place(row.median, order)
    before = _place(row.before, order)
    if not pair:
        return CountRow((), row.label, counts, middle, before, row.split)
    half = (width - 4) // 2
    left, right = wrapped(row.left, half), wrapped(row.label, half)
    most = max(len(left), len(right))
    left, right = [*left, *[""] * (most - len(left))], [*right, *[""] * (most - len(right))]
    lines = [
        padded(one, half) + "    " + padded(other, half, right=True)
        for one, other in zip(left, right, strict=True)
    ]
    return CountRow(lines, "", counts, middle, before, row.split)


def plot_cells(picture: CellsPicture, width: int) -> list[str]:
    """Each item with its counts, under its heading."""
    names = [level.label or level.id for level in picture.levels]
    order = [level.id for level in picture.levels]
    rows = []
    for group in picture.groups:
        heading = wrapped(group.label, width) if group.label else []
        for index, row in enumerate(group.rows):
            rows.append(_cell_row(row, order, heading if index == 0 else []))
    return _table(names, rows, width)


def _cell_row(row: CellRow, order: list[str], heading: list[str]) -> CountRow:
    middle, before = _place(row.median, order), _place(row.before, order)
    return CountRow(heading, row.label, row.counts, middle, before)


def _place(step: str | None, order: list[str]) -> int | None:
    return order.index(step) if step in order else None


def _table(names: list[str], rows: Sequence[CountRow], width: int) -> list[str]:
    """Rows of counts over the same steps, which are numbered and named above."""
    steps = max((len(row.counts) for row in rows), default=0)
    if not steps:
        return []
    longest = max(cells(in_one_line(row.label)) for row in rows)
    split = cells(_("split")) + 2 if any(row.split for row in rows) else 0
    label = min(longest, max(8, min(width // 2, width - split - 4 * steps - 2))) if longest else 0
    start = label + 2 if label else 0
    each = max(3, min(MOST_DOTS + 6, (width - start - split) // steps))
    most = max(max(row.counts, default=0) for row in rows)
    dotted = most <= MOST_DOTS and len(f"[{DOT * most} {most}]") <= each
    lines = _head([in_one_line(name) for name in names], start, each, width) if names else []
    for row in rows:
        lines += row.lines
        lines += _row(row, label, each, dotted=dotted)
    return [*(line.rstrip() for line in lines), *in_rows(_legend(rows), width)]


def _head(names: list[str], start: int, each: int, width: int) -> list[str]:
    """The names of the steps over their columns; their numbers, where a name is too long."""
    if all(cells(name) < each for name in names):
        heads, lines = names, []
    else:
        heads = [f"{n}:" for n in range(1, len(names) + 1)]
        lines = in_rows((f"{n} {name}" for n, name in zip(heads, names, strict=True)), width)
    return [*lines, (" " * start + "".join(padded(one, each, middle=True) for one in heads))]


def _row(row: CountRow, label: int, each: int, *, dotted: bool) -> Iterable[str]:
    beside = wrapped(row.label, label) if label else [""]
    counts = "".join(_count(row, at, each, dotted=dotted) for at in range(len(row.counts)))
    told = f"{counts}  {_('split')}" if row.split else counts
    first = padded(beside[0] if beside else "", label) + "  " if label else ""
    yield f"{first}{told}".rstrip()
    yield from beside[1:]


def _count(row: CountRow, at: int, each: int, *, dotted: bool) -> str:
    """A count as dots and a number, or a number alone; in brackets where it is the middle one."""
    count = row.counts[at]
    figure = NOBODY if not count else f"{DOT * count} {count}" if dotted else str(count)
    if at == row.middle:
        figure = f"[{figure}]"
    elif at == row.before:
        figure = f"({figure})"
    return padded(figure[:each], each, middle=True)


def _legend(rows: Sequence[CountRow]) -> list[str]:
    told = []
    if any(row.middle is not None for row in rows):
        told.append(f"[ ] {_('median')}")
    if any(row.before not in (None, row.middle) for row in rows):
        told.append(f"( ) {_('median of the round before')}")
    return told
