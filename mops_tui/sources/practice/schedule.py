"""What there is to practise on a day: what is due, what is new, and what is offered beyond that."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo
from functools import cached_property
from itertools import zip_longest

from mops_tui.model.session.events import AnswerTakenBack, CardAnswered
from mops_tui.sources.practice.answers import PracticeAnswer
from mops_tui.sources.practice.days import day_in, zone_of
from mops_tui.sources.practice.deck import Deck
from mops_tui.sources.practice.due import Due
from mops_tui.sources.practice.editions import Editions
from mops_tui.sources.practice.reviews import Memory, reviewed
from mops_tui.sources.practice.spreading import none_in_a_row, one_of_each

ENOUGH_A_DAY = 7
"""Cards in five minutes."""
SITTING = 10
"""Cards of one scenario that are dealt at once."""


@dataclass(frozen=True)
class Today:
    """What there is to do on a day: one place says it, for the count and for what is dealt.

    Attributes:
        due: Cards that are due now, the most overdue first.
        new: New cards, up to five minutes' worth with what is due or was answered already.
        changed: How many of the new ones are a company met before, with one fact changed.
        later: When cards come back that are due later today, the earliest first.
        after: The next day on which something comes back, and how many cards; None without any.
        more: New cards beyond those.
        mix: Five minutes of cards that are not due: the weakest of each scenario in turn.
    """

    due: tuple[str, ...]
    new: tuple[str, ...]
    changed: int
    later: tuple[datetime, ...]
    after: tuple[date, int] | None
    more: tuple[str, ...]
    mix: tuple[str, ...]

    @property
    def first(self) -> tuple[str, ...]:
        """Five minutes of what is due, the most overdue; none where all of it takes little more."""
        return self.due[:ENOUGH_A_DAY] if len(self.due) > SITTING else ()

    @property
    def cards(self) -> tuple[str, ...]:
        """Today's cards, as they are counted and dealt."""
        return (*self.due, *self.new)


@dataclass(frozen=True)
class _Day:
    """What a day is like before anything is chosen for it.

    Attributes:
        day: The day.
        scheduled: What comes back by the end of it, one of a family.
        waiting: What would, but for another of its family.
        seen: What was answered or taken back on it.
        answered: What was answered on it.
    """

    day: date
    scheduled: tuple[str, ...]
    waiting: tuple[str, ...]
    seen: frozenset[str]
    answered: frozenset[str]


