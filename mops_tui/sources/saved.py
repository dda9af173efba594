"""A saved session at one moment, for reports: read once, written never."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from mops_tui.model.audience import visible
from mops_tui.model.condition import Condition
from mops_tui.model.header import Header
from mops_tui.model.state import WorkshopState, fold
from mops_tui.storage import journal
from mops_tui.storage.fingerprint import fingerprint


@dataclass(frozen=True)
class Saved:
    """A session as the room may see it.

    Attributes:
        state: Redacted: unrevealed rounds are sealed.
        condition: What is wrong with its file.
        at: The event at which it stands, or None for the last.
        fingerprint: Of the header and the events up to there.
    """

    header: Header
    state: WorkshopState
    condition: Condition
    at: int | None
    fingerprint: str


def read_saved(path: Path, at: int | None = None) -> Saved:
    """Read a session as it was after its last event, or after an earlier one.

    Raises:
        SessionError: It cannot be read.
        IndexError: It has no event `at`.
    """
    data = journal.load(path)
    reading = journal.parse(data)
    events = reading.events
    if at is not None:
        if not events or at > events[-1].seq:
            raise IndexError(at)
        events = tuple(event for event in events if event.seq <= at)
    condition = reading.condition if at is None else reading.condition.until(at)
    made = fingerprint(data, journal.read_head(data).text, reading.spans[: len(events)])
    state = visible(fold(reading.header, events), "room").state
    return Saved(reading.header, state, condition, at, made)
