"""Days as they are said: "3 March 2026", "14 December", "Monday"."""

from __future__ import annotations

from datetime import date, datetime

from mops_tui.words.i18n import _
from mops_tui.words.months import month_words


def said_day(when: datetime) -> str:
    """The day of a moment, here."""
    local = when.astimezone()
    words = _("{day} {month} {year}")
    return words.format(day=local.day, month=month_words(local), year=local.year)


def day_words(day: date) -> str:
    """A day without its year: "14 December"."""
    return _("{day} {month}").format(day=day.day, month=month_words(day))


def weekday_words(day: date) -> str:
    """The name of a day of the week."""
    return (
        _("Monday"),
        _("Tuesday"),
        _("Wednesday"),
        _("Thursday"),
        _("Friday"),
        _("Saturday"),
        _("Sunday"),
    )[day.weekday()]
