"""What a workshop says that it brought: each sentence checked against the events."""

from __future__ import annotations

from support.results import Room

from mops_tui.model.session import events as ev
from mops_tui.words.closing import brought

WHERE, POINTS = "demo/where", "demo/points"
A_MINUTE = 60.0


def test_the_minutes_are_those_of_work_and_the_people_those_who_are_there() -> None:
    state = Room(3).add(ev.HeadCounted(present=5)).seen("room")
    assert brought(state, 14 * A_MINUTE + 59)[0] == "14 minutes of work, 5 people."


def test_with_nobody_there_it_counts_nobody() -> None:
    assert brought(Room().seen("room"), A_MINUTE) == ("1 minute of work.",)


def test_answers_are_counted_by_question_and_votes_over_all_rounds() -> None:
    room = Room(3).round(WHERE, [{"option": "a"}] * 3).round(WHERE, [{"option": "b"}] * 2, 2)
    room.open(POINTS)
    assert "1 question answered, with 5 votes." in brought(room.seen("room"), 0.0)


def test_what_moved_is_told_only_of_rounds_in_which_enough_voted() -> None:
    moved = Room(4).round(WHERE, [{"option": "a"}] * 4).round(WHERE, [{"option": "b"}] * 4, 2)
    stayed = Room(4).round(WHERE, [{"option": "a"}] * 4).round(WHERE, [{"option": "a"}] * 4, 2)
    few = Room(4).round(WHERE, [{"option": "a"}] * 2).round(WHERE, [{"option": "b"}] * 2, 2)
    once = Room(4).round(WHERE, [{"option": "a"}] * 4)
    assert "One question was voted on again, and the answers moved." in brought(moved.seen(), 0)
    assert "1 question was voted on again; its answers stayed much the same." in brought(
        stayed.seen(), 0
    )
    for room in (few, once):
        assert not [line for line in brought(room.seen(), 0) if "again" in line]
