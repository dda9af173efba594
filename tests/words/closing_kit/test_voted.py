from __future__ import annotations

import pytest
from support.results import Room, choices

from mops_tui.model.results.tallies import result
from mops_tui.model.results.withheld import withheld
from mops_tui.model.session import events as ev
from mops_tui.words.closing_kit.agreed import Asked
from mops_tui.words.closing_kit.voted import turnout


def asked(room: Room) -> list[Asked]:
    state, found = room.seen(), []
    for ref, rounds in state.rounds.items():
        question = state.question(ref)
        shown = [one for r in rounds if (one := result(state, ref, r.number)) is not None]
        assert question is not None
        found += [(question, one) for one in shown]
    return found


def voted(room: Room) -> str:
    return turnout(asked(room), room.seen().policy)


def test_the_fewest_and_the_most_of_those_present() -> None:
    room = Room(5).round("demo/where", choices("aaabb")).round("demo/cmo", [{"option": "yes"}] * 4)
    assert voted(room) == (
        "Between 4 and 5 of the 5 people present voted on each of the 2 questions."
    )


def test_a_first_vote_counts_as_well_as_the_second() -> None:
    room = Room(5).round("demo/where", choices("aaab ")).round("demo/where", choices("aaabb"), 2)
    assert voted(room) == "Between 4 and 5 of the 5 people present voted on the one question."


@pytest.mark.parametrize(
    ("letters", "expected"),
    [
        ("aaabb", "All 5 people present voted on the one question."),
        (
            "aaab-",
            "All 5 people present voted on the one question. That counts who passed: one on "
            "“Where”.",
        ),
        ("a", "The one person present voted on the one question."),
        ("ab", "Both people present voted on the one question."),
        ("aaab ", "4 of the 5 people present voted on the one question."),
    ],
)
def test_one_question(letters: str, expected: str) -> None:
    assert voted(Room(len(letters)).round("demo/where", choices(letters))) == expected


@pytest.mark.parametrize(
    ("letters", "expected"),
    [
        ("a", "The one person present voted on the one question."),
        ("ab", "Both people present voted on the one question."),
    ],
)
def test_a_very_small_room(letters: str, expected: str) -> None:
    room = Room(len(letters)).round("demo/where", choices(letters))
    assert voted(room).startswith(expected)


def test_too_few_are_named_with_what_was_set() -> None:
    room = Room(5).round("demo/where", choices("aa   "))
    assert voted(room).endswith(
        "Too few voted on “Where” to speak for the room: under 80 % of those present."
    )


def test_where_nobody_was_counted_that_is_said() -> None:
    room = Room().open("demo/where").call("demo/where", [("", "a", 5)]).reveal("demo/where")
    assert voted(room) == ("5 voted on the one question; nobody counted how many were present.")


def test_people_who_come_and_go_are_told_as_a_range() -> None:
    room = Room(5).round("demo/where", choices("aaaaa")).add(ev.ParticipantLeft(participant="p5"))
    room.round("demo/cmo", [{"option": "yes"}] * 4)
    assert voted(room) == (
        "Between 4 and 5 people voted on each of the 2 questions, of 4 to 5 who were present."
    )


def test_nothing_is_said_of_no_votes() -> None:
    assert voted(Room(3)) == ""


def test_where_all_passed_that_is_told() -> None:
    room = Room(3).round("demo/where", choices("---")).round("demo/cmo", [{"option": "no"}] * 3)
    assert voted(room) == (
        "All 3 people present voted on each of the 2 questions. On “Where” all of them passed."
    )


def test_what_was_not_revealed_is_no_question_that_all_voted_on() -> None:
    room = Room(3).round("demo/where", choices("aab")).open("demo/cmo")
    room.vote("demo/cmo", "p1", option="yes")
    rounds = [one for one in asked(room) if one[1].ref == "demo/where"]
    assert turnout(rounds, room.seen().policy, 2) == (
        "All 3 people present voted on the one question that was revealed."
    )


def test_others_are_told_of_each_question_only_where_that_is_so() -> None:
    room = Room(9).round("demo/where", choices("aaaaaaaaa"))
    policy = room.seen().policy

    def told() -> str:
        return turnout([(q, withheld(one, policy)) for q, one in asked(room)], policy)

    assert told().startswith("9 people answered the one question.")
    room.round("demo/cmo", [{"option": "yes"}] * 3)
    assert told().startswith("9 people answered each question but those on which too few voted.")
