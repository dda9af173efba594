"""The rules of what is written down."""

from __future__ import annotations

from mops_tui.model.session import commands as cmd
from mops_tui.model.session import events as ev
from mops_tui.model.session.commands import Refusal
from mops_tui.model.session.rules.outcome import Outcome
from mops_tui.model.session.state import ReportEdits, WorkshopState

MOST_LEFT_OUT = 40
"""The most sections that are left out of a report: there are fewer."""


def record_decision(state: WorkshopState, command: cmd.RecordDecision) -> Outcome:
    """Write a decision down, or amend it."""
    if not command.what.strip():
        return Refusal("nothing-written")
    if state.workshop.scenario(command.scenario) is None:
        return Refusal("nothing-there")
    known = command.decision in state.decisions
    kind = ev.DecisionAmended if known else ev.DecisionRecorded
    return (
        kind(
            decision=command.decision,
            scenario=command.scenario,
            what=command.what,
            why=command.why,
            owner=command.owner,
            confidence=command.confidence,
            dissent=command.dissent,
            agree=command.agree,
            first_step=command.first_step,
            review=command.review,
            removed=command.removed,
        ),
    )


def follow_decision_up(state: WorkshopState, command: cmd.FollowDecisionUp) -> Outcome:
    """Say what became of a decision of the session before."""
    if not state.decided_before(command.decision):
        return Refusal("nothing-there")
    if state.followed_up.get(command.decision, "") == command.outcome:
        return ()
    return (ev.DecisionFollowedUp(decision=command.decision, outcome=command.outcome),)


def record_action(state: WorkshopState, command: cmd.RecordAction) -> Outcome:
    """Write an action down, or amend it."""
    if not command.what.strip():
        return Refusal("nothing-written")
    kind = ev.ActionAmended if command.action in state.actions else ev.ActionRecorded
    return (
        kind(
            action=command.action,
            scenario=command.scenario,
            what=command.what,
            who=command.who,
            by=command.by,
            removed=command.removed,
        ),
    )


def mark_done(state: WorkshopState, command: cmd.MarkDone) -> Outcome:
    """Say that an action is done, or open again."""
    if command.action not in state.actions:
        return Refusal("nothing-there")
    if (command.action in state.done) == command.done:
        return ()
    return (ev.ActionDone(action=command.action, reopened=not command.done),)


def mark_first_step(state: WorkshopState, command: cmd.MarkFirstStep) -> Outcome:
    """Say that the first step of a decision is done, or open again."""
    decision = state.decisions.get(command.decision)
    if decision is None or not decision.first_step.strip():
        return Refusal("nothing-there")
    if (command.decision in state.first_steps_done) == command.done:
        return ()
    return (ev.FirstStepDone(decision=command.decision, reopened=not command.done),)


def mark_reviewed(state: WorkshopState, command: cmd.MarkReviewed) -> Outcome:
    """Say that a decision was looked at again, or still has to be."""
    if command.decision not in state.decisions:
        return Refusal("nothing-there")
    if (command.decision in state.reviewed) == command.done:
        return ()
    return (ev.DecisionReviewed(decision=command.decision, reopened=not command.done),)


def follow_action_up(state: WorkshopState, command: cmd.FollowActionUp) -> Outcome:
    """Say what became of an action of the session before."""
    if not state.had_before(command.action):
        return Refusal("nothing-there")
    if state.actions_followed_up.get(command.action, "") == command.outcome:
        return ()
    return (ev.ActionFollowedUp(action=command.action, outcome=command.outcome),)


def edit_report(state: WorkshopState, command: cmd.EditReport) -> Outcome:
    """Say how the report differs from the one that is made."""
    left_out = tuple(dict.fromkeys(name for name in command.left_out if name))[:MOST_LEFT_OUT]
    edits = ReportEdits(command.title.strip(), command.summary.strip(), left_out)
    if edits == state.report:
        return ()
    return (ev.ReportEdited(title=edits.title, summary=edits.summary, left_out=edits.left_out),)


def record_note(state: WorkshopState, command: cmd.RecordNote) -> Outcome:
    """Write a note down, or amend it."""
    if not command.text.strip():
        return Refusal("nothing-written")
    kind = ev.NoteAmended if command.note in state.notes else ev.NoteRecorded
    return (
        kind(
            note=command.note,
            list=command.list,
            about=command.about,
            text=command.text,
            private=command.private,
            removed=command.removed,
        ),
    )
