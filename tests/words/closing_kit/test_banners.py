from __future__ import annotations

from support.results import Room, choices

from mops_tui.model.session import events as ev
from mops_tui.model.session.condition import SOUND, Condition, Unknown
from mops_tui.words.closing_kit.banners import banners

NEVER_CLOSED = "The workshop was not closed: if it went on, what followed is missing."


def told(room: Room, condition: Condition = SOUND, at: int | None = None) -> tuple[str, ...]:
    return banners(room.seen(), condition, at)


def test_a_session_that_ran_to_its_end_has_none() -> None:
    assert told(Room(3).round("demo/where", choices("aab")).add(ev.SessionClosed())) == ()


def test_a_question_that_was_skipped_or_passed_over_was_no_open_vote() -> None:
    room = Room(3).round("demo/where", choices("aab")).open("demo/points").open("demo/cmo")
    room.add(ev.AgendaSet(skipped=("demo/cmo",), minutes=30))
    assert sum("was open" in one for one in told(room)) == 1
    assert told(room.add(ev.SessionClosed())) == ()


def test_one_that_was_never_closed_or_stands_still_says_so() -> None:
    room = Room(3).round("demo/where", choices("aab"))
    assert told(room) == (NEVER_CLOSED,)
    assert told(room.add(ev.SessionPaused())) == (
        "The workshop was paused and not taken up again: what was to follow is missing.",
    )


def test_an_earlier_moment_is_told_and_has_no_end() -> None:
    room = Room(3).round("demo/where", choices("aab"))
    assert told(room, at=9) == (
        "This is the workshop as it stood at 09:30 on 2 November 2026; what came later is not in "
        "it.",
    )


def test_a_rehearsal_is_told_first() -> None:
    room = Room(3, session="rehearsal").round("demo/where", choices("aab"))
    first, *_rest = told(room)
    assert first == "A rehearsal: the people, their votes and what they decide are simulated."


def test_votes_that_nobody_has_seen_are_counted_and_nothing_else() -> None:
    room = Room(3).round("demo/where", choices("aab")).open("demo/cmo")
    assert "The vote on “CMO” was open: nothing of it was revealed, and none is here." in told(room)
    room.vote("demo/cmo", "p1", option="yes").vote("demo/cmo", "p2", option="yes")
    assert "2 votes on “CMO” were not revealed: they are missing here." in told(room)


def test_an_empty_session_says_so_in_one_sentence() -> None:
    said = ("Nothing was asked and nothing was written down: there is no result.",)
    assert told(Room()) == told(Room(3)) == said


def test_where_no_vote_has_a_result_that_is_said_and_why() -> None:
    room = Room(3).open("demo/where").reveal("demo/where").add(ev.SessionClosed())
    assert told(room) == ("Nobody voted: there is no answer to show.",)
    room = Room(3).round("demo/where", choices("---")).add(ev.SessionClosed())
    assert told(room) == ("Nobody gave an answer: everybody who voted passed.",)
    room = Room(3).open("demo/where").close("demo/where").add(ev.SessionClosed())
    assert told(room) == ("No vote was revealed: there is no answer to show.",)
    room = Room(3).add(ev.NoteRecorded(note="n", text="Later"), ev.SessionClosed())
    assert told(room) == ("Nothing was voted on.",)
    room = Room(3).round("demo/where", choices("aab")).add(ev.SessionClosed())
    assert banners(room.seen("public"), SOUND) == ()  # its own sentence says what is withheld


def test_what_is_wrong_with_the_file_stands_there_each_in_a_sentence() -> None:
    room = Room(3).round("demo/where", choices("aab")).add(ev.SessionClosed())
    unknown = Unknown(events=((7, "vote-weighed"),))
    condition = Condition(
        header_edited=True, edited=(3,), unread_from=40, lost=(5, 6), unknown=unknown
    )
    said = told(room, condition)
    assert len(said) == 5
    assert all(one.endswith(".") for one in said)
    for part in ("header", "changed by hand", "2 events of this file are lost", "vote-weighed",
                 "what came after 09:30 on 2 November 2026 is missing"):  # fmt: skip
        assert any(part in one for one in said)
    assert not any("line" in one for one in said)
