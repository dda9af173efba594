"""How often answers were right on each theme."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from mops_tui.model.session.events import CardAnswered
from mops_tui.sources.practice.deck import Deck


@dataclass(frozen=True)
class Strength:
    """How often answers were right on a theme: `right` advised and `fair` defensible of `n`."""

    name: str
    n: int
    right: int
    fair: int


def strengths(deck: Deck, events: Iterable[CardAnswered], by: str) -> tuple[Strength, ...]:
    """Strengths by "practice" or by "persona", the weakest first."""
    counts: dict[str, list[int]] = {}
    for event in events:
        card = deck.cards.get(event.card)
        name = getattr(card, by, None) if card else None
        if name is None:
            continue
        tally = counts.setdefault(name, [0, 0, 0])
        tally[0] += 1
        tally[1] += event.verdict == "advised"
        tally[2] += event.verdict == "defensible"
    strengths_of_all = [Strength(name, n, right, fair) for name, (n, right, fair) in counts.items()]
    return tuple(sorted(strengths_of_all, key=lambda one: (one.right / one.n, one.name)))
