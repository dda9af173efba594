"""What practice adds up to: what is due, how sure against how right, strengths, days.

All of it is folded from the answers in the journals, so the journals are the truth. Reviews are
scheduled by FSRS without fuzzing, with ids and times of our own.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property
from operator import itemgetter
from zlib import crc32

import fsrs

from mops_tui.model.packs.cards import Card, family_of
from mops_tui.model.packs.digest import card_digest
from mops_tui.model.packs.pack import Scenario
from mops_tui.model.session.events import CardAnswered
from mops_tui.sources.practice.answers import PracticeAnswer
from mops_tui.sources.practice.spreading import none_in_a_row, one_of_each

SURE = 80
"""From this confidence on, an advised answer counts as easy."""
BANDS = ((0, 29), (30, 49), (50, 69), (70, 89), (90, 100))
"""Confidences, in per cent, that the calibration puts together."""
ENOUGH_A_DAY = 7
"""Cards in five minutes."""
SITTING = 10
"""Cards of one scenario that are dealt at once."""


@dataclass(frozen=True)
class Deck:
    """All cards at hand, by `scenario/card`."""

    cards: Mapping[str, Card]

    @classmethod
    def of(cls, scenarios: Iterable[Scenario]) -> Deck:
        """The cards of some scenarios in their order, each followed by its variants."""
        families = ((s.id, card) for s in scenarios for card in s.cards)
        return cls({f"{id}/{one.id}": one for id, card in families for one in family_of(card)})

    def family(self, key: str) -> str:
        """What a card has in common with its variants: the key of the one that they vary."""
        card = self.cards.get(key)
        return f"{key.partition('/')[0]}/{card.family or card.id}" if card else key

    def in_turn(self, scenario: str) -> tuple[str, ...]:
        """A scenario's cards: of all families the first, then of all the second."""
        mine = [key for key in self.cards if key.partition("/")[0] == scenario]
        met: dict[str, int] = {}
        turns = []
        for key in mine:
            turns.append(met.setdefault(self.family(key), 0))
            met[self.family(key)] += 1
        return tuple(key for _turn, key in sorted(zip(turns, mine, strict=True), key=itemgetter(0)))


@dataclass(frozen=True)
class Band:
    """One band of the calibration.

    Attributes:
        low: Per cent of confidence; likewise high.
        n: Answers in it.
        right: Of them, how many were advised.
        mean_confidence: The confidence that was named in them, on average, in per cent.
    """

    low: int
    high: int
    n: int
    right: int
    mean_confidence: float


@dataclass(frozen=True)
class Strength:
    """How often answers were right on a theme: `right` advised and `fair` defensible of `n`."""

    name: str
    n: int
    right: int
    fair: int


def grade(answer: CardAnswered) -> fsrs.Rating:
    """The rating that FSRS gets: neither is Again, defensible Hard, advised Good, sure Easy."""
    if answer.verdict == "advised":
        return fsrs.Rating.Easy if answer.confidence >= SURE else fsrs.Rating.Good
    return fsrs.Rating.Hard if answer.verdict == "defensible" else fsrs.Rating.Again


def _day(when: datetime, now: datetime) -> date:
    """The day of a moment where `now` is.

    Here, that is by this machine's own rules: in winter a summer's day is still a summer's day.
    """
    here = now.utcoffset() == now.astimezone().utcoffset()
    return when.astimezone(None if here else now.tzinfo).date()


class Progress:
    """What the answers so far add up to."""

    def __init__(self, deck: Deck, answers: Sequence[PracticeAnswer]) -> None:
        """Take the cards at hand and all answers, in order."""
        self._deck = deck
        self.answers = tuple(one for one in answers if isinstance(one.event, CardAnswered))

    @cached_property
    def _states(self) -> dict[str, fsrs.Card]:
        """The FSRS state of each card whose present edition was answered."""
        scheduler = fsrs.Scheduler(enable_fuzzing=False)
        digests = {key: card_digest(card) for key, card in self._deck.cards.items()}
        states: dict[str, fsrs.Card] = {}
        for one in self.answers:
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
            for one in self.answers
            if isinstance(one.event, CardAnswered) and _day(one.when, now) == now.date()
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

    @cached_property
    def calibration(self) -> tuple[Band, ...]:
        """How often answers of each confidence were the advised ones."""
        bands = []
        for low, high in BANDS:
            in_band = [e for e in self._events() if low <= e.confidence <= high]
            right = sum(1 for event in in_band if event.verdict == "advised")
            mean_confidence = (
                sum(e.confidence for e in in_band) / len(in_band) if in_band else (low + high) / 2
            )
            bands.append(Band(low, high, len(in_band), right, mean_confidence))
        return tuple(bands)

    def _events(self) -> list[CardAnswered]:
        return [one.event for one in self.answers if isinstance(one.event, CardAnswered)]

    def strengths(self, by: str) -> tuple[Strength, ...]:
        """Strengths by "practice" or by "persona", the weakest first."""
        counts: dict[str, list[int]] = {}
        for event in self._events():
            card = self._deck.cards.get(event.card)
            name = getattr(card, by, None) if card else None
            if name is None:
                continue
            tally = counts.setdefault(name, [0, 0, 0])
            tally[0] += 1
            tally[1] += event.verdict == "advised"
            tally[2] += event.verdict == "defensible"
        strengths_of_all = [
            Strength(name, n, right, fair) for name, (n, right, fair) in counts.items()
        ]
        return tuple(sorted(strengths_of_all, key=lambda one: (one.right / one.n, one.name)))

    def days(self, now: datetime) -> tuple[int, int]:
        """Days practised in the last seven, and ever: a missed day takes nothing away."""
        days = {_day(one.when, now) for one in self.answers}
        week = {(now - timedelta(days=back)).date() for back in range(7)}
        return len(days & week), len(days)
