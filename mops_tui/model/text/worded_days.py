"""Words that name one day, counted from the day on which they were typed: "Friday", "end of March".

What could be two days is none: "next Friday", "by Q2", "Friday" that was typed on a Friday.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
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
_NUMBERS: Final = {
    **{"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6},
    **{"seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12},
}
_MOST = 1_200
"""A number with more than so many days, weeks, months or years is none that anybody meant."""
_LEAD = re.compile(r"(?:(?:by|on|until|till|due|bis) )?(?:the )?")
_THIS = re.compile(r"(?:this |coming )")
_IN = re.compile(r"(?:(?:in|within) )?([a-z]+|\d{1,4}) (day|week|month|year)s?(?: from now)?")
_END = re.compile(r"end of (?:the )?(.+)")
_QUARTER = re.compile(r"(?:in )?q([1-4])(?:,? (\d{4}))?")
_MONTH = re.compile(r"([a-z]+)\.?(?:,? (\d{4}))?")


def month_of(name: str) -> int:
    """Which month a name, or its first three letters or more, stands for; 0 for none."""
    index = _index(_MONTHS, name)
    return 0 if index is None else index + 1


def weekday_of(name: str) -> int | None:
    """Which weekday a name stands for: 0 is Monday."""
    return _index(_WEEKDAYS, name)


def _index(names: tuple[str, ...], name: str) -> int | None:
    if len(name) < _SHORT:
        return None
    return next((n for n, whole in enumerate(names) if whole.startswith(name)), None)


def without_lead(words: str) -> str:
    """The words without "by" or "until": what stands behind is the day."""
    return _LEAD.sub("", words, count=1)


def worded_day(words: str, since: date) -> date | None:
    """The one day that words name, or None.

    Args:
        words: In small letters, with single spaces.
        since: The day on which they were typed.
    """
    try:
        return _worded(words.removesuffix("."), since)
    except (ValueError, OverflowError):  # after the last day that there is
        return None


def _worded(words: str, since: date) -> date | None:
    bare = without_lead(words)
    if bare in ("today", "tomorrow"):
        return since + timedelta(days=bare == "tomorrow")
    weekday = weekday_of(_THIS.sub("", bare, count=1))
    if weekday is not None:
        days = (weekday - since.weekday()) % 7
        return since + timedelta(days=days) if days else None
    if match := _IN.fullmatch(bare):
        return _later(since, _number(match[1]), match[2])
    if match := _END.fullmatch(bare):
        return _end(match[1], since)
    # "by Q2" may be before it begins; what is done in Q2 is done when it ends.
    return _end_of_quarter(words, since)


def _number(word: str) -> int:
    return int(word) if word.isdecimal() else _NUMBERS.get(word, 0)


def _later(since: date, number: int, unit: str) -> date | None:
    if not 0 < number <= _MOST:
        return None
    if unit in ("day", "week"):
        return since + timedelta(days=number * (7 if unit == "week" else 1))
    last = _last_of_month(since.year, since.month + number * (12 if unit == "year" else 1))
    return last.replace(day=min(since.day, last.day))


def _end(what: str, since: date) -> date | None:
    """The last day of a month, a quarter or a year."""
    later = what.startswith("next ")
    period = what.removeprefix("this ").removeprefix("next ")
    if period == "month":
        return _last_of_month(since.year, since.month + later)
    if period == "quarter":
        return _last_of_month(since.year, (since.month - 1) // 3 * 3 + 3 + 3 * later)
    if period == "year":
        return _last_of_month(since.year + later, 12)
    if later or period != what:
        return None
    if match := _MONTH.fullmatch(period):
        month = month_of(match[1])
        return _next_end(month, match[2], since) if month else None
    return _end_of_quarter(period, since)


def _end_of_quarter(words: str, since: date) -> date | None:
    match = _QUARTER.fullmatch(words)
    return _next_end(3 * int(match[1]), match[2], since) if match else None


def _next_end(month: int, year: str | None, since: date) -> date:
    """The last day of a month of a year; without one, of the next such month."""
    if year:
        return _last_of_month(int(year), month)
    return _last_of_month(since.year + (month < since.month), month)


def _last_of_month(year: int, month: int) -> date:
    """Its last day; month 13 is the next January."""
    years, index = divmod(month, 12)
    return date(year + years, index + 1, 1) - timedelta(days=1)
