"""Who answered what: a row a person, a column a thing that was answered.

What does not fit beside each other comes in blocks under each other, with the same people; a
column whose heading is too long for three lines has a number, and its words stand above.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from textual.content import Content

from mops_tui.model.packs.answers import POINTS, Item, Pair, stage_of
from mops_tui.model.packs.questions import QuestionBase, RateQuestion, items_of, options_of
from mops_tui.model.session.audience import VisibleState
from mops_tui.model.session.ballots import (
    Allocation,
    Ballot,
    Choice,
    Ideas,
    Pass,
    Positions,
    Ranking,
    Ratings,
)
from mops_tui.model.session.state import Round
from mops_tui.tui.charts.text import apart, fit, fits, wrap
from mops_tui.tui.widgets.lines import hanging
from mops_tui.words.i18n import _
from mops_tui.words.results.answers import ballot_words
from mops_tui.words.results.labels import participant_label
from mops_tui.words.results.names import named_ballots
from mops_tui.words.results.stages import stage_label
from mops_tui.words.safe import cells, safe

MOST_NAME = 20
"""The most cells of somebody's name."""
COLUMN = (4, 40)
"""The fewest and the most cells of a column."""
STATEMENT = 24
"""So many cells of a statement are told, where its words are those of another one in part."""
HEAD = 3
"""The most lines of a heading."""
GAP = 2
"""Cells between two columns."""
MOST_ROWS, ROWS = 20, 10
"""So many people have one heading; of more, so many."""
RAMP = ("$text-muted", "$secondary", "$primary", "bold $success")
"""From the lowest level to the highest."""

Answer = tuple[str, str]
"""What stands in a cell, and its style."""
Reader = Callable[[Ballot], dict[str, Answer]]
"""What a ballot puts into which column."""


@dataclass(frozen=True)
class Matrix:
    """People by things.

    Attributes:
        heads: (key, words) of each column.
        rows: (name, answers by key) of each person; None for who passed.
        key: What the signs in the cells mean, or "".
    """

    heads: tuple[tuple[str, str], ...]
    rows: tuple[tuple[str, dict[str, Answer] | None], ...]
    key: str = ""


def name_lines(state: VisibleState, question: QuestionBase, round_: Round, width: int) -> Content:
    """Who answered what, in so many cells; nothing of an anonymous room."""
    ballots = named_ballots(state, round_)
    if not ballots:
        return Content("")
    if any(isinstance(ballot, Ideas) for _who, ballot in ballots):
        return _list(state, question, ballots, width)
    heads, read, key = _columns(state, question)
    rows = tuple(
        (
            participant_label(state, who),
            None if isinstance(ballot, Pass) else read(ballot),
        )
        for who, ballot in ballots
    )
    matrix = Matrix(heads, rows, key)
    if (
        any(isinstance(ballot, Choice) for _who, ballot in ballots)
        and len(_blocks(matrix, width)) > 1
    ):
        return _list(state, question, ballots, width)
    return draw_matrix(matrix, width)


def _list(
    state: VisibleState,
    question: QuestionBase,
    ballots: Sequence[tuple[str, Ballot]],
    width: int,
) -> Content:
    """A name and an answer a line, where a matrix would have a wide column for each answer."""
    names = [participant_label(state, who) for who, _ballot in ballots]
    column = min(MOST_NAME, max(map(cells, names))) + GAP
    lines = [
        hanging(
            padded(fit(name, column - GAP), column),
            ballot_words(question, ballot, state.workshop),
            width,
            mark="bold $primary",
        )
        for name, (_who, ballot) in zip(names, ballots, strict=True)
    ]
    return Content("\n").join(lines)


