"""A saved session at one moment, for reports: read once, written never."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from mops_tui.model.audience import visible
from mops_tui.model.header import Header
from mops_tui.model.moment import Moment, index_at
from mops_tui.model.state import WorkshopState, fold
from mops_tui.storage import journal


@dataclass(frozen=True)
class Saved:
    """A session as the room may see it.

    Attributes:
        state: Redacted: unrevealed rounds are sealed.
        edited: How many events were changed by hand.
        at: The event at which it stands, or None for the last.
        unread_from: The line of the file from which on nothing can be read, or None.
    """

    header: Header
    state: WorkshopState
    edited: int
    at: int | None
    unread_from: int | None = None


def read_saved(path: Path, when: Moment | int | None = None) -> Saved:
    """Read a session as it was after its last event, or at an earlier moment.

    Args:
        path: The session file.
        when: The moment, or the number of an event; the end by default.

    Raises:
        SessionError: It cannot be read.
        BeyondEnd: It has no such moment.
    """
    reading = journal.read(path)
    events = reading.events
    at: int | None = None
    if when is not None:
        asked = Moment(event=when) if isinstance(when, int) else when
        events = events[: index_at(events, asked)]
        at = asked.event or (events[-1].seq if events else 0)
    edited = len([seq for seq in reading.edited if at is None or seq <= at])
    state = visible(fold(reading.header, events), "room").state
    return Saved(reading.header, state, edited, at, reading.unread_from)
