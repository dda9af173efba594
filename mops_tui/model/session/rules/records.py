"""The rules of what is written down."""

from __future__ import annotations

from mops_tui.model.session import commands as cmd
from mops_tui.model.session import events as ev
from mops_tui.model.session.commands import Refusal
from mops_tui.model.session.rules.outcome import Outcome
from mops_tui.model.session.state import WorkshopState


def record_decision(state: WorkshopState, command: cmd.RecordDecision) -> Outcome:
    """Write a decision down, or amend it."""
    if not command.what.strip():
        return Refusal("nothing-written")
    if state.workshop.scenario(command.scenario) is None:
        return Refusal("nothing-there")
    fields = vars(command)
    if command.decision in state.decisions:
        return (ev.DecisionAmended(**fields),)
    return (ev.DecisionRecorded(**fields),)


def record_action(state: WorkshopState, command: cmd.RecordAction) -> Outcome:
    """Write an action down, or amend it."""
    if not command.what.strip():
        return Refusal("nothing-written")
    if command.action in state.actions:
        return (ev.ActionAmended(**vars(command)),)
    return (ev.ActionRecorded(**vars(command)),)


def record_note(state: WorkshopState, command: cmd.RecordNote) -> Outcome:
    """Write a note down, or amend it."""
    if not command.text.strip():
        return Refusal("nothing-written")
    if command.note in state.notes:
        return (ev.NoteAmended(**vars(command)),)
    return (ev.NoteRecorded(**vars(command)),)