def _columns(
    state: VisibleState, question: QuestionBase
) -> tuple[tuple[tuple[str, str], ...], Reader, str]:
    """The headings, how a ballot is read, and what the signs mean."""
    options = tuple((option.id, safe(option.label)) for option in options_of(question))
    if options:
        return options, _read_options, ""
    items = items_of(question)
    if isinstance(question, RateQuestion):
        heads = tuple((item.id, safe(item.label)) for item in items)
        levels = {level.id: (n, safe(level.label)) for n, level in enumerate(question.scale)}
        top = max(1, len(levels) - 1)

        def read_levels(ballot: Ballot) -> dict[str, Answer]:
            if not isinstance(ballot, Ratings):
                return {}
            given = zip(ballot.items, ballot.levels, strict=True)
            return {
                item: (levels[one][1], RAMP[levels[one][0] * 3 // top])
                for item, one in given
                if one in levels
            }

        return heads, read_levels, ""
    if items and isinstance(items[0], Pair):
        return _pair_columns(tuple(item for item in items if isinstance(item, Pair)))
    if items:
        return _curve_columns(tuple(item for item in items if isinstance(item, Item)))

    def read_words(ballot: Ballot) -> dict[str, Answer]:
        return {"": (ballot_words(question, ballot, state.workshop), "")}

    return (("", ""),), read_words, ""


def _read_options(ballot: Ballot) -> dict[str, Answer]:
    if isinstance(ballot, Choice):
        return {ballot.option: ("●", "bold $accent")}
    if isinstance(ballot, Allocation):
        given = zip(ballot.options, ballot.points, strict=True)
        most = max(ballot.points, default=POINTS)
        return {
            option: (str(points), "bold $accent" if points == most else "")
            for option, points in given
            if points
        }
    if isinstance(ballot, Ranking):
        return {
            option: (str(place), "bold $accent" if place == 1 else "")
            for place, option in enumerate(ballot.options, start=1)
        }
    return {}


def _pair_columns(pairs: tuple[Pair, ...]) -> tuple[tuple[tuple[str, str], ...], Reader, str]:
    """Of each pair the words by which its two statements differ: the one that was chosen."""
    ends = {pair.id: _ends(pair) for pair in pairs}
    heads = tuple(
        (key, _("{left} or {right}").format(left=left, right=right))
        for key, (left, right) in ends.items()
    )

    def read(ballot: Ballot) -> dict[str, Answer]:
        if not isinstance(ballot, Positions):
            return {}
        answers: dict[str, Answer] = {}
        for key, position in zip(ballot.items, ballot.positions, strict=True):
            if key not in ends:
                continue
            end = ends[key][position > 0]
            if position == 0:
                answers[key] = ("=", "$text-muted")
            elif abs(position) == 1:
                answers[key] = (f"~ {end}", "$primary" if position > 0 else "$secondary")
            else:
                answers[key] = (end, "bold $primary" if position > 0 else "bold $secondary")
        return answers

    return heads, read, _("~ rather   = between the two")


def _ends(pair: Pair) -> tuple[str, str]:
    """What a pair's statements are called by its pack; else the words by which they differ."""
    if pair.names is not None:
        return safe(pair.names[0]), safe(pair.names[1])
    return apart(safe(pair.left), safe(pair.right), STATEMENT)


def _curve_columns(items: tuple[Item, ...]) -> tuple[tuple[tuple[str, str], ...], Reader, str]:
    heads = tuple((item.id, safe(item.label)) for item in items)

    def read(ballot: Ballot) -> dict[str, Answer]:
        if not isinstance(ballot, Positions):
            return {}
        given = zip(ballot.items, ballot.positions, strict=True)
        return {item: (stage_label(stage_of(at)), "") for item, at in given}

    return heads, read, ""


Block = list[tuple[str, str, int]]
"""Columns beside each other: key, heading, cells."""


def draw_matrix(matrix: Matrix, width: int) -> Content:
    """The matrix in so many cells, in as many blocks under each other as it takes."""
    name = _name_width(matrix)
    blocks = _blocks(matrix, width)
    lines: list[Content] = []
    numbered = [
        (number, words)
        for number, (key, words) in enumerate(matrix.heads, start=1)
        if any(key == one and head == str(number) for block in blocks for one, head, _w in block)
    ]
    for number, words in numbered:
        lines.append(hanging(f"{number:>3}  ", words, width, mark="bold $primary"))
    if matrix.key:
        lines.append(Content.styled(matrix.key, "$text-muted"))
    for block in blocks:
        if lines:
            lines.append(Content(""))
        # In a large room the headings come again: the page is scrolled, and they with it.
        step = len(matrix.rows) if len(matrix.rows) <= MOST_ROWS else ROWS
        for start in range(0, len(matrix.rows), step):
            lines += [Content("")] if start else []
            lines += _head_lines(block, name)
            rows = matrix.rows[start : start + step]
            lines += [_row(person, answers, block, name) for person, answers in rows]
    return Content("\n").join(lines)


def _name_width(matrix: Matrix) -> int:
    return min(MOST_NAME, max((cells(person) for person, _answers in matrix.rows), default=0))


def _blocks(matrix: Matrix, width: int) -> list[Block]:
    """The columns, put beside each other while they fit."""
    room = max(COLUMN[1], width - _name_width(matrix) - GAP)
    blocks: list[Block] = [[]]
    used = 0
    for number, (key, words) in enumerate(matrix.heads, start=1):
        head, size = _measured(matrix, key, words, number)
        if blocks[-1] and used + size > room:
            blocks.append([])
            used = 0
        blocks[-1].append((key, head, size))
        used += size + GAP
    return blocks


def _measured(matrix: Matrix, key: str, words: str, number: int) -> tuple[str, int]:
    """The heading of a column, its number where its words are too long, and its width."""
    answers = [row[key][0] for _person, row in matrix.rows if row and key in row]
    least = min(COLUMN[1], max((*map(cells, answers), COLUMN[0])))
    for size in range(least, COLUMN[1] + 1):
        if fits(words, size, HEAD):
            return words, size
    return str(number), least


def _head_lines(block: Block, name: int) -> list[Content]:
    wrapped = [wrap(head, size, HEAD) for _key, head, size in block]
    rows = max((len(lines) for lines in wrapped), default=0)
    lines: list[Content] = []
    for row in range(rows):
        text = " " * (name + GAP)
        for (_key, _head, size), head in zip(block, wrapped, strict=True):
            at = row - (rows - len(head))
            text += padded(head[at] if at >= 0 else "", size + GAP)
        lines.append(Content.styled(text.rstrip(), "bold $primary"))
    return lines


def _row(person: str, answers: dict[str, Answer] | None, block: Block, name: int) -> Content:
    parts: list[tuple[str, str]] = [(padded(fit(person, name), name + GAP), "bold")]
    if answers is None:
        return Content.assemble(*parts, (_("passed"), "$text-muted italic"))
    for key, _head, size in block:
        text, style = answers.get(key, ("·", "$text-muted"))
        parts.append((padded(fit(text, size), size + GAP), style))
    return Content.assemble(*parts)


def padded(text: str, width: int) -> str:
    """A text filled up to so many cells."""
    return text + " " * max(0, width - cells(text))
