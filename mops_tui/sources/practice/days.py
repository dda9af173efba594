"""Calendar days of practice: whose they are, and on how many somebody practised."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta, tzinfo


def zone_of(now: datetime) -> tzinfo | None:
    """Where `now` is, so that days can be told; None is this machine's own place.

    Here, that is by this machine's own rules: in winter a summer's day is still a summer's day.
    """
    here = now.utcoffset() == now.astimezone().utcoffset()
    return None if here else now.tzinfo


def day_in(when: datetime, zone: tzinfo | None) -> date:
    """The day of a moment in a zone: it begins at midnight there."""
    return when.astimezone(zone).date()


def days_practised(moments: Iterable[datetime], now: datetime) -> tuple[int, int]:
    """Days practised in the last seven, and ever: a missed day takes nothing away."""
    zone = zone_of(now)
    days = {day_in(when, zone) for when in moments}
    week = {(now - timedelta(days=back)).date() for back in range(7)}
    return len(days & week), len(days)
