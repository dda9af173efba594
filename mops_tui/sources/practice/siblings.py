"""What somebody has met before a card: it itself, and other situations of its family."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from mops_tui.model.packs.cards import Card
from mops_tui.model.session.events import CardAnswered
from mops_tui.sources.practice.answers import PracticeAnswer
from mops_tui.sources.practice.deck import Deck
from mops_tui.sources.practice.editions import Editions


def sibling_met(deck: Deck, answers: Iterable[PracticeAnswer], key: str) -> Card | None:
    """The situation of the same family that was answered last, as it is meant today.

    Args:
        deck: All cards at hand.
        answers: What was answered so far, in order.
        key: The card whose family it is.

    Returns:
        That card; None where no other of the family was answered, or it means something else now.
    """
    editions, family = Editions(), deck.family(key)
    met: Card | None = None
    for one in answers:
        event = one.event
        if not isinstance(event, CardAnswered) or event.card == key:
            continue
        card = deck.cards.get(event.card)
        if card and deck.family(event.card) == family and editions.same(event, card):
            met = card
    return met


def answered_before(
    deck: Deck, answers: Sequence[PracticeAnswer], key: str
) -> PracticeAnswer | None:
    """How a card was answered the time before its last answer, as it is meant today.

    Args:
        deck: All cards at hand.
        answers: What was answered so far, in order; the last to the card is the present one.
        key: The card.

    Returns:
        That answer, whose event is a `CardAnswered`; None at first sight, or where the card means
        something else now.
    """
    editions, card = Editions(), deck.cards[key]
    met = [
        one
        for one in answers
        if isinstance(one.event, CardAnswered)
        and one.event.card == key
        and editions.same(one.event, card)
    ]
    return met[-2] if len(met) > 1 else None
