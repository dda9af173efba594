"""What is written down."""

from __future__ import annotations

from dataclasses import dataclass

from mops_tui.model.session.events import FollowUp, NoteList


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
class RecordNote:
    """Write a note down, or amend the one of that id. `list` is note, parking or idea."""

    note: str
    text: str
    list: NoteList = "note"
    about: str = ""
    private: bool = False
    removed: bool = False
