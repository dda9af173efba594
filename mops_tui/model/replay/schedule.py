"""When each event of a session plays, at a pace.

The order is that of the journal, whatever the pace: no event plays before the one it follows. At
the pace of a story what an event brings stands for as long as it takes to read; only what was
turned through goes by as quickly as it did in the room.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from mops_tui.model.packs.characters import HAPPENED
from mops_tui.model.replay.pace import STORY, Pace, RealPace, StoryPace
from mops_tui.model.session.events import (
    AFTERWARDS,
    ActionAmended,
    ActionFollowedUp,
    ActionRecorded,
    BriefShown,
    DecisionAmended,
    DecisionFollowedUp,
    DecisionRecorded,
    Event,
    NoteAmended,
    NoteRecorded,
    OptionAdded,
    PageShown,
    ParticipantJoined,
    PromptShown,
    QuestionShown,
    ReasonGiven,
    RoundClosed,
    RoundOpened,
    RoundRevealed,
    ScreenBlanked,
    SessionClosed,
    SessionOpened,
    StepShown,
    SubjectNamed,
    SummaryShown,
    TallySet,
    VoteCast,
    VoteWithdrawn,
)

VOTES = 3.0
"""Seconds that all the votes of one round take together, at most."""
VOTE = 0.25
"""Seconds of one vote, at most."""
LOBBY = 2.0
"""Seconds before the first page; whoever came until then is there from the beginning."""
LATECOMER = 0.2
LATECOMERS = 2.0
"""Seconds that the arrivals after that take together, at most."""
QUESTION = 2.0
"""Seconds to read a question before its first vote."""
CLOSED = 0.5
"""Seconds between the last vote and the reveal."""
REVEAL = 7.0
"""Seconds that a reveal stands, at least."""
GLIDE = 2.0
"""Seconds in which the marks of a later round move from where they stood, before it stands."""
DECISION = 8.0
"""Seconds that a decision stands, at least."""
AMENDED = 4.0
FOLLOWED_UP = 2.0
"""Seconds in which what became of an earlier decision stands beside it."""
BRIEF = 4.0
FOUND = 4.0
"""Seconds for what was found, before the decision that rests on it."""
GRID = 7.0
WORKSHOP = 8.0
STEP = {"before": 7.0, "break": 2.0, "owners": 7.0}
"""Seconds of the steps of the day that no scenario has: in a break nothing is to be read."""
PROMPT = 2.5
REASON = 5.0
"""Seconds that what somebody said stands: two lines to read."""
PAGE = 3.0
"""Seconds that a turned page, or a look back, stands at most."""
BRIEFLY = 1.0
LAST = 3.0
"""Seconds that the last event stands, at least: a replay does not end in the middle of a word."""


@dataclass(frozen=True)
class Schedule:
    """When the events of a session play.

    Attributes:
        times: The play time of each event, in seconds.
        length: The whole play time: the last event stands, too.
    """

    times: tuple[float, ...]
    length: float


def schedule(events: Sequence[Event], pace: Pace = STORY) -> Schedule:
    """When each event plays."""
    if not events:
        return Schedule((), 0.0)
    holds = _held(events) if isinstance(pace, StoryPace) else _silences(events, pace)
    times, at = [], 0.0
    for hold in holds:
        times.append(round(at, 3))
        at += hold
    return Schedule(tuple(times), round(at, 3))


def _silences(events: Sequence[Event], pace: RealPace) -> list[float]:
    """How long after each event the next one comes, cut to the limit."""
    return [*(min(gap, pace.idle_limit) for gap in _gaps(events)), 0.0]


def _gaps(events: Sequence[Event]) -> list[float]:
    return [max(0.0, after.t - before.t) for before, after in pairwise(events)]


def _held(events: Sequence[Event]) -> list[float]:
    """How long each event stands at the pace of a story."""
    votes = Counter(_round(event) for event in events if _is_vote(event))
    before = _in_the_lobby(events)
    late = sum(isinstance(event, ParticipantJoined) for event in events[before:])
    holds = [0.0] * before
    if before:
        holds[-1] = LOBBY
    for event, gap in list(zip(events, [*_gaps(events), LAST], strict=True))[before:]:
        if _is_vote(event):
            holds.append(min(VOTE, VOTES / votes[_round(event)]))
        elif isinstance(event, ParticipantJoined):
            holds.append(min(LATECOMER, LATECOMERS / late))
        else:
            holds.append(_stands(event, gap))
    for place, (event, after) in enumerate(pairwise(events)):
        if isinstance(event, QuestionShown) and _opens(event, after):
            holds[place] = 0.0  # it is read while its vote is open
    if not isinstance(events[-1], AFTERWARDS):  # that the room never saw
        holds[-1] = max(holds[-1], LAST)
    return holds


def _in_the_lobby(events: Sequence[Event]) -> int:
    """How many events come before the first page: people arrive, and nobody needs to see how."""
    noted = ScreenBlanked | ActionRecorded | ActionAmended | NoteRecorded | NoteAmended
    quiet = SessionOpened | ParticipantJoined | noted
    pages = (
        place
        for place, event in enumerate(events)
        if not isinstance(event, quiet) and (_is_vote(event) or _stands(event, BRIEFLY))
    )
    return next(pages, len(events))


def _is_vote(event: Event) -> bool:
    """Whether it counts as one of a round's votes; a tally put right after the reveal does not."""
    if isinstance(event, TallySet):
        return not event.corrected
    return isinstance(event, VoteCast | VoteWithdrawn)


def _round(event: Event) -> tuple[str, int]:
    assert isinstance(event, VoteCast | VoteWithdrawn | TallySet)
    return event.question, event.round


def _opens(event: QuestionShown, after: Event) -> bool:
    return isinstance(after, RoundOpened) and after.question == event.question


def _stands(event: Event, gap: float) -> float:
    """How long an event stands that is neither a vote nor an arrival.

    Args:
        event: The event.
        gap: How long after it the next one came in the room: what was turned through stands no
            longer than that.
    """
    match event:
        case RoundRevealed():
            return REVEAL if event.round == 1 else GLIDE + REVEAL
        case DecisionRecorded():
            return DECISION
        case DecisionAmended():
            return BRIEFLY if event.removed else AMENDED
        case RoundOpened():
            return QUESTION
        case RoundClosed():
            return CLOSED
        case BriefShown() | QuestionShown() | SummaryShown() | StepShown() if event.back:
            return min(PAGE, gap)
        case BriefShown():
            return BRIEF
        case QuestionShown():
            return QUESTION
        case SummaryShown():
            return {"decision": FOUND, "grid": GRID, "workshop": WORKSHOP}[event.of]
        case StepShown():
            return STEP[event.of]
        case PromptShown():
            return PROMPT if event.prompt else 0.0
        case ReasonGiven():
            return REASON
        case NoteRecorded() if event.note.startswith(HAPPENED):
            return REASON  # it stands below the replay, as what somebody said does
        case DecisionFollowedUp() | ActionFollowedUp():
            return FOLLOWED_UP
        case PageShown():
            return min(PAGE, gap)
        case TallySet():
            return PAGE  # it was put right after the reveal: the picture changes
        case OptionAdded() | SubjectNamed() | SessionOpened():
            return BRIEFLY
        case ScreenBlanked() | ActionRecorded() | ActionAmended() | NoteRecorded() | NoteAmended():
            return min(BRIEFLY, gap)
        case SessionClosed():
            return LAST
    return 0.0  # nothing that the room looks at: a pause, a timer, who is counted
