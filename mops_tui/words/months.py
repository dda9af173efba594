"""The months as they are said."""

from __future__ import annotations

from datetime import date

from mops_tui.words.i18n import _


def month_words(day: date) -> str:
    """The month of a day: "March"."""
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
    return months[day.month - 1]
