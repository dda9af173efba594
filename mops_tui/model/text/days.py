"""A day in words, as people type it: "1 March", "2027-03-01"."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

_MONTHS: Final = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
_WEEKDAYS: Final = (
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
)
_SHORT = 3
"""The letters of a name from which it is known."""
_LONGEST = 60
"""A text with more characters is no day."""
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_POINTS = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})?")
_DAY_FIRST = re.compile(r"(\d{1,2})(?:st|nd|rd|th|\.)? (?:of )?([a-z]+)\.?(?:,? (\d{4}))?")
_MONTH_FIRST = re.compile(r"([a-z]+)\.? (\d{1,2})(?:st|nd|rd|th)?(?:,? (\d{4}))?")
_WEEKDAY = re.compile(r"([a-z]+)\.?,? (?=[\da-z])")


def day_meant(text: str, since: str) -> str:
    """The day that a text means, as "2027-03-01"; "" where it is no day, or could be two.

    Args:
        text: As typed, such as "1 March". Without a year it is the next such day.
        since: The day on which it was typed, "2026-11-02"; "" where nobody knows.
    """
    words = " ".join(text.casefold().split()) if len(text) <= _LONGEST else ""
    if not words.isascii():
        return ""
    named = _WEEKDAY.match(words)
    weekday = _index(_WEEKDAYS, named[1]) if named else None
    if named is not None and weekday is not None:
        words = words[named.end() :]
    found = _day(words, since)
    if found is None or (weekday is not None and found.weekday() != weekday):
        return ""  # "Monday 1 March", which is no Monday: nobody knows which of the two is meant
    return found.isoformat()


def _day(words: str, since: str) -> date | None:
    if match := _POINTS.fullmatch(words):
        return _of_year(match[3], int(match[2]), int(match[1]), since)
    words = words.removesuffix(".")
    if match := _ISO.fullmatch(words):
        return _dated(int(match[1]), int(match[2]), int(match[3]))
    if match := _DAY_FIRST.fullmatch(words):
        return _of_year(match[3], _month(match[2]), int(match[1]), since)
    if match := _MONTH_FIRST.fullmatch(words):
        return _of_year(match[3], _month(match[1]), int(match[2]), since)
    return None


def _month(name: str) -> int:
    index = _index(_MONTHS, name)
    return 0 if index is None else index + 1


def _index(names: tuple[str, ...], name: str) -> int | None:
    if len(name) < _SHORT:
        return None
    return next((n for n, whole in enumerate(names) if whole.startswith(name)), None)


def _of_year(year: str | None, month: int, day: int, since: str) -> date | None:
    """A day of a year; without one, the next such day."""
    if year:
        return _dated(int(year), month, day)
    if not since:
        return None
    first = date.fromisoformat(since)
    years = range(first.year, first.year + 9)  # 29 February: the next leap year
    days = (_dated(one, month, day) for one in years)
    return next((one for one in days if one is not None and one >= first), None)


def _dated(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
