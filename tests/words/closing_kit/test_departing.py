from __future__ import annotations

from typing import Any

from support.results import Room, choices

from mops_tui.model.session import events as ev
from mops_tui.words.closing_kit.departing import departure


def vote_beside(room: Room, **keys: Any) -> str:
    said = {"decision": "d", "scenario": "demo", "what": "We go.", **keys}
    state = room.add(ev.DecisionRecorded(**said)).seen()
    return departure(state, state.decisions["d"])


def test_that_nobody_voted_on_it_is_told() -> None:
    assert vote_beside(Room(3)) == "nobody voted on it"


def test_what_its_vote_carries_needs_no_word() -> None:
    room = Room(4).round("demo/where", choices("aaaa"))
    assert vote_beside(room, what="We go with Alpha") == ""


def test_what_did_not_win_or_lacks_a_majority_is_told() -> None:
    room = Room(6).round("demo/where", choices("aabbbb"))
    assert vote_beside(room, what="We go with Alpha") == "2 of 6, fewer than the 4 for Beta"
    tied = Room(4).round("demo/where", choices("aabb"))
    assert vote_beside(tied, what="We go with Alpha") == "2 of 4, a tie"
    short = Room(6).round("demo/where", choices("aabbbb"))
    assert vote_beside(short, what="We go with Beta") == (
        "4 of 6, short of the 75 % set for a decision"
    )


def test_a_vote_under_the_quorum_is_told() -> None:
    room = Room(6).round("demo/where", choices("aaaa  "))
    assert vote_beside(room, what="We go with Alpha").startswith("4 of 6 voted, under the quorum")


def test_a_vote_after_the_decision_is_told_and_what_it_changed() -> None:
    room = Room(4).round("demo/where", choices("aaaa"))
    room.add(ev.DecisionRecorded(decision="d", scenario="demo", what="We go with Alpha", t=1.0))
    room.round("demo/where", choices("bbbb"), 2)
    state = room.seen()
    told = departure(state, state.decisions["d"])
    assert told.startswith("0 of 4, fewer than the 4 for Beta")
    assert told.endswith("after this was decided, the room voted again on “Where”")


def test_whoever_owns_a_thing_in_passing_is_no_answer_that_was_chosen() -> None:
    room = Room(6).round("demo/where", choices("aabbbb"))
    told = vote_beside(room, what="We wait, with Alpha's help")
    assert told == "4 of 6, short of the 75 % set for a decision"  # and not: "fewer than for Beta"
