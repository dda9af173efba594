"""What the comparison shows of each question and grid, laid out for a width."""

from __future__ import annotations

from textual.content import Content

from mops_tui.model.comparison.comparison import Comparison, question_of
from mops_tui.model.comparison.figures import Figure
from mops_tui.model.comparison.grids import GridShift
from mops_tui.model.comparison.matched import MatchedQuestion, Row
from mops_tui.model.packs.answers import Pair
from mops_tui.model.packs.questions import QuestionBase
from mops_tui.model.results.consensus import FEW
from mops_tui.tui.charts.text import padded
from mops_tui.tui.widgets.lines import hanging
from mops_tui.words.comparison import comparison as words
from mops_tui.words.comparison.grids import (
    arrows_line,
    axis_line,
    corner_names,
    corner_share,
    corner_text,
    grid_line,
    hair_lines,
)
from mops_tui.words.comparison.rows import (
    change_text,
    moved_legend,
    row_asked,
    row_label,
    top_label,
    top_share,
    value_text,
)
from mops_tui.words.comparison.sessions import tag
from mops_tui.words.comparison.trend import SPARK, spark
from mops_tui.words.comparison.wordings import consent_lines
from mops_tui.words.i18n import _
from mops_tui.words.results.figures import percent
from mops_tui.words.results.statements import pair_of
from mops_tui.words.safe import cells, safe

WIDE = 100
"""From this width on, shares stand beside their counts, and bars are longer."""
BAR, LONG_BAR = 12, 24
"""Cells of a bar from 0 to 100 per cent, or of a scale from end to end."""
CHANGE = 16
"""Cells of the column that says how much, as most of what it says needs them."""
FIGURE = 6
"""Cells of the figure behind a bar."""
MOST_BESIDE = 3
"""Of so many sessions each has its figure; of more, the first and the last."""
LEAST_LABEL = 20
"""A name with less room than this stands on a line of its own."""


def title(text: str) -> Content:
    """A heading."""
    return Content.styled(text, "bold $accent")


def small(text: str, width: int, indent: str = "  ") -> Content:
    """A line that explains."""
    return hanging(indent, text, width, style="$text-muted")


def question_block(comparison: Comparison, one: MatchedQuestion, width: int) -> Content:
    """A question: what it came to in each session, how alike the answers are, and each row."""
    question = question_of(comparison, one)
    assert question is not None
    lines = [title(safe(question.title))]
    for line in consent_lines(comparison, one):
        lines.append(hanging("  ! ", line, width, mark="bold $warning"))
    for place, index in enumerate(one.sessions):
        said = words.result_text(comparison, one, place)
        lines.append(hanging(f"  {tag(index)} ", said, width, mark="bold"))
    for line in words.same_texts(comparison, one):
        lines.append(hanging("  · ", line, width, mark="bold $primary"))
    if one.rows:
        moved = moved_legend(one, short=width < WIDE)
        lines.append(small(" ".join(filter(None, (_legend(one, question), moved))), width))
    return Content("\n").join([*lines, *_rows(comparison, one, question, width)])


def _rows(
    comparison: Comparison, one: MatchedQuestion, question: QuestionBase, width: int
) -> list[Content]:
    rated, bar = bool(top_label(question)), LONG_BAR if width >= WIDE else BAR
    if len(one.sessions) > 2:  # a block each
        rated, bar = False, min(SPARK, len(one.sessions))
    figures = [_then_now(comparison, one, row, width) for row in one.rows]
    changes = [change_text(one, row, short=width < WIDE) for row in one.rows]
    change_width = max([CHANGE, *map(cells, changes)]) + 1
    middle = max(map(cells, figures), default=0)
    tail = change_width + bar + (FIGURE if rated else 0)
    label = width - middle - tail - 4
    lines: list[Content] = []
    for row, figure, change in zip(one.rows, figures, changes, strict=True):
        style = "$text-muted" if row.short or change in ("", "=") else "bold $primary"
        how_much = (padded(change, change_width), style)
        pair = pair_of(question, row.key)
        if pair is not None and len(one.sessions) == 2:
            lines += _pair_lines(row, pair, how_much, width)
            continue
        name, start = row_label(row, *row_asked(comparison, one, row)), "  "
        if label < LEAST_LABEL or cells(name) + 2 > label:  # the name has a line of its own
            lines.append(hanging("  ", name, width))
            name, start = "", "    "
        room = max(0, label) if label >= LEAST_LABEL else 0
        text = start + padded(name, max(0, room - len(start) + 2))
        parts = Content.assemble(text, padded(figure, middle), "  ", how_much)
        if room or cells(text) + middle + tail + 2 <= width + 2:
            lines.append(Content.assemble(parts, _bar(row, bar, rated=rated)))
        elif cells(text) + middle + 2 + cells(change) <= width:
            lines += [parts, Content.assemble(start, _bar(row, bar, rated=rated))]
        else:  # figures so long that the change would break, too
            below = Content.assemble(start, how_much, "  ", _bar(row, bar, rated=rated))
            lines += [Content(text + figure), below]
    return lines


