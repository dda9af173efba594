"""What is one person's own: their vote as it is saved, and their answer beside a result.

Nobody but its owner is given any of it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from mops_tui.model.packs.questions import QuestionBase, kind_of
from mops_tui.model.packs.workshop import Workshop
from mops_tui.model.results.grid import summary
from mops_tui.model.session.audience import VisibleState
from mops_tui.model.session.ballots import (
    Allocation,
    Ballot,
    Choice,
    Point,
    Positions,
    Ranking,
    ballot_keys,
    categories_of,
)
from mops_tui.model.text.same import Same, SameParts
from mops_tui.pictures.choose import grid_of
from mops_tui.pictures.shapes import BarsPicture, CurvePicture, GridPicture, Picture, ScalesPicture
from mops_tui.sources.phones.phones import Phones
from mops_tui.web.told.pictures import shown_picture
from mops_tui.web.told.place import now_of
from mops_tui.web.told.result import result_on_screen
from mops_tui.words.phones.answering import own_answer_words, saved_words
from mops_tui.words.safe import safe

Keys = dict[str, Any]


def you_keys(state: VisibleState, participant: str) -> Keys | None:
    """Who somebody is; no name in an anonymous room, None where they have no seat."""
    person = state.participants.get(participant)
    if person is None:
        return None
    keys: Keys = {"role": safe(person.role), "seat": person.seat, "here": person.present}
    return keys if state.policy.anonymity == "anonymous" else {"name": safe(person.name), **keys}


def mine_keys(phones: Phones, participant: str) -> Keys | None:
    """One's own vote in the round that is open or closed, and one's own part of a result.

    Args:
        phones: The session's phones.
        participant: Whose it is, and who is given it.
    """
    here = _here(Same(phones.seen))
    if here is None or participant not in phones.seen.participants:
        return None
    own = phones.own_ballot(participant, here.ref, here.shown) if here.shown else None
    told, marks = _beside(here, own) if here.shown else ("", None)
    if not here.round:
        return {"vote": None, "done": False, "saved": "", "result": told, "marks": marks}
    vote = phones.own_ballot(participant, here.ref, here.round)
    return {
        "vote": None if vote is None else ballot_keys(vote),
        "done": phones.is_done(participant, here.ref, here.round),
        "saved": "" if vote is None else _saved(here.asked, vote),
        "result": told,
        "marks": marks,
    }


class _Asked(SameParts[VisibleState]):
    """A question of a state as a key: the same while nothing is added to it, whoever votes."""

    def __init__(self, state: VisibleState, ref: str) -> None:
        super().__init__(state)
        self.question = state.question(ref)
        self._parts = (Same(state.workshop), ref, state.added.get(ref))
        self._hash = hash(self._parts)

    def parts(self) -> tuple[object, ...]:
        return self._parts

    def __hash__(self) -> int:
        return self._hash

    __eq__ = SameParts.__eq__


@dataclass(frozen=True)
class _Here:
    """What the room looks at, of which somebody can have a part.

    Attributes:
        round: The round that one votes in; 0 on a grid, where nobody does.
        shown: The round whose result is shown; 0 while none is.
        picture: Of that result.
    """

    ref: str
    asked: _Asked
    round: int
    shown: int = 0
    picture: Picture | None = None


@lru_cache(maxsize=4)
def _here(same: Same[VisibleState]) -> _Here | None:
    """Worked out once for all phones; None where nobody has a part in what is shown."""
    state = same.value
    now = now_of(state)
    if now == "grid":
        return _on_grid(state)
    round_ = state.round(state.view.name) if now == "question" else None
    if round_ is None:
        return None
    ref = state.view.name
    here = _Here(ref, _Asked(state, ref), round_.number)
    found = result_on_screen(state)
    if found is None:
        return here
    return replace(here, shown=found[1].round, picture=shown_picture(state, *found))


def _on_grid(state: VisibleState) -> _Here | None:
    """The grid that is shown, and the question that people put their marks on it by."""
    marks = summary(state, state.view.name)
    if marks is None or not marks.ref or not marks.round:
        return None
    return _Here(marks.ref, _Asked(state, marks.ref), 0, marks.round)


def _beside(here: _Here, own: Ballot | None) -> tuple[str, object | None]:
    """One's own answer in words, and one's own part of the picture."""
    if not here.round:  # a grid: who has no mark there is not told that there is none
        point = {"x": own.x, "y": own.y} if isinstance(own, Point) else None
        return (_answer(here.asked, own) if point else ""), point
    question, workshop = here.asked.question, here.asked.value.workshop
    marks = None
    if own is not None and here.picture is not None and question is not None:
        marks = marks_of(question, own, here.picture, workshop)
    return _answer(here.asked, own), marks


@lru_cache(maxsize=4096)
def _saved(asked: _Asked, vote: Ballot) -> str:
    """Kept: of a thousand phones each is told its own again whenever anybody votes."""
    question = asked.question
    return saved_words(question, vote, asked.value.workshop) if question is not None else ""


@lru_cache(maxsize=4096)
def _answer(asked: _Asked, own: Ballot | None) -> str:
    question = asked.question
    return own_answer_words(question, own, asked.value.workshop) if question is not None else ""


def marks_of(
    question: QuestionBase, ballot: Ballot, picture: Picture, workshop: Workshop
) -> object | None:
    """One's own part of a picture: for each of its rows, or a point; None where there is none."""
    if isinstance(picture, GridPicture):
        return {"x": ballot.x, "y": ballot.y} if isinstance(ballot, Point) else None
    if isinstance(picture, BarsPicture):
        own = _by_bar(question, ballot, workshop)
        return [own.get(bar.id) for bar in picture.bars] if own else None
    if isinstance(picture, CurvePicture):
        if not isinstance(ballot, Positions):
            return None
        at = dict(zip(ballot.items, ballot.positions, strict=True))
        return [at.get(wave.id) for wave in picture.waves]
    if isinstance(picture, ScalesPicture):
        steps = [step.id for step in picture.steps]
        named = categories_of(kind_of(question), ballot)
        return [
            steps.index(named[row.id]) if named.get(row.id) in steps else None
            for row in picture.rows
        ]
    return None


def _by_bar(question: QuestionBase, ballot: Ballot, workshop: Workshop) -> dict[str, int]:
    """What somebody gave to each bar: a vote, points, or a place."""
    if isinstance(ballot, Choice):
        return {ballot.option: 1}
    if isinstance(ballot, Allocation):
        return dict(zip(ballot.options, ballot.points, strict=True))
    if isinstance(ballot, Ranking):
        return {option: place for place, option in enumerate(ballot.options, start=1)}
    grid = grid_of(question, workshop)
    if isinstance(ballot, Point) and grid is not None:
        quadrant = grid.quadrant_at(ballot.x, ballot.y)
        return {quadrant.id if quadrant else "": 1}
    return {}
