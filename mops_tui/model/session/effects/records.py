"""What events about things written down do: each is kept under its id, or taken away."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from mops_tui.model.session import events as ev
from mops_tui.model.session.effects.undoable import undo_with
from mops_tui.model.session.state import (
    ActionEvent,
    DecisionEvent,
    NoteEvent,
    ReportEdits,
    WorkshopState,
    change,
)
from mops_tui.model.session.undo.undoable import (
    ActionChange,
    ActionFollowUpChange,
    DecisionChange,
    DoneChange,
    FollowUpChange,
    NoteChange,
    Undoable,
)

Record = TypeVar("Record", DecisionEvent, ActionEvent, NoteEvent)


def decision_recorded(state: WorkshopState, event: DecisionEvent) -> WorkshopState:
    """A decision stands there in these words, or is gone."""
    undo = undo_with(state, DecisionChange(event, state.decisions.get(event.decision)))
    decisions = _with(state.decisions, event.decision, event)
    return change(state, decisions=decisions, undo=undo)


def decision_followed_up(
    state: WorkshopState, event: ev.DecisionFollowedUp
) -> WorkshopState | None:
    """It is said what became of a decision of the session before."""
    if not state.decided_before(event.decision):
        return None
    undo = undo_with(state, FollowUpChange(event, state.followed_up.get(event.decision, "")))
    followed_up = {**state.followed_up, event.decision: event.outcome}
    return change(state, followed_up=followed_up, undo=undo)


def action_recorded(state: WorkshopState, event: ActionEvent) -> WorkshopState:
    """An action stands there in these words, or is gone."""
    undo = undo_with(state, ActionChange(event, state.actions.get(event.action)))
    return change(state, actions=_with(state.actions, event.action, event), undo=undo)


def action_done(state: WorkshopState, event: ev.ActionDone) -> WorkshopState | None:
    """An action is done, or open again."""
    if event.action not in state.actions:
        return None
    done = _said(state, state.done, event.action, event)
    return _afterwards(change(state, done=done, undo=_undo_done(state, event)), event)


def first_step_done(state: WorkshopState, event: ev.FirstStepDone) -> WorkshopState | None:
    """The first step of a decision is done, or open again."""
    if event.decision not in state.decisions:
        return None
    done = _said(state, state.first_steps_done, event.decision, event)
    undo = _undo_done(state, event)
    return _afterwards(change(state, first_steps_done=done, undo=undo), event)


def decision_reviewed(state: WorkshopState, event: ev.DecisionReviewed) -> WorkshopState | None:
    """A decision was looked at again, or still has to be."""
    if event.decision not in state.decisions:
        return None
    reviewed = _said(state, state.reviewed, event.decision, event)
    return _afterwards(change(state, reviewed=reviewed), event)


def _undo_done(
    state: WorkshopState, event: ev.ActionDone | ev.FirstStepDone
) -> tuple[Undoable, ...]:
    """What can be undone with it: what is said of a workshop that rests or is over stands."""
    return undo_with(state, DoneChange(event)) if state.phase == "open" else state.undo


def _said(
    state: WorkshopState,
    days: Mapping[str, str],
    key: str,
    event: ev.ActionDone | ev.FirstStepDone | ev.DecisionReviewed,
) -> dict[str, str]:
    """The days with that of an event, or without it where it takes that back."""
    after = {one: day for one, day in days.items() if one != key}
    return after if event.reopened else {**after, key: state.date_of(event.t)}


def action_followed_up(state: WorkshopState, event: ev.ActionFollowedUp) -> WorkshopState | None:
    """It is said what became of an action of the session before."""
    if not state.had_before(event.action):
        return None
    said = state.actions_followed_up
    undo = undo_with(state, ActionFollowUpChange(event, said.get(event.action, "")))
    return change(state, actions_followed_up={**said, event.action: event.outcome}, undo=undo)


def report_edited(state: WorkshopState, event: ev.ReportEdited) -> WorkshopState:
    """The report has another title, a summary, fewer sections."""
    report = ReportEdits(event.title, event.summary, event.left_out)
    return _afterwards(change(state, report=report), event)


def _afterwards(state: WorkshopState, event: ev.Event) -> WorkshopState:
    """What is said of a workshop that rests or is over is no work: the time until then is rest."""
    if state.phase == "open":
        return state
    return change(state, rested=state.rested + max(0.0, event.t - state.t))


def note_recorded(state: WorkshopState, event: NoteEvent) -> WorkshopState:
    """A note stands there in these words, or is gone."""
    undo = undo_with(state, NoteChange(event, state.notes.get(event.note)))
    return change(state, notes=_with(state.notes, event.note, event), undo=undo)


def _with(records: Mapping[str, Record], key: str, event: Record) -> dict[str, Record]:
    after = dict(records)
    if event.removed:
        after.pop(key, None)
    else:
        after[key] = event
    return after
