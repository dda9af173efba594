"""What the timer counts next, and what a room does before it votes."""

from __future__ import annotations

import pytest
from support.asking import Room
from support.narrow import the
from support.pages import with_question
from support.sessions import workshop

from mops_tui.model.agenda.phases import before_the_vote, next_timer, timer_goes_on
from mops_tui.model.packs.workshop import Workshop
from mops_tui.model.session import commands as cmd
from mops_tui.model.session import events as ev
from mops_tui.model.session.audience import visible
from mops_tui.model.session.ballots import Choice
from mops_tui.model.session.state import View

WHERE = "demo/where"


def asked(**before: float) -> Workshop:
    return with_question(workshop(), "where", minutes=9.0, **before)


def room(**before: float) -> Room:
    made = Room(workshop=asked(**before))
    made.do(cmd.Show(View("question", WHERE)))
    return made


def counted(made: Room) -> list[ev.TimedPhase]:
    """What t starts, each time that the timer has run out."""
    phases: list[ev.TimedPhase] = []
    for _press in range(4):
        of, seconds = next_timer(made.state)
        made.do(cmd.StartTimer(seconds, of))
        phases.append(the(made.state.timer).of)
    return phases


@pytest.mark.parametrize(
    ("before", "phases"),
    [
        ({"alone": 1, "in_pairs": 2}, ["alone", "pairs", "vote", "vote"]),
        ({"alone": 1}, ["alone", "vote", "vote", "vote"]),
        ({"in_pairs": 2}, ["pairs", "vote", "vote", "vote"]),
        ({}, ["vote"] * 4),
    ],
)
def test_one_key_counts_silence_then_pairs_then_the_vote(
    before: dict[str, float], phases: list[str]
) -> None:
    assert counted(room(**before)) == phases


def test_each_has_the_minutes_of_its_pack_and_the_talk_has_what_is_left() -> None:
    made = room(alone=1, in_pairs=2)
    assert next_timer(made.state) == ("alone", 60)
    made.do(cmd.StartTimer(60, "alone"))
    assert next_timer(made.state) == ("pairs", 120)
    made.do(cmd.StartTimer(120, "pairs"))
    assert next_timer(made.state) == ("vote", 90)
    made.do(cmd.Reveal(WHERE))
    assert next_timer(made.state) == ("", 9 * 60 - 60 - 120 - 90)


def test_votes_are_open_in_silence_and_none_is_lost() -> None:
    made = room(alone=1, in_pairs=2)
    made.do(cmd.Join("p1", "Ada", ""), cmd.StartTimer(60, "alone"))
    made.do(cmd.CastVote(WHERE, "p1", Choice("a")))
    made.do(cmd.StartTimer(120, "pairs"), cmd.Reveal(WHERE))
    assert the(made.state.round(WHERE)).voted == 1
    assert made.state.timer is None  # it counted what is over


def test_a_second_round_and_a_closed_vote_begin_without_silence() -> None:
    made = room(alone=1)
    assert before_the_vote(made.state, WHERE) == (("alone", 60),)
    made.do(cmd.Reveal(WHERE))
    assert before_the_vote(made.state, WHERE) == ()
    made.do(cmd.OpenRound(WHERE))
    assert before_the_vote(made.state, WHERE) == ()
    assert next_timer(made.state) == ("vote", 90)


def test_elsewhere_the_timer_has_the_minutes_of_the_place() -> None:
    made = room()
    for view, seconds in ((View("brief", "demo"), 120), (View("owners"), 120)):
        made.do(cmd.Show(view))
        assert next_timer(made.state) == ("", seconds)
    made.do(cmd.Show(View("workshop")))
    assert next_timer(made.state) == ("", 180)


def test_the_key_goes_on_once_silence_has_run_out_and_not_before() -> None:
    made = room(alone=1, in_pairs=2)
    made.do(cmd.StartTimer(60, "alone"))
    timer = the(made.state.timer)
    assert not timer_goes_on(made.state, timer.since + 59)
    assert timer_goes_on(made.state, timer.since + 60)
    made.do(cmd.StartTimer(60))
    assert not timer_goes_on(made.state, the(made.state.timer).since + 99)


def test_a_break_runs_by_itself_and_undo_takes_its_timer_along() -> None:
    at = Room(workshop=asked())
    at.do(cmd.Show(View("brief", "demo")), cmd.Show(View("break", "demo")))
    timer = the(at.state.timer)
    assert (timer.of, timer.seconds, timer.running) == ("break", 600, True)
    assert visible(at.state, "participant").timer == timer
    at.do(cmd.Undo())
    assert at.state.timer is None
    assert at.state.place == View("brief", "demo")
