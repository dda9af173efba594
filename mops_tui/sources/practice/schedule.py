"""When each card comes back, and what there is to practise.

Reviews are scheduled by FSRS without fuzzing, with ids and times of our own.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from functools import cached_property
from zlib import crc32

import fsrs

from mops_tui.model.packs.digest import card_digest
from mops_tui.model.session.events import CardAnswered
from mops_tui.sources.practice.answers import PracticeAnswer
from mops_tui.sources.practice.days import day_of
from mops_tui.sources.practice.deck import Deck
from mops_tui.sources.practice.spreading import none_in_a_row, one_of_each

SURE = 80
"""From this confidence on, an advised answer counts as easy."""
ENOUGH_A_DAY = 7
"""Cards in five minutes."""
SITTING = 10
"""Cards of one scenario that are dealt at once."""


def grade(answer: CardAnswered) -> fsrs.Rating:
    """The rating that FSRS gets: neither is Again, defensible Hard, advised Good, sure Easy."""
    if answer.verdict == "advised":
        return fsrs.Rating.Easy if answer.confidence >= SURE else fsrs.Rating.Good
    return fsrs.Rating.Hard if answer.verdict == "defensible" else fsrs.Rating.Again


class ReviewSchedule:
    """When each card comes back, folded from the answers so far."""

    def __init__(self, deck: Deck, answers: Sequence[PracticeAnswer]) -> None:
        """Take the cards at hand and all answers, in order."""
        self._deck = deck
        self._answers = tuple(one for one in answers if isinstance(one.event, CardAnswered))

    @cached_property
    def _states(self) -> dict[str, fsrs.Card]:
        """The FSRS state of each card whose present edition was answered."""
        scheduler = fsrs.Scheduler(enable_fuzzing=False)
        digests = {key: card_digest(card) for key, card in self._deck.cards.items()}
        states: dict[str, fsrs.Card] = {}
        for one in self._answers:
            event = one.event
            if not isinstance(event, CardAnswered) or digests.get(event.card) != event.digest:
                continue
            state = states.get(event.card) or fsrs.Card(
                card_id=crc32(event.card.encode()), due=one.when
            )
            states[event.card], _log = scheduler.review_card(state, grade(event), one.when)
        return states

    def due(self, now: datetime) -> tuple[str, ...]:
        """Cards that are due, the most overdue first; then new ones, up to five minutes' worth.

        One of a family a day: a variant that is due as well waits for the next. The day is that of
        `now` and its time zone; so it is in `days`.
        """
        known = self._states
        late = sorted((s.due, key) for key, s in known.items() if s.due <= now)
        today = self._answered_on(now)
        keys, _waiting = one_of_each((key for _due, key in late), self._deck.family, today)
        fresh = [key for key in self._mixed() if key not in known]
        new, _waiting = one_of_each(fresh, self._deck.family, {*today, *keys})
        room = max(0, ENOUGH_A_DAY - len(keys) - len(today))
        return (*keys, *new[:room])

    def _answered_on(self, now: datetime) -> frozenset[str]:
        return frozenset(
            one.event.card
            for one in self._answers
            if isinstance(one.event, CardAnswered) and day_of(one.when, now) == now.date()
        )

    def sitting(self, scenario: str, now: datetime) -> tuple[str, ...]:
        """Up to ten cards of a scenario, in the order of `of_scenario`.

        Of a family it takes one, and none that was met today, as long as there are others. Those
        come last, and not two of a family in a row.
        """
        family = self._deck.family
        dealt, waiting = one_of_each(
            self.of_scenario(scenario, now), family, self._answered_on(now)
        )
        after = family(dealt[-1]) if dealt else ""
        return (*dealt, *none_in_a_row(waiting, family, after))[:SITTING]

    def of_scenario(self, scenario: str, now: datetime) -> tuple[str, ...]:
        """All cards of a scenario: those that are due, then new ones, then the next to come back.

        Whoever asks for a scenario gets its cards, due or not.
        """
        mine = self._deck.in_turn(scenario)
        known = self._states
        due = sorted((known[key].due, key) for key in mine if key in known)
        late = [key for when, key in due if when <= now]
        fresh = [key for key in mine if key not in known]
        return (*late, *fresh, *(key for when, key in due if when > now))

    def fresh_of(self, scenario: str) -> int:
        """How many cards of a scenario were never answered in their present edition."""
        mine = (key for key in self._deck.cards if key.partition("/")[0] == scenario)
        return sum(1 for key in mine if key not in self._states)

    def _mixed(self) -> list[str]:
        """All cards, one of each scenario in turn: a mix teaches more than a block."""
        scenarios = dict.fromkeys(key.partition("/")[0] for key in self._deck.cards)
        by_scenario = {scenario: self._deck.in_turn(scenario) for scenario in scenarios}
        mixed: list[str] = []
        for index in range(
            max((len(keys_of_scenario) for keys_of_scenario in by_scenario.values()), default=0)
        ):
            mixed += [
                keys_of_scenario[index]
                for keys_of_scenario in by_scenario.values()
                if index < len(keys_of_scenario)
            ]
        return mixed

    def due_of(self, key: str) -> datetime | None:
        """When a card comes back; None before it was answered in its present edition."""
        state = self._states.get(key)
        return state.due if state else None
