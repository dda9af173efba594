"""The cards at hand, with their families of variants."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest

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
        """A scenario's cards: one of each family, then another of each.

        Another member opens each family: the first of one, the second of the next. The situation
        that was written first is often the one where the usual advice holds, so whoever met
        those first could answer well and read nothing but the answers.
        """
        members: dict[str, list[str]] = {}
        for key in self.cards:
            if key.partition("/")[0] == scenario:
                members.setdefault(self.family(key), []).append(key)
        turns = (_from(place, family) for place, family in enumerate(members.values()))
        return tuple(key for turn in zip_longest(*turns) for key in turn if key is not None)


def _from(place: int, members: Sequence[str]) -> tuple[str, ...]:
    """All members in their order, from one of them on and round."""
    opens = place % len(members)
    return (*members[opens:], *members[:opens])
