"""What practice adds up to: what is due, how sure against how right, strengths, days.

All of it is folded from the answers in the journals, so the journals are the truth.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from functools import cached_property

from mops_tui.model.session.events import CardAnswered, RoomPredicted
from mops_tui.sources.practice.answers import PracticeAnswer
from mops_tui.sources.practice.days import days_practised
from mops_tui.sources.practice.deck import Deck
from mops_tui.sources.practice.judging.calibration import Calibration
from mops_tui.sources.practice.judging.sights import Learnt, Sighted, first_sights, learnt, sighted
from mops_tui.sources.practice.judging.strengths import Strength, missed_most, strengths
from mops_tui.sources.practice.schedule import ReviewSchedule


class Progress:
    """What the answers so far add up to.

    Attributes:
        answers: Those to cards, in order.
        schedule: When each card comes back.
        predicted: How well each prediction of a room fitted, in per cent, in order.
    """

    def __init__(self, deck: Deck, answers: Sequence[PracticeAnswer]) -> None:
        """Take the cards at hand and all answers, in order."""
        self._deck = deck
        self._all = tuple(answers)
        self.answers = tuple(one for one in answers if isinstance(one.event, CardAnswered))
        events = (one.event for one in answers)
        self.predicted = tuple(e.score for e in events if isinstance(e, RoomPredicted))
        self.schedule = ReviewSchedule(deck, answers)

    @cached_property
    def _sighted(self) -> tuple[Sighted, ...]:
        return sighted(self._deck, (one.event for one in self._all))

    @cached_property
    def calibration(self) -> Calibration:
        """How sure against how right, at the first sight of each card."""
        return Calibration(first_sights(self._deck, self._sighted))

    @cached_property
    def learnt(self) -> Learnt:
        """What came of the cards that were answered again."""
        return learnt(self._deck, self._sighted)

    @cached_property
    def anew(self) -> int:
        """How many cards have no first sight: their first answer was taken back."""
        met = dict.fromkeys((event.card for event, _sight in self._sighted), 0)
        firsts = {event.card for event, sight in self._sighted if sight == "first"}
        return len(met.keys() - firsts)

    @cached_property
    def missed(self) -> tuple[Strength, Strength] | None:
        """The practice that was missed most at first sight, and all else: `missed_most`."""
        first = (event for event, sight in self._sighted if sight == "first")
        return missed_most(strengths(self._deck, first, "practice"))

    def strengths(self, by: str) -> tuple[Strength, ...]:
        """Strengths by "practice" or "persona", as each card was answered last; weakest first.

        Not what was answered again right after its feedback was read and the answer taken back.
        """
        counted = (event for event, sight in self._sighted if sight != "undone")
        return strengths(self._deck, {one.card: one for one in counted}.values(), by)

    def days(self, now: datetime) -> tuple[int, int]:
        """Days practised in the last seven, and ever: a missed day takes nothing away."""
        return days_practised((one.when for one in self.answers), now)
