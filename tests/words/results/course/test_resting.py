"""What the vote behind a decision lacked; nothing where it carried it."""

from __future__ import annotations

import pytest
from support.rehearsed import rehearsal
from support.results import Room, choices

from mops_tui.model.session import events as ev
from mops_tui.model.session.audience import visible
from mops_tui.words.rehearsals.decided import decided
from mops_tui.words.results.course.resting import behind, lacks
from mops_tui.words.results.quoting import titled

WHERE, MOPS, POINTS = "demo/where", "demo/place", "demo/points"


def told(room: Room, what: str = "We go to Alpha.") -> tuple[str, ...]:
    room.add(ev.DecisionRecorded(decision="d", scenario="demo", what=what))
    state = room.seen("room")
    return lacks(state, state.decisions["d"])


@pytest.mark.parametrize(
    ("votes", "expected"),
    [
        ("aaaabb", "4 of 6, short of the 75 % set for a decision"),
        ("aaabbb", "3 of 6, a tie"),
        ("abbbbb", "1 of 6, fewer than the 5 for Beta"),
        ("aa    ", "two answers, too few"),
        ("ab    ", "1 : 1, two answers, too few"),
        ("a     ", "one answer, too few"),
        ("aaa   ", "3 of 6 voted, under the quorum of 60 %"),
    ],
)
def test_a_vote_that_does_not_carry_a_decision_says_what_it_lacked(
    votes: str, expected: str
) -> None:
    room = Room(6, policy={"quorum": 0.6}).round(WHERE, choices(votes))
    assert told(room) == ((expected if votes != "aa    " else "2 : 0, two answers, too few"),)


@pytest.mark.parametrize("votes", ["aaaaaa", "aaaab ", "------"])
def test_a_majority_lacks_nothing_and_neither_does_a_vote_of_nobody(votes: str) -> None:
    assert told(Room(6).round(WHERE, choices(votes))) == ()


def test_the_latest_vote_is_the_one_that_counts() -> None:
    room = Room(4).round(WHERE, choices("aabb")).round(WHERE, choices("aaaa"), 2)
    assert told(room) == ()


def test_of_several_questions_those_that_it_names_have_to_carry_it() -> None:
    room = Room(4).round(WHERE, choices("aabb"))
    room.round(POINTS, [{"options": ("a", "b"), "points": (6, 4)}] * 4)
    assert told(room, "Where: we stay.") == ("2 of 4, a tie",)
    assert told(room, "Something else.") == ()


def test_another_vote_that_a_reason_tells_of_is_not_the_one_that_it_was_made_from() -> None:
    room = Room(4).round(WHERE, choices("aabb"))
    room.round(POINTS, [{"options": ("a", "b"), "points": (4, 6)}] * 4)
    question = room.seen("room").question(POINTS)
    assert question is not None
    why = f"Alpha is near. {titled(question.title, 'Beta leads with 24 of 40 points.')}"
    room.add(ev.DecisionRecorded(decision="d", scenario="demo", what="We go to Alpha.", why=why))
    state = room.seen("room")
    assert lacks(state, state.decisions["d"]) == ("2 of 4, a tie",)


def test_whoever_asked_nothing_lacks_nothing() -> None:
    assert told(Room(4)) == ()
    assert told(Room(4).open(WHERE)) == ()


@pytest.mark.parametrize(
    ("what", "why", "expected"),
    [
        ("We go to Alpha.", "", ("2 of 4, a tie",)),
        ("We change “Alpha takes over”.", "", ()),
        ("We begin with “An owner”.", "", ()),
        ("We go to Alpha, with “An owner”.", "", ()),
        ("We go to Alpha.", "“An owner” is missing.", ()),
        ("We go to Alpha.", "It is near.", ("2 of 4, a tie",)),
    ],
)
def test_nothing_is_said_of_a_vote_that_a_decision_may_not_rest_on(
    what: str, why: str, expected: tuple[str, ...]
) -> None:
    room = Room(4).round(WHERE, choices("aabb"))
    room.round("demo/ready", [{"items": ("owner",), "levels": ("partly",)}] * 4)
    room.add(ev.DecisionRecorded(decision="d", scenario="demo", what=what, why=why))
    state = room.seen("room")
    assert lacks(state, state.decisions["d"]) == expected


@pytest.mark.parametrize("workshop", ["full-walk", "readiness-check", "placement-only"])
@pytest.mark.parametrize("people", [7, 9])
def test_the_vote_behind_a_rehearsed_decision_is_the_one_that_it_was_made_from(
    workshop: str, people: int
) -> None:
    known = 0
    for seed in range(12):
        state = visible(rehearsal(workshop, people, seed).state, "room")
        for decision in state.decisions.values():
            scenario = state.workshop.scenario(decision.scenario)
            made = decided(state, scenario) if scenario is not None else None
            found = behind(state, decision)
            assert made is not None
            if found is not None:
                assert f"{decision.scenario}/{found[0].id}" == made.ref
                known += 1
    assert known
