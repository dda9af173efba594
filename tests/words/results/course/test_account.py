"""How a room came to it: what was voted, what moved, what was decided, and what is missing."""

from __future__ import annotations

import pytest
from support.results import Room, choices

from mops_tui.model.session import events as ev
from mops_tui.words.results.course.account import Entry, account, ending, not_reached

WHERE = "demo/where"


def entries(room: Room, *, whole: bool = True) -> list[tuple[str, str]]:
    """The entries of the first question, then those of its scenario, without their kinds."""
    [scenario] = account(room.seen("room"), whole=whole)
    told: list[Entry] = [e for q in scenario.questions for e in q.entries]
    return [(one.label, one.text) for one in (*told, *scenario.entries)]


def labels(room: Room, *, whole: bool = True) -> list[str]:
    return [label for label, _text in entries(room, whole=whole)]


def decided() -> ev.DecisionRecorded:
    return ev.DecisionRecorded(
        decision="d", scenario="demo", what="We go.", why="It is near.", owner="Mara", confidence=4
    )


def test_two_votes_tell_what_moved_and_the_decision_stands_last() -> None:
    room = Room(4).round(WHERE, choices("aabb")).round(WHERE, choices("aaab"), 2).add(decided())
    told = entries(room)
    assert told[:2] == [
        ("Vote 1", "Alpha and Beta tie with 2 of 4 each."),
        ("Vote 2", "Alpha leads with 3 of 4."),
    ]
    assert told[2][0] == "What moved"
    assert "one of 4" in told[2][1]
    assert told[3][0] == "Verdict"
    assert told[4:8] == [
        ("Decision", "We go."),
        ("because", "It is near."),
        ("owner", "Mara"),
        ("how sure", "sure (the facilitator's word)"),
    ]


def test_one_vote_moves_nothing_and_without_a_decision_that_is_said() -> None:
    room = Room(4).round(WHERE, choices("aaab"))
    assert "What moved" not in labels(room)
    assert ("Decision", "Nothing was written down.") in entries(room)


@pytest.mark.parametrize("votes", ["ab  ", "    ", "aa  "])
def test_of_too_few_votes_there_is_no_verdict(votes: str) -> None:
    room = Room(4).round(WHERE, choices(votes))
    assert "Verdict" not in labels(room)
    assert "Alpha" not in dict(entries(room))["Vote 1"]


def test_a_split_on_everything_is_told_once() -> None:
    ballots = [{"items": ("craft", "drive"), "positions": (at, at)} for at in (-2,) * 3 + (2,) * 7]
    seen = Room(10).round("demo/lean", ballots).seen("room")
    told = [entry.text for one in account(seen, whole=True)[0].questions for entry in one.entries]
    assert told == [
        "We are split: 3 of 10 for “I build machines”, 7 for “I paint”.",
        "We agree on neither of the two pairs.",
    ]


def test_what_was_never_revealed_is_counted_and_nothing_more() -> None:
    room = Room(4).add(ev.QuestionShown(question=WHERE))
    room.round(WHERE, choices("aaab")).open(WHERE, 2)
    for seat, option in enumerate("bbc", 1):
        room.vote(WHERE, f"p{seat}", 2, option=option)
    now, later = (dict(entries(room, whole=whole)) for whole in (False, True))
    assert now["Vote 2"] == "The vote is still open: 3 of 4 so far."
    assert later["Vote 2"] == "Never revealed: 3 voted."
    room.close(WHERE, 2)
    assert dict(entries(room, whole=False))["Vote 2"] == ("Closed, not revealed yet: 3 of 4 voted.")
    assert not [text for text in later.values() if "Beta leads" in text]


def test_as_long_as_the_room_is_there_nothing_counts_as_left_out() -> None:
    room = Room(4).add(ev.QuestionShown(question=WHERE)).round(WHERE, choices("aaab"))
    now = dict(entries(room, whole=False))
    assert now["Decision"] == "Nothing is written down yet."
    assert "Not asked" not in now
    assert "Points" in dict(entries(room))["Not asked"]


def test_a_session_that_was_cut_off_says_so() -> None:
    room = Room(4)
    assert account(room.seen("room"), whole=True) == ()
    assert not_reached(room.seen("room")).startswith("Not reached: ")
    assert ending(room.seen("room"))
    room.round(WHERE, choices("aaab")).add(ev.SessionClosed())
    assert not not_reached(room.seen("room"))
    assert not ending(room.seen("room"))


def test_an_anonymous_room_names_nobody() -> None:
    room = Room(4, policy={"anonymity": "anonymous"}).round(WHERE, choices("aabb"))
    room.round(WHERE, choices("aaab"), 2)
    told = " ".join(text for _label, text in entries(room))
    assert "one of 4" in told
    assert "Person" not in told
    assert "p1" not in told


@pytest.mark.parametrize(
    ("ballots", "called", "said"),
    [
        ("a", [("", "a", 1), ("", "b", 3)], "4 of the 5 votes were called out."),
        ("ab", [("", "a", 1), ("", "b", 2)], "3 of the 5 votes were called out."),
        ("", [("", "a", 1), ("", "b", 4)], "all 5 votes were called out."),
    ],
)
def test_where_nobody_can_tell_who_changed_that_is_said(
    ballots: str, called: list[tuple[str, str, int]], said: str
) -> None:
    room = Room(5)
    for number in (1, 2):
        room.round(WHERE, choices(ballots), number, called)
    told = entries(room)
    assert ("What moved", f"Who changed is not known: {said}") in told
    assert [label for label, _text in told if label.startswith("Vote")] == ["Vote 1", "Vote 2"]


def test_who_voted_only_once_cannot_have_changed() -> None:
    room = Room(7, policy={"quorum": 0.5})
    room.round(WHERE, choices("aaab   ")).round(WHERE, choices("   baaa"), 2)
    [moved] = [text for label, text in entries(room) if label == "What moved"]
    assert moved.endswith("Who changed is not known: only one voted in both rounds.")


def test_a_vote_after_the_fourth_is_called_as_those_before() -> None:
    room = Room(3)
    for number in range(1, 6):
        room.round(WHERE, choices("aab"), number)
    told = [label for label in labels(room) if label.startswith("Vote")]
    assert told == [f"Vote {n}" for n in range(1, 6)]


def test_a_decision_says_what_its_vote_lacked() -> None:
    room = Room(4).round(WHERE, choices("aabb")).add(decided())
    told = entries(room)
    at = told.index(("Decision", "We go."))
    assert told[at + 1] == ("the vote", "2 of 4, a tie.")


@pytest.mark.parametrize(
    ("votes", "expected"),
    [("", "nobody had voted"), ("b", "one had voted"), ("bbc", "3 had voted")],
)
@pytest.mark.parametrize("whole", [False, True])
def test_of_a_question_that_was_skipped_no_vote_goes_on(
    votes: str, expected: str, *, whole: bool
) -> None:
    room = Room(4).open(WHERE)
    for seat, option in enumerate(votes, 1):
        room.vote(WHERE, f"p{seat}", option=option)
    room.add(ev.AgendaSet(skipped=(WHERE,), minutes=30.0))
    assert dict(entries(room, whole=whole))["Vote 1"] == f"Skipped: {expected}."


def test_a_vote_that_the_room_has_left_does_not_go_on() -> None:
    room = Room(4).open(WHERE).vote(WHERE, "p1", option="a").add(ev.SummaryShown(of="workshop"))
    assert dict(entries(room, whole=False))["Vote 1"] == "Left without a reveal: 1 of 4 voted."
