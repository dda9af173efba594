"""What the demo plays: one room, of which no sentence contradicts another."""

from __future__ import annotations

from functools import cache

import pytest
from support.rehearsed import ours

from mops_tui.model.packs.questions import PairsQuestion
from mops_tui.model.results.tallies import result as result_of
from mops_tui.model.session.audience import VisibleState, visible
from mops_tui.model.session.ballots import Point
from mops_tui.usecases.rehearse import DEMO_SEED, rehearse_demo
from mops_tui.words.results.labels import category_label
from mops_tui.words.results.standing.leading import leading
from mops_tui.words.results.standing.sentence import standing

REFS = ("mops-personas/pairs", "mops-personas/place-mops", "org-placement/ten-points")
SPELL, ROTI = "org-placement/spell", "closing/roti"
SIDES = {
    "modernizers": (-1, 1),
    "orchestrators": (1, 1),
    "scientists": (-1, -1),
    "psychologists": (1, -1),
}
"""On which side of technology or arts, and of rational or emotional, each corner is."""


@cache
def played(seed: int = DEMO_SEED) -> VisibleState:
    return visible(rehearse_demo(ours(), seed).state, "facilitator")


def said(state: VisibleState, ref: str) -> str:
    shown, question = result_of(state, ref), state.question(ref)
    assert shown is not None
    assert question is not None
    return standing(shown, question, state.workshop)


def leads(state: VisibleState, ref: str) -> list[str]:
    shown = result_of(state, ref)
    assert shown is not None
    return list(leading(shown))


def at_odds(state: VisibleState) -> list[str]:
    """Each pair on which more than half lean away from the corner where the room stands."""
    (corner,) = leads(state, REFS[1])
    shown, question = result_of(state, REFS[0]), state.question(REFS[0])
    assert shown is not None
    assert isinstance(question, PairsQuestion)
    odd = []
    for item, pair in zip(shown.items, question.items, strict=True):
        fully_left, left, _middle, right, fully_right = item.distribution.counts
        n = item.distribution.n
        to_left, to_right = (fully_left + left) * 2 > n, (right + fully_right) * 2 > n
        side = int(to_right) - int(to_left)
        for lean in pair.leans:
            x, y = (lean.x or 0) * SIDES[corner][0], (lean.y or 0) * SIDES[corner][1]
            if lean.grid == "mops" and min(x * side, y * side) < 0:
                odd.append(pair.id)
    return odd


def test_the_demo_leans_to_where_it_stands() -> None:
    state = played()
    assert at_odds(state) == [], "choose another DEMO_SEED: what people say has changed"
    stands = said(state, REFS[1])
    assert "close to a line" not in stands
    assert "more than in any other corner" not in stands
    marks = [vote.ballot for vote in state.rounds[REFS[1]][-1].votes.values()]
    (corner,) = leads(state, REFS[1])
    there = [
        mark
        for mark in marks
        if isinstance(mark, Point) and ((mark.x > 0) * 2 - 1, (mark.y > 0) * 2 - 1) == SIDES[corner]
    ]
    assert f"{len(there)} of {len(marks)}" in stands
    assert len(there) * 2 > len(marks)


def test_both_votes_of_the_demo_and_its_decision_name_one_place() -> None:
    state = played()
    assert leads(state, REFS[2]) == leads(state, SPELL)
    question, shown = state.question(SPELL), result_of(state, SPELL)
    assert question is not None
    assert shown is not None
    assert shown.verdict.code == "majority"
    personas, placed = state.decisions.values()
    place = category_label(question, leads(state, SPELL)[0])
    assert placed.what.endswith(f" {place}")
    # What none of the room is strong in is told as such, and not as a vote of somebody.
    assert personas.why.startswith("None of the 9 stand with ")
    for decision in (personas, placed):
        assert not decision.what.startswith("Not decided")
        assert decision.owner


def test_the_room_of_the_demo_does_not_regret_its_time() -> None:
    shown = result_of(played(), ROTI)
    assert shown is not None
    lost, little, *worth_it = shown.items[0].distribution.counts
    assert lost == 0
    assert sum(worth_it) > lost + little


@pytest.mark.parametrize("seed", [7, 50])
def test_such_rooms_as_contradict_themselves_are_found_out(seed: int) -> None:
    assert at_odds(played(seed))
