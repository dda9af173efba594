"""The other situations of a family that somebody has met: what differed there can be told."""

from __future__ import annotations

from collections.abc import Iterable

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
