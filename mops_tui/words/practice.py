"""Practice in words: verdicts, confidence, when a card comes back."""

from __future__ import annotations

from datetime import datetime

from mops_tui.words.i18n import _, ngettext

FIRMNESS = (20, 40, 60, 80, 95)
"""The five steps where no answer is right, as they are kept; they are shown in words alone."""
_BELOW_SURE = {2: (50, 60, 70), 3: (33, 45, 60)}
"""The lower steps by the number of answers, where chance is above the 40 of the others or near."""
_SURE, _CERTAIN = 80, 95


def confidence_steps(answers: int) -> tuple[int, ...]:
    """The five steps of confidence, in per cent, for a card with so many answers.

    The lowest is what dice would get if one answer is advised: nobody is told how many are. The two
    highest are the same for every card, so that 80 says the same everywhere.

    Args:
        answers: How many there were to choose from, two or more.
    """
    below = _BELOW_SURE.get(answers, (round(100 / answers), 40, 60))
    return (*below, _SURE, _CERTAIN)


def advised_question() -> str:
    """What the percentage is: the chance that the chosen answer is advised."""
    return _("How likely is it that your answer is advised?")


def confidence_words() -> tuple[str, ...]:
    """What the five steps are called where an answer is advised."""
    return (_("a guess"), _("a hunch"), _("rather sure"), _("sure"), _("certain"))


def firmness_words() -> tuple[str, ...]:
    """What the five steps are called where no answer is right."""
    return (_("not at all"), _("a little"), _("fairly"), _("firmly"), _("whatever comes"))


def verdict_words(verdict: str, others: int = 0) -> str:
    """What a card makes of an answer.

    Args:
        verdict: A verdict of a card.
        others: How many other answers are advised in the same situation.
    """
    if verdict == "advised" and others:
        return ngettext(
            "Advised here, and so is one other.", "Advised here, and so are {n} others.", others
        ).format(n=others)
    return {
        "advised": _("Advised here."),
        "defensible": _("Defensible, and not the best here."),
        "unwise": _("Unwise here."),
    }[verdict]


def verdict_word(verdict: str) -> str:
    """A verdict in one word, beside an answer that was not chosen."""
    return {
        "advised": _("advised"),
        "defensible": _("defensible"),
        "unwise": _("unwise"),
    }[verdict]


def comes_back(now: datetime, due: datetime) -> str:
    """When a card comes back, in words."""
    hours = (due - now).total_seconds() / 3600
    if hours < 1:
        return _("It comes back within the hour.")
    if hours < 24:
        return _("It comes back today.")
    days = round(hours / 24)
    return ngettext("It comes back in {n} day.", "It comes back in {n} days.", days).format(n=days)
