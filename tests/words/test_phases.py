"""What a room does before it votes, and when it is back."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from support.asking import Room
from support.pages import with_question
from support.sessions import workshop

from mops_tui.model.session import commands as cmd
from mops_tui.model.session.state import View, change
from mops_tui.words.phases import back_at, back_at_words, before_vote_words, break_words, span_words

WHERE = "demo/where"


def room(**before: float) -> Room:
    made = Room(workshop=with_question(workshop(), "where", minutes=9.0, **before))
    made.do(cmd.Show(View("question", WHERE)))
    return made


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(60, "one minute"), (120, "2 minutes"), (30, "30 seconds"), (90, "90 seconds")],
)
def test_a_span_is_said_in_whole_minutes_or_in_seconds(seconds: float, words: str) -> None:
    assert span_words(seconds) == words


def test_the_room_is_told_what_comes_before_the_vote_and_what_it_is_at() -> None:
    made = room(alone=1, in_pairs=2)
    said = "First: one minute in silence. Then 2 minutes in pairs. Then we vote."
    assert before_vote_words(made.state, WHERE) == said
    made.do(cmd.StartTimer(60, "alone"))
    said = "In silence: one minute. Everybody thinks alone. Then 2 minutes in pairs."
    assert before_vote_words(made.state, WHERE) == said
    made.do(cmd.StartTimer(120, "pairs"))
    assert before_vote_words(made.state, WHERE).startswith("In pairs: 2 minutes.")
    made.do(cmd.StartTimer(90, "vote"))
    assert before_vote_words(made.state, WHERE) == "Now we vote."
    made.do(cmd.Reveal(WHERE))
    assert before_vote_words(made.state, WHERE) == ""


@pytest.mark.parametrize(
    ("before", "words"),
    [
        ({"alone": 0.5}, "First: 30 seconds in silence. Then we vote."),
        ({"in_pairs": 3}, "First: 3 minutes in pairs. Then we vote."),
        ({}, ""),
    ],
)
def test_one_of_the_two_or_none(before: dict[str, float], words: str) -> None:
    assert before_vote_words(room(**before).state, WHERE) == words


def on_break(opened: datetime) -> Room:
    made = Room()
    made.do(cmd.Show(View("brief", "demo")), cmd.Show(View("break", "demo")))
    made.state = change(made.state, opened=opened)
    return made


@pytest.mark.parametrize(
    ("opened", "at"),
    [
        (datetime(2026, 11, 2, 9, 30, 0, tzinfo=UTC), "09:41"),  # the minute that has begun
        (datetime(2026, 11, 2, 23, 55, tzinfo=timezone(timedelta(hours=2))), "00:06"),
    ],
)
def test_a_break_says_when_the_room_is_back_by_its_own_clock(opened: datetime, at: str) -> None:
    made = on_break(opened)
    assert back_at(made.state) == at
    assert back_at_words(made.state) == f"Back at {at}."
    assert break_words(made.state, made.state.view) == "Break: 10 minutes."


def test_a_minute_more_and_a_pause_change_what_is_said() -> None:
    made = on_break(datetime(2026, 11, 2, 9, 30, tzinfo=UTC))
    made.do(cmd.ExtendTimer(60))
    assert back_at(made.state) == "09:42"
    assert break_words(made.state, made.state.view) == "Break: 11 minutes."
    made.do(cmd.PauseTimer())
    assert back_at(made.state) == ""
    made.do(cmd.StopTimer())
    assert back_at_words(made.state) == ""
    assert break_words(made.state, made.state.view) == "10 minutes."
