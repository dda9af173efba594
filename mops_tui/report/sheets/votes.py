"""The votes as a table: a row for each part of a vote.

Where the room shows names or handles, each row says whose it is. In an anonymous room, and where
who answered what is left out of the report, equal parts are counted together and stand in the order
of the answers: no row is a person's, and nothing links one answer to another, neither of one
question nor of two.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from typing import NamedTuple, assert_never

from mops_tui.model.packs.questions import GridQuestion, kind_of
from mops_tui.model.results.marks import seat_of
from mops_tui.model.session.ballots import (
    Allocation,
    Ballot,
    Choice,
    Ideas,
    Pass,
    Point,
    Positions,
    Ranking,
    Ratings,
    Sealed,
    categories_of,
)
from mops_tui.report.content.sections import shows_names
from mops_tui.report.input import ReportInput
from mops_tui.report.rounds import item_text
from mops_tui.report.sheets.asked import ASKED_COLUMNS, AskedRound, answer_cell, asked_rounds
from mops_tui.report.sheets.cells import Cell, csv_text
from mops_tui.words.results.labels import answer_label, item_label, participant_label

VOTE_COLUMNS = (
    *ASKED_COLUMNS,
    "voter",
    "seat",
    "role",
    "how",
    "item",
    "item_text",
    "answer",
    "answer_text",
    "value",
    "x",
    "y",
    "count",
)
"""The first row. What another program reads is in no language."""


class VotePart(NamedTuple):
    """A part of a vote: what was answered to one item.

    Attributes:
        how: "ballot", "called" (out loud, by somebody without a ballot), or "passed".
        item: An item, a pair, a wave; the option that points or a place were given to; or "".
        answer: The id of the answer, or "".
        text: An idea, in the words of whoever had it.
        value: Points, a place, or a position.
        x: A place on a grid; likewise y.
        n: How many votes it stands for.
    """

    how: str
    item: str = ""
    answer: str = ""
    text: str = ""
    value: int | None = None
    x: int | None = None
    y: int | None = None
    n: int = 1


def votes_csv(given: ReportInput) -> str:
    """Every vote of every revealed round, as a table."""
    assert given.audience == "room", "votes stay with those who were in the room"
    return csv_text(VOTE_COLUMNS, _rows(given))


def _rows(given: ReportInput) -> Iterator[tuple[Cell, ...]]:
    nameless = given.state.policy.anonymity == "anonymous" or not shows_names(given)
    for asked in asked_rounds(given):
        first = asked.cells(given)
        parts = _counted(given, asked) if nameless else _by_voter(given, asked)
        for who, part in parts:
            yield (*first, *who, *_cells(given, asked, part))
        for item, category, count in asked.round.tally.cells:
            if count:
                part = VotePart("called", item, category, n=count)
                yield (*first, "", None, "", *_cells(given, asked, part))


Voter = tuple[str, int | None, str]
"""A name, a seat, a role: nothing of it in an anonymous room."""


def _by_voter(given: ReportInput, asked: AskedRound) -> Iterator[tuple[Voter, VotePart]]:
    state = given.state
    votes = sorted(asked.round.votes.values(), key=lambda vote: seat_of(state, vote.participant))
    for vote in votes:
        person = state.participants.get(vote.participant)
        role, seat = (person.role, person.seat) if person is not None else ("", None)
        voter = (participant_label(state, vote.participant), seat, role)
        for part in _parts(given, asked, vote.ballot):
            yield voter, part


def _counted(given: ReportInput, asked: AskedRound) -> Iterator[tuple[Voter, VotePart]]:
    """Equal parts counted together; a place is known by its corner alone, a wave by its stage."""
    exact = kind_of(asked.question) not in ("grid", "curve")
    counts: Counter[VotePart] = Counter()
    for vote in asked.round.votes.values():
        for part in _parts(given, asked, vote.ballot):
            value = part.value if exact else None
            counts[part._replace(value=value, x=None, y=None)] += 1
    order = _order_of_answers(given, asked.ref)
    for part in sorted(counts, key=order):
        yield ("", None, ""), part._replace(n=counts[part])


def _order_of_answers(given: ReportInput, ref: str) -> Callable[[VotePart], tuple[object, ...]]:
    """As the question asks: items and answers in its order, then what it does not know any more."""
    answers = given.state.answers(ref)
    known = (*answers.items, *answers.options, *answers.categories) if answers is not None else ()
    places = {name: at for at, name in enumerate(dict.fromkeys(known))}

    def order(part: VotePart) -> tuple[object, ...]:
        item, answer = (places.get(name, len(places)) for name in (part.item, part.answer))
        return (part.how, item, answer, part.value or 0, part.item, part.answer, part.text)

    return order


def _parts(given: ReportInput, asked: AskedRound, ballot: Ballot) -> Iterator[VotePart]:
    kind = kind_of(asked.question)
    match ballot:
        case Pass() | Sealed():
            yield VotePart("passed")
        case Choice():
            yield VotePart("ballot", answer=ballot.option)
        case Allocation():
            for option, points in zip(ballot.options, ballot.points, strict=True):
                yield VotePart("ballot", option, value=points)
        case Ranking():
            for place, option in enumerate(ballot.options, start=1):
                yield VotePart("ballot", option, value=place)
        case Ratings():
            for item, level in categories_of(kind, ballot).items():
                yield VotePart("ballot", item, level)
        case Positions():
            named = categories_of(kind, ballot)
            for item, position in zip(ballot.items, ballot.positions, strict=True):
                yield VotePart("ballot", item, named[item], value=position)
        case Point():
            answer = _corner(given, asked, ballot)
            yield VotePart("ballot", answer=answer, x=ballot.x, y=ballot.y)
        case Ideas():
            for idea in ballot.ideas:
                yield VotePart("ballot", text=idea)
        case _:
            assert_never(ballot)


def _corner(given: ReportInput, asked: AskedRound, point: Point) -> str:
    """The corner of the grid that a point stands in; "" on a line between two."""
    assert isinstance(asked.question, GridQuestion), "a point answers a grid"
    grid = given.state.workshop.grid(asked.question.grid)
    quadrant = grid.quadrant_at(point.x, point.y) if grid is not None else None
    return quadrant.id if quadrant is not None else ""


def _cells(given: ReportInput, asked: AskedRound, part: VotePart) -> tuple[Cell, ...]:
    workshop, question = given.state.workshop, asked.question
    item = ""
    if part.item:
        kind = kind_of(question)
        pairs = kind == "pairs"
        item = (
            item_text(question, part.item) if pairs else item_label(question, part.item, workshop)
        )
    answer = part.text
    if part.answer:
        answer = answer_label(question, part.item, part.answer, workshop)
    return (
        part.how,
        part.item,
        item,
        answer_cell(question, part.answer),
        answer,
        part.value,
        part.x,
        part.y,
        part.n,
    )
