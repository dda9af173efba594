"""What one said to a question before, and how sure one was."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from mops_tui.model.alone.adding_up import same
from mops_tui.model.alone.walk import Said
from mops_tui.words.alone.days import said_day
from mops_tui.words.alone.naming import sure_words
from mops_tui.words.i18n import _, ngettext
from mops_tui.words.safe import safe

Earlier = tuple[datetime, Said]
"""When somebody said something, and what."""
MOST = 3
"""The most earlier answers that are told one by one."""


def earlier_words(
    earlier: Sequence[Earlier], now: Said | None, *, today: bool = False
) -> tuple[str, ...]:
    """What was said to a question before, the latest first; then how many answers are not told.

    Args:
        earlier: The answers before, the earliest first. A pass is none.
        now: The answer that they stand beside, or None where one has passed.
        today: Whether the question asks how things are today.
    """
    answers = [(when, said) for when, said in earlier if not said.passed][::-1]
    told = enumerate(answers[:MOST])
    lines = [_line(one, now, last=not number, today=today) for number, one in told]
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


def _line(one: Earlier, now: Said | None, *, last: bool, today: bool) -> str:
    when, said = one
    if now is not None and same(said, now):
        words = _("On {day} you said the same ({sure}).")
        if last:
            words = _("Last time, on {day}, you said the same ({sure}).")
    else:
        words = _("On {day} you said: {answer} ({sure}).")
        if last:
            words = _("Last time, on {day}, you said: {answer} ({sure}).")
    sure = sure_words(said, today=today)
    return words.format(day=said_day(when), answer=safe(said.words), sure=sure)
