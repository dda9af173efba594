"""A day in words, as people type it: "1 March", "2027-03-01"; `worded_days` has "by Friday"."""

from __future__ import annotations

import re
from datetime import date

from mops_tui.model.text.worded_days import month_of, weekday_of, without_lead, worded_day

_LONGEST = 60
"""A text with more characters is no day."""
_LEAP_DAY = "2024-02-29"
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_POINTS = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})?")
_DAY_FIRST = re.compile(r"(\d{1,2})(?:st|nd|rd|th|\.)? (?:of )?([a-z]+)\.?(?:,? (\d{4}))?")
_MONTH_FIRST = re.compile(r"([a-z]+)\.? (\d{1,2})(?:st|nd|rd|th)?(?:,? (\d{4}))?")
_WORD = r"[\w’'.-]+"
_TIME_FIRST = re.compile(
    rf"(by|until|bis) ((?:{_WORD} ){{0,3}}{_WORD}) ?[,:] (?=\S)", re.IGNORECASE
)
"""A text that begins with its time: “By Friday, ask them”; English and German."""
_LEADS = frozenset({"by", "until", "bis"})
_MOST_WORDS = 5
"""A day at the end of a text has so many words at most: "the end of March 2028"."""
_CLAUSE = re.compile(
    r"\b(?:whether|if|that|which|who|what|when|how|can|could|will|would|should|must"
    r"|ob|dass|wer|was|wie|wann|kann|wird|soll|muss)\b",
    re.IGNORECASE,
)
"""Behind such a word a day may be somebody else's: “Ask whether IT can deliver by Friday”."""
_WEEKDAY = re.compile(r"([a-z]+)\.?,? (?=[\da-z])")


def day_meant(text: str, since: str) -> str:
    """The day that a text means, as "2027-03-01"; "" where it is no day, or could be two.

    Args:
        text: As typed, such as "1 March" or "by Friday". Without a year it is the next such day.
        since: The day on which it was typed, "2026-11-02"; "" where nobody knows.
    """
    words = _plain(text)
    found = _written(without_lead(words), since)
    if found is None and since:
        found = worded_day(words, date.fromisoformat(since))
    return found.isoformat() if found is not None else ""


def time_typed(by: str, what: str) -> str:
    """By when something is to be, as typed; else the time that its own text begins or ends with.

    "By Friday, ask them" and "Ask them by Friday." say "by Friday"; "Ask whether they can deliver
    by Friday" says nothing of when they are asked.

    Returns:
        "" where nothing is said.
    """
    if by.strip():
        return by
    words = what.split()
    found = _TIME_FIRST.match(" ".join(words))
    return f"{found[1].lower()} {found[2]}" if found is not None else _time_last(words)


def _time_last(words: list[str]) -> str:
    """The day that a text ends with, behind "by"; "" where it ends with none."""
    for at in range(len(words) - 2, max(0, len(words) - 2 - _MOST_WORDS), -1):
        lead = words[at].casefold().lstrip("(")
        if lead not in _LEADS:
            continue
        last = " ".join(words[at + 1 :]).removesuffix(".").removesuffix(")")
        before = words[at - 1]
        apart = before[-1] in ",;:.–—-" or words[at].startswith("(")
        owned = not apart and _CLAUSE.search(" ".join(words[:at])) is not None
        return f"{lead} {last}" if not owned and day_meant(f"{lead} {last}", _LEAP_DAY) else ""
    return ""


def is_written_out(text: str) -> bool:
    """Whether a text is a day by itself, whenever it was typed: "1 March" is, "Friday" is not."""
    return _day(_without_weekday(without_lead(_plain(text)))[0], _LEAP_DAY) is not None


def _plain(text: str) -> str:
    words = " ".join(text.casefold().split()) if len(text) <= _LONGEST else ""
    return words if words.isascii() else ""


def _written(words: str, since: str) -> date | None:
    day, weekday = _without_weekday(words)
    found = _day(day, since)
    # "Monday 1 March", which is no Monday: nobody knows which of the two is meant.
    return None if found and weekday not in (None, found.weekday()) else found


def _without_weekday(words: str) -> tuple[str, int | None]:
    named = _WEEKDAY.match(words)
    weekday = weekday_of(named[1]) if named else None
    return (words[named.end() :], weekday) if named and weekday is not None else (words, None)


def _day(words: str, since: str) -> date | None:
    if match := _POINTS.fullmatch(words):
        return _of_year(match[3], int(match[2]), int(match[1]), since)
    words = words.removesuffix(".")
    if match := _ISO.fullmatch(words):
        return _dated(int(match[1]), int(match[2]), int(match[3]))
    if match := _DAY_FIRST.fullmatch(words):
        return _of_year(match[3], month_of(match[2]), int(match[1]), since)
    if match := _MONTH_FIRST.fullmatch(words):
        return _of_year(match[3], month_of(match[1]), int(match[2]), since)
    return None


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
