"""What is written down: decisions, actions, notes."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from mops_tui.model.session.events.event import MOST_CONFIDENCE, EventBase, Ids, Name, Words

FollowUp = Literal["", "done", "not-done", "changed"]
"""What became of a decision of the session before; "" where nobody has said."""
ActionFollowUp = Literal["", "done", "not-done", "changed", "carried"]
"""The same of an action; "carried" where it goes on as an action of this session."""
NoteList = Literal["note", "parking", "idea"]


class _Decision(EventBase):
    decision: Name
    scenario: Name
    what: Words
    why: Words = ""
    owner: Name = ""
    confidence: Annotated[int, Field(ge=0, le=MOST_CONFIDENCE)] = 0
    dissent: Words = ""
    agree: Words = ""
    first_step: Words = ""
    review: Name = ""
    removed: bool = False


class DecisionRecorded(_Decision):
    """What the room decides, and what Monday needs of it.

    Attributes:
        why: For what reason.
        owner: Who owns it.
        confidence: How sure the room is, 1 to 5; 0 unsaid.
        dissent: Who does not agree.
        agree: Who must agree to it, names or roles.
        first_step: What is done first, this week.
        review: When the room looks again: a day, or words, as typed.
    """

    kind: Literal["decision-recorded"] = "decision-recorded"


class DecisionAmended(_Decision):
    """A decision in its new wording, whole."""

    kind: Literal["decision-amended"] = "decision-amended"


class DecisionFollowedUp(EventBase):
    """What became of a decision of the session before; an empty `outcome` takes it back."""

    kind: Literal["decision-followed-up"] = "decision-followed-up"
    decision: Name
    outcome: FollowUp = ""


class _Action(EventBase):
    action: Name
    scenario: Name = ""
    what: Words
    who: Name = ""
    by: Name = ""
    removed: bool = False


class ActionRecorded(_Action):
    """Who does what by when."""

    kind: Literal["action-recorded"] = "action-recorded"


class ActionAmended(_Action):
    """An action in its new wording, whole."""

    kind: Literal["action-amended"] = "action-amended"


class ActionDone(EventBase):
    """An action is done, or is open again (`reopened`). It may be said years later."""

    kind: Literal["action-done"] = "action-done"
    action: Name
    reopened: bool = False


class ActionFollowedUp(EventBase):
    """What became of an action of the session before; an empty `outcome` takes it back."""

    kind: Literal["action-followed-up"] = "action-followed-up"
    action: Name
    outcome: ActionFollowUp = ""


class FirstStepDone(EventBase):
    """The first step of a decision is done, or open again. It may be said years later."""

    kind: Literal["first-step-done"] = "first-step-done"
    decision: Name
    reopened: bool = False


class DecisionReviewed(EventBase):
    """A decision was looked at again, or still has to be (`reopened`). It may be years later."""

    kind: Literal["decision-reviewed"] = "decision-reviewed"
    decision: Name
    reopened: bool = False


class ReportEdited(EventBase):
    """What the facilitator changed in the report, whole; it may be said after the workshop.

    Attributes:
        title: What stands above it; the session's title where it is "".
        summary: What stands before all else.
        left_out: The sections that do not go with it, by name. Readers skip names unknown to them.
    """

    kind: Literal["report-edited"] = "report-edited"
    title: Name = ""
    summary: Words = ""
    left_out: Ids = ()


class _Note(EventBase):
    note: Name
    list: NoteList = "note"
    about: Name = ""
    text: Words
    private: bool = False
    removed: bool = False


class NoteRecorded(_Note):
    """What somebody writes down: a note, a thing for the parking lot, an idea."""

    kind: Literal["note-recorded"] = "note-recorded"


class NoteAmended(_Note):
    """A note in its new wording, whole."""

    kind: Literal["note-amended"] = "note-amended"
