"""What the room's screen shows of a place."""

from __future__ import annotations

import pytest
from support.asking import Room

from mops_tui.model.session import commands as cmd
from mops_tui.model.session.ballots import Choice
from mops_tui.model.session.on_screen import on_screen, round_shown, scene
from mops_tui.model.session.state import Look, View

WHERE = "demo/where"


def voted() -> Room:
    room = Room()
    room.do(cmd.Join("ann", "Ann"), cmd.Show(View("question", WHERE)))
    room.do(cmd.CastVote(WHERE, "ann", Choice("a")))
    return room


def test_a_question_is_a_vote_until_its_reveal() -> None:
    room = voted()
    assert on_screen(room.state, room.state.look) == "vote"
    room.do(cmd.CloseRound(WHERE))
    assert on_screen(room.state, room.state.look) == "vote"
    room.do(cmd.Reveal(WHERE))
    assert on_screen(room.state, room.state.look) == "reveal"


def test_a_second_vote_hides_the_first_result_until_the_room_turns_back_to_it() -> None:
    room = voted()
    room.do(cmd.Reveal(WHERE), cmd.OpenRound(WHERE))
    assert on_screen(room.state, room.state.look) == "vote"
    assert (on_screen(room.state, Look(round=1)), round_shown(room.state, Look(round=1))) == (
        "reveal",
        1,
    )


def test_a_decision_stands_there_until_something_else_happens_but_never_over_a_vote() -> None:
    room = voted()
    room.do(cmd.RecordDecision("d", "demo", "Move"))
    assert on_screen(room.state, room.state.look) == "vote"
    room.do(cmd.Reveal(WHERE), cmd.RecordDecision("d", "demo", "Stay"))
    assert on_screen(room.state, room.state.look) == "decision"
    room.do(cmd.CountHeads(4))
    assert on_screen(room.state, room.state.look) == "reveal"


def test_a_round_that_is_not_there_is_none() -> None:
    assert round_shown(Room().state, Look(round=3)) == 0


@pytest.mark.parametrize(
    "command",
    [
        cmd.CloseRound(WHERE),
        cmd.Show(View("brief", "demo")),
        cmd.Blank(on=True),
        cmd.StartTimer(60),
        cmd.Pause(),
        cmd.RecordDecision("d", "demo", "Move"),
    ],
    ids=lambda command: type(command).__name__,
)
def test_what_the_facilitator_does_is_another_scene(command: cmd.Command) -> None:
    room = voted()
    before = scene(room.state)
    room.do(command)
    assert scene(room.state) != before


def test_votes_and_people_leave_the_scene_as_it_is() -> None:
    room = voted()
    before = scene(room.state)
    room.do(cmd.Join("bo", "Bo"), cmd.CastVote(WHERE, "bo", Choice("b"), "phone"))
    assert scene(room.state) == before
