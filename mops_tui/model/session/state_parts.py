"""What a state is made of: people, rounds, votes, and what the room looks at."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal

from mops_tui.model.session.ballots import Allocation, Ballot, Choice, Pass
from mops_tui.model.session.events import (
    ActionAmended,
    ActionRecorded,
    DecisionAmended,
    DecisionRecorded,
    NoteAmended,
    NoteRecorded,
    Page,
    TimedPhase,
)
from mops_tui.model.text.change import change as change
from mops_tui.model.text.same import Same

Phase = Literal["open", "closed", "revealed"]
SessionPhase = Literal["new", "open", "paused", "closed"]
Shown = Literal[
    "lobby", "before", "brief", "question", "decision", "break", "grid", "owners", "workshop"
]


@dataclass(frozen=True)
class ReportEdits:
    """What the facilitator changed in the report before it leaves.

    Attributes:
        title: The title above it; the session's own where it is "".
        summary: What stands before all else, in her words.
        left_out: Sections that do not go with it.
    """

    title: str = ""
    summary: str = ""
    left_out: tuple[str, ...] = ()


UNEDITED_REPORT = ReportEdits()
"""The report as it is made."""


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
class GivenReason:
    """Why somebody answered as they did, in their words.

    Attributes:
        round: The round of the answer.
        participant: Who said it; "" in an anonymous session.
    """

    round: int
    participant: str
    text: str


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
        revealed_t: When it was revealed, in seconds since the session was opened.
    """

    number: int
    phase: Phase = "open"
    present: int = 0
    revealed_t: float | None = None

    @property
    @abstractmethod
    def voters(self) -> Collection[str]:
        """Whose ballots are in, passes included."""

    @property
    @abstractmethod
    def answered(self) -> Collection[str]:
        """Who answered and did not pass; of a round that is not revealed, nobody is known."""

    @property
    @abstractmethod
    def voted(self) -> int:
        """Ballots, passes included, and called votes."""

    @property
    @abstractmethod
    def leading(self) -> tuple[str, ...]:
        """The options with most votes, or points; of a round that is not revealed, none."""


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
    def answered(self) -> Collection[str]:
        """Who answered and did not pass; of a round that is not revealed, nobody is known."""
        if self.phase != "revealed":
            return ()
        return _answered(Same(self.votes))

    @property
    def voted(self) -> int:
        """Ballots, passes included, and called votes."""
        return len(self.votes) + self.tally.size

    @property
    def leading(self) -> tuple[str, ...]:
        """The options with most votes, or points; of a round that is not revealed, none."""
        most = max(self.counts.values(), default=0)
        return tuple(option for option, n in self.counts.items() if n == most and n > 0)

    @property
    def counts(self) -> Mapping[str, int]:
        """The votes, or points, of each option that has any; none before the reveal."""
        if self.phase != "revealed":
            return {}
        return _counts(Same(self.votes), self.tally)


@lru_cache(maxsize=64)
def _counts(votes: Same[Mapping[str, Vote]], tally: Tally) -> Mapping[str, int]:
    counts: dict[str, int] = {}
    for vote in votes.value.values():
        match vote.ballot:
            case Choice(option=option):
                counts[option] = counts.get(option, 0) + 1
            case Allocation(options=options, points=points):
                for option, n in zip(options, points, strict=True):
                    counts[option] = counts.get(option, 0) + n
            case _:
                pass
    for item, option, n in tally.cells:
        if not item:
            counts[option] = counts.get(option, 0) + n
    return counts


@lru_cache(maxsize=128)
def _answered(votes: Same[Mapping[str, Vote]]) -> frozenset[str]:
    """Asked of all revealed rounds at every event, and they change no more."""
    return frozenset(who for who, vote in votes.value.items() if not isinstance(vote.ballot, Pass))


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
    def key(self) -> tuple[Shown, str]:
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


LOBBY = View("lobby")
"""Where every workshop begins."""
PLAIN_LOOK = Look()
"""How every place is looked at first."""


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
        of: What it counts.
    """

    seconds: float
    since: float
    running: bool
    whole: float
    of: TimedPhase = ""

    def left(self, t: float) -> float:
        """The seconds left at a time; below zero once it has run out."""
        return self.seconds - (t - self.since) if self.running else self.seconds


DecisionEvent = DecisionRecorded | DecisionAmended
ActionEvent = ActionRecorded | ActionAmended
NoteEvent = NoteRecorded | NoteAmended
