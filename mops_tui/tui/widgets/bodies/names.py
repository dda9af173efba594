"""Who answered what: a row a person, a column a thing that was answered.

What does not fit beside each other comes in blocks under each other, with the same people; a
column whose heading is too long for three lines has a number, and its words stand above.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from textual.content import Content

from mops_tui.model.packs.answers import Pair
from mops_tui.model.packs.questions import QuestionBase, RateQuestion, items_of, kind_of
from mops_tui.model.session.audience import VisibleState
from mops_tui.model.session.state import Round
from mops_tui.tui.charts.text import fit, fits, padded, wrap
from mops_tui.tui.widgets.lines import hanging, height_of
from mops_tui.words.apart import cut_apart
from mops_tui.words.i18n import _
from mops_tui.words.results.labels import item_label
from mops_tui.words.results.names import (
    CHANGED,
    NamesTable,
    answers_by_name,
    called_without_names,
    changed_by_name,
    names_table,
)
from mops_tui.words.results.stages import stage_label
from mops_tui.words.results.statements import short_ends
from mops_tui.words.safe import cells, safe

MOST_NAME = 20
"""The most cells of somebody's name."""
COLUMN = (4, 40)
"""The fewest and the most cells of a column."""
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
Draw = Callable[[Mapping[str, str]], dict[str, Answer]]
"""How what somebody answered is drawn, by column."""


@dataclass(frozen=True)
class Matrix:
    """People by things.

    Attributes:
        heads: (key, words) of each column.
        rows: (name, answers by key) of each person; None for who passed.
        key: What the signs in the cells mean, or "".
        changed: Of each person whether their answer is another than before; empty in a first round.
    """

    heads: tuple[tuple[str, str], ...]
    rows: tuple[tuple[str, dict[str, Answer] | None], ...]
    key: str = ""
    changed: tuple[bool, ...] = ()


def name_lines(
    state: VisibleState, question: QuestionBase, round_: Round, width: int, rows: int = 0
) -> Content:
    """Who answered what, in a further round who answered otherwise, and how many have no name here.

    Nothing of an anonymous room.

    Args:
        state: What may be seen.
        question: With what the room added.
        round_: The round.
        width: The cells that a line may have.
        rows: Where more than so many would be needed, blank ones are left out; 0 for any number.
    """
    nameless = called_without_names(round_)
    if not nameless:
        return _by_name(state, question, round_, width, rows)
    rest = hanging("", nameless, width, style="$text-muted")
    left = max(1, rows - height_of(rest, width) - 1) if rows else 0
    named = _by_name(state, question, round_, width, left)
    return Content("\n\n").join(part for part in (named, rest) if part.plain)


def _by_name(
    state: VisibleState, question: QuestionBase, round_: Round, width: int, rows: int
) -> Content:
    """Those who handed in a ballot: a row each."""
    table = names_table(state, question, round_)
    changed, legend = changed_by_name(state, round_)
    if table is not None:
        matrix = _matrix(question, table)
        key = "   ".join(filter(None, (matrix.key, legend)))
        matrix = replace(matrix, key=key, changed=changed)
        if kind_of(question) not in ("choice", "hands") or len(_blocks(matrix, width)) == 1:
            spaced = draw_matrix(matrix, width)
            if not rows or height_of(spaced, width) <= rows:
                return spaced
            return draw_matrix(matrix, width, tight=True)
    return _list(answers_by_name(state, question, round_), changed, legend, width)


def _list(
    told: tuple[tuple[str, str], ...], changed: tuple[bool, ...], legend: str, width: int
) -> Content:
    """A name and an answer a line, where a matrix would have one wide column, or one an answer."""
    names = _signed(cut_apart([name for name, _answer in told], MOST_NAME), changed)
    column = max(map(cells, names), default=0) + GAP
    lines = [Content.styled(legend, "$text-muted")] if legend else []
    lines += [
        hanging(padded(fit(name, column - GAP), column), answer, width, mark="bold $primary")
        for name, (_name, answer) in zip(names, told, strict=True)
    ]
    return Content("\n").join(lines)


