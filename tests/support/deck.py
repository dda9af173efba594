"""The situation cards that come along: each with its variants, and what their answers are like."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from support.rehearsed import ours

from mops_tui.model.packs.cards import Card, CardAnswer, family_of

MAIN = ("adoption-waves", "change-readiness", "mops-personas", "order-from-chaos", "org-placement")


@cache
def families() -> Mapping[str, tuple[Card, ...]]:
    """By `scenario/card`: the card as it stands, and each of its variants as a card."""
    scenarios = {key: ours().scenarios[key] for key in MAIN}
    return {
        f"{key}/{card.id}": family_of(card)
        for key, scenario in scenarios.items()
        for card in scenario.cards
    }


@cache
def cards() -> Mapping[str, Card]:
    """All situations, by `scenario/card`."""
    return {
        f"{base.partition('/')[0]}/{card.id}": card
        for base, family in families().items()
        for card in family
    }


@dataclass(frozen=True)
class Placed:
    """An answer where it stands.

    Attributes:
        ref: The situation, as `scenario/card`.
        place: From 0, as in the file.
        of: How many answers the situation has.
        length_rank: 0 for the shortest label.
    """

    ref: str
    answer: CardAnswer
    place: int
    of: int
    length_rank: int


def placed(refs: Mapping[str, Card]) -> Iterator[Placed]:
    """Each answer of some situations."""
    for ref, card in refs.items():
        lengths = sorted(len(answer.label) for answer in card.answers)
        for place, answer in enumerate(card.answers):
            rank = lengths.index(len(answer.label))
            yield Placed(ref, answer, place, len(card.answers), rank)
