"""Where a row of figures goes, if it goes anywhere: never from its first to its last.

Two figures of a hundred say nothing of the others. A direction is told where a later figure is
so often above (or below) an earlier one that chance alone would hardly do it: the test of
H. B. Mann, "Nonparametric tests against trend", Econometrica 13 (1945), 245-259, with Kendall's
correction for ties. How far it went is the median of the last fifth less that of the first.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt
from statistics import NormalDist, median, median_low
from typing import Literal

LEAST_SESSIONS = 6
"""Under so many figures nothing is said of a direction."""
END = 3
"""So many figures are at each end, or a fifth of all where that is more."""
CHANCE = 0.01
"""A direction is told where chance alone would look as steady in fewer cases than this."""

Way = Literal["up", "down", "none", "few"]


@dataclass(frozen=True)
class Direction:
    """Where a row of figures goes.

    Attributes:
        way: "up" or "down" in the figures; "none" where no direction is clear; "few" where there
            are too few figures to say.
        first: The median of the first `ends` figures; None where there are too few. Likewise
            `last`.
        ends: How many figures are behind each.
        n: How many figures there are.
        chance: How often chance alone would look as steady, 0 to 1.
    """

    way: Way
    first: float | None
    last: float | None
    ends: int
    n: int
    chance: float = 1.0

    @property
    def change(self) -> float:
        """The median of the end less that of the beginning."""
        return (self.last or 0.0) - (self.first or 0.0)


def direction(values: Sequence[float | None], *, stepped: bool = False) -> Direction:
    """Where some figures go, in their order.

    Args:
        values: None where there is no figure.
        stepped: The figures are steps or ranks: their median is one of them.
    """
    known = [value for value in values if value is not None]
    n = len(known)
    if n < LEAST_SESSIONS:
        return Direction("few", None, None, 0, n)
    ends = max(END, n // 5)
    middle = median_low if stepped else median
    first, last = middle(known[:ends]), middle(known[-ends:])
    rises, chance = steadiness(known)
    moved = last - first
    clear = chance < CHANCE and moved * rises > 0
    way: Way = "none" if not clear else "up" if moved > 0 else "down"
    return Direction(way, first, last, ends, n, chance)


def steadiness(values: Sequence[float]) -> tuple[int, float]:
    """Mann's S, and how often chance alone would give one as far from 0.

    S is the number of pairs whose later figure is above the earlier, less those below.
    """
    n, rises = len(values), 0
    seen: list[float] = []
    for value in values:
        rises += bisect_left(seen, value) - (len(seen) - bisect_right(seen, value))
        insort(seen, value)
    ties = sum(t * (t - 1) * (2 * t + 5) for t in Counter(values).values())
    variance = (n * (n - 1) * (2 * n + 5) - ties) / 18
    if variance <= 0:
        return rises, 1.0
    z = max(0, abs(rises) - 1) / sqrt(variance)
    return rises, 2 * (1 - NormalDist().cdf(z))
