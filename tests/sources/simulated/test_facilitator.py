"""The scripted facilitator: where it goes."""

from __future__ import annotations

from support.branching import workshop
from support.rehearsed import room_cast

from mops_tui.model.session.events import StepShown
from mops_tui.sources.simulated.rehearsal import rehearse


def test_nothing_is_read_back_where_nothing_was_decided() -> None:
    run = rehearse(workshop("today"), room_cast(), 3, 1, "0", lambda _state, _scenario: None)
    assert run.state.phase == "closed"
    assert not [event for event in run.events if isinstance(event, StepShown)]
