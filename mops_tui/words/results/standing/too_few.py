"""That a round has too few answers to speak for the room."""

from __future__ import annotations

from mops_tui.model.results.enough import answered, round_shortfall
from mops_tui.model.results.results import Result
from mops_tui.words.i18n import _, ngettext
from mops_tui.words.results.figures import filled


def few_words(n: int) -> str:
    """That so few answers say nothing of the room."""
    words = ngettext(
        "One answer: too few to say where we stand.",
        "{n} answers: too few to say where we stand.",
        n,
    )
    return filled(words, n=n)


def too_few(result: Result) -> str:
    """That a round cannot speak for the room, and why; "" where it can, or is empty."""
    if not result.n:
        return ""
    short = round_shortfall(result)
    if short == "few":
        return few_words(answered(result))
    if short == "quorum":
        words = _("{voted} of {present} voted: too few to speak for the room.")
        return filled(words, voted=result.ballots + result.called, present=result.present)
    return ""
