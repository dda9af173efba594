"""The rules of the session as a whole."""

from __future__ import annotations

from mops_tui.model.session import commands as cmd
from mops_tui.model.session import events as ev
from mops_tui.model.session.commands import Refusal
from mops_tui.model.session.rules.outcome import Outcome
from mops_tui.model.session.state import WorkshopState


def session_not_running(state: WorkshopState) -> Refusal | None:
    """Why nothing can be done with a session: it is new, paused or closed. None while it runs."""
    match state.phase:
        case "open":
            return None
        case "new":
            return Refusal("session-new")
        case "paused":
            return Refusal("session-paused")
        case "closed":
            return Refusal("session-closed")


def not_running_for(state: WorkshopState, command: cmd.Single) -> Refusal | None:
    """Why a command has to wait for a session that runs; None for those that begin it or go on."""
    if state.phase == "new" and isinstance(command, cmd.OpenSession):
        return None
    if state.phase in ("paused", "closed") and isinstance(command, cmd.Resume | cmd.Close):
        return None
    afterwards = cmd.MarkDone | cmd.MarkFirstStep | cmd.MarkReviewed | cmd.EditReport
    if state.phase in ("paused", "closed") and isinstance(command, afterwards):
        return None
    return session_not_running(state)


def open_session(state: WorkshopState, command: cmd.OpenSession) -> Outcome:
    """Begin, once."""
    if state.phase != "new":
        return Refusal("session-open")
    return (ev.SessionOpened(header_crc=command.header_crc),)


def pause(state: WorkshopState, t: float) -> Outcome:
    """Rest; a running timer rests, too."""
    timer = state.timer
    if timer and timer.running:
        return (ev.TimerPaused(seconds=round(timer.left(t), 3)), ev.SessionPaused())
    return (ev.SessionPaused(),)


def resume(command: cmd.Resume) -> Outcome:
    """Go on."""
    return (ev.SessionResumed(after_crash=command.after_crash),)


def close(state: WorkshopState) -> Outcome:
    """End the workshop, once."""
    return Refusal("session-closed") if state.phase == "closed" else (ev.SessionClosed(),)
