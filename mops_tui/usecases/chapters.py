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
        self._told: dict[Marker, str] = {}

    def grow(self, timeline: Timeline) -> None:
        """More has happened: what is told already stays."""
        self._timeline = timeline

    def title(self, marker: Marker) -> str:
        """What happened at a marker, as the room saw it there."""
        key = replace(marker, at=0.0)
        if key not in self._told:
            self._told[key] = words.chapter(marker, self._seen(marker.index))
        return self._told[key]

    def title_at(self, marker: Marker, index: int) -> str:
        """What a marker is called while so many events have happened: counts may be corrected."""
        if marker.kind == "reveal":
            since = self._timeline.events[marker.index : index]
            corrected = [
                event
                for event in since
                if isinstance(event, TallySet)
                and (event.question, event.round) == (marker.name, marker.round)
            ]
            if corrected:
                return words.chapter(marker, self._seen(index))
        return self.title(marker)

    def told(self, marker: Marker) -> tuple[str, ...]:
        """What stands below its title, in sentences."""
        return words.told(marker, self._seen(marker.index))

    def ahead(self, marker: Marker) -> str:
        """What comes at a marker, without what comes of it."""
        return words.ahead(marker, self._seen(0))

    def _seen(self, index: int) -> VisibleState:
        return visible(self._timeline.state(index), "room")
