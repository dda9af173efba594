"""Who takes a decision, whose yes it needs, and who saw it otherwise."""

from __future__ import annotations

from typing import Any

from support.results import Room, choices, levels

from mops_tui.model.results.backing import backing
from mops_tui.model.results.picks import picked
from mops_tui.model.results.tallies import result
from mops_tui.model.session import events as ev
from mops_tui.model.session.header import Policy
from mops_tui.words.rehearsals.people import dissent_of, owner_of, spoken_for, who_agrees

REF = "demo/where"
ROLES = ("CMO", "CIO", "Finance")


def asked(letters: str, roles: tuple[str, ...] = ROLES, **changes: Any) -> Room:
    return Room(len(letters), roles=roles, **changes).round(REF, choices(letters))


def why(room: Room, who: str, text: str) -> None:
    room.add(ev.ReasonGiven(question=REF, round=1, participant=who, text=text))


def told(room: Room, wanted: tuple[str, ...] = (), needed: tuple[str, ...] = ()) -> tuple[str, ...]:
    """The owner, whose yes it needs, the dissent and what was said for it."""
    seen = room.seen()
    shown, question = result(seen, REF), seen.question(REF)
    assert shown is not None
    assert question is not None
    picks = picked(shown, "most")
    who = backing(seen, shown, picks)
    owner = owner_of(seen, who, wanted)
    return (
        owner.name if owner else "",
        who_agrees(seen, who, needed, owner),
        dissent_of(seen, shown, question, who, picks[0].answer),
        spoken_for(seen, shown, question, who, picks[0].answer),
    )


def test_of_those_who_chose_it_the_one_whose_role_fits_takes_it() -> None:
    assert told(asked("aab"), ("Finance", "cio"))[0] == "Person 2"
    assert told(asked("aab"), ("Finance",))[0] == "Person 1"


def test_who_has_left_takes_nothing() -> None:
    room = asked("aab").add(ev.ParticipantLeft(participant="p1"))
    assert told(room)[0] == "Person 2"


def test_the_owner_is_not_asked_for_their_own_yes() -> None:
    assert told(asked("aab"), ("CMO",), ("CMO", "CIO"))[1] == "CIO"
    # Without roles that fit, somebody who saw it otherwise is asked.
    assert told(asked("aab"), ("CMO",))[1] == "Finance"
    assert told(asked("aaa", ("CMO",)), ("CMO",))[1] == ""
    assert told(asked("aab", ()), ())[1] == "Person 3"


def test_who_saw_it_otherwise_is_named_with_what_they_chose_and_why() -> None:
    room = asked("aaaabbc")
    assert told(room)[2] == "Person 5 chose Beta. Person 6 chose Beta. One more saw it otherwise."
    why(room, "p7", "It is quiet there")
    assert told(room)[2].startswith(
        "Person 7 chose Gamma: “It is quiet there.” Person 5 chose Beta."
    )


def test_where_all_chose_it_nobody_saw_it_otherwise() -> None:
    assert told(asked("aaa"))[2] == ""


def test_what_was_said_for_it_is_told_by_whom_and_nothing_that_was_said_against_it() -> None:
    room = asked("aab")
    why(room, "p3", "Never.")
    assert told(room)[3] == ""
    why(room, "p2", "It is\nnear the market!")
    assert told(room)[3] == "Person 2 said: “It is near the market!”"


def test_in_an_anonymous_room_nobody_is_named() -> None:
    room = asked("aab", policy=Policy(anonymity="anonymous"))
    why(room, "", "It is near.")
    assert told(room) == ("", "", "1 of 3 saw it otherwise.", "")


def test_a_reason_about_another_item_is_none_for_this_one() -> None:
    ref = "demo/ready"
    rated = levels("owner", "absent", "absent", "partly", "in-place")
    room = Room(4, roles=ROLES).round(ref, rated)
    for who, text in (
        ("p1", "Plan: Absent. Nobody has seen one."),
        ("p4", "An owner: In place. It is in the minutes."),
    ):
        room.add(ev.ReasonGiven(question=ref, round=1, participant=who, text=text))
    seen = room.seen()
    shown, question = result(seen, ref), seen.question(ref)
    assert shown is not None
    assert question is not None
    who_chose = backing(seen, shown, picked(shown, "least"))
    assert spoken_for(seen, shown, question, who_chose, "owner") == ""
    dissent = dissent_of(seen, shown, question, who_chose, "owner")
    assert dissent == "Person 4: “An owner: In place. It is in the minutes.”"


def test_who_gave_no_reason_is_told_with_what_they_said_of_the_item() -> None:
    ref = "demo/ready"
    rated = levels("owner", "absent", "absent", "partly", "in-place")
    seen = Room(4, roles=ROLES).round(ref, rated).seen()
    shown, question = result(seen, ref), seen.question(ref)
    assert shown is not None
    assert question is not None
    who_chose = backing(seen, shown, picked(shown, "least"))
    dissent = dissent_of(seen, shown, question, who_chose, "owner")
    assert dissent == "Person 4 said “In place” of “An owner”."


def test_what_was_said_for_another_answer_before_one_moved_is_no_reason_for_this_one() -> None:
    room = asked("aab")
    why(room, "p1", "It is near.")
    why(room, "p3", "It is quiet.")
    room.round(REF, choices("baa"), 2)
    dissent, spoken = told(room)[2:]
    assert "near" not in dissent + spoken
    assert "quiet" not in dissent + spoken
    room.round(REF, choices("aab"), 3)
    dissent, spoken = told(room)[2:]
    assert dissent == "Person 3 chose Beta: “It is quiet.”"
    assert spoken == "Person 1 said: “It is near.”"


def test_quotation_marks_within_what_was_said_are_single_ones() -> None:
    room = asked("aab")
    why(room, "p2", 'I moved from “Stay here” to "Alpha".')
    assert told(room)[3] == "Person 2 said: “I moved from ‘Stay here’ to ‘Alpha’.”"
