"""Who is behind a picture, in a few words."""

from __future__ import annotations

from mops_tui.pictures.shapes import Turnout
from mops_tui.words.i18n import _, ngettext


def turnout_text(turnout: Turnout) -> str:
    """How many answered, and how many of them called out."""
    if turnout.waiting:
        return ""
    if turnout.own:
        return _("your own answer")
    if not turnout.n:
        return _("nobody voted")
    if not turnout.called:
        return ngettext("{n} person answered", "{n} people answered", turnout.n).format(n=turnout.n)
    if turnout.called == turnout.n:
        return ngettext("{n} person, called out", "{n} people, all called out", turnout.n).format(
            n=turnout.n
        )
    return ngettext(
        "{n} person answered, {called} called out",
        "{n} people answered, {called} called out",
        turnout.n,
    ).format(n=turnout.n, called=turnout.called)
