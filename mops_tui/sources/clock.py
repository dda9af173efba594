"""Session time, seconds since the session was opened and never backwards; and the wall's time."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import UTC, datetime

Clock = Callable[[], float]
Now = Callable[[], datetime]


def running_clock(t: float, age: float = 0.0) -> Clock:
    """A clock that stood at `t` some seconds ago, and runs.

    Args:
        t: Session time at that moment.
        age: How long ago that was, in seconds.
    """
    start = t + max(0.0, age)
    anchor = time.monotonic()
    return lambda: start + time.monotonic() - anchor


def session_clock(opened: datetime, floor: float = 0.0) -> Clock:
    """A clock that counts from `opened`.

    It reads the wall clock once and goes on by the monotonic one, so that a clock change during
    a workshop moves nothing.

    Args:
        opened: When the session was opened.
        floor: The time of the last event; the clock starts no earlier.
    """
    start = max(floor, (datetime.now(UTC) - opened).total_seconds(), 0.0)
    anchor = time.monotonic()
    return lambda: start + time.monotonic() - anchor


def utc_now() -> datetime:
    """The wall clock."""
    return datetime.now(UTC)


def local_now() -> datetime:
    """The wall clock where the person is: days begin at their midnight."""
    return utc_now().astimezone()
