"""Calendar days of practice: whose they are, and on how many somebody practised."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta


def day_of(when: datetime, now: datetime) -> date:
    """The day of a moment where `now` is.

    Here, that is by this machine's own rules: in winter a summer's day is still a summer's day.
    """
    here = now.utcoffset() == now.astimezone().utcoffset()
    return when.astimezone(None if here else now.tzinfo).date()


def days_practised(moments: Iterable[datetime], now: datetime) -> tuple[int, int]:
    """Days practised in the last seven, and ever: a missed day takes nothing away."""
    days = {day_of(when, now) for when in moments}
    week = {(now - timedelta(days=back)).date() for back in range(7)}
    return len(days & week), len(days)
