"""What there is to practise today, in words: the menu says it, and `mops-tui progress`."""

from __future__ import annotations

from datetime import datetime

from mops_tui.sources.practice.due import Due
from mops_tui.sources.practice.schedule import Today
from mops_tui.words.alone.practice import when_words
from mops_tui.words.i18n import _, ngettext

MINUTES_A_CARD = 0.7


def today_sentences(today: Today, now: datetime) -> tuple[str, ...]:
    """What waits now, and when the next cards come back."""
    if today.cards:
        return (_cards(today), *_more_later(today, now))
    if today.later:
        n, when = len(today.later), _first(today, now)
        words = _("Nothing is due now. {n} card comes back {when}.")
        if n > 1:
            words = _("Nothing is due now. {n} cards come back, the first {when}.")
        return (words.format(n=n, when=when),)
    if today.after is None:
        return (_("Nothing is due."),)
    day, n = today.after
    words = ngettext(
        "Nothing more is due today. {n} card comes back {when}.",
        "Nothing more is due today. {n} cards come back {when}.",
        n,
    )
    return (words.format(n=n, when=when_words(now, Due(day))),)


def days_sentence(week: int, ever: int) -> str:
    """On how many days somebody has practised: of the last seven, and in all."""
    return ngettext(
        "Practised on {week} of the last 7 days, {ever} day in all.",
        "Practised on {week} of the last 7 days, {ever} days in all.",
        ever,
    ).format(week=week, ever=ever)


def _cards(today: Today) -> str:
    """How many cards are for today, about how long they take, and why these."""
    due, new, n = len(today.due), len(today.new), len(today.cards)
    minutes = max(1, round(n * MINUTES_A_CARD))
    if not new:
        words = ngettext(
            "{n} card is due: about {m} min.",
            "{n} cards are due: about {m} min.",
            n,
        )
    elif not due:
        words = ngettext(
            "{n} new card for today: about {m} min.", "{n} new cards for today: about {m} min.", n
        )
    else:
        words = _("{n} cards for today, about {m} min. Due: {due}. New: {new}.")
    return words.format(n=n, m=minutes, due=due, new=new)


def _more_later(today: Today, now: datetime) -> tuple[str, ...]:
    if not today.later:
        return ()
    n = len(today.later)
    words = ngettext(
        "{n} more comes back {when}.", "{n} more come back today, the first {when}.", n
    )
    return (words.format(n=n, when=_first(today, now)),)


def _first(today: Today, now: datetime) -> str:
    return when_words(now, Due(now.date(), today.later[0]))


def about_today(today: Today) -> str:
    """Why these cards are for today."""
    words = _("What is due comes first, and then new cards, up to seven a day.")
    if not today.due:
        words = _("Nothing is due, so these cards are new: up to seven a day.")
    elif not today.new:
        words = _("Cards that are due, the most overdue first. Stop after any; the rest stay due.")
    if today.changed:
        words = ngettext(
            "{words} {n} of them is a company that you have met, with one fact changed.",
            "{words} {n} of them are companies that you have met, with one fact changed.",
            today.changed,
        ).format(words=words, n=today.changed)
    return words


def about_first() -> str:
    """Why only some of what is due is offered beside all of it."""
    return _("Five minutes are enough for a day, after a long time away too. The rest stay due.")


def about_progress() -> str:
    """What one's progress tells."""
    return _("How right you are when you say how sure you are, and on which subjects.")


def about_more() -> str:
    """Why there are more new cards than today's."""
    return _("The next new cards, if you have time. They would come on the following days anyway.")


def about_mix() -> str:
    """What is mixed, and why."""
    return _(
        "None of these is due. They come from all scenarios in turn: first those that you are "
        "likeliest to have forgotten. Your answers count like any others."
    )
