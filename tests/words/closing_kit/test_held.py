from __future__ import annotations

import pytest
from support.results import Room, choices

from mops_tui.model.session import events as ev
from mops_tui.words.closing_kit.held import held


@pytest.mark.parametrize(
    ("anonymity", "shown"),
    [
        ("named", "Answers are shown by name."),
        ("pseudonyms", "Answers are shown by handle and role; names were not kept."),
        ("anonymous", "Answers are anonymous."),
    ],
)
def test_the_day_the_people_and_how_answers_are_shown(anonymity: str, shown: str) -> None:
    room = Room(3, policy={"anonymity": anonymity})
    assert held(room.seen()) == "2 November 2026, with 3 people."  # there is no answer yet
    room.round("demo/where", choices("aab"))
    assert held(room.seen()) == f"2 November 2026, with 3 people. {shown}"


def test_who_is_told_of_nobody_reads_that() -> None:
    assert held(Room(3).seen(), nameless=True).endswith("Nobody is named here.")
    anonymous = Room(3, policy={"anonymity": "anonymous"}).round("demo/where", choices("aab"))
    assert held(anonymous.seen()).endswith("Answers are anonymous.")


def test_a_rehearsal_is_told_as_one() -> None:
    said = held(Room(3, session="rehearsal").seen())
    assert said.startswith("A rehearsal of 2 November 2026, with 3 simulated people.")


def test_nobody_counted() -> None:
    said = held(Room().seen())
    assert said.startswith("2 November 2026; nobody counted how many were there.")


def test_a_workshop_of_two_days_has_both_and_what_is_written_later_is_no_day_of_it() -> None:
    room = Room(3).round("demo/where", choices("aab"))
    assert held(room.seen()).startswith("2 November 2026, with")
    opened = ev.stamp(ev.RoundOpened(question="demo/cmo", round=1), len(room.events) + 1, 90_000.0)
    room.events.append(opened)
    for event in (
        ev.VoteCast(question="demo/cmo", round=1, participant="p1", option="yes"),
        ev.RoundClosed(question="demo/cmo", round=1),
        ev.RoundRevealed(question="demo/cmo", round=1),
    ):
        room.events.append(ev.stamp(event, len(room.events) + 1, 90_000.0))
    later = ev.NoteRecorded(note="n", text="A year later")
    room.events.append(ev.stamp(later, len(room.events) + 1, 9_000_000.0))
    assert held(room.seen()).startswith("2 November 2026 to 3 November 2026, with 3 people.")


def test_votes_that_were_called_out_are_not_said_to_have_names() -> None:
    room = Room(1).add(ev.HeadCounted(present=9))
    room.round("demo/where", [], called=[("", "a", 8)])
    assert held(room.seen()).endswith("Answers were called out and counted: they have no name.")
    room.round("demo/cmo", [{"option": "yes"}])
    assert held(room.seen()).endswith(
        "Answers are shown by name, but for those that were called out."
    )


def test_as_many_were_there_as_answered_where_that_is_told() -> None:
    state = Room(9).round("demo/where", choices("aaaaaaaaa")).seen("public")
    assert held(state, nameless=True).startswith("2 November 2026, with at least 5 people.")
    told = held(state, nameless=True, answered=9)
    assert told.startswith("2 November 2026, with at least 9 people.")
