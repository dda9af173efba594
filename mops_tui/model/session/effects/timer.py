"""What events about the timer do."""

from __future__ import annotations

from mops_tui.model.session import events as ev
from mops_tui.model.session.effects.undoable import follows, undo_with
from mops_tui.model.session.state import (
    Timer,
    WorkshopState,
    change,
)
from mops_tui.model.session.undo.undoable import TimerChange, TimerEvent


def _timed(state: WorkshopState, event: TimerEvent, timer: Timer | None) -> WorkshopState:
    kept = follows(state, event)
    undo = undo_with(state, TimerChange(event, state.timer)) if kept else state.undo
    return change(state, timer=timer, undo=undo)


def timer_started(state: WorkshopState, event: ev.TimerStarted) -> WorkshopState:
    """The timer runs."""
    going = state.timer
    full_length = going.whole if going and not going.running else event.seconds
    return _timed(
        state,
        event,
        Timer(event.seconds, event.t, True, max(full_length, event.seconds), event.of),
    )


def timer_paused(state: WorkshopState, event: ev.TimerPaused) -> WorkshopState | None:
    """The timer stands still."""
    if state.timer is None:
        return None
    return _timed(
        state, event, change(state.timer, seconds=event.seconds, since=event.t, running=False)
    )


def timer_extended(state: WorkshopState, event: ev.TimerExtended) -> WorkshopState | None:
    """The timer has more left."""
    if state.timer is None:
        return None
    full_length = max(state.timer.whole, event.seconds)
    timer = change(state.timer, seconds=event.seconds, since=event.t, whole=full_length)
    return _timed(state, event, timer)


def timer_stopped(state: WorkshopState, event: ev.TimerStopped) -> WorkshopState:
    """There is no timer."""
    if state.timer is None:
        return change(state)
    return _timed(state, event, None)
