"""Playing a journal back: idle time compressed, markers, and the state at any moment.

Times here are play times: seconds from the start of the replay at speed 1, after idle time has
been cut to a limit. Markers are placed after that.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from mops_tui.model.session.apply import apply
from mops_tui.model.session.events import (
    BriefShown,
    DecisionRecorded,
    Event,
    RoundOpened,
    RoundRevealed,
    SummaryShown,
)
from mops_tui.model.session.fold import begin
from mops_tui.model.session.header import Header
from mops_tui.model.session.state import WorkshopState

IDLE_LIMIT = 2.0
"""Seconds to which a longer silence is cut by default."""
SNAPSHOT_EVERY = 128
"""A state is kept after every so many events; seeking folds on from the nearest."""


@dataclass(frozen=True)
class Marker:
    """A place of the timeline worth jumping to.

    Attributes:
        index: How many events have happened there, this one included.
        at: Its play time.
        kind: "scenario", "round", "reveal", "revote", "decision" or "summary".
        name: The scenario or question that it is about.
    """

    index: int
    at: float
    kind: str
    name: str


def play_times(events: Sequence[Event], idle_limit: float = IDLE_LIMIT) -> list[float]:
    """The play time of each event, in seconds: a longer silence is cut to the limit."""
    times: list[float] = []
    at, before = 0.0, events[0].t if events else 0.0
    for event in events:
        at += min(max(0.0, event.t - before), idle_limit)
        before = event.t
        times.append(round(at, 3))
    return times


class Timeline:
    """The events of a session in play time.

    Attributes:
        events: In order.
        idle_limit: The longest silence, in seconds.
        times: The play time of each.
        markers: In order.
    """

    def __init__(
        self, header: Header, events: Sequence[Event], idle_limit: float = IDLE_LIMIT
    ) -> None:
        """Lay the events out.

        Args:
            header: Of the session.
            events: All of them.
            idle_limit: The longest silence, in seconds.
        """
        self.events = tuple(events)
        self.idle_limit = idle_limit
        self.times = play_times(self.events, idle_limit)
        self.markers = tuple(self._markers())
        self._snapshots = [begin(header)]
        state = self._snapshots[0]
        for index, event in enumerate(self.events, 1):
            state = apply(state, event)
            if index % SNAPSHOT_EVERY == 0:
                self._snapshots.append(state)

    @property
    def length(self) -> float:
        """The whole play time in seconds."""
        return self.times[-1] if self.times else 0.0

    def _markers(self) -> list[Marker]:
        markers: list[Marker] = []
        for index, (event, at) in enumerate(zip(self.events, self.times, strict=True), 1):
            if event.undoes is not None:
                continue  # the room goes back to where it was: nothing begins
            if isinstance(event, BriefShown) and not event.back:
                markers.append(Marker(index, at, "scenario", event.scenario))
            elif isinstance(event, RoundOpened):
                kind = "round" if event.round == 1 else "revote"
                markers.append(Marker(index, at, kind, event.question))
            elif isinstance(event, RoundRevealed):
                markers.append(Marker(index, at, "reveal", event.question))
            elif isinstance(event, DecisionRecorded):
                markers.append(Marker(index, at, "decision", event.scenario))
            elif isinstance(event, SummaryShown) and not event.back and event.of != "decision":
                markers.append(Marker(index, at, "summary", event.name))
        return markers

    def index_at(self, at: float) -> int:
        """How many events have happened at a play time."""
        return bisect_right(self.times, at)

    def state(self, index: int) -> WorkshopState:
        """The state after the first so many events: the same as folding them from the start."""
        index = min(max(0, index), len(self.events))
        nearest = index // SNAPSHOT_EVERY
        state = self._snapshots[nearest]
        for event in self.events[nearest * SNAPSHOT_EVERY : index]:
            state = apply(state, event)
        return state

    def session_time(self, at: float) -> float:
        """Seconds since the session was opened, at a play time."""
        index = self.index_at(at)
        if index == 0:
            return 0.0
        last = self.events[index - 1]
        return last.t + max(0.0, at - self.times[index - 1])
