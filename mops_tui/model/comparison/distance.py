"""How far apart two spreads of answers are, 0 (the same) to 1 (nothing in common, end to end).

Answers without an order: the total variation distance, the share that would have to be another
answer. Answers in an order: the earth mover's distance (Wasserstein's first, the area between the
two running shares), as a share of the whole scale, so that a step counts less than a leap.
A. L. Gibbs and F. E. Su, "On choosing and bounding probability metrics", International
Statistical Review 70 (2002), 419-435, has both.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, pairwise

from mops_tui.model.results.consensus import stability

_AXIS = 200.0
"""An axis of a grid from end to end."""


def spread_distance(before: Sequence[int], after: Sequence[int]) -> float | None:
    """The total variation distance of two counts of the same categories; None if one is empty."""
    same = stability(before, after)
    return None if same is None else 1 - same


def scale_distance(before: Sequence[int], after: Sequence[int]) -> float | None:
    """The earth mover's distance of two counts of an ordered scale, as a share of its length."""
    n, m, steps = sum(before), sum(after), len(before) - 1
    if not n or not m or steps < 1:
        return None
    # Over one common denominator the sum is of whole numbers, hence exact.
    running = zip(accumulate(before), accumulate(after), strict=True)
    return sum(abs(old * m - new * n) for old, new in running) / (n * m * steps)


def axis_distance(before: Sequence[float], after: Sequence[float]) -> float | None:
    """The earth mover's distance of two sets of places on an axis, -100 to 100, likewise."""
    if not before or not after:
        return None
    area = 0.0
    for start, end in pairwise(sorted({*before, *after})):
        share = sum(x <= start for x in before) / len(before)
        other = sum(x <= start for x in after) / len(after)
        area += abs(share - other) * (end - start)
    return area / _AXIS


def answers_apart(before: Sequence[int], after: Sequence[int], people: int) -> float:
    """How many of so many people's answers would have to be others for two spreads to be alike."""
    return (spread_distance(before, after) or 0.0) * people
