"""Days as they are said: "3 March 2026"."""

from __future__ import annotations

from datetime import datetime

from mops_tui.words.i18n import _


def said_day(when: datetime) -> str:
    """The day of a moment, here."""
    local = when.astimezone()
    months = (
        _("January"),
        _("February"),
        _("March"),
        _("April"),
        _("May"),
        _("June"),
        _("July"),
        _("August"),
        _("September"),
        _("October"),
        _("November"),
        _("December"),
    )
    month = months[local.month - 1]
    return _("{day} {month} {year}").format(day=local.day, month=month, year=local.year)
