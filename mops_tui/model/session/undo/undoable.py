"""What can be taken back: an event, beside what it replaced; one class for each kind of change.

`undo` restores them and `words.undone` tells them, both by `match`: mypy misses a class that one of
them forgets, and an event goes onto the stack only in a class that fits it.
"""

from __future__ import annotations

from dataclasses import dataclass

from mops_tui.model.session import events as ev
from mops_tui.model.session.state_parts import (
    ActionEvent,
    DecisionEvent,
    Look,
    NoteEvent,
    Participant,
    Round,
    Tally,
    Timer,
    ViewSnapshot,
    Vote,
)

UNDO_DEPTH = 200
"""How many events back undo can reach."""
TimerEvent = ev.TimerStarted | ev.TimerPaused | ev.TimerExtended | ev.TimerStopped


def group_of(event: ev.Event) -> int:
    """The first event of the command that an event belongs to."""
    return event.part_of or event.seq


@dataclass(frozen=True)
class _Change:
    event: ev.Event

    @property
    def group(self) -> int:
        """The first event of the command that it belongs to."""
        return group_of(self.event)


@dataclass(frozen=True)
class VoteChange(_Change):
    """A ballot that was cast, or taken back."""

    event: ev.VoteCast | ev.VoteWithdrawn
    before: Vote | None


@dataclass(frozen=True)
class TallyChange(_Change):
    """Votes called out, or corrected."""

    event: ev.TallySet
    before: Tally


@dataclass(frozen=True)
class RoundStart(_Change):
    """A new round; `before` is how the room looked at the one before."""

    event: ev.RoundOpened
    before: Look


@dataclass(frozen=True)
class RoundChange(_Change):
    """A round that was closed, opened again, or revealed."""

    event: ev.RoundClosed | ev.RoundReopened | ev.RoundRevealed
    before: Round


@dataclass(frozen=True)
class Arrival(_Change):
    """Somebody who took a seat."""

    event: ev.ParticipantJoined


@dataclass(frozen=True)
class PersonChange(_Change):
    """Somebody who is called otherwise, has left, or is back."""

    event: ev.ParticipantUpdated | ev.ParticipantLeft
    before: Participant


@dataclass(frozen=True)
class HeadCount(_Change):
    """A head count; `counted` is what the state had there."""

    event: ev.HeadCounted
    before: int
    counted: int


@dataclass(frozen=True)
class SubjectChange(_Change):
    """What the room had named before, or ""."""

    event: ev.SubjectNamed
    before: str


@dataclass(frozen=True)
class OptionChange(_Change):
    """An answer that the room added, or took out."""

    event: ev.OptionAdded


@dataclass(frozen=True)
class AgendaChange(_Change):
    """What was skipped before, and the minutes of the day."""

    event: ev.AgendaSet
    skipped: tuple[str, ...]
    minutes: float


@dataclass(frozen=True)
class Move(_Change):
    """Going on to another place."""

    event: ev.BriefShown | ev.QuestionShown | ev.SummaryShown | ev.StepShown
    before: ViewSnapshot


@dataclass(frozen=True)
class TimerChange(_Change):
    """A timer that was touched."""

    event: TimerEvent
    before: Timer | None


@dataclass(frozen=True)
class DecisionChange(_Change):
    """A decision that was written down, amended or removed."""

    event: DecisionEvent
    before: DecisionEvent | None


@dataclass(frozen=True)
class FollowUpChange(_Change):
    """What became of a decision of the session before."""

    event: ev.DecisionFollowedUp
    before: ev.FollowUp


@dataclass(frozen=True)
class ActionFollowUpChange(_Change):
    """What became of an action of the session before."""

    event: ev.ActionFollowedUp
    before: ev.ActionFollowUp


@dataclass(frozen=True)
class DoneChange(_Change):
    """An action, or a first step, that was said to be done, or open again, while it ran."""

    event: ev.ActionDone | ev.FirstStepDone


@dataclass(frozen=True)
class ActionChange(_Change):
    """An action that was written down, amended or removed."""

    event: ActionEvent
    before: ActionEvent | None


@dataclass(frozen=True)
class NoteChange(_Change):
    """A note that was written down, amended or removed."""

    event: NoteEvent
    before: NoteEvent | None


Undoable = (
    VoteChange
    | TallyChange
    | RoundStart
    | RoundChange
    | Arrival
    | PersonChange
    | HeadCount
    | OptionChange
    | SubjectChange
    | AgendaChange
    | Move
    | TimerChange
    | DecisionChange
    | FollowUpChange
    | ActionFollowUpChange
    | DoneChange
    | ActionChange
    | NoteChange
)
