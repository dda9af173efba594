"""Days as a person reads them: "15 June 2027"."""

from __future__ import annotations

import re
from datetime import date

from mops_tui.model.text.days import day_meant, is_written_out
from mops_tui.words.i18n import _
from mops_tui.words.months import month_words
from mops_tui.words.safe import in_one_line, safe

_WORD = r"[\w’'.-]+"
_TIME_FIRST = re.compile(rf"(?:by|until|bis) ((?:{_WORD} ){{0,3}}{_WORD}) ?, (?=\S)", re.IGNORECASE)
"""A text that begins with its time: “By Friday, ask them”; English and German."""


def day_in_words(day: str) -> str:
    """A day as a person reads it; any other text as it is.

    Args:
        day: Such as "2027-06-15".
    """
    try:
        found = date.fromisoformat(day)
    except ValueError:
        return day
    return _("{day} {month} {year}").format(
        day=found.day, month=month_words(found), year=found.year
    )


def days_in_words(first: str, last: str) -> str:
    """Two days and what lies between them; one where both are the same, or no last one is known."""
    if not last or first == last:
        return day_in_words(first)
    words = _("{first} to {last}")
    return words.format(first=day_in_words(first), last=day_in_words(last))


def when_typed(text: str, since: str) -> str:
    """When something is to be: the day, with the words that it was typed in where they are not one.

    "4 December 2026", "Friday, 4 December 2026", "after the fair".

    Args:
        text: As typed.
        since: The day on which it was typed, "2026-11-27", or "".
    """
    day, typed = day_meant(text, since), safe(text).strip()
    if not day:
        return typed
    if is_written_out(text):
        return day_in_words(day)
    return _("{words}, {day}").format(words=typed.removesuffix("."), day=day_in_words(day))


def time_said_first(text: str) -> str:
    """The time that a text begins with, such as "Friday" in "By Friday, ask them"; or ""."""
    found = _TIME_FIRST.match(in_one_line(text))
    return found[1] if found is not None else ""
