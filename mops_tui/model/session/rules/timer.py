"""The rules of the timer."""

from __future__ import annotations

from mops_tui.model.session import commands as cmd
from mops_tui.model.session import events as ev
from mops_tui.model.session.commands import Refusal
from mops_tui.model.session.rules.outcome import Outcome
from mops_tui.model.session.state import WorkshopState

LEAST_DISCUSSION = 60.0
"""The shortest discussion, in seconds, that an automatic timer gives."""


def start_timer(state: WorkshopState, command: cmd.StartTimer, t: float) -> Outcome:
    if command.seconds is not None:
        return (ev.TimerStarted(seconds=round(command.seconds, 3)),)
    if state.timer is None or state.timer.running:
        return Refusal("no-timer")
    return (ev.TimerStarted(seconds=state.timer.seconds),)


def pause_timer(state: WorkshopState, command: cmd.PauseTimer, t: float) -> Outcome:
    if state.timer is None or not state.timer.running:
        return Refusal("no-timer")
    return (ev.TimerPaused(seconds=round(state.timer.left(t), 3)),)


def extend_timer(state: WorkshopState, command: cmd.ExtendTimer, t: float) -> Outcome:
    if state.timer is None:
        return Refusal("no-timer")
    left = max(0.0, state.timer.left(t)) + command.seconds
    return (ev.TimerExtended(seconds=round(left, 3)),)


def stop_timer(state: WorkshopState, command: cmd.StopTimer, t: float) -> Outcome:
    return (ev.TimerStopped(),) if state.timer else Refusal("no-timer")
