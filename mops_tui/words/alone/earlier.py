"""What one said to a question before, and how sure one was."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from mops_tui.model.alone.adding_up import same
from mops_tui.model.alone.walk import Said
from mops_tui.words.alone.days import said_day
from mops_tui.words.alone.practice import FIRMNESS, firmness_words
from mops_tui.words.i18n import _, ngettext
from mops_tui.words.safe import safe

Earlier = tuple[datetime, Said]
"""When somebody said something, and what."""
MOST = 3
"""The most earlier answers that are told one by one."""


def sure_words(said: Said) -> str:
    """How firmly somebody stands by an answer, in a word or two."""
    words = firmness_words()
    reached = sum(said.confidence >= step for step in FIRMNESS)
    return words[max(0, reached - 1)]


def earlier_words(earlier: Sequence[Earlier], now: Said | None) -> tuple[str, ...]:
    """What was said to a question before, the latest first; then how many answers are not told.

    Args:
        earlier: The answers before, the earliest first. A pass is none.
        now: The answer that they stand beside, or None where one has passed.
    """
    answers = [(when, said) for when, said in earlier if not said.passed][::-1]
    lines = [_line(one, now, last=not number) for number, one in enumerate(answers[:MOST])]
    left = len(answers) - MOST
    if left > 0:
        since = said_day(answers[-1][0])
        words = ngettext(
            "{n} more answer before that, since {day}.",
            "{n} more answers before that, since {day}.",
            left,
        )
        lines.append(words.format(n=left, day=since))
    return tuple(lines)


def _line(one: Earlier, now: Said | None, *, last: bool) -> str:
    when, said = one
    if now is not None and same(said, now):
        words = _("On {day} you said the same ({sure}).")
        if last:
            words = _("Last time, on {day}, you said the same ({sure}).")
    else:
        words = _("On {day} you said: {answer} ({sure}).")
        if last:
            words = _("Last time, on {day}, you said: {answer} ({sure}).")
    return words.format(day=said_day(when), answer=safe(said.words), sure=sure_words(said))
