"""The cards at hand, with their families of variants."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from operator import itemgetter

from mops_tui.model.packs.cards import Card, family_of
from mops_tui.model.packs.pack import Topic


@dataclass(frozen=True)
class Deck:
    """All cards at hand, by `scenario/card`, or `pack/card` where they stand alone."""

    cards: Mapping[str, Card]

    @classmethod
    def of(cls, topics: Iterable[Topic]) -> Deck:
        """The cards of some topics in their order, each followed by its variants."""
        families = ((topic.id, card) for topic in topics for card in topic.cards)
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
