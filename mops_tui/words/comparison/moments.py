"""The sessions of a trend in words: which they are, and which of them are rehearsals."""

from __future__ import annotations

from mops_tui.model.comparison.direction import END, LEAST_SESSIONS
from mops_tui.model.comparison.trend import Trend
from mops_tui.words.comparison.trend import MOST_LISTED
from mops_tui.words.i18n import _, ngettext
from mops_tui.words.safe import safe


def session_lines(trend: Trend) -> list[str]:
    """Each session with its number, day, title, file, size; with the hour where two look alike."""
    looks = [(one.title, one.opened.date()) for one in trend.moments]
    lines: list[str] = []
    for number, one in enumerate(trend.moments, 1):
        alike = looks.count((one.title, one.opened.date())) > 1
        people = ngettext("one person", "{n} people", one.people).format(n=one.people)
        parts = [
            one.opened.strftime("%Y-%m-%d %H:%M" if alike else "%Y-%m-%d"),
            safe(one.title, 60),
            safe(one.file, 60),
            people,
            _("a rehearsal") if one.kind == "rehearsal" else "",
        ]
        told = _(", ").join(part for part in parts if part)
        lines.append(_("Session {number}: {told}").format(number=number, told=told))
    return lines


def rehearsals_line(trend: Trend) -> str:
    """How many of the sessions are rehearsals; "" where none is."""
    n = sum(one.kind == "rehearsal" for one in trend.moments)
    if not n:
        return ""
    if n == len(trend.moments):
        return ngettext("It is a rehearsal.", "All of them are rehearsals.", n)
    words = ngettext(
        "One of them is a rehearsal: its people are simulated.",
        "{n} of them are rehearsals: their people are simulated.",
        n,
    )
    return words.format(n=n)


def figures_legend() -> str:
    """How the figures of a line are to be read."""
    return _(
        "Each list has one figure for each session, in order; “–”: not asked, too few answers, "
        "or split. From {least} sessions on, a clear trend is given as two figures: about the "
        "first fifth of the sessions ({end} at least) and about the last fifth. Where there is "
        "no clear trend, all figures are listed; of more than {most} sessions, the lowest and "
        "the highest."
    ).format(least=LEAST_SESSIONS, end=END, most=MOST_LISTED)


def days(trend: Trend) -> tuple[str, str]:
    """When the first session was and the last: their days, or the hours of one day."""
    first, last = trend.moments[0].opened, trend.moments[-1].opened
    if len(trend.moments) > 1 and first.date() == last.date():
        return f"{first:%Y-%m-%d %H:%M}", f"{last:%H:%M}"
    return f"{first:%Y-%m-%d}", f"{last:%Y-%m-%d}"
