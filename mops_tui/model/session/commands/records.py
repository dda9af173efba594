"""What is written down."""

from __future__ import annotations

from dataclasses import dataclass

from mops_tui.model.session.events import ActionFollowUp, FollowUp, NoteList


@dataclass(frozen=True)
class RecordDecision:
    """Write a decision down, or amend the one of that id."""

    decision: str
    scenario: str
    what: str
    why: str = ""
    owner: str = ""
    confidence: int = 0
    dissent: str = ""
    agree: str = ""
    first_step: str = ""
    review: str = ""
    removed: bool = False


@dataclass(frozen=True)
class FollowDecisionUp:
    """Say what became of a decision of the session before; "" takes that back."""

    decision: str
    outcome: FollowUp


@dataclass(frozen=True)
class RecordAction:
    """Write an action down, or amend the one of that id."""

    action: str
    what: str
    scenario: str = ""
    who: str = ""
    by: str = ""
    removed: bool = False


@dataclass(frozen=True)
class MarkDone:
    """Say that an action is done, or that it is open again; the session may be over."""

    action: str
    done: bool = True


@dataclass(frozen=True)
class MarkFirstStep:
    """Say that the first step of a decision is done, or open again; the session may be over."""

    decision: str
    done: bool = True


@dataclass(frozen=True)
class MarkReviewed:
    """Say that a decision was looked at again, or has to be; the session may be over."""

    decision: str
    done: bool = True


@dataclass(frozen=True)
class FollowActionUp:
    """Say what became of an action of the session before, by its `ref`; "" takes that back."""

    action: str
    outcome: ActionFollowUp


@dataclass(frozen=True)
class EditReport:
    """Say how the report differs from the one that is made; the session may be over.

    Attributes:
        title: What stands above it, or "".
        summary: What stands before all else, or "".
        left_out: The sections that do not go with it.
    """

    title: str = ""
    summary: str = ""
    left_out: tuple[str, ...] = ()


@dataclass(frozen=True)
class RecordNote:
    """Write a note down, or amend the one of that id. `list` is note, parking or idea."""

    note: str
    text: str
    list: NoteList = "note"
    about: str = ""
    private: bool = False
    removed: bool = False
