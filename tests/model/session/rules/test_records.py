"""What became of things: actions, first steps, and what the session before left."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.before import BUDGET, CONSENT, before
from support.sessions import header

from mops_tui.model.session import commands as cmd
from mops_tui.model.session import events as ev
from mops_tui.model.session.apply import apply
from mops_tui.model.session.before import ActionBefore
from mops_tui.model.session.commands import Refusal
from mops_tui.model.session.fold import fold
from mops_tui.model.session.state import WorkshopState
from mops_tui.model.session.step import Step, step


class Followed:
    """A session that goes on from another one, with an action and a decision of its own."""

    def __init__(self) -> None:
        left = before(action=(CONSENT, BUDGET))
        self.state: WorkshopState = fold(header(before=left), ())
        self.t = 0.0
        assert self.ask(cmd.OpenSession("0" * 8))
        assert self.ask(cmd.RecordAction("a1", "Ask Sales"))
        assert self.ask(cmd.RecordDecision("d1", "demo", "One brief.", first_step="Draft it"))
        assert self.ask(cmd.RecordDecision("d2", "demo", "No first step."))

    def ask(self, command: cmd.Command) -> tuple[ev.Event, ...] | str:
        self.t += 60
        outcome = step(self.state, command, self.t)
        if isinstance(outcome, Refusal):
            return outcome.code
        assert isinstance(outcome, Step)
        self.state = outcome.state
        assert not self.state.ignored
        return outcome.events


def test_a_first_step_is_done_in_a_session_that_is_over_and_open_again() -> None:
    room = Followed()
    assert room.ask(cmd.Close())
    assert room.ask(cmd.MarkFirstStep("d1"))
    assert room.ask(cmd.MarkFirstStep("d1")) == ()
    assert room.state.first_steps_done == {"d1": "2026-11-02"}
    assert room.state.phase == "closed"
    assert room.ask(cmd.MarkFirstStep("d1", done=False))
    assert room.state.first_steps_done == {}


def test_a_decision_was_looked_at_again_in_a_session_that_is_over() -> None:
    room = Followed()
    assert room.ask(cmd.Close())
    assert room.ask(cmd.MarkReviewed("d2"))
    assert room.ask(cmd.MarkReviewed("d2")) == ()
    assert room.state.reviewed == {"d2": "2026-11-02"}
    assert room.state.phase == "closed"
    assert room.ask(cmd.MarkReviewed("d2", done=False))
    assert room.state.reviewed == {}


@pytest.mark.parametrize(
    "command",
    [
        cmd.MarkFirstStep("d2"),  # it has none
        cmd.MarkFirstStep("a1"),
        cmd.MarkDone("d1"),
        cmd.MarkReviewed("a1"),
        cmd.FollowActionUp("a1", "done"),  # an action of its own
        cmd.FollowActionUp("d-1", "done"),
        cmd.FollowActionUp("", "done"),
    ],
)
def test_what_is_not_there_is_refused(command: cmd.Command) -> None:
    assert Followed().ask(command) == "nothing-there"


def test_what_the_room_says_of_the_session_before_waits_for_a_session_that_runs() -> None:
    room = Followed()
    room.ask(cmd.Close())
    assert room.ask(cmd.FollowActionUp("a-1", "done")) == "session-closed"


def test_one_undo_takes_back_what_goes_on_here() -> None:
    room = Followed()
    assert room.ask(cmd.FollowActionUp("s-00/a-1", "not-done"))
    was = room.state
    carried = cmd.FollowActionUp("s-00/a-1", "carried")
    assert room.ask(cmd.Together((cmd.RecordAction("a2", "Ask for a budget"), carried)))
    assert room.state.actions_followed_up == {"s-00/a-1": "carried"}
    assert room.ask(cmd.Undo())
    assert room.state.actions_followed_up == was.actions_followed_up
    assert room.state.actions == was.actions


def test_actions_of_two_sessions_with_one_id_are_told_apart() -> None:
    assert before(action=(CONSENT, BUDGET)).todo == {"a-1": CONSENT, "s-00/a-1": BUDGET}
    twice = before(action=(CONSENT, CONSENT, ActionBefore(what="From an older file")))
    assert list(twice.todo) == ["a-1", "#2", "#3"]


COMMANDS = st.one_of(
    st.builds(cmd.MarkDone, st.sampled_from(["a1", "a-1", "d1"]), st.booleans()),
    st.builds(cmd.MarkFirstStep, st.sampled_from(["a1", "d1", "d2"]), st.booleans()),
    st.builds(cmd.MarkReviewed, st.sampled_from(["a1", "d1", "d2"]), st.booleans()),
    st.builds(
        cmd.FollowActionUp,
        st.sampled_from(["a-1", "s-00/a-1", "#1"]),
        st.sampled_from(["", "done", "not-done", "changed", "carried"]),
    ),
    st.just(cmd.Undo()),
    st.builds(cmd.RecordAction, st.just("a1"), st.just("Ask Sales"), removed=st.booleans()),
)


@given(st.lists(COMMANDS, max_size=12))
def test_the_last_word_on_each_thing_counts(script: list[Any]) -> None:
    room = Followed()
    events: list[ev.Event] = []
    for command in script:
        made = room.ask(command)
        events += made if isinstance(made, tuple) else ()
    state = room.state
    assert set(state.done) <= {"a1"}
    assert set(state.first_steps_done) <= {"d1"}
    said: dict[str, str] = {}
    for event in events:
        if isinstance(event, ev.ActionFollowedUp):
            said[event.action] = event.outcome
    assert state.actions_followed_up == said
    again = Followed().state
    for event in events:
        again = apply(again, event)
    assert again == state
