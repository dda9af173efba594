"""A moment of a session, as every command takes it: after an event, or at a time of its replay.

A time is play time, as a replay shows it at its foot: at the pace at which it plays, which is the
pace of a story unless somebody asks for another.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from mops_tui.model.replay.pace import STORY, Pace, PaceName
from mops_tui.model.replay.schedule import schedule
from mops_tui.model.session.events import Event

_EVENT = re.compile(r"[0-9]{1,9}")
_CLOCK = re.compile(
    r"(?:([0-9]{1,4}):(?=[0-5]?[0-9]:))?([0-9]{1,4}):([0-5]?[0-9](?:\.[0-9]{1,6})?)"
)


@dataclass(frozen=True)
class Moment:
    """One of the two.

    Attributes:
        event: After the event of this number, from 1; or None.
        seconds: At this play time; unused where there is an event.
    """

    event: int | None = None
    seconds: float = 0.0


class BeyondEnd(IndexError):  # noqa: N818 - it says what happened
    """A session has no such moment.

    Attributes:
        last: The number of its last event, 0 where it has none.
        length: Its play time in seconds.
        pace: The pace at which it plays so long.
    """

    def __init__(self, last: int, length: float, pace: PaceName) -> None:
        super().__init__(last, length)
        self.last = last
        self.length = length
        self.pace = pace


def moment(text: str) -> Moment | None:
    """A moment as it is typed: `17` is an event, `2:30.5` and `1:02:30` are times; else None."""
    text = text.strip()
    if _EVENT.fullmatch(text):
        return Moment(event=int(text)) if int(text) else None
    match = _CLOCK.fullmatch(text)
    if match is None:
        return None
    hours, minutes, seconds = match.groups()
    return Moment(seconds=int(hours or 0) * 3600 + int(minutes) * 60 + float(seconds))


def index_at(events: Sequence[Event], at: Moment, pace: Pace = STORY) -> int:
    """How many events have happened at a moment.

    Args:
        events: Those of a session, in order.
        at: The moment.
        pace: The one in whose clock a time is read.

    Raises:
        BeyondEnd: It is after the end.
    """
    laid = schedule(events, pace)
    last = events[-1].seq if events else 0
    if at.event is not None:
        if at.event > last:
            raise BeyondEnd(last, laid.length, pace.name)
        return sum(event.seq <= at.event for event in events)
    if at.seconds > laid.length:
        raise BeyondEnd(last, laid.length, pace.name)
    return bisect_right(laid.times, at.seconds)
