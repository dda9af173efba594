"""What was read of a list of people, in words."""

from __future__ import annotations

from mops_tui.model.people.roster import LeftOut, Why
from mops_tui.model.text.limits import MOST_NAME
from mops_tui.words.i18n import _, ngettext


def counted(n: int) -> str:
    """How many people a list holds."""
    if not n:
        return _("Nobody could be read in this list.")
    return ngettext("{n} person in this list.", "{n} people in this list.", n).format(n=n)


def why_left_out(left: LeftOut) -> str:
    """Why something in a list became no person of its own."""
    reasons: dict[Why, str] = {
        "heading": _("a heading or a label"),
        "sum": _("a total, not a person"),
        "nameless": _("no name in it"),
        "twice": _("the same person again"),
        "cut": _("the name was cut: {most} characters are the most").format(most=MOST_NAME),
    }
    return reasons[left.why]