def _pair_lines(row: Row, pair: Pair, how_much: tuple[str, str], width: int) -> list[Content]:
    """A pair: its statements at the ends of a track, and where the room stood on it."""
    left, right = safe(pair.left), safe(pair.right)
    room = width - cells(how_much[0]) - 4
    if cells(left) + cells(right) + 2 <= room:
        gap = " " * (room - cells(left) - cells(right))
        names = [Content(f"  {left}{gap}{right}")]
    else:
        names = [hanging("  ← ", left, width), hanging("  → ", right, width)]
    return [*names, Content.assemble("  ", _track(row, room), "  ", how_much)]


def _legend(one: MatchedQuestion, question: QuestionBase) -> str:
    """What the figures and the picture beside them show."""
    first, last, level = tag(one.sessions[0]), tag(one.sessions[-1]), top_label(question)
    if len(one.sessions) > 2:
        sentence = _(
            "The figures from {first} to {last}, and a block for each: how high its figure is on "
            "its own scale, from the lowest that it can be (▁) to the highest (█)."
        )
    elif level:
        sentence = _(
            "Typical answer, {first} → {last}. Bar: the share of “{level}” in {last}; │ in {first}."
        )
    elif one.rows[0].unit == "share":
        sentence = _("{first} → {last}. Bar: {last}, from 0 to 100 %; │ is {first}.")
    elif one.rows[-1].unit == "share":  # a grid: its axes, then its corners
        sentence = _(
            "Axes from their first end to the other: ○ the middle of the room in {first}, ● in "
            "{last}. Bars from 0 to 100 %: {last}; │ is {first}."
        )
    elif one.kind == "rank":
        sentence = _("Typical place, {first} → {last}. ○ {first}, ● {last}, the best at the right.")
    else:
        sentence = _("○ the typical answer in {first}, ● in {last}, ◉ in both.")
    return sentence.format(level=level, first=first, last=last)


def _then_now(comparison: Comparison, one: MatchedQuestion, row: Row, width: int) -> str:
    """The figures in order, those between the first and the last too where they fit."""
    short = row.unit == "share" and width < WIDE
    every = [
        value_text(comparison, one, row, place, short=short) for place in range(len(one.sessions))
    ]
    told = [text for at, text in enumerate(every) if not at or text != every[at - 1]]
    if len(every) > MOST_BESIDE:
        told = every[:1] if every[0] == every[-1] else [every[0], every[-1]]
    elif len(told) > 1 and len(every) > 2:
        told = every  # each in its place: the second is that of the second session
    return " → ".join(told)


def _bar(row: Row, width: int, *, rated: bool) -> Content:
    """Where it stands now, and a thin mark where it stood; a small plot of three or more."""
    if len(row.figures) > 2:
        return Content.styled(_plot(row), "$primary")
    if row.unit == "share" or rated:
        was, now = (top_share(f) if rated else _share(f) for f in (row.figures[0], row.figures[-1]))
        return filled(was, now, width, figure=rated)
    return _track(row, width)


def _share(figure: Figure | None) -> float | None:
    """How far a bar goes; of too few answers there is none."""
    return None if figure is None or figure.short == "few" else figure.value


