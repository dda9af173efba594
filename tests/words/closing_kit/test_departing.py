from __future__ import annotations

from typing import Any

from support.results import Room, choices
from support.sessions import header

from mops_tui.model.packs.workshop import Workshop
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
    assert vote_beside(room, what="We go with Alpha") == (
        "Where: 2 of 6 for Alpha, fewer than the 4 for Beta"
    )
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
    assert told.startswith("Where: 0 of 4 for Alpha, fewer than the 4 for Beta; ")
    assert told.endswith("after this was decided, the room voted again on “Where”")


def test_whoever_owns_a_thing_in_passing_is_no_answer_that_was_chosen() -> None:
    room = Room(6).round("demo/where", choices("aabbbb"))
    told = vote_beside(room, what="We wait, with Alpha's help")
    assert told == (
        "It was not voted on in these words. Where: Beta leads with 4 of 6, short of the 75 % set "
        "for a decision."
    )


def test_what_no_answer_names_was_not_voted_on_however_clear_the_vote_was() -> None:
    room = Room(5).round("demo/where", choices("aaaaa"))
    told = vote_beside(room, what="We wait")
    assert told == "It was not voted on in these words. Where: all 5 chose Alpha."


def test_of_several_answers_that_a_decision_names_the_vote_is_told_where_it_falls_short() -> None:
    room = Room(9).round("demo/where", choices("aaaaabbbc"))
    assert vote_beside(room, what="Alpha for a year, then Beta") == (
        "Where: Alpha leads with 5 of 9, short of the 75 % set for a decision."
    )
    room = Room(5).round("demo/where", choices("aaaaa"))
    assert vote_beside(room, what="Beta and Gamma share it") == "Where: all 5 chose Alpha."
    assert vote_beside(room, what="Alpha and Gamma share it") == ""


TODAY = {"kind": "choice", "id": "now", "title": "Now", "ask": "Where is it now?", "today": True}
ROOMS = {"option": [{"id": "now-a", "label": "Alpha"}, {"id": "now-b", "label": "Beta"}]}


def of_today(people: int) -> Room:
    """A room whose workshop asks where the team sits today, too."""
    workshop = header().workshop.model_dump(mode="json", by_alias=True)
    workshop["scenario"][0]["question"].insert(0, {**TODAY, **ROOMS})
    return Room(people, workshop=Workshop.model_validate(workshop))


def test_a_decision_against_the_vote_is_told_though_the_room_spoke_of_today_as_well() -> None:
    room = of_today(5).round("demo/now", [{"option": "now-a"}] * 5)
    room.round("demo/where", choices("bbbba"))
    assert vote_beside(room, what="We go to Alpha") == (
        "Where: 1 of 5 for Alpha, fewer than the 4 for Beta"
    )
    assert vote_beside(room, what="It stays in Alpha").startswith("Where: 1 of 5 for Alpha")


def test_where_things_stay_where_they_are_the_vote_on_today_says_where_that_is() -> None:
    room = of_today(5).round("demo/now", [{"option": "now-b"}] * 4 + [{"option": "now-a"}])
    room.round("demo/where", choices("bbaac"))
    told = vote_beside(room, what="It stays as it is until June")
    assert told == (
        "It was not voted on in these words. Where: Alpha and Beta tie with 2 of 5 each, short of "
        "the 75 % set for a decision. Now: Beta leads with 4 of 5."
    )
    assert "Now:" not in vote_beside(room, what="We move in June")
    assert "Now:" not in vote_beside(of_today(4).round("demo/where", choices("aaab")), what="Stay")


def test_too_few_answers_are_told_beside_a_decision_though_two_votes_have_such_an_answer() -> None:
    room = of_today(2).round("demo/now", [{"option": "now-a"}] * 2)
    room.round("demo/where", choices("ab"))
    assert vote_beside(room, what="We go to Alpha") == "1 : 1, two answers, too few"
