"""A saved session at one moment, for reports: read once, written never."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from mops_tui.model.replay.moment import Moment, index_at
from mops_tui.model.replay.pace import STORY, Pace
from mops_tui.model.session.audience import VisibleState, visible_after
from mops_tui.model.session.condition import Condition
from mops_tui.model.session.header import Header
from mops_tui.storage.files.errors import refuse_practice
from mops_tui.storage.sessions import journal
from mops_tui.storage.sessions.fingerprint import fingerprint


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
    state: VisibleState
    condition: Condition
    at: int | None
    fingerprint: str


def read_saved(path: Path, when: Moment | int | None = None, pace: Pace = STORY) -> Saved:
    """Read a session as it was after its last event, or at an earlier moment.

    Args:
        path: The session file.
        when: The moment, or the number of an event; the end by default.
        pace: The one in whose clock a time is read.

    Raises:
        SessionError: It cannot be read.
        BeyondEnd: It has no such moment.
    """
    data = journal.load(path)
    reading = journal.parse(data)
    refuse_practice(reading.header.session)
    events = reading.events
    at: int | None = None
    if when is not None:
        moment_asked = Moment(event=when) if isinstance(when, int) else when
        events = events[: index_at(events, moment_asked, pace)]
        at = moment_asked.event or (events[-1].seq if events else 0)
    condition = reading.condition if at is None else reading.condition.until(at)
    digest = fingerprint(data, journal.read_header_block(data).text, reading.spans[: len(events)])
    state = visible_after(reading.header, events)
    return Saved(reading.header, state, condition, at, digest)
