"""What is one person's own: their vote as it is saved, and their answer beside a result.

Nobody but its owner is given any of it.
"""

from __future__ import annotations

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
from mops_tui.words.phone import own_answer_words, saved_words
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
    state = phones.seen
    if participant not in state.participants:
        return None
    now = now_of(state)
    if now == "grid":
        return _on_grid(phones, participant)
    round_ = state.round(state.view.name) if now == "question" else None
    if round_ is None:
        return None
    ref = state.view.name
    vote = phones.own_ballot(participant, ref, round_.number)
    keys: Keys = {
        "vote": None if vote is None else ballot_keys(vote),
        "done": phones.is_done(participant, ref, round_.number),
        "saved": "" if vote is None else _words(state, ref, vote, beside=False),
        "result": "",
        "marks": None,
    }
    found = result_on_screen(state)
    if found is None:
        return keys
    question, shown = found
    own = phones.own_ballot(participant, ref, shown.round)
    keys["result"] = _words(state, ref, own, beside=True)
    if own is not None:
        picture = _picture(Same(state))
        keys["marks"] = marks_of(question, own, picture, state.workshop) if picture else None
    return keys


def _on_grid(phones: Phones, participant: str) -> Keys:
    """One's own mark on the grid that is shown, where one has put it there."""
    state = phones.seen
    marks = summary(state, state.view.name)
    own = phones.own_ballot(participant, marks.ref, marks.round) if marks and marks.ref else None
    point = {"x": own.x, "y": own.y} if isinstance(own, Point) else None
    said = _words(state, marks.ref, own, beside=True) if marks and point else ""
    return {"vote": None, "done": False, "saved": "", "result": said, "marks": point}


@lru_cache(maxsize=4)
def _picture(state: Same[VisibleState]) -> Picture | None:
    found = result_on_screen(state.value)
    return None if found is None else shown_picture(state.value, *found)


def _words(state: VisibleState, ref: str, ballot: Ballot | None, *, beside: bool) -> str:
    return _kept_words(_Asked(state, ref), ballot, beside)


class _Asked(SameParts[VisibleState]):
    """A question of a state as a key: the same while nothing is added to it, whoever votes."""

    def __init__(self, state: VisibleState, ref: str) -> None:
        super().__init__(state)
        self.ref = ref

    def parts(self) -> tuple[object, ...]:
        return (Same(self.value.workshop), self.ref, self.value.added.get(self.ref))


@lru_cache(maxsize=4096)
def _kept_words(asked: _Asked, ballot: Ballot | None, beside: bool) -> str:
    """Kept: of a thousand phones each is told its own again whenever anybody votes."""
    question, workshop = asked.value.question(asked.ref), asked.value.workshop
    if question is None:
        return ""
    if beside or ballot is None:
        return own_answer_words(question, ballot, workshop)
    return saved_words(question, ballot, workshop)


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
