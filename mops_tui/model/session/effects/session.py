"""What events about the session as a whole do."""

from __future__ import annotations

from mops_tui.model.session import events as ev
from mops_tui.model.session.state import WorkshopState, change


def nothing(state: WorkshopState) -> WorkshopState:
    """A moment has passed, and nothing else."""
    return change(state)


def opened(state: WorkshopState) -> WorkshopState | None:
    """The session runs."""
    return change(state, phase="open") if state.phase == "new" else None


def paused(state: WorkshopState, event: ev.SessionPaused) -> WorkshopState | None:
    """The session rests."""
    if state.phase != "open":
        return None
    # The timer that stands still with the workshop is nothing that undo sets going again.
    undo = tuple(entry for entry in state.undo if entry.group != event.part_of)
    return change(state, phase="paused", undo=undo)


def resumed(state: WorkshopState, event: ev.SessionResumed) -> WorkshopState:
    """The session goes on; the time between counts as rest."""
    gap = max(0.0, event.t - state.t)
    timer = state.timer
    if timer and timer.running:
        timer = change(timer, since=timer.since + gap)
    return change(state, phase="open", rested=state.rested + gap, timer=timer)


def closed(state: WorkshopState) -> WorkshopState:
    """The session is over, and no timer runs."""
    return change(state, phase="closed", timer=None)
