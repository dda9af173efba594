"""Playing a journal back: when each event plays, markers, and the state at any moment.

Times here are play times: seconds from the start of the replay at speed 1, at the pace of the
timeline. Markers are placed by them.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from copy import copy
from dataclasses import dataclass
from typing import Literal

from mops_tui.model.packs.characters import HAPPENED
from mops_tui.model.replay.pace import STORY, Pace
from mops_tui.model.replay.schedule import GLIDE, schedule
from mops_tui.model.session.apply import apply
from mops_tui.model.session.events import (
    BriefShown,
    DecisionRecorded,
    Event,
    NoteRecorded,
    RoundOpened,
    RoundRevealed,
    StepShown,
    SummaryShown,
)
from mops_tui.model.session.fold import begin
from mops_tui.model.session.header import Header
from mops_tui.model.session.state import WorkshopState

SNAPSHOT_EVERY = 128
"""A state is kept after every so many events; seeking folds on from the nearest.

So is the state after each reveal: however it is come to, its ballots are the same objects, and what
they add up to is worked out once.
"""


MarkerKind = Literal[
    "scenario", "round", "revote", "reveal", "decision", "step", "summary", "happening"
]


@dataclass(frozen=True)
class Marker:
    """A place of the timeline worth jumping to.

    Attributes:
        index: How many events have happened there, this one included.
        at: Its play time.
        kind: What begins there.
        name: The scenario, question, grid, step or note that it is about; "" for the whole
            workshop.
        round: Of a vote and of a reveal.
        decision: The decision that is recorded there, by its id.
    """

    index: int
    at: float
    kind: MarkerKind
    name: str
    round: int = 0
    decision: str = ""


class Timeline:
    """The events of a session in play time.

    Attributes:
        events: In order.
        pace: At which they play.
        times: The play time of each.
        length: The whole play time in seconds: the last event stands for a while, too.
        markers: In order.
    """

    def __init__(self, header: Header, events: Sequence[Event], pace: Pace = STORY) -> None:
        """Lay the events out.

        Args:
            header: Of the session.
            events: All of them.
            pace: At which they play.
        """
        self.events = tuple(events)
        self._kept_at, self._kept = [0], [begin(header)]
        self._latest = (0, self._kept[0])
        self._fold_on(0)
        self._lay_out(pace)

    def _fold_on(self, begun: int) -> None:
        """Fold all events after the first so many, and keep states on the way."""
        state = self.state(begun)
        for index, event in enumerate(self.events[begun:], begun + 1):
            state = apply(state, event)
            if index % SNAPSHOT_EVERY == 0 or isinstance(event, RoundRevealed):
                self._kept_at.append(index)
                self._kept.append(state)

    def _lay_out(self, pace: Pace) -> None:
        self.pace = pace
        laid = schedule(self.events, pace)
        self.times, self.length = laid.times, laid.length
        self.markers = tuple(self._markers())

    def at_pace(self, pace: Pace) -> Timeline:
        """The same events at another pace."""
        other = copy(self)
        other._lay_out(pace)
        return other

    def grown(self, more: Sequence[Event]) -> Timeline:
        """The same session after some more events, at the same pace."""
        other = copy(self)
        other.events = (*self.events, *more)
        other._kept_at, other._kept = list(self._kept_at), list(self._kept)
        other._fold_on(len(self.events))
        other._lay_out(self.pace)
        return other

    def _markers(self) -> list[Marker]:
        markers: list[Marker] = []
        for index, (event, at) in enumerate(zip(self.events, self.times, strict=True), 1):
            if event.undoes is not None:
                continue  # the room goes back to where it was: nothing begins
            if isinstance(event, BriefShown) and not event.back:
                markers.append(Marker(index, at, "scenario", event.scenario))
            elif isinstance(event, RoundOpened):
                kind: MarkerKind = "round" if event.round == 1 else "revote"
                markers.append(Marker(index, at, kind, event.question, event.round))
            elif isinstance(event, RoundRevealed):
                markers.append(Marker(index, at, "reveal", event.question, event.round))
            elif isinstance(event, DecisionRecorded):
                decision = event.decision
                markers.append(Marker(index, at, "decision", event.scenario, decision=decision))
            elif isinstance(event, NoteRecorded) and event.note.startswith(HAPPENED):
                markers.append(Marker(index, at, "happening", event.note))
            elif isinstance(event, StepShown) and not event.back:
                markers.append(Marker(index, at, "step", event.of))
            elif isinstance(event, SummaryShown) and not event.back and event.of != "decision":
                markers.append(Marker(index, at, "summary", event.name))
        return markers

    def glide(self, index: int, at: float) -> float:
        """How far the marks of a later round are on their way at a play time, 0 to 1.

        Args:
            index: How many events have happened.
            at: The play time.
        """
        event = self.events[index - 1] if index else None
        if self.pace != STORY or not isinstance(event, RoundRevealed) or event.round == 1:
            return 1.0
        return min(1.0, max(0.0, at - self.times[index - 1]) / GLIDE)

    def index_at(self, at: float) -> int:
        """How many events have happened at a play time."""
        return bisect_right(self.times, at)

    def state(self, index: int) -> WorkshopState:
        """The state after the first so many events: the same as folding them from the start."""
        index = min(max(0, index), len(self.events))
        nearest = bisect_right(self._kept_at, index) - 1
        begun, state = self._kept_at[nearest], self._kept[nearest]
        if begun < self._latest[0] <= index:  # a replay goes on: from where it was just now
            begun, state = self._latest
        for event in self.events[begun:index]:
            state = apply(state, event)
        self._latest = (index, state)
        return state

    def session_time(self, at: float) -> float:
        """Seconds since the session was opened, at a play time."""
        index = self.index_at(at)
        if index == 0:
            return 0.0
        last = self.events[index - 1]
        after = self.events[index].t if index < len(self.events) else last.t
        # What stands longer than it did in the room holds the clock of the session up.
        return min(last.t + max(0.0, at - self.times[index - 1]), max(last.t, after))
