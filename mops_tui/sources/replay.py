"""The replay source: a saved session with a clock of its own. It writes nothing.

`record` reads the file. What is added to it later `growing.py` reads, and hands to `Player.grow`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from mops_tui.model.replay.moment import Moment, index_at
from mops_tui.model.replay.pace import STORY, Pace
from mops_tui.model.replay.timeline import Marker, Timeline
from mops_tui.model.session.audience import VisibleState, visible
from mops_tui.model.session.condition import Condition
from mops_tui.model.session.events import Event
from mops_tui.model.session.header import Header
from mops_tui.model.session.state import View, WorkshopState
from mops_tui.storage.files.errors import refuse_practice
from mops_tui.storage.sessions import journal

SPEEDS = (0.25, 0.5, 1.0, 2.0, 4.0, 8.0, 16.0)
"""The speeds that the keys go through."""


@dataclass(frozen=True)
class Recording:
    """A session as read for a replay.

    Attributes:
        condition: What is wrong with its file.
        path: The file.
        length: How many bytes of it were read: where the next event will begin.
        format: The format that the file names.
    """

    header: Header
    timeline: Timeline
    condition: Condition
    path: Path
    length: int
    format: int


def record(path: Path, pace: Pace = STORY) -> Recording:
    """Read a session for a replay.

    Args:
        path: The session file.
        pace: At which it is to play.

    Raises:
        SessionError: It cannot be read, or is practice.
    """
    reading = journal.read(path)
    refuse_practice(reading.header.session)
    timeline = Timeline(reading.header, reading.events, pace)
    return Recording(
        reading.header, timeline, reading.condition, path, reading.length, reading.format
    )


class Player:
    """Where a replay stands: play time, speed, and what to do at a marker or at the end.

    Attributes:
        at: Play time in seconds.
        speed: Times real time.
        playing: It runs.
        loop: At the end it begins again.
        stop_at_markers: It pauses at each marker.
    """

    def __init__(
        self,
        timeline: Timeline,
        *,
        speed: float = 1.0,
        start: float = 0.0,
        stop_at_markers: bool = False,
    ) -> None:
        """Stand at `start`, paused until `play`."""
        self.timeline = timeline
        self.at = min(max(0.0, start), timeline.length)
        self.speed = speed
        self.playing = False
        self.loop = False
        self.stop_at_markers = stop_at_markers
        self._index = timeline.index_at(self.at)

    @property
    def index(self) -> int:
        """How many events have happened."""
        return self._index

    @property
    def ended(self) -> bool:
        """Whether everything has happened; the last event may stand for a while yet."""
        return self._index >= len(self.timeline.events)

    @property
    def over(self) -> bool:
        """Whether it has come to its very end."""
        return self.ended and self.at >= self.timeline.length

    def state(self) -> WorkshopState:
        """The fold of what has happened."""
        return self.timeline.state(self._index)

    def seen(self, *, opened: bool = False, view: View | None = None) -> VisibleState:
        """What the room may see of what has happened.

        Args:
            opened: The analyst's view: votes show before their reveal.
            view: Another place to look at than the room did.
        """
        return visible(self.state(), "room", opened=opened, view=view)

    def t(self) -> float:
        """Session time: seconds since the session was opened."""
        return self.timeline.session_time(self.at)

    def advance(self, seconds: float) -> bool:
        """Let real time pass.

        Returns:
            Whether another event has happened, or the play stopped.
        """
        if not self.playing:
            return False
        before = self._index
        at = self.at + seconds * self.speed
        if self.stop_at_markers:
            # By number, not by time: two markers may share a moment, and each is worth a pause.
            ahead = (m for m in self.timeline.markers if m.index > before)
            marker = next((m for m in ahead if m.at <= at), None)
            if marker is not None:
                self.go_to(marker)
                self.playing = False
                return True
        if at >= self.timeline.length:
            if self.loop and self.over:
                self.seek(0.0)
                return True
            # A loop shows the end, too, before it begins again.
            self.playing = self.loop
            self.at, self._index = self.timeline.length, len(self.timeline.events)
        else:
            self.seek(at)
        return self._index != before or not self.playing

    def toggle(self) -> None:
        """Play or pause; at the end, play from the beginning."""
        if not self.playing and self.over:
            self.seek(0.0)
        self.playing = not self.playing

    def seek(self, at: float) -> None:
        """Go to a play time. Where it stands already, after a step, no event is skipped."""
        if at == self.at:
            return
        self.at = min(max(0.0, at), self.timeline.length)
        self._index = self.timeline.index_at(self.at)

    def stand(self, at: Moment) -> None:
        """Stand at a moment, exactly: events of one instant are told apart by their number.

        Raises:
            BeyondEnd: There is no such moment.
        """
        self._index = index_at(self.timeline.events, at, self.timeline.pace)
        self.at = at.seconds
        if at.event is not None:
            self.at = self.timeline.times[self._index - 1] if self._index else 0.0

    def step(self, by: int) -> None:
        """Go by so many events."""
        self._index = min(max(0, self._index + by), len(self.timeline.events))
        self.at = self.timeline.times[self._index - 1] if self._index else 0.0
        self.playing = False

    def go_to(self, marker: Marker) -> None:
        """Go to a marker, its own event included and none after it."""
        self.at = marker.at
        self._index = marker.index

    def grow(self, more: Sequence[Event]) -> None:
        """More has happened in the session: it goes on from the same moment."""
        before, self.timeline = self.timeline, self.timeline.grown(more)
        if self._index:
            # The votes of an open round may play closer together than they did before.
            waited = max(0.0, self.at - before.times[self._index - 1])
            times = (*self.timeline.times, self.timeline.length)
            since, until = times[self._index - 1], times[self._index]
            self.at = min(since + waited, until)

    def stay_at_end(self) -> None:
        """Stand behind everything that has happened so far."""
        self._index = len(self.timeline.events)
        self.at = self.timeline.length
        self.playing = False

    def change_pace(self, pace: Pace) -> None:
        """Play on at another pace, from the same moment."""
        self.timeline = self.timeline.at_pace(pace)
        self.at = self.timeline.times[self._index - 1] if self._index else 0.0

    def marker(self, by: int) -> Marker | None:
        """The next marker (1) or the one before (-1)."""
        if by > 0:
            return next((m for m in self.timeline.markers if m.index > self._index), None)
        earlier = [m for m in self.timeline.markers if m.index < self._index]
        return earlier[-1] if earlier else None

    def faster(self, by: int) -> None:
        """The next speed up (1) or down (-1)."""
        near = min(range(len(SPEEDS)), key=lambda i: abs(SPEEDS[i] - self.speed))
        self.speed = SPEEDS[min(max(near + by, 0), len(SPEEDS) - 1)]
