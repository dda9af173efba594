"""Days as a person reads them: "15 June 2027"."""

from __future__ import annotations

from datetime import date

from mops_tui.words.i18n import _
from mops_tui.words.months import month_words


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
