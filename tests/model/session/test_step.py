"""A command and the events that it makes happen are one step: decided, stamped and applied."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from support.asking import commands
from support.sessions import header

from mops_tui.model.session import commands as cmd
from mops_tui.model.session.commands import Refusal
from mops_tui.model.session.events import Event
from mops_tui.model.session.fold import begin, fold
from mops_tui.model.session.step import step


@given(st.lists(commands(), max_size=25))
def test_the_state_of_each_step_is_the_fold_of_all_events_so_far(asked: list[cmd.Command]) -> None:
    head = header()
    state = begin(head)
    events: tuple[Event, ...] = ()
    for t, command in enumerate([cmd.OpenSession("0" * 8), *asked]):
        outcome = step(state, command, float(t))
        if isinstance(outcome, Refusal):
            continue
        state, events = outcome.state, (*events, *outcome.events)
        assert (outcome.events == ()) or state.seq == outcome.events[-1].seq
    assert state == fold(head, events)


def test_what_is_refused_says_why_and_what_changes_nothing_gives_the_same_state() -> None:
    state = begin(header())
    assert step(state, cmd.Pause(), 0.0) == Refusal("session-new")
    opened = step(state, cmd.OpenSession("0" * 8), 0.0)
    assert not isinstance(opened, Refusal)
    nothing = step(opened.state, cmd.Together(()), 1.0)
    assert not isinstance(nothing, Refusal)
    assert nothing.state is opened.state