class ReviewSchedule:
    """When each card comes back, folded from the answers so far.

    A day is that of the `now` that is asked about, in its time zone.
    """

    def __init__(self, deck: Deck, answers: Sequence[PracticeAnswer]) -> None:
        """Take the cards at hand and all answers, in order."""
        self._deck = deck
        self._answers = tuple(
            one for one in answers if isinstance(one.event, CardAnswered | AnswerTakenBack)
        )
        self._remembered: dict[tzinfo | None, dict[str, Memory]] = {}

    # --- what is known

    @cached_property
    def _history(self) -> Mapping[str, list[tuple[datetime, CardAnswered]]]:
        """The answers to each card as it is meant today; a card that changed is new from there."""
        editions = Editions()
        history: dict[str, list[tuple[datetime, CardAnswered]]] = {}
        for one in self._answers:
            card = isinstance(one.event, CardAnswered) and self._deck.cards.get(one.event.card)
            if not card or not isinstance(one.event, CardAnswered):
                continue
            if editions.same(one.event, card):
                history.setdefault(one.event.card, []).append((one.when, one.event))
            else:
                history.pop(one.event.card, None)
        return history

    def _memory(self, key: str, zone: tzinfo | None) -> Memory | None:
        remembered = self._remembered.setdefault(zone, {})
        if key not in remembered and key in self._history:
            memory = None
            for when, event in self._history[key]:
                memory = reviewed(memory, event, when, zone)
            if memory:
                remembered[key] = memory
        return remembered.get(key)

    def _known(self, zone: tzinfo | None) -> Mapping[str, Memory]:
        found = ((key, self._memory(key, zone)) for key in self._history)
        return {key: memory for key, memory in found if memory}

    def due_of(self, key: str, now: datetime) -> Due | None:
        """When a card comes back; None before it was answered as it is meant today."""
        memory = self._memory(key, zone_of(now))
        return memory.due if memory else None

    def fresh_of(self, scenario: str) -> int:
        """How many cards of a scenario were never answered as they are meant today."""
        return sum(1 for key in self._deck.in_turn(scenario) if key not in self._history)

    def due_in(self, scenario: str, now: datetime) -> int:
        """How many cards of a scenario are due."""
        known = self._known(zone_of(now))
        return sum(
            1
            for key in self._deck.in_turn(scenario)
            if key in known and known[key].due.reached(now)
        )

    # --- a day

    def today(self, now: datetime) -> Today:
        """What there is to do today.

        One of a family a day: a variant that is due as well waits for the next. During a day
        cards only become due, until they are answered.
        """
        known = self._known(zone_of(now))
        day = self._day(known, now)
        due = tuple(key for key in day.scheduled if known[key].due.reached(now))
        later = sorted(at for key in day.scheduled if (at := known[key].due.at) and not at <= now)
        taken = {*day.seen, *day.scheduled}
        room = max(0, ENOUGH_A_DAY - len({*day.scheduled, *day.answered}))
        new = self._fresh(taken)[:room]
        met = {self._deck.family(key) for key in known}
        return Today(
            due=due,
            new=new,
            changed=sum(1 for key in new if self._deck.family(key) in met),
            later=tuple(later),
            after=self._after(known, day),
            more=self._fresh(taken, new)[:ENOUGH_A_DAY],
            mix=self._mix(known, day.day, {*taken, *new}),
        )

    def _day(self, known: Mapping[str, Memory], now: datetime) -> _Day:
        zone, day = zone_of(now), now.date()
        today = [one.event for one in self._answers if day_in(one.when, zone) == day]
        answered = frozenset(event.card for event in today if isinstance(event, CardAnswered))
        seen = answered | {event.of for event in today if isinstance(event, AnswerTakenBack)}
        scheduled, waiting = self._on(known, day, seen)
        return _Day(day, scheduled, waiting, seen, answered)

    def _on(
        self, known: Mapping[str, Memory], day: date, seen: Iterable[str]
    ) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """What comes back by the end of a day, and what waits for another of its family."""
        due = [key for key in self._mixed if key in known and known[key].due.day <= day]
        due.sort(key=lambda key: known[key].due.order)
        return one_of_each(due, self._deck.family, frozenset(seen))

    def _after(self, known: Mapping[str, Memory], day: _Day) -> tuple[date, int] | None:
        days = [memory.due.day for memory in known.values() if memory.due.day > day.day]
        if day.waiting:
            days.append(day.day + timedelta(days=1))
        if not days:
            return None
        following = min(days)
        scheduled, _waiting = self._on(known, following, ())
        return following, len(scheduled)

    def _fresh(self, taken: Iterable[str], dealt: tuple[str, ...] = ()) -> tuple[str, ...]:
        """New cards of families that nothing is taken of; those that are dealt already are left."""
        fresh = (key for key in self._mixed if key not in self._history and key not in dealt)
        return one_of_each(fresh, self._deck.family, frozenset((*taken, *dealt)))[0]

    def _mix(self, known: Mapping[str, Memory], day: date, taken: Iterable[str]) -> tuple[str, ...]:
        """Cards that are not due: those that are likeliest forgotten, of each scenario in turn."""
        weakest = sorted(
            (key for key in self._mixed if key in known and known[key].day < day),
            key=lambda key: known[key].strength(day),
        )
        others = [key for key in weakest if key not in set(taken)]
        dealt, _waiting = one_of_each(others, self._deck.family, frozenset(taken))
        return _in_turn(dealt)[:ENOUGH_A_DAY]

    # --- a scenario

    def sitting(self, scenario: str, now: datetime) -> tuple[str, ...]:
        """Up to ten cards of a scenario, in the order of `of_scenario`.

        Of a family it takes one, and none that was met today, as long as there are others. Those
        come last, and not two of a family in a row.
        """
        family = self._deck.family
        seen = self._day({}, now).seen
        dealt, waiting = one_of_each(self.of_scenario(scenario, now), family, seen)
        after = family(dealt[-1]) if dealt else ""
        return (*dealt, *none_in_a_row(waiting, family, after))[:SITTING]

    def of_scenario(self, scenario: str, now: datetime) -> tuple[str, ...]:
        """All cards of a scenario: those that are due, then new ones, then the next to come back.

        Whoever asks for a scenario gets its cards, due or not.
        """
        mine = self._deck.in_turn(scenario)
        known = self._known(zone_of(now))
        back = sorted((key for key in mine if key in known), key=lambda key: known[key].due.order)
        late = [key for key in back if known[key].due.reached(now)]
        fresh = [key for key in mine if key not in known]
        return (*late, *fresh, *(key for key in back if key not in set(late)))

    @cached_property
    def _mixed(self) -> tuple[str, ...]:
        """All cards, one of each scenario in turn: a mix teaches more than a block."""
        scenarios = dict.fromkeys(scenario_of(key) for key in self._deck.cards)
        return _in_turn(key for scenario in scenarios for key in self._deck.in_turn(scenario))


def scenario_of(key: str) -> str:
    """The scenario of a card's key."""
    return key.partition("/")[0]


def _in_turn(keys: Iterable[str]) -> tuple[str, ...]:
    """The same keys, one of each scenario in turn; within a scenario in their order."""
    by_scenario: dict[str, list[str]] = {}
    for key in keys:
        by_scenario.setdefault(scenario_of(key), []).append(key)
    turns = zip_longest(*by_scenario.values())
    return tuple(key for turn in turns for key in turn if key is not None)
