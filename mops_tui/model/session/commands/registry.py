"""Every command, and several as one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from mops_tui.model.session.commands.people import (
    CountHeads,
    Describe,
    Join,
    Leave,
    Merge,
    PutOut,
    Return,
)
from mops_tui.model.session.commands.places import (
    Blank,
    NameSubject,
    SetAgenda,
    Show,
    ShowCode,
    ShowPrompt,
    TurnPage,
)
from mops_tui.model.session.commands.records import (
    EditReport,
    FollowActionUp,
    FollowDecisionUp,
    MarkDone,
    MarkFirstStep,
    MarkReviewed,
    RecordAction,
    RecordDecision,
    RecordNote,
)
from mops_tui.model.session.commands.rounds import (
    AddOption,
    CastVote,
    CloseRound,
    GiveReason,
    OpenRound,
    ReopenRound,
    Reveal,
    SetTally,
    TakeOutOption,
    Withdraw,
)
from mops_tui.model.session.commands.session import Close, OpenSession, Pause, Resume, Undo
from mops_tui.model.session.commands.timer import ExtendTimer, PauseTimer, StartTimer, StopTimer

Single = (
    OpenSession
    | Pause
    | Resume
    | Close
    | Join
    | Describe
    | Leave
    | Return
    | PutOut
    | Merge
    | CountHeads
    | Show
    | ShowPrompt
    | TurnPage
    | OpenRound
    | CloseRound
    | ReopenRound
    | Reveal
    | CastVote
    | Withdraw
    | SetTally
    | GiveReason
    | AddOption
    | TakeOutOption
    | NameSubject
    | SetAgenda
    | StartTimer
    | PauseTimer
    | ExtendTimer
    | StopTimer
    | RecordDecision
    | FollowDecisionUp
    | FollowActionUp
    | RecordAction
    | MarkDone
    | MarkFirstStep
    | MarkReviewed
    | RecordNote
    | EditReport
    | Blank
    | ShowCode
    | Undo
)
"""A command that stands for itself."""


@dataclass(frozen=True)
class Together:
    """Several commands that are one: all of them happen or none, and one undo takes them back."""

    commands: tuple[Single, ...]


@dataclass(frozen=True)
class SetUp:
    """What the setup brings: who is in the room. No undo reaches it; what cannot be is left out."""

    commands: tuple[Single, ...]


@dataclass(frozen=True)
class ByPhone:
    """What somebody asks for at their own phone. No undo of the facilitator's reaches it."""

    command: Single | Together


Command = Single | Together | SetUp | ByPhone


def together(commands: Iterable[Command]) -> Command:
    """Some commands as one."""
    each: list[Single] = []
    for command in commands:
        if isinstance(command, ByPhone):
            raise TypeError(command)  # it is a phone's, whole
        each += command.commands if isinstance(command, Together | SetUp) else (command,)
    return each[0] if len(each) == 1 else Together(tuple(each))
