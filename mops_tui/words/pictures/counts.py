"""What is seen in bars, scales, cells and lists of ideas."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from mops_tui.pictures.shapes import (
    Bar,
    BarsPicture,
    CellRow,
    CellsPicture,
    IdeasPicture,
    ScaleRow,
    ScalesPicture,
    ScaleStep,
)
from mops_tui.words.closing_kit.cut import cut
from mops_tui.words.i18n import _, ngettext
from mops_tui.words.results.figures import in_words, listed, percent
from mops_tui.words.results.quoting import quoted
from mops_tui.words.results.stages import stage_label

MOST_ROWS = 8
"""So many rows or ideas are told one by one; more are counted."""
_NAME = 60
_IDEA = 100


def of_bars(picture: BarsPicture) -> Iterator[str]:
    """Every answer with its count, the highest first, and what stands beside it."""
    bars = sorted(picture.bars, key=lambda bar: -bar.count)
    held = [bar for bar in bars if bar.count]
    empty = len(bars) - len(held)
    told = [_bar(bar, picture) for bar in held[:MOST_ROWS]]
    if len(held) > MOST_ROWS:
        told.append(_("{n} more with fewer").format(n=in_words(len(held) - MOST_ROWS)))
    if told:
        words = ngettext(
            "A bar for the one answer: {told}.", "A bar for each of {n} answers: {told}.", len(bars)
        )
        yield words.format(n=len(bars), told=_(", ").join(told))
    if empty and held:
        yield ngettext("One answer has none.", "{n} answers have none.", empty).format(
            n=in_words(empty).capitalize() if empty > 1 else empty
        )
    if any(bar.before is not None for bar in bars):
        yield _("A mark on each bar shows the vote before.")
    if picture.mirror_who:
        yield from _mirror(picture, bars)


def _bar(bar: Bar, picture: BarsPicture) -> str:
    fields = {"answer": _named(bar.label, _("on the lines")), "n": bar.count, "of": picture.total}
    if picture.unit == "ranks":
        return _("{answer} first for {n} of {of}").format(**fields)
    if picture.unit == "points":
        return _("{answer} {n} of {of} points").format(**fields)
    return _("{answer} {n} of {of}").format(**fields)


def _mirror(picture: BarsPicture, bars: Sequence[Bar]) -> Iterator[str]:
    shares = [
        _("{answer} {share} %").format(answer=_named(bar.label), share=percent(bar.mirror))
        for bar in bars
        if bar.mirror is not None
    ]
    if shares:
        words = _("Beside it, what others answered ({who}): {shares}.")
        yield words.format(who=cut(picture.mirror_who, _NAME), shares=_(", ").join(shares))


def of_scales(picture: ScalesPicture) -> Iterator[str]:
    """Each row with its counts, step by step, and whether it is split."""
    yield ngettext(
        "One row of counts over the same answers.",
        "{n} rows of counts over the same answers.",
        len(picture.rows),
    ).format(n=len(picture.rows))
    yield from _rows(_scale_row(row, picture) for row in picture.rows)


def _scale_row(row: ScaleRow, picture: ScalesPicture) -> str:
    if not row.n:
        return _("{row}: nobody").format(row=_row_name(row))
    counts = _sides(row) if picture.scale == "pair" else _steps(row, picture)
    words = _("{row}: {counts}")
    if row.split:
        words = _("{row}: {counts}, in two camps")
    return words.format(row=_row_name(row), counts=listed(counts))


def _row_name(row: ScaleRow) -> str:
    if not row.left:
        return _named(row.label)
    left, right = row.names or (row.left, row.label)
    return _("{left} or {right}").format(left=_named(left), right=_named(right))


def _sides(row: ScaleRow) -> list[str]:
    """How many lean to each of two statements, and how many stand in the middle."""
    by_step = {slot.id: slot.count for slot in row.slots}
    left, right = row.names or (row.left, row.label)
    sides = (("-2", "-1"), ("0",), ("1", "2"))
    one, middle, other = (sum(by_step.get(step, 0) for step in side) for side in sides)
    told = [
        _("{n} towards {end}").format(n=one, end=_named(left)) if one else "",
        _("{n} in the middle").format(n=middle) if middle else "",
        _("{n} towards {end}").format(n=other, end=_named(right)) if other else "",
    ]
    return [part for part in told if part]


def _steps(row: ScaleRow, picture: ScalesPicture) -> list[str]:
    names = {step.id: step.label or stage_label(step.id) for step in picture.steps}
    return [
        _("{n} {answer}").format(n=slot.count, answer=_named(names.get(slot.id, slot.id)))
        for slot in row.slots
        if slot.count
    ]


def of_cells(picture: CellsPicture) -> Iterator[str]:
    """Each item with its counts, level by level, under its heading."""
    rows = [row for group in picture.groups for row in group.rows]
    yield ngettext(
        "A checklist with one item, a cell for each level.",
        "A checklist with {n} items, a cell for each level.",
        len(rows),
    ).format(n=len(rows))
    yield from _rows(_cell_row(row, picture.levels) for row in rows)


def _cell_row(row: CellRow, levels: Sequence[ScaleStep]) -> str:
    counts = [
        _("{n} {answer}").format(n=count, answer=_named(level.label or level.id))
        for level, count in zip(levels, row.counts, strict=False)
        if count
    ]
    if not counts:
        return _("{row}: nobody").format(row=_named(row.label))
    return _("{row}: {counts}").format(row=_named(row.label), counts=listed(counts))


def of_ideas(picture: IdeasPicture) -> Iterator[str]:
    """What was written, as far as there is room."""
    n = len(picture.ideas)
    if not n:
        return
    shown = [quoted(cut(idea, _IDEA)) for idea in picture.ideas[:MOST_ROWS]]
    words = ngettext("One idea: {shown}.", "{n} ideas: {shown}.", n)
    if n > len(shown):
        words = _("{n} ideas, the first of them: {shown}.")
    yield words.format(n=n, shown=_("; ").join(shown))


def _rows(rows: Iterable[str]) -> Iterator[str]:
    """Rows as sentences; what is more than a few is counted."""
    every = list(rows)
    for row in every[:MOST_ROWS]:
        yield _("{row}.").format(row=row)
    more = len(every) - MOST_ROWS
    if more > 0:
        yield ngettext("One more row.", "{n} more rows.", more).format(n=more)


def _named(label: str, nothing: str = "") -> str:
    """A label in quotation marks; what has none is called otherwise."""
    return quoted(label, _NAME) if label or not nothing else nothing
