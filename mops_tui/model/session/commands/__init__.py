"""What people ask for: commands, and the refusals they may get instead of events."""

from __future__ import annotations

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
    FollowDecisionUp,
    RecordAction,
    RecordDecision,
    RecordNote,
)
from mops_tui.model.session.commands.refusal import (
    CountedCode,
    Param,
    PlainCode,
    Refusal,
    RefusalCode,
)
from mops_tui.model.session.commands.registry import (
    ByPhone,
    Command,
    SetUp,
    Single,
    Together,
    together,
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

__all__ = [
    "AddOption",
    "Blank",
    "ByPhone",
    "CastVote",
    "Close",
    "CloseRound",
    "Command",
    "CountHeads",
    "CountedCode",
    "Describe",
    "ExtendTimer",
    "FollowDecisionUp",
    "GiveReason",
    "Join",
    "Leave",
    "Merge",
    "NameSubject",
    "OpenRound",
    "OpenSession",
    "Param",
    "Pause",
    "PauseTimer",
    "PlainCode",
    "PutOut",
    "RecordAction",
    "RecordDecision",
    "RecordNote",
    "Refusal",
    "RefusalCode",
    "ReopenRound",
    "Resume",
    "Return",
    "Reveal",
    "SetAgenda",
    "SetTally",
    "SetUp",
    "Show",
    "ShowCode",
    "ShowPrompt",
    "Single",
    "StartTimer",
    "StopTimer",
    "TakeOutOption",
    "Together",
    "TurnPage",
    "Undo",
    "Withdraw",
    "together",
]
