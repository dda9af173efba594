"""The cards at hand, with their families of variants."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from operator import itemgetter

from mops_tui.model.packs.cards import Card, family_of
from mops_tui.model.packs.pack import Scenario


@dataclass(frozen=True)
class Deck:
    """All cards at hand, by `scenario/card`."""

    cards: Mapping[str, Card]

    @classmethod
    def of(cls, scenarios: Iterable[Scenario]) -> Deck:
        """The cards of some scenarios in their order, each followed by its variants.

        A closing question has none to practise: it is for a room.
        """
        families = ((s.id, card) for s in scenarios if not s.closing for card in s.cards)
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
