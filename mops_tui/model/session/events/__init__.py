"""What can happen in a workshop: flat, frozen events, told apart by `kind`.

A journal is a list of these. Values are absolute, never deltas, so a reader that loses one event
is wrong about one thing only. Nothing nests and nothing is null, so every event is a plain TOML
table. `docs/session-format.md` lists each kind with its keys.
"""

from __future__ import annotations

from mops_tui.model.session.events.event import (
    MOST_CONFIDENCE,
    MOST_COUNT,
    MOST_SECONDS,
    NAME_LENGTH,
    OPENING,
    WORDS_LENGTH,
    Count,
    EventBase,
    Ids,
    Name,
    Seconds,
    Words,
)
from mops_tui.model.session.events.people import (
    HeadCounted,
    ParticipantJoined,
    ParticipantLeft,
    ParticipantUpdated,
)
from mops_tui.model.session.events.places import (
    FIRST,
    LOOK_FOR,
    AgendaSet,
    BriefShown,
    CodeShown,
    Page,
    PageShown,
    PromptShown,
    QuestionShown,
    ScreenBlanked,
    ScreenUnblanked,
    Summary,
    SummaryShown,
)
from mops_tui.model.session.events.practice import AnswerCommitted, CardAnswered
from mops_tui.model.session.events.records import (
    ActionAmended,
    ActionRecorded,
    DecisionAmended,
    DecisionRecorded,
    NoteAmended,
    NoteList,
    NoteRecorded,
)
from mops_tui.model.session.events.registry import KINDS, Event, UnknownKindError, parse, stamp
from mops_tui.model.session.events.rounds import (
    OptionAdded,
    RoundClosed,
    RoundOpened,
    RoundReopened,
    RoundRevealed,
    TallySet,
    Via,
    VoteCast,
    VoteWithdrawn,
)
from mops_tui.model.session.events.session import (
    Lost,
    SessionClosed,
    SessionOpened,
    SessionPaused,
    SessionResumed,
)
from mops_tui.model.session.events.timer import (
    TimerExtended,
    TimerPaused,
    TimerStarted,
    TimerStopped,
)

__all__ = [
    "FIRST",
    "KINDS",
    "LOOK_FOR",
    "MOST_CONFIDENCE",
    "MOST_COUNT",
    "MOST_SECONDS",
    "NAME_LENGTH",
    "OPENING",
    "WORDS_LENGTH",
    "ActionAmended",
    "ActionRecorded",
    "AgendaSet",
    "AnswerCommitted",
    "BriefShown",
    "CardAnswered",
    "CodeShown",
    "Count",
    "DecisionAmended",
    "DecisionRecorded",
    "Event",
    "EventBase",
    "HeadCounted",
    "Ids",
    "Lost",
    "Name",
    "NoteAmended",
    "NoteList",
    "NoteRecorded",
    "OptionAdded",
    "Page",
    "PageShown",
    "ParticipantJoined",
    "ParticipantLeft",
    "ParticipantUpdated",
    "PromptShown",
    "QuestionShown",
    "RoundClosed",
    "RoundOpened",
    "RoundReopened",
    "RoundRevealed",
    "ScreenBlanked",
    "ScreenUnblanked",
    "Seconds",
    "SessionClosed",
    "SessionOpened",
    "SessionPaused",
    "SessionResumed",
    "Summary",
    "SummaryShown",
    "TallySet",
    "TimerExtended",
    "TimerPaused",
    "TimerStarted",
    "TimerStopped",
    "UnknownKindError",
    "Via",
    "VoteCast",
    "VoteWithdrawn",
    "Words",
    "parse",
    "stamp",
]
