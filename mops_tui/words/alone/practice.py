"""Practice in words: verdicts, confidence, when a card comes back."""

from __future__ import annotations

from datetime import datetime

from mops_tui.sources.practice.due import Due
from mops_tui.words.alone.days import day_words, weekday_words
from mops_tui.words.i18n import _, ngettext

FIRMNESS = (20, 40, 60, 80, 95)
"""The five steps where no answer is right, as they are kept; they are shown in words alone."""
_BELOW_SURE = {2: (50, 60, 70), 3: (33, 45, 60)}
"""The lower steps by the number of answers, where chance is above the 40 of the others or near."""
_SURE, _CERTAIN = 80, 95
_WEEKS_FROM = 14
"""So many days away, weeks say more than a day of the week."""


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


def no_step_chosen() -> str:
    """What is said of Enter before a step of confidence is chosen."""
    return _("Choose one of the five steps first: 1 to 5.")


def confidence_words() -> tuple[str, ...]:
    """What the five steps are called where an answer is advised."""
    return (_("a guess"), _("a hunch"), _("rather sure"), _("sure"), _("certain"))


def firmness_words() -> tuple[str, ...]:
    """What the five steps are called below "How firmly do you stand by it?"."""
    return (_("not at all"), _("a little"), _("fairly"), _("firmly"), _("entirely"))


def sureness_words() -> tuple[str, ...]:
    """What they are called below "How sure are you of it?", of how things are today."""
    return (_("not at all"), _("a little"), _("fairly"), _("sure"), _("certain"))


def firm_words() -> tuple[str, ...]:
    """The steps of firmness behind an answer, where the question does not stand above them."""
    return (
        _("not firm at all"),
        _("a little firm"),
        _("fairly firm"),
        _("firm"),
        _("entirely firm"),
    )


def sure_of_it_words() -> tuple[str, ...]:
    """The steps of sureness behind an answer, where the question does not stand above them."""
    return (_("not sure at all"), _("a little sure"), _("fairly sure"), _("sure"), _("certain"))


def walked(cards: bool) -> str:
    """That one has gone through a scenario, and what it offers beside its questions.

    Args:
        cards: Whether it has situation cards.
    """
    words = _("That was the whole scenario.")
    if cards:
        words = _("{words} Choose it again for its situation cards.").format(words=words)
    return words


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


def comes_back(now: datetime, due: Due) -> str:
    """When a card comes back, in words that the clock on the wall bears out."""
    if due.reached(now):
        return _("It is due now.")
    return _("It comes back {when}.").format(when=when_words(now, due))


def when_words(now: datetime, due: Due) -> str:
    """When something comes back, within a sentence: "at 8:24", "tomorrow", "in 3 weeks, …".

    Args:
        now: The time, where the person is.
        due: A moment that is not reached yet, or a day after this one.
    """
    days = (due.day - now.date()).days
    if due.at is not None:
        at = due.at.astimezone(now.tzinfo)
        time = f"{at.hour}:{at.minute:02}"
        return (_("tomorrow, at {time}") if days else _("at {time}")).format(time=time)
    if days == 1:
        return _("tomorrow")
    if days < _WEEKS_FROM:
        weekday, day = weekday_words(due.day), day_words(due.day)
        return _("on {weekday}, {day}").format(weekday=weekday, day=day)
    weeks, over = round(days / 7), days % 7
    words = ngettext("in {n} week, on {day}", "in {n} weeks, on {day}", weeks)
    if over:
        words = ngettext("in about {n} week, on {day}", "in about {n} weeks, on {day}", weeks)
    return words.format(n=weeks, day=day_words(due.day))
