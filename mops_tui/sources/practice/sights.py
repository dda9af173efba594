"""First sights and repeats: which answers met a card for the first time, and what came of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from mops_tui.model.packs.digest import card_digest
from mops_tui.model.session.events import CardAnswered
from mops_tui.sources.practice.calibration import FirstSight
from mops_tui.sources.practice.deck import Deck


@dataclass(frozen=True)
class SeenCard:
    """All answers to one edition of a card, in order; the first of them met it for the first time.

    Attributes:
        answers: One or more.
    """

    answers: tuple[CardAnswered, ...]


@dataclass(frozen=True)
class Learnt:
    """What came of cards that were answered again.

    Attributes:
        repeats: How many answers were no first sight.
        cards: How many cards were answered again.
        first: Of them, how many were advised at first sight; likewise `last`, the last time.
    """

    repeats: int = 0
    cards: int = 0
    first: int = 0
    last: int = 0


def seen_cards(events: Iterable[CardAnswered]) -> tuple[SeenCard, ...]:
    """Answers by card and edition; a variant is a card of its own."""
    seen: dict[tuple[str, str], list[CardAnswered]] = {}
    for event in events:
        seen.setdefault((event.card, event.digest), []).append(event)
    return tuple(SeenCard(tuple(answers)) for answers in seen.values())


def first_sights(deck: Deck, seen: Iterable[SeenCard]) -> tuple[FirstSight, ...]:
    """The first answer to each card, with what dice would have got where it was called a guess."""
    digests = {key: card_digest(card) for key, card in deck.cards.items()}
    return tuple(_first_sight(deck, digests, card.answers[0]) for card in seen)


def learnt(seen: Iterable[SeenCard]) -> Learnt:
    """What the repeats came to, beside the first sights of the same cards."""
    again = [card.answers for card in seen if len(card.answers) > 1]
    return Learnt(
        repeats=sum(len(answers) - 1 for answers in again),
        cards=len(again),
        first=sum(answers[0].verdict == "advised" for answers in again),
        last=sum(answers[-1].verdict == "advised" for answers in again),
    )


def _first_sight(deck: Deck, digests: Mapping[str, str], event: CardAnswered) -> FirstSight:
    dice = None
    if digests.get(event.card) == event.digest:
        card = deck.cards[event.card]
        # 33 of three answers is chance; what old journals have, 20, was called a guess, too.
        if event.confidence * len(card.answers) <= 100:
            dice = len(card.advised) / len(card.answers)
    return FirstSight(event.confidence, event.verdict == "advised", dice)
