"""What if only some had voted: all others' ballots go, and with them what was called out."""

from __future__ import annotations

from support.results import Room, choices

from mops_tui.model.results.tallies import result
from mops_tui.model.session.audience import VisibleState
from mops_tui.tui.screens.replay.what_if import MOST, WhatIf

WHERE = "demo/where"


def room_of(people: int) -> VisibleState:
    return Room(people).round(WHERE, choices("a" * people)).seen("room")


def test_the_votes_of_one_person_are_shown_and_then_everybodys() -> None:
    state, only = room_of(3), WhatIf()
    assert only.is_of_all
    assert only.of(state) is state
    key, name = only.answers(state)[-1]
    only.choose(state, key)
    assert (only.is_of_all, only.name) == (False, name)
    found = result(only.of(state), WHERE)
    assert found is not None
    assert found.n == 1
    only.choose(state, "")
    assert (only.is_of_all, only.name) == (True, "")
    assert only.of(state) is state


def test_of_a_large_room_some_are_offered_with_everybody_first() -> None:
    answers = WhatIf().answers(room_of(100))
    assert len(answers) == MOST
    assert answers[0] == ("", "Everybody")
