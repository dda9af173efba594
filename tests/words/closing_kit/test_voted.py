from __future__ import annotations

import pytest
from support.results import Room, choices, positions

from mops_tui.model.results.tallies import result
from mops_tui.model.results.withheld import withheld
from mops_tui.model.session import events as ev
from mops_tui.words.closing_kit.voted import Asked, agreement, is_clear, is_in_camps, turnout


def asked(room: Room, *, latest: bool = False) -> list[Asked]:
    state, found = room.seen(), []
    for ref, rounds in state.rounds.items():
        question = state.question(ref)
        shown = [one for r in rounds if (one := result(state, ref, r.number)) is not None]
        assert question is not None
        found += [(question, one) for one in (shown[-1:] if latest else shown)]
    return found


def voted(room: Room) -> str:
    return turnout(asked(room), room.seen().policy)


def agreed(room: Room) -> str:
    return agreement(room.seen(), asked(room, latest=True))


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
        ("aaab-", "All 5 people present voted on the one question."),
        ("aaab ", "4 of the 5 people present voted on the one question."),
    ],
)
def test_one_question(letters: str, expected: str) -> None:
    assert voted(Room(5).round("demo/where", choices(letters))) == expected


def test_too_few_are_named_with_what_was_set() -> None:
    room = Room(5).round("demo/where", choices("aa   "))
    assert voted(room).endswith(
        "Too few voted on “Where” to speak for the room: under 80 % of those present."
    )
    assert agreed(room) == ""


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
    assert voted(Room(3)) == agreed(Room(3)) == ""


def test_agreement_is_told_by_name_and_so_is_a_split() -> None:
    room = Room(4).round("demo/where", choices("aaab"))
    room.round("demo/cmo", [{"option": one} for one in ("yes", "yes", "no", "no")])
    camps = (("a", "b"), ("a", "b"), ("b", "c"), ("b", "c"))
    room.round("demo/points", [{"options": two, "points": (6, 4)} for two in camps])
    assert agreed(room) == (
        "On one of three questions there is a clear majority, or agreement: “Where”. "
        "We are split on “CMO” and “Points”."
    )


def test_what_is_neither_is_counted() -> None:
    room = Room(5).round("demo/where", choices("aaabb"))
    assert agreed(room) == "On the one question there is no clear majority."
    room.round("demo/cmo", [{"option": "yes"}] * 5)
    assert agreed(room).endswith("On the other one there is none, or only on a part of it.")


def test_one_split_pair_of_several_splits_nobody_on_all_of_them() -> None:
    split = Room(6).round("demo/lean", positions("craft", -2, -2, -2, 2, 2, 2))
    ballots = [{"items": ("craft", "drive"), "positions": (one, 1)} for one in (-2, -2, -2, 2, 2)]
    ballots.append({"items": ("craft", "drive"), "positions": (2, 1)})
    state, found = split.seen(), asked(split)
    assert [is_in_camps(state, one) for _question, one in found] == [True]
    both = Room(6).round("demo/lean", ballots)
    assert [is_clear(one) for _question, one in asked(both)] == [False]


def test_what_the_public_may_not_see_is_counted_on_neither_side() -> None:
    """Nothing withheld is told as if the room had not agreed on it, or too few had voted."""
    room = Room(9).round("demo/where", choices("aaaaaaabb"))
    room.round("demo/cmo", [{"option": "yes"}] * 9)
    state, found = room.seen(), asked(room)
    told = [(question, withheld(one, state.policy)) for question, one in found]
    assert [bool(one.withheld) for _question, one in told] == [True, False]
    assert agreement(state, told) == (
        "One question can be shown with all its answers. There is a clear majority, or "
        "agreement, on it: “CMO”."
    )