def _signed(names: list[str], changed: tuple[bool, ...]) -> list[str]:
    """Names, each behind the sign of who changed or as much room, where that is known."""
    if not changed:
        return names
    signs = (CHANGED if one else " " for one in changed)
    return [f"{sign} {name}" for sign, name in zip(signs, names, strict=True)]


def _matrix(question: QuestionBase, table: NamesTable) -> Matrix:
    heads = {column: item_label(question, column) for column in table.columns}
    key = ""
    pairs = {part.id: short_ends(part) for part in items_of(question) if isinstance(part, Pair)}
    for column, (left, right) in pairs.items():
        heads[column] = _("{left} or {right}").format(left=left, right=right)
        key = _("~ rather   = between the two")
    draw = _draw_of(question, pairs)
    names = cut_apart([name for name, _told in table.rows], MOST_NAME)
    rows = tuple(
        (name, None if told is None else draw(told))
        for name, (_name, told) in zip(names, table.rows, strict=True)
    )
    return Matrix(tuple(heads.items()), rows, key)


def _draw_of(question: QuestionBase, pairs: Mapping[str, tuple[str, str]]) -> Draw:
    kind = kind_of(question)
    if kind in ("choice", "hands"):
        return lambda told: dict.fromkeys(told, ("●", "bold $accent"))
    if kind == "allocate":
        return _draw_points
    if kind == "rank":
        return lambda told: {
            option: (place, "bold $accent" if place == "1" else "")
            for option, place in told.items()
        }
    if kind == "curve":
        return lambda told: {item: (stage_label(stage), "") for item, stage in told.items()}
    if isinstance(question, RateQuestion):
        top = max(1, len(question.scale) - 1)
        labels = cut_apart([level.label for level in question.scale], COLUMN[1])
        levels = {
            level.id: (label, RAMP[place * 3 // top])
            for place, (level, label) in enumerate(zip(question.scale, labels, strict=True))
        }
        return lambda told: {item: levels.get(one, (safe(one), "")) for item, one in told.items()}
    return lambda told: {
        item: _draw_position(position, pairs[item]) if item in pairs else (position, "")
        for item, position in told.items()
    }


def _draw_points(told: Mapping[str, str]) -> dict[str, Answer]:
    most = max(told.values(), key=int, default="")
    return {
        option: (points, "bold $accent" if points == most else "")
        for option, points in told.items()
        if points != "0"
    }


def _draw_position(position: str, ends: Sequence[str]) -> Answer:
    """Of two statements the one that was chosen."""
    if position == "0":
        return "=", "$text-muted"
    right = not position.startswith("-")
    ends = cut_apart(ends, COLUMN[1] - cells("~ "))
    style = "$primary" if right else "$secondary"
    if position in ("-1", "1"):
        return f"~ {ends[right]}", style
    return ends[right], f"bold {style}"


Block = list[tuple[str, str, int]]
"""Columns beside each other: key, heading, cells."""


def draw_matrix(matrix: Matrix, width: int, *, tight: bool = False) -> Content:
    """The matrix in so many cells, in as many blocks under each other as it takes.

    Args:
        matrix: The matrix.
        width: The cells that a line may have.
        tight: Without blank rows.
    """
    names = _signed([person for person, _answers in matrix.rows], matrix.changed)
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
        if lines and not tight:
            lines.append(Content(""))
        # In a large room the headings come again: the page is scrolled, and they with it.
        people = list(zip(names, matrix.rows, strict=True))
        step = len(people) if len(people) <= MOST_ROWS else ROWS
        for start in range(0, len(people), step):
            lines += [Content("")] if start else []
            lines += _head_lines(block, name)
            rows = people[start : start + step]
            lines += [_row(person, answers, block, name) for person, (_own, answers) in rows]
    return Content("\n").join(lines)


def _name_width(matrix: Matrix) -> int:
    sign = len(CHANGED) + 1 if matrix.changed else 0
    longest = max((cells(person) for person, _answers in matrix.rows), default=0)
    return min(MOST_NAME, longest) + sign


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
