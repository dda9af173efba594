"""What an answer makes of a card: when it comes back, and how well it is remembered.

FSRS without fuzzing says for how many days. It is given calendar days, not moments: what was
answered in the evening is due on its day from the morning on. Only a wrong answer has a step of
minutes; every other answer moves a card on to another day.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo

import fsrs

from mops_tui.model.session.events import CardAnswered
from mops_tui.sources.practice.days import day_in
from mops_tui.sources.practice.due import Due

SURE = 80
"""From this confidence on, an advised answer counts as easy."""
AGAIN_AFTER = timedelta(minutes=10)
"""A wrong answer comes back after so long, at the next full minute."""
LONGEST = 90
"""No card stays away for more days."""
_STEP = (AGAIN_AFTER,)
_AFTER_WRONG = fsrs.Scheduler(
    learning_steps=_STEP, relearning_steps=_STEP, maximum_interval=LONGEST, enable_fuzzing=False
)
_AFTER_OTHERS = fsrs.Scheduler(
    learning_steps=(), relearning_steps=(), maximum_interval=LONGEST, enable_fuzzing=False
)


@dataclass(frozen=True)
class Memory:
    """How well a card is remembered.

    Attributes:
        state: As FSRS has it; its times are days, told as noon in UTC.
        due: When the card comes back.
        day: On which day it was answered last.
    """

    state: fsrs.Card
    due: Due
    day: date

    def strength(self, day: date) -> float:
        """How likely it is remembered on a day, 0 to 1."""
        return _AFTER_OTHERS.get_card_retrievability(self.state, _noon(max(day, self.day)))


def grade(answer: CardAnswered) -> fsrs.Rating:
    """The rating that FSRS gets: neither is Again, defensible Hard, advised Good, sure Easy."""
    if answer.verdict == "advised":
        return fsrs.Rating.Easy if answer.confidence >= SURE else fsrs.Rating.Good
    return fsrs.Rating.Hard if answer.verdict == "defensible" else fsrs.Rating.Again


def reviewed(
    before: Memory | None, answer: CardAnswered, when: datetime, zone: tzinfo | None
) -> Memory:
    """What a card is like after one more answer.

    Args:
        before: What it was like, None before the first answer.
        answer: The answer.
        when: When it was given, in UTC; not before the answer before it.
        zone: Where its day is told; None is this machine's place.
    """
    day = day_in(when, zone)
    noon = _noon(day)
    state = before.state if before else fsrs.Card(card_id=1, due=noon)
    rating = grade(answer)
    scheduler = _AFTER_WRONG if rating == fsrs.Rating.Again else _AFTER_OTHERS
    state, _log = scheduler.review_card(state, rating, noon)
    away = state.due - noon
    if away >= timedelta(days=1):
        return Memory(state, Due(day + away), day)
    at = _next_full_minute(when + away)
    return Memory(state, Due(day_in(at, zone), at), day)


def _noon(day: date) -> datetime:
    return datetime.combine(day, time(12), UTC)


def _next_full_minute(when: datetime) -> datetime:
    """So that the clock on the wall and the words about it say the same."""
    whole = when.replace(second=0, microsecond=0)
    return whole if whole == when else whole + timedelta(minutes=1)