def _track(row: Row, width: int) -> Content:
    """A scale from end to end: ○ then, ● now, ◉ both; nothing of what too few said."""
    was, now = (_place(row.figures[end], row.unit) for end in (0, -1))
    track: list[tuple[str, str]] = [("─", "$text-muted")] * width
    spots = [None if one is None else round(one * (width - 1)) for one in (was, now)]
    if spots[0] is not None:
        track[spots[0]] = ("○", "bold $foreground")
    if spots[1] is not None:
        track[spots[1]] = ("◉" if spots[0] == spots[1] else "●", "bold $accent")
    return Content.assemble(*track)


def filled(was: float | None, now: float | None, width: int, *, figure: bool = False) -> Content:
    """A bar from 0 to 100 per cent, with a thin mark where it was."""
    full = round((now or 0.0) * width)
    bar = [("█", "$primary") if x < full else ("·", "$text-muted") for x in range(width)]
    if was is not None:
        tick = min(width - 1, round(was * width))
        # On a full cell the tick keeps the bar behind it: a bar never looks shorter than it is.
        bar[tick] = ("│", "bold $warning on $primary" if tick < full else "bold $warning")
    figure_text = f" {percent(now):>3} %" if figure and now is not None else ""
    return Content.assemble(*bar, (figure_text, "$text-muted"))


def _plot(row: Row) -> str:
    """A block for each session: where its figure is on its scale, the same in all rows."""
    if row.unit == "share":
        return spark([_share(figure) for figure in row.figures], 0.0, 1.0)
    return spark([_place(figure, row.unit) for figure in row.figures], 0.0, 1.0)


def _place(figure: Figure | None, unit: str) -> float | None:
    """A figure from 0 to 1 along its scale, its axis or its ranks; None where nothing is said."""
    if figure is None or figure.value is None or figure.short in ("few", "split"):
        return None
    if unit == "axis":
        return (figure.value + 100) / 200
    steps = max(1, len(figure.counts) - 1)
    return 1 - (figure.value - 1) / steps if unit == "rank" else figure.value / steps


def grid_head(comparison: Comparison, shift: GridShift, width: int) -> Content:
    """What stands over the picture of a grid."""
    first, last = tag(shift.standings[0].session), tag(shift.standings[-1].session)
    lines = [title(safe(shift.grid.title))]
    lines.append(hanging("  ", grid_line(shift), width))
    lines.append(hanging("  ", arrows_line(comparison, shift), width))
    lines += [hanging("  ", axis_line(shift, index), width) for index in (0, 1)]
    lines += _corners(shift, width)
    caption = _("Below: marks, middle half and the counts in the corners are those of {last}.")
    if not shift.arrows:
        caption = _(
            "Below: marks, middle half and the counts in the corners are those of {last}; ╋ is the "
            "middle of the room in each session, from {first} on."
        )
    lines.append(small(caption.format(first=first, last=last), width))
    return Content("\n").join(lines)


def _corners(shift: GridShift, width: int) -> list[Content]:
    """How many people stand in each corner at both ends; a long name has a line of its own."""
    ends = (shift.standings[0], shift.standings[-1])
    bar = LONG_BAR if width >= WIDE else BAR
    hair = hair_lines(shift)
    told = [
        " → ".join(corner_text(end, index) for end in ends)
        for index in range(len(corner_names(shift)))
    ]
    middle = max(map(cells, told))
    room = width - middle - bar - 6
    names = corner_names(shift)
    beside = max(map(cells, names)) <= room
    room = max(map(cells, names)) if beside else 0
    lines: list[Content] = [hanging("  ! ", line, width, mark="bold $warning") for line in hair]
    for index, (name, figures) in enumerate(zip(names, told, strict=True)):
        if not beside:
            lines.append(hanging("  ", name, width))
        start = f"  {padded(name, room)}" if beside else "   "
        was, now = (corner_share(end, index) if end.n >= FEW else None for end in ends)
        row = f"{start} {padded(figures, middle)}  "
        # A bar would make much of a corner that a small step changes.
        drawn = Content("") if hair else filled(was, now, bar)
        lines.append(Content.assemble(row, drawn))
    return lines
