"""A saved session at one moment, for reports: read once, written never."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from mops_tui.model.audience import visible
from mops_tui.model.header import Header
from mops_tui.model.state import WorkshopState, fold
from mops_tui.storage import journal
from mops_tui.storage.errors import refuse_practice


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


def read_saved(path: Path, at: int | None = None) -> Saved:
    """Read a session as it was after its last event, or after an earlier one.

    Raises:
        SessionError: It cannot be read, or is practice.
        IndexError: It has no event `at`.
    """
    reading = journal.read(path)
    refuse_practice(reading.header.session)
    events = reading.events
    if at is not None:
        if not events or at > events[-1].seq:
            raise IndexError(at)
        events = tuple(event for event in events if event.seq <= at)
    edited = len([seq for seq in reading.edited if at is None or seq <= at])
    state = visible(fold(reading.header, events), "room").state
    return Saved(reading.header, state, edited, at, reading.unread_from)
