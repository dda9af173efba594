"""The state of a workshop: a fold over its events.

`apply` is total and deterministic: an event that fits nothing (an unknown question, a vote in a
closed round) changes nothing but the list of ignored events. Values are immutable; a new state
shares all that did not change with the old one, so keeping many of them is cheap.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from mops_tui.model.packs.answers import Item, Option
from mops_tui.model.packs.questions import GridQuestion, QuestionBase
from mops_tui.model.packs.workshop import Workshop
from mops_tui.model.session.ballots import Answers, Ballot, answers_to
from mops_tui.model.session.events import (
    ActionAmended,
    ActionRecorded,
    DecisionAmended,
    DecisionRecorded,
    Event,
    NoteAmended,
    NoteRecorded,
    Page,
    TallySet,
)
from mops_tui.model.session.header import Header, Policy, SessionKind
from mops_tui.model.text.change import change as change

UNDO_DEPTH = 200
"""How many events back undo can reach."""

Phase = Literal["open", "closed", "revealed"]
SessionPhase = Literal["new", "open", "paused", "closed"]
Shown = Literal["lobby", "brief", "question", "decision", "grid", "workshop"]


@dataclass(frozen=True)
class Participant:
    """Somebody with a seat.

    Attributes:
        name: As policy allows: a name, a handle, or empty.
        seat: 1, 2, 3 and so on.
        present: In the room at this moment.
    """

    id: str
    name: str
    role: str
    seat: int
    present: bool = True


@dataclass(frozen=True)
class Vote:
    """A participant's ballot that counts.

    Attributes:
        via: How it came: seat, called, phone or simulated.
        seq: The event that cast it.
    """

    participant: str
    ballot: Ballot
    via: str
    seq: int


@dataclass(frozen=True)
class Tally:
    """Votes called out by people without a ballot of their own.

    Attributes:
        cells: (item, category, count) of each; the item is "" where the question has none.
    """

    cells: tuple[tuple[str, str, int], ...] = ()
    corrected: bool = False

    @property
    def size(self) -> int:
        """How many people it stands for: the most that were counted for any one item."""
        sums: dict[str, int] = {}
        for item, _, count in self.cells:
            sums[item] = sums.get(item, 0) + count
        return max(sums.values(), default=0)

    def count(self, item: str, category: str) -> int:
        """How many called this category for this item."""
        return sum(n for i, c, n in self.cells if i == item and c == category)


@dataclass(frozen=True)
class RoundOutline(ABC):
    """How far a round is: what anybody may know of it, before the reveal as well.

    Attributes:
        present: How many people were present when it was closed.
        opened_t: Seconds since the session was opened; likewise the other two.
    """

    number: int
    phase: Phase = "open"
    present: int = 0
    opened_t: float = 0.0
    closed_t: float | None = None
    revealed_t: float | None = None

    @property
    @abstractmethod
    def voters(self) -> Collection[str]:
        """Whose ballots are in, passes included."""

    @property
    @abstractmethod
    def voted(self) -> int:
        """Ballots, passes included, and called votes."""


@dataclass(frozen=True)
class Round(RoundOutline):
    """One round of a question. Begins empty and, once revealed, is immutable."""

    votes: Mapping[str, Vote] = field(default_factory=dict)
    tally: Tally = Tally()

    @property
    def voters(self) -> Collection[str]:
        """Whose ballots are in, passes included."""
        return self.votes.keys()

    @property
    def voted(self) -> int:
        """Ballots, passes included, and called votes."""
        return len(self.votes) + self.tally.size


@dataclass(frozen=True)
class View:
    """What the room looks at.

    Attributes:
        of: What kind of thing.
        name: Its id: a scenario, a `scenario/question`, a grid; empty for the rest.
        back: The room is looking back.
        prompt: The discussion prompt that is shown with it, or "".
    """

    of: Shown
    name: str = ""
    back: bool = False
    prompt: str = ""

    @property
    def key(self) -> tuple[str, str]:
        """What it shows, whether looking back or not."""
        return (self.of, self.name)


@dataclass(frozen=True)
class Look:
    """How the room looks at what it looks at.

    Attributes:
        page: The page of a revealed question.
        round: The round shown, 0 for the latest.
        mark: A participant whose mark is explained on the grid, or "".
        told: What the facilitator has put before the room, of what is hers alone otherwise.
    """

    page: Page = "votes"
    round: int = 0
    mark: str = ""
    told: tuple[str, ...] = ()


@dataclass(frozen=True)
class ViewSnapshot:
    """What the room looked at, and where the workshop stood: what going on replaces."""

    place: View
    view: View
    look: Look


@dataclass(frozen=True)
class Timer:
    """A timer that runs down.

    Attributes:
        seconds: What was left at `since`.
        since: Seconds since the session was opened.
        running: It runs, or it stands still.
        whole: What it was first set to.
    """

    seconds: float
    since: float
    running: bool
    whole: float

    def left(self, t: float) -> float:
        """The seconds left at a time; below zero once it has run out."""
        return self.seconds - (t - self.since) if self.running else self.seconds


DecisionEvent = DecisionRecorded | DecisionAmended
ActionEvent = ActionRecorded | ActionAmended
NoteEvent = NoteRecorded | NoteAmended


@dataclass(frozen=True)
class Undoable:
    """An event that can be taken back, with what it replaced.

    Attributes:
        event: The event itself.
        before: What it replaced, in the form that `undo` restores; None where there was nothing.
    """

    event: Event
    before: Any = None

    @property
    def group(self) -> int:
        """The first event of the command that it belongs to."""
        return self.event.part_of or self.event.seq


@dataclass(frozen=True)
class SessionState:
    """What anybody may know of a session at one moment, votes that are not revealed left out.

    Functions that take it cannot leak a ballot, a called vote, a note or what could be undone.

    Attributes:
        seq: The last event applied.
        t: Its time, in seconds since the session was opened.
        place: Where the workshop stands; `view` differs from it when the room looks back.
        look: How it looks there: the page, the round; a fresh one at every place.
        absent: Those of the participants who have left, by id.
        head_count: People present as counted; those with a seat may be among them.
        rounds: The rounds of each question, by `scenario/question`.
        added: Options and waves that the room brought, by question.
        rested: Seconds of pauses, and of nights, so far.
        spent: Active seconds at each place that was left; `since` is when this one was entered.
        set_up: The journal says what the setup made; undo stops there.
        ignored: Events that fitted nothing.
    """

    workshop: Workshop
    policy: Policy
    session: SessionKind = "live"
    title: str = ""
    seq: int = 0
    t: float = 0.0
    phase: SessionPhase = "new"
    participants: Mapping[str, Participant] = field(default_factory=dict)
    absent: tuple[str, ...] = ()
    head_count: int = 0
    view: View = View("lobby")
    place: View = View("lobby")
    look: Look = Look()
    rounds: Mapping[str, tuple[RoundOutline, ...]] = field(default_factory=dict)
    added: Mapping[str, tuple[tuple[str, str], ...]] = field(default_factory=dict)
    skipped: tuple[str, ...] = ()
    minutes: float = 0.0
    timer: Timer | None = None
    decisions: Mapping[str, DecisionEvent] = field(default_factory=dict)
    actions: Mapping[str, ActionEvent] = field(default_factory=dict)
    blanked: bool = False
    code: str = ""
    rested: float = 0.0
    since: float = 0.0
    spent: Mapping[tuple[str, str], float] = field(default_factory=dict)
    set_up: bool = False
    ignored: tuple[int, ...] = ()

    @property
    def present(self) -> int:
        """How many people are in the room: those counted, or those with a seat if more."""
        return max(self.head_count, self.seated)

    @property
    def seated(self) -> int:
        """How many people with a seat of their own are in the room."""
        return len(self.participants) - len(self.absent)

    def named(self, name: str) -> Participant | None:
        """Who has a seat under that name, however it is capitalised; or None."""
        wanted = name.strip().casefold()
        people = self.participants.values()
        return next((p for p in people if wanted and p.name.casefold() == wanted), None)

    def round(self, ref: str) -> RoundOutline | None:
        """The latest round of a question, or None before the first."""
        rounds = self.rounds.get(ref)
        return rounds[-1] if rounds else None

    def eligible(self, round_: RoundOutline) -> int:
        """How many people a round's votes can come from.

        Those present, and those who voted in it, or called out, and left since. What was settled
        when the round closed stays.
        """
        if round_.phase != "open":
            return round_.present
        if not self.head_count and not self.participants:  # nobody was ever counted
            return 0
        gone = sum(1 for who in self.absent if who in round_.voters)
        return max(self.present + gone, round_.voted)

    def question(self, ref: str) -> QuestionBase | None:
        """The question of that reference, with what the room added to it; or None."""
        question = self.workshop.question(ref)
        added = self.added.get(ref)
        if question is None or not added:
            return question
        if hasattr(question, "items"):
            # Unchecked: a label that somebody put into the file by hand must not stop a fold.
            items = tuple(Item.model_construct(id=i, label=label) for i, label in added)
            return question.model_copy(update={"items": question.items + items})
        options = tuple(Option.model_construct(id=i, label=label) for i, label in added)
        own: tuple[Option, ...] = getattr(question, "options", ())
        return question.model_copy(update={"options": own + options})

    def answers(self, ref: str) -> Answers | None:
        """What a question can be answered with at this moment, or None for an unknown one."""
        question = self.workshop.question(ref)
        if question is None:
            return None
        quadrants: tuple[str, ...] = ()
        if isinstance(question, GridQuestion):
            grid = self.workshop.grid(question.grid)
            quadrants = tuple(q.id for q in grid.quadrants) if grid else ()
        added = tuple(option for option, _ in self.added.get(ref, ()))
        return answers_to(question, added, quadrants)

    def active(self, t: float) -> float:
        """Seconds of work, pauses left out, at a time not before the last event."""
        return (self.t if self.phase in ("paused", "closed") else t) - self.rested

    def spent_at(self, key: tuple[str, str], t: float) -> float:
        """Active seconds spent at a place so far."""
        running = self.active(t) - self.since if key == self.place.key else 0.0
        return self.spent.get(key, 0.0) + running


@dataclass(frozen=True)
class WorkshopState(SessionState):
    """Everything that is known at one moment of a session: to decide on, never to show.

    What is shown is made of it by `audience.visible`.

    Attributes:
        undo: What can be taken back, the oldest first.
    """

    rounds: Mapping[str, tuple[Round, ...]] = field(default_factory=dict)
    notes: Mapping[str, NoteEvent] = field(default_factory=dict)
    undo: tuple[Undoable, ...] = ()

    def round(self, ref: str) -> Round | None:
        """The latest round of a question, or None before the first."""
        rounds = self.rounds.get(ref)
        return rounds[-1] if rounds else None


def begin(header: Header) -> WorkshopState:
    """The state before the first event."""
    return WorkshopState(
        workshop=header.workshop,
        policy=header.policy,
        session=header.session,
        title=header.title,
        minutes=header.workshop.minutes,
    )


def tally_of(event: TallySet) -> Tally:
    """The tally that an event sets; counts of nought are left out."""
    items = event.items or ("",) * len(event.categories)
    rows = zip(items, event.categories, event.counts, strict=False)
    return Tally(tuple(row for row in rows if row[2] > 0), event.corrected)


def fold(header: Header, events: Iterable[Event]) -> WorkshopState:
    """The state after all of some events."""
    from mops_tui.model.session.apply import apply

    state = begin(header)
    for event in events:
        state = apply(state, event)
    return state
