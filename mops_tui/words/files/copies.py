"""Copies of a session in words: what each lacks, and which of them has to be chosen."""

from __future__ import annotations

from datetime import datetime

from mops_tui.storage.sessions.summaries import Copy, SessionSummary
from mops_tui.words.i18n import _, ngettext
from mops_tui.words.safe import safe

NAMED = 3
"""How many copies are named one by one at most."""


def copy_words(copy: Copy, now: datetime | None = None) -> str:
    """A copy by name, and what it lacks."""
    return _("{file}, {what}").format(file=safe(copy.path.name, 60), what=lacks(copy, now))


def lacks(copy: Copy, now: datetime | None = None) -> str:
    """What a copy lacks, and what it has that the session's file lacks."""
    behind = ngettext("{n} event behind", "{n} events behind", copy.lacks)
    behind = behind.format(n=copy.lacks)
    if copy.lacks and copy.since is not None:
        behind = _("{behind}, from {time}").format(behind=behind, time=_time(copy.since, now))
    if not copy.own:
        return behind if copy.lacks else _("the same, event for event")
    own = ngettext("with {n} event of its own", "with {n} events of its own", copy.own)
    own = own.format(n=copy.own)
    return _("{own} and {behind}").format(own=own, behind=behind) if copy.lacks else own


def copies_line(summary: SessionSummary, now: datetime | None = None) -> str:
    """All copies of a session in a line, or ""."""
    if not summary.copies:
        return ""
    if summary.rivals:
        words = _("Two files hold events that the other lacks; Enter asks which one goes on.")
        return f"{words} {_list(summary, now)}"
    return _list(summary, now)


def _list(summary: SessionSummary, now: datetime | None) -> str:
    named = "; ".join(copy_words(copy, now) for copy in summary.copies[:NAMED])
    more = len(summary.copies) - NAMED
    if more > 0:
        named += ngettext("; and {n} more", "; and {n} more", more).format(n=more)
    words = ngettext(
        "There is a copy: {copies}.", "There are copies: {copies}.", len(summary.copies)
    )
    return words.format(copies=named)


def choices(summary: SessionSummary, now: datetime | None = None) -> tuple[tuple[str, str], ...]:
    """The files that hold events of their own, to choose from: the path, and what it holds."""
    until = _("{file}: until {time}")
    first = until.format(file=safe(summary.path.name, 40), time=_time(summary.latest, now))
    answers = [(str(summary.path), first)]
    for copy in summary.rivals:
        words = until.format(file=safe(copy.path.name, 40), time=_time(copy.latest, now))
        answers.append((str(copy.path), f"{words}; {lacks(copy, now)}"))
    return tuple(answers)


def same_session(summary: SessionSummary) -> str:
    """Why two files cannot be laid side by side: they are one session."""
    words = _("{file} and {copies} are the same session. Name two different ones.")
    named = "; ".join(copy_words(copy) for copy in summary.copies)
    return words.format(file=safe(summary.path.name, 60), copies=named)


def counted_once(copy: Copy, summary: SessionSummary) -> str:
    """What is told of a copy where each session counts once."""
    words = _("{file} is a copy of {main} ({what}), and left out.")
    if copy.own:
        words = _(
            "{file} is a copy of {main} ({what}), and left out; {main} is longer, and counts."
        )
    return words.format(
        file=safe(copy.path.name, 60), main=safe(summary.path.name, 60), what=lacks(copy)
    )


def stale(path_name: str, summary: SessionSummary) -> str:
    """What is said when a copy was named that is behind."""
    copy = next((one for one in summary.copies if one.path.name == path_name), None)
    missing = lacks(copy) if copy else ""
    words = _("{file} is a copy ({what}). {main} is the session, and was opened.")
    return words.format(file=safe(path_name, 60), what=missing, main=safe(summary.path.name, 60))


def _time(when: datetime, now: datetime | None) -> str:
    local = when.astimezone()
    today = (now or datetime.now().astimezone()).astimezone().date()
    return local.strftime("%H:%M" if local.date() == today else "%Y-%m-%d %H:%M")
