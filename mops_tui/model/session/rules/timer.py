"""The rules of the timer."""

from __future__ import annotations

from mops_tui.model.session import commands as cmd
from mops_tui.model.session import events as ev
from mops_tui.model.session.commands import Refusal
from mops_tui.model.session.rules.outcome import Outcome
from mops_tui.model.session.state import SessionState, WorkshopState

LEAST_DISCUSSION = 60.0
"""The shortest discussion, in seconds."""
DISCUSSION_SHARE = 0.5
"""The share of a question's budget that the talk about it gets."""
OTHER_DISCUSSION = 180.0
"""The seconds of a talk where no question is asked."""


def discussion_seconds(state: SessionState, ref: str) -> float:
    """How long the talk about a question may take; anywhere else, three minutes."""
    question = state.workshop.question(ref)
    if question is None:
        return OTHER_DISCUSSION
    return max(LEAST_DISCUSSION, question.minutes * 60 * DISCUSSION_SHARE)


def start_timer(state: WorkshopState, command: cmd.StartTimer) -> Outcome:
    """Start the timer, or let one that stands still run on."""
    if command.seconds is not None:
        return (ev.TimerStarted(seconds=round(command.seconds, 3)),)
    if state.timer is None or state.timer.running:
        return Refusal("no-timer")
    return (ev.TimerStarted(seconds=state.timer.seconds),)


def pause_timer(state: WorkshopState, t: float) -> Outcome:
    """Let a running timer stand still."""
    if state.timer is None or not state.timer.running:
        return Refusal("no-timer")
    return (ev.TimerPaused(seconds=round(state.timer.left(t), 3)),)


def extend_timer(state: WorkshopState, command: cmd.ExtendTimer, t: float) -> Outcome:
    """Give the timer more seconds."""
    if state.timer is None:
        return Refusal("no-timer")
    left = max(0.0, state.timer.left(t)) + command.seconds
    return (ev.TimerExtended(seconds=round(left, 3)),)


def stop_timer(state: WorkshopState) -> Outcome:
    """Put the timer away."""
    return (ev.TimerStopped(),) if state.timer else Refusal("no-timer")
