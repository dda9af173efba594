"""First sights and repeats: which answers met a card for the first time, and what came of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from mops_tui.model.session.events import AnswerTakenBack, CardAnswered, PracticeEvent
from mops_tui.sources.practice.deck import Deck
from mops_tui.sources.practice.editions import Editions
from mops_tui.sources.practice.judging.said import FirstSight

Sight = Literal["first", "again", "undone"]
"""How an answer met its card: for the first time, again, or again because it was taken back."""
Sighted = tuple[CardAnswered, Sight]
"""An answer to a card, and how it met it."""


@dataclass(frozen=True)
class Learnt:
    """What came of cards that were answered again.

    Attributes:
        repeats: How many answers met a card that came back. What was taken back and answered anew
            is none: its feedback has just been read.
        cards: How many cards were answered again after a first sight.
        first: Of them, how many were advised at first sight; likewise `last`, the last time.
    """

    repeats: int = 0
    cards: int = 0
    first: int = 0
    last: int = 0


class CardSightings:
    """Tells first sights from repeats, one event after another.

    A card whose meaning has changed is met for the first time again; a variant is a card of its
    own. What is answered again after it was taken back has been explained already: no first sight.
    """

    def __init__(self, deck: Deck) -> None:
        """Begin with nothing met."""
        self._deck = deck
        self._editions = Editions()
        self._met: set[tuple[str, str]] = set()
        self._read: set[str] = set()

    def meaning(self, answer: CardAnswered) -> tuple[str, str]:
        """What was answered: the card, and which meaning of it."""
        card = self._deck.cards.get(answer.card)
        if card and self._editions.same(answer, card):
            return answer.card, "present"
        return answer.card, str(answer.edition) if answer.edition else answer.digest

    def is_present(self, answer: CardAnswered) -> bool:
        """Whether the card is at hand, and means what it meant when it was answered."""
        return self.meaning(answer)[1] == "present"

    def take(self, answer: CardAnswered) -> Sight:
        """Take an answer: how it met its card."""
        meaning = self.meaning(answer)
        undone, met = answer.card in self._read, meaning in self._met
        self._met.add(meaning)
        self._read.discard(answer.card)
        if undone:
            return "undone"
        return "again" if met else "first"

    def taken_back(self, event: AnswerTakenBack) -> None:
        """Take that an answer was taken back: its feedback has been read."""
        self._read.add(event.of)


def sighted(deck: Deck, events: Iterable[PracticeEvent]) -> tuple[Sighted, ...]:
    """All answers to cards, each with how it met its card."""
    sightings = CardSightings(deck)
    made: list[Sighted] = []
    for event in events:
        if isinstance(event, CardAnswered):
            made.append((event, sightings.take(event)))
        elif isinstance(event, AnswerTakenBack):
            sightings.taken_back(event)
    return tuple(made)


def first_sights(deck: Deck, answers: Iterable[Sighted]) -> tuple[FirstSight, ...]:
    """The first answer to each card, with what dice would get where it was called a guess."""
    sightings = CardSightings(deck)
    return tuple(
        FirstSight(event.confidence, event.verdict == "advised", _dice(deck, sightings, event))
        for event, sight in answers
        if sight == "first"
    )


def learnt(deck: Deck, answers: Iterable[Sighted]) -> Learnt:
    """What the repeats came to, beside the first sights of the same cards."""
    sightings = CardSightings(deck)
    first_answers: dict[tuple[str, str], CardAnswered] = {}
    last_answers: dict[tuple[str, str], CardAnswered] = {}
    repeats = 0
    for event, sight in answers:
        meaning = sightings.meaning(event)
        if sight == "first":
            first_answers[meaning] = event
        elif sight == "again":
            repeats += 1
            last_answers[meaning] = event
    both = [meaning for meaning in last_answers if meaning in first_answers]
    return Learnt(
        repeats=repeats,
        cards=len(both),
        first=sum(first_answers[meaning].verdict == "advised" for meaning in both),
        last=sum(last_answers[meaning].verdict == "advised" for meaning in both),
    )


def _dice(deck: Deck, sightings: CardSightings, event: CardAnswered) -> float | None:
    """How likely dice are right on a card, for an answer that was called a guess."""
    if not sightings.is_present(event):
        return None
    card = deck.cards[event.card]
    # 33 of three answers is chance; what old journals have, 20, was called a guess, too.
    guessed = event.confidence * len(card.answers) <= 100
    return len(card.advised) / len(card.answers) if guessed else None
