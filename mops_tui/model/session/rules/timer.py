"""The rules of the timer."""

from __future__ import annotations

from mops_tui.model.packs.minutes import talk_minutes
from mops_tui.model.session import commands as cmd
from mops_tui.model.session import events as ev
from mops_tui.model.session.commands import Refusal
from mops_tui.model.session.rules.outcome import Outcome
from mops_tui.model.session.state import SessionState, WorkshopState

LEAST_DISCUSSION = 60.0
"""The shortest discussion, in seconds."""
_MINUTE = 60.0
USUAL_BREAK = 600.0
"""The seconds of a break of which no length is known."""
OTHER_DISCUSSION = 180.0
"""The seconds of a talk where no question is asked."""


def discussion_seconds(state: SessionState, ref: str) -> float:
    """How long the talk about a question may take; anywhere else, three minutes.

    It is what silence, pairs and the vote leave of the question's minutes.
    """
    question = state.workshop.question(ref)
    if question is None:
        return OTHER_DISCUSSION
    return max(LEAST_DISCUSSION, talk_minutes(question) * _MINUTE)


def break_seconds(state: SessionState, scenario_id: str) -> float:
    """How long the break after a scenario lasts; where its pack names none, as long as most."""
    scenario = state.workshop.scenario(scenario_id)
    return (scenario.break_after if scenario else 0.0) * _MINUTE or USUAL_BREAK


def start_timer(state: WorkshopState, command: cmd.StartTimer) -> Outcome:
    """Start the timer, or let one that stands still run on."""
    if command.seconds is not None:
        return (ev.TimerStarted(seconds=round(command.seconds, 3), of=command.of),)
    if state.timer is None or state.timer.running:
        return Refusal("no-timer")
    return (ev.TimerStarted(seconds=state.timer.seconds, of=state.timer.of),)


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
