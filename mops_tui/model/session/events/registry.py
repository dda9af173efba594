"""Every kind of event, and how one is read and placed."""

from __future__ import annotations

from typing import Any, get_args

from mops_tui.model.session.events.people import (
    HeadCounted,
    ParticipantJoined,
    ParticipantLeft,
    ParticipantUpdated,
)
from mops_tui.model.session.events.places import (
    AgendaSet,
    BriefShown,
    CodeShown,
    PageShown,
    PromptShown,
    QuestionShown,
    ScreenBlanked,
    ScreenUnblanked,
    StepShown,
    SubjectNamed,
    SummaryShown,
)
from mops_tui.model.session.events.practice import (
    AnswerCommitted,
    AnswerTakenBack,
    CardAnswered,
    RoomPredicted,
)
from mops_tui.model.session.events.records import (
    ActionAmended,
    ActionDone,
    ActionFollowedUp,
    ActionRecorded,
    DecisionAmended,
    DecisionFollowedUp,
    DecisionRecorded,
    DecisionReviewed,
    FirstStepDone,
    NoteAmended,
    NoteRecorded,
    ReportEdited,
)
from mops_tui.model.session.events.rounds import (
    OptionAdded,
    ReasonGiven,
    RoundClosed,
    RoundOpened,
    RoundReopened,
    RoundRevealed,
    TallySet,
    VoteCast,
    VoteWithdrawn,
)
from mops_tui.model.session.events.session import (
    LaterEvent,
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

KnownEvent = (
    SessionOpened
    | SessionPaused
    | SessionResumed
    | SessionClosed
    | ParticipantJoined
    | ParticipantUpdated
    | ParticipantLeft
    | HeadCounted
    | BriefShown
    | QuestionShown
    | PromptShown
    | PageShown
    | SummaryShown
    | StepShown
    | SubjectNamed
    | RoundOpened
    | RoundClosed
    | RoundReopened
    | RoundRevealed
    | VoteCast
    | VoteWithdrawn
    | TallySet
    | ReasonGiven
    | OptionAdded
    | AgendaSet
    | TimerStarted
    | TimerPaused
    | TimerExtended
    | TimerStopped
    | DecisionRecorded
    | DecisionAmended
    | DecisionFollowedUp
    | FirstStepDone
    | DecisionReviewed
    | ActionRecorded
    | ActionAmended
    | ActionDone
    | ActionFollowedUp
    | NoteRecorded
    | NoteAmended
    | ReportEdited
    | ScreenBlanked
    | ScreenUnblanked
    | CodeShown
    | CardAnswered
    | AnswerCommitted
    | AnswerTakenBack
    | RoomPredicted
    | Lost
)
"""Something that happened, of a kind that is written."""
Event = KnownEvent | LaterEvent
"""Something that happened, of whatever kind: `match event.kind` tells which."""
KINDS: dict[str, type[KnownEvent]] = {
    event.model_fields["kind"].default: event for event in get_args(KnownEvent)
}
"""Every kind of event that is written, by name."""

AFTERWARDS = (ActionDone, FirstStepDone, DecisionReviewed, ReportEdited)
"""What can happen to a session that is over: it stays over, and nothing in the room changes."""


class UnknownKindError(ValueError):
    """An event of a kind that this version does not know.

    Attributes:
        kind: The name found.
    """

    def __init__(self, kind: str) -> None:
        super().__init__(kind)
        self.kind = kind


def parse(table: dict[str, Any]) -> Event:
    """Make an event of a flat table, as read from a session file.

    Raises:
        UnknownKindError: A later version wrote it, or somebody mistyped it.
        pydantic.ValidationError: Its keys are not those of its kind.
    """
    kind = table.get("kind")
    event = KINDS.get(kind) if isinstance(kind, str) else None
    if event is None:
        raise UnknownKindError(str(kind))
    parsed: Event = event.model_validate(table)
    return parsed


def stamp(
    event: Event, seq: int, t: float, part_of: int | None = None, *, by_phone: bool = False
) -> Event:
    """The same event with its place in the journal."""
    place = {"seq": seq, "t": round(t, 3), "part_of": part_of}
    return event.model_copy(update=place | {"by_phone": True} if by_phone else place)
