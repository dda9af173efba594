"""How often answers were right on each theme."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from mops_tui.model.session.events import CardAnswered
from mops_tui.sources.practice.deck import Deck

LEAST_MISSED, LEAST_THEME = 2, 3
"""So many misses, of so many answers, on a theme that is named for them."""


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


def missed_most(themes: Iterable[Strength]) -> tuple[Strength, Strength] | None:
    """The theme on which most was missed, and all others together; None where none stands out.

    It has two misses or more, half of all misses or more, and twice the rate of all else.
    """
    known = tuple(themes)
    if len(known) < 2:
        return None
    most = max(known, key=lambda one: (one.n - one.right, -one.n))
    rest = [one for one in known if one is not most]
    others = Strength(
        "", sum(one.n for one in rest), sum(one.right for one in rest), sum(o.fair for o in rest)
    )
    missed, missed_else = most.n - most.right, others.n - others.right
    enough = missed >= LEAST_MISSED and most.n >= LEAST_THEME and missed >= missed_else
    stands_out = missed * others.n >= 2 * missed_else * most.n
    return (most, others) if enough and stands_out else None
