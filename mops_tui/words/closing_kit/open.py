"""What is open after a workshop, and what nobody counted."""

from __future__ import annotations

from collections.abc import Sequence

from mops_tui.words.closing_kit.cut import cut
from mops_tui.words.i18n import _, ngettext
from mops_tui.words.results.figures import in_words, listed
from mops_tui.words.results.quoting import ended, quoted
from mops_tui.words.safe import in_one_line

_MOST_NAMED = 4
_WHAT = 60


def no_decision(title: str, ask: str) -> str:
    """That a scenario asked for a decision and has none."""
    words = _("No decision is on record for {title}: {ask}")
    return words.format(title=quoted(title), ask=in_one_line(ask))


def no_owner(what: str) -> str:
    """That nobody owns a decision."""
    return ended(_("Nobody owns this decision yet: {what}.").format(what=quoted(cut(what, _WHAT))))


def no_reason(what: str) -> str:
    """That nobody wrote down why something was decided."""
    words = _("No reason was written down for this decision: {what}.")
    return ended(words.format(what=quoted(cut(what, _WHAT))))


def not_reached(titles: Sequence[str]) -> str:
    """That scenarios which were to end in a decision were not reached."""
    names = [quoted(title) for title in titles]
    if len(names) > _MOST_NAMED:
        more = _("{n} more").format(n=in_words(len(names) - _MOST_NAMED + 1))
        names = [*names[: _MOST_NAMED - 1], more]
    words = ngettext(
        "{titles} was not reached, and nothing was decided there.",
        "{titles} were not reached, and nothing was decided there.",
        len(titles),
    )
    return words.format(titles=listed(names))


def nobody_counted() -> str:
    """That it is not known how many might have voted."""
    return _("Nobody counted how many were present.")
