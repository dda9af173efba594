"""The chapters of a session that is replayed: each is told when it is asked for, and once."""

from __future__ import annotations

from dataclasses import replace

from mops_tui.model.replay.timeline import Marker, Timeline
from mops_tui.model.session.audience import VisibleState, visible
from mops_tui.model.session.events import TallySet
from mops_tui.words.results.course import chapters as words


class Chapters:
    """What the markers of a timeline are called, at any pace: they are the same places."""

    def __init__(self, timeline: Timeline) -> None:
        """Take the session; nothing is worked out yet."""
        self._timeline = timeline
        self._told: dict[tuple[Marker, int | None], str] = {}

    def grow(self, timeline: Timeline) -> None:
        """More has happened: what is told already stays."""
        self._timeline = timeline

    def title(self, marker: Marker, width: int | None = None) -> str:
        """What happened at a marker, as the room saw it there; its title is cut to a width."""
        key = replace(marker, at=0.0), width
        if key not in self._told:
            self._told[key] = words.chapter(marker, self._seen(marker.index), width)
        return self._told[key]

    def title_at(self, marker: Marker, index: int, width: int | None = None) -> str:
        """What a marker is called while so many events have happened.

        By then the counts of a reveal may be corrected, and a decision taken back.

        One that lies ahead is called what the room will see there.
        """
        if self._corrected(marker, index):
            return words.chapter(marker, self._seen(index), width)
        if self._struck(marker, index):
            return words.struck(marker, self._seen(marker.index))
        return self.title(marker, width)

    def title_for_good(self, marker: Marker) -> str:
        """What a marker is called where one title has to do for every moment of a recording.

        It is true of the picture there, and says what its counts were corrected to later, or
        that what was decided there was taken back.
        """
        title, end = self.title(marker), len(self._timeline.events)
        if self._struck(marker, end):
            return words.struck(marker, self._seen(marker.index))
        if not self._corrected(marker, end):
            return title
        last = words.outcome(marker, self._seen(end))
        if last == words.outcome(marker, self._seen(marker.index)):
            return title
        return words.corrected(title, last)

    def _corrected(self, marker: Marker, index: int) -> bool:
        """Whether the counts of a reveal were put right after it, in so many events."""
        return marker.kind == "reveal" and any(
            isinstance(event, TallySet)
            and (event.question, event.round) == (marker.name, marker.round)
            for event in self._timeline.events[marker.index : index]
        )

    def _struck(self, marker: Marker, index: int) -> bool:
        """Whether the decision of a marker was taken back after it, in so many events."""
        decided = marker.kind == "decision" and marker.index <= index
        return decided and marker.decision not in self._seen(index).decisions

    def told(self, marker: Marker) -> tuple[str, ...]:
        """What stands below its title, in sentences."""
        return words.told(marker, self._seen(marker.index))

    def ahead(self, marker: Marker, width: int | None = None) -> str:
        """What comes at a marker, without what comes of it."""
        return words.ahead(marker, self._seen(0), width)

    def _seen(self, index: int) -> VisibleState:
        return visible(self._timeline.state(index), "room")
