"""Where a room can go: the steps of the day that no scenario has, beside those that one has."""

from __future__ import annotations

import pytest
from support.before import before
from support.results import Room

from mops_tui.model.session import commands as cmd
from mops_tui.model.session import events as ev
from mops_tui.model.session.commands import Refusal
from mops_tui.model.session.decide import decide
from mops_tui.model.session.state import View
from mops_tui.model.session.step import step

THERE = (View("before"), View("break", "demo"), View("owners"))


@pytest.mark.parametrize("view", THERE, ids=lambda view: view.of)
def test_a_step_is_gone_to_looked_back_at_and_taken_back(view: View) -> None:
    room = Room(before=before()).add(ev.BriefShown(scenario="demo"))
    shown = step(room.state(), cmd.Show(view), 60)
    assert not isinstance(shown, Refusal)
    events, state = shown.events, shown.state
    assert events[0] == ev.StepShown(of=view.of, name=view.name, seq=3, t=60.0)
    assert [one.kind for one in events[1:]] == ["timer-started"] * (view.of == "break")
    assert state.place == state.view == view
    undone = decide(state, cmd.Undo(), 70)
    assert isinstance(undone, tuple)
    assert [one.kind for one in undone[:-1]] == ["timer-stopped"] * (view.of == "break")
    assert isinstance(undone[-1], ev.BriefShown)
    on = room.add(
        *events,
        ev.QuestionShown(question="demo/where"),
        ev.StepShown(
            of=view.of,
            name=view.name,
            back=True,
        ),
    ).state()
    assert on.view.key == view.key
    assert on.place.key == ("question", "demo/where")


@pytest.mark.parametrize("view", THERE, ids=lambda view: view.of)
def test_what_is_left_for_another_place_is_gone_back_to(view: View) -> None:
    room = Room(before=before()).add(
        ev.BriefShown(scenario="demo"),
        ev.StepShown(of=view.of, name=view.name),
        ev.SummaryShown(of="workshop"),
    )
    (undone,) = decide(room.state(), cmd.Undo(), 60)  # type: ignore[misc]  # no refusal
    assert undone == ev.StepShown(of=view.of, name=view.name, seq=5, t=60.0, undoes=4)
    assert room.add(undone).state().place == view


@pytest.mark.parametrize(
    "view", [View("before"), View("break", "none"), View("break"), View("owners", "demo")]
)
def test_a_step_that_the_workshop_has_not_is_no_place(view: View) -> None:
    state = Room().add(ev.BriefShown(scenario="demo")).state()
    assert decide(state, cmd.Show(view), 60) == Refusal("nothing-there")


def test_a_session_before_that_left_nothing_is_no_place_to_look_at() -> None:
    state = Room(before=before(decision=(), action=())).state()
    assert decide(state, cmd.Show(View("before")), 60) == Refusal("nothing-there")


def test_an_event_of_a_step_that_is_none_changes_nothing() -> None:
    room = Room()
    room.events.append(ev.stamp(ev.StepShown(of="before"), 2, 1.0))
    with pytest.raises(AssertionError):
        room.state()  # it is among those that are ignored
