"""Predicting how a room voted: what there is to lay points on, and how much of it was placed right.

The score is the share of the room's votes that the points placed right: 1 minus the total variation
distance between the two spreads.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import fsum

from mops_tui.model.results.consensus import FEW
from mops_tui.model.results.enough import round_shortfall
from mops_tui.model.results.results import Distribution, Result
from mops_tui.model.results.tallies import result as result_of
from mops_tui.model.session.audience import VisibleState

THIRDS = ("low", "middle", "high")
"""What a long scale is laid together to: its lower, middle and upper third."""
SIDES = ("left", "middle", "right")
"""What five positions between two statements are laid together to."""
GAP = ("before", "gap", "past")
"""What the adoption curve is laid together to: before its gap, in it, past it."""
MOST_LEVELS = 5
"""A scale with more levels than this is laid together to thirds."""
_SIDE_OF = {"-2": "left", "-1": "left", "0": "middle", "1": "right", "2": "right"}
_GAP_OF = {"innovators": "before", "early-adopters": "before", "chasm": "gap"}


@dataclass(frozen=True)
class VotesByAnswer:
    """How the votes of a round fell over the answers that are predicted.

    Attributes:
        answers: What points are laid on; ids of options, levels or corners, or of thirds.
        counts: Votes of each; points, where ten of them were poured.
        n: How many people are behind it.
    """

    answers: tuple[str, ...]
    counts: tuple[int, ...]
    n: int

    @property
    def shares(self) -> tuple[float, ...]:
        """Each answer's share, 0 to 1."""
        whole = sum(self.counts)
        return tuple(count / whole for count in self.counts) if whole else ()


def spread(result: Result, item: str = "") -> VotesByAnswer | None:
    """What is predicted of a round; None where nothing can be, or may be said.

    A round with too few answers to speak for its room is not shown, nor is an item of which so few
    answered. Ideas are not predicted.

    Args:
        result: The round, as its report counts it.
        item: The item or pair, of a question that is answered item by item.
    """
    if round_shortfall(result) is not None:
        return None
    made = _counted(result, item)
    if made is None or made.n < FEW or len(made.answers) < 2 or not sum(made.counts):
        return None
    return made


def items_of_result(result: Result) -> tuple[str, ...]:
    """The items of a round that can be predicted; one without a name where it has none."""
    names = tuple(one.item for one in result.items) if result.items else ("",)
    return tuple(name for name in names if spread(result, name) is not None)


def _counted(result: Result, item: str) -> VotesByAnswer | None:
    if result.kind == "grid":
        named = tuple(name for name, _count in result.quadrants)
        counts = tuple(count for _name, count in result.quadrants)
        return VotesByAnswer(named, counts, sum(counts))  # who stands on a line chose no corner
    if result.items:
        found = next((one for one in result.items if one.item == item), None)
        return None if found is None else _of_item(result.kind, found.distribution)
    of = result.distribution
    return None if of is None else VotesByAnswer(of.categories, of.counts, of.n)


def _of_item(kind: str, of: Distribution) -> VotesByAnswer:
    if kind == "pairs":
        return _together(of, SIDES, _SIDE_OF)
    if kind == "curve":
        return _together(of, GAP, {one: _GAP_OF.get(one, "past") for one in of.categories})
    if len(of.categories) > MOST_LEVELS:
        size = len(of.categories)
        third = {one: THIRDS[n * 3 // size] for n, one in enumerate(of.categories)}
        return _together(of, THIRDS, third)
    return VotesByAnswer(of.categories, of.counts, of.n)


def _together(of: Distribution, answers: tuple[str, ...], into: Mapping[str, str]) -> VotesByAnswer:
    counts = dict.fromkeys(answers, 0)
    for one, count in zip(of.categories, of.counts, strict=True):
        counts[into[one]] += count
    return VotesByAnswer(answers, tuple(counts.values()), of.n)


def first_round(state: VisibleState, ref: str) -> Result | None:
    """The first round of a question that speaks for its room; None where none does."""
    for number in range(1, len(state.rounds.get(ref, ())) + 1):
        found = result_of(state, ref, number)
        if found is not None and round_shortfall(found) is None:
            return found
    return None


def placed_right(points: Sequence[float], votes: Sequence[float]) -> float:
    """How much of the votes points placed right, 0 to 1; 0 where either has none.

    Args:
        points: Of each answer, as many as there are of `votes`.
        votes: Of each answer.
    """
    given, cast = fsum(points), fsum(votes)
    if given <= 0 or cast <= 0:
        return 0.0
    pairs = zip(points, votes, strict=True)
    return min(1.0, fsum(min(p / given, v / cast) for p, v in pairs))


def even_guess(votes: Sequence[float]) -> float:
    """What the same points on every answer would have placed right."""
    return placed_right([1.0] * len(votes), votes)


def most_off(points: Sequence[float], votes: Sequence[float]) -> int | None:
    """The answer where points and votes are furthest apart; None where all were placed right."""
    given, cast = fsum(points), fsum(votes)
    if given <= 0 or cast <= 0:
        return None
    apart = [abs(p / given - v / cast) for p, v in zip(points, votes, strict=True)]
    most = max(apart)
    return apart.index(most) if most > 1e-9 else None
