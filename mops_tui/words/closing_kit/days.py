"""Days as a person reads them: "15 June 2027"."""

from __future__ import annotations

from datetime import date

from mops_tui.model.text.days import day_meant, is_written_out
from mops_tui.words.i18n import _
from mops_tui.words.months import month_words
from mops_tui.words.safe import safe

_BY = "by "


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

    "4 December 2026", "Friday, 4 December 2026" for "by Friday", "after the fair". A place that
    says "by when" needs no "by", and `by_when` adds it where a sentence does.

    Args:
        text: As typed.
        since: The day on which it was typed, "2026-11-27", or "".
    """
    day, typed = day_meant(text, since), safe(text).strip()
    if not day:
        return typed
    if is_written_out(text):
        return day_in_words(day)
    words = typed[len(_BY) :].lstrip() if typed.casefold().startswith(_BY) else typed
    return _("{words}, {day}").format(words=words.removesuffix("."), day=day_in_words(day))
