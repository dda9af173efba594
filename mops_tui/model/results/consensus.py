"""The arithmetic of agreement: small functions on counts and values, exact where they can be.

Agreement is van der Eijk's A (Quality & Quantity 35, 2001). Stability between rounds follows
von der Gracht's review of Delphi studies (2012). Quantile types are those of Hyndman and Fan
(1996). `docs/results.md` works each of them out by hand.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from itertools import combinations
from math import floor
from typing import Generic, TypeVar

from mops_tui.model.results.results import Split

T = TypeVar("T")
FEW = 3
"""Under this many votes a round is shown in numbers, never in words."""
STABLE = 0.85
"""The stability from which two rounds count as saying the same."""
NEAR_UNIFORM = 0.2
"""Below this distance from 0, A is close to votes scattered evenly over the scale."""
BINS = 5
"""How many bins a grid's axis is cut into for its agreement."""
_CAMP_TENTHS = 3  # a camp holds three tenths of the votes, or more
_CAMP_PEOPLE = 2  # of three people a third is one, and one is no camp


def agreement(counts: Sequence[int]) -> float | None:
    """Van der Eijk's A over the counts of an ordered scale.

    The counts are peeled into layers: the pattern of all categories that still hold something,
    as thick as the smallest of them. A is the layers' agreement, weighed by their votes.

    Args:
        counts: Votes by category, lowest first.

    Returns:
        1 (all in one category) over 0 (scattered evenly) to -1 (half at each end); None where
        nobody voted or the scale has under three categories.
    """
    total = sum(counts)
    if len(counts) < 3 or total <= 0:
        return None
    rest = list(counts)
    found = Fraction(0)
    while any(rest):
        layer = min(count for count in rest if count)
        pattern = tuple(count > 0 for count in rest)
        # In fractions: 0.6 - 0.4 is a little less than the 0.2 from which a room agrees in part.
        found += Fraction(layer * sum(pattern), total) * _layer_agreement(pattern)
        rest = [max(0, count - layer) for count in rest]
    return float(found)


@lru_cache(maxsize=1024)
def _layer_agreement(pattern: tuple[bool, ...]) -> Fraction:
    """A of one layer, where a category either holds something or does not."""
    k, filled = len(pattern), sum(pattern)
    if filled == 1:
        return Fraction(1)
    if filled == k:
        return Fraction(0)
    spread = Fraction(k - filled, k - 1)
    one_peak, two_peaks = _triples(pattern)
    peaks = (k - 2) * (one_peak + two_peaks)
    return spread * Fraction((k - 2) * one_peak - (k - 1) * two_peaks, peaks)


def _triples(pattern: Sequence[bool]) -> tuple[int, int]:
    """How many ordered triples look like one peak (110, 011), and how many like two (101)."""
    one_peak = two_peaks = 0
    for left, middle, right in combinations(pattern, 3):
        if left + middle + right == 2:
            one_peak += middle
            two_peaks += not middle
    return one_peak, two_peaks


def majority(counts: Sequence[int], others: int = 0) -> float:
    """The largest share, 0 to 1; 0 where nobody voted.

    Args:
        counts: The votes of each category.
        others: Votes for none of them, which count for the whole all the same.
    """
    total = sum(counts) + others
    return max(counts) / total if total else 0.0


def nearly_even(counts: Sequence[float]) -> bool:
    """Whether the most is at most a fifth of an even share above the least."""
    return bool(counts) and (max(counts) - min(counts)) * len(counts) * 5 <= sum(counts)


def leaders(counts: Sequence[int]) -> tuple[int, ...]:
    """The indexes of all categories that hold the most; none where nobody voted."""
    most = max(counts, default=0)
    return tuple(i for i, count in enumerate(counts) if count == most) if most else ()


def is_camp(count: int, total: int) -> bool:
    """Whether so many of a room are a camp: three tenths of it, and two people or more."""
    return count >= _CAMP_PEOPLE and count * 10 >= total * _CAMP_TENTHS


def split(counts: Sequence[int], categories: Sequence[str]) -> Split | None:
    """The two camps of an ordered scale, if there are two.

    Two categories that are not neighbours hold a camp each, and every category between them
    holds under half of the smaller. Of several such pairs, the one with the larger smaller
    camp, then the wider one, then the lower one.
    """
    total = sum(counts)
    candidates: list[tuple[int, int, int]] = []
    for low, high in combinations(range(len(counts)), 2):
        smaller = min(counts[low], counts[high])
        between = counts[low + 1 : high]
        if not between or not is_camp(smaller, total):
            continue
        if all(count * 2 < smaller for count in between):
            candidates.append((smaller, high - low, -low))
    if not candidates:
        return None
    _, width, low = max(candidates)
    return Split(categories[-low], categories[-low + width])


def stability(before: Sequence[int], after: Sequence[int]) -> float | None:
    """How little a distribution moved: 1 - total variation distance, 1 same to 0 all moved.

    Args:
        before: Counts by category; their sum need not be that of `after`.
        after: Counts of the same categories.

    Returns:
        None where either is empty.
    """
    n, m = sum(before), sum(after)
    if not n or not m:
        return None
    # Over one common denominator the sum is of whole numbers, hence exact.
    moved = sum(abs(old * m - new * n) for old, new in zip(before, after, strict=True))
    return 1 - moved / (2 * n * m)


def quartile(counts: Sequence[int], quarter: int) -> int | None:
    """The index of the category at a quartile: quantile type 1, always a category itself.

    Args:
        counts: Votes by category, lowest first.
        quarter: 1 for the lower quartile, 2 for the median, 3 for the upper quartile.
    """
    total, below = sum(counts), 0
    for index, count in enumerate(counts):
        below += count
        if count and below * 4 >= total * quarter:
            return index
    return None


def middle_two(counts: Sequence[int]) -> tuple[int, int]:
    """The indexes of the two categories in the middle; of an odd number of votes, the same twice.

    Args:
        counts: Votes by category, lowest first; there is one vote at least.
    """
    ends = [at for at, count in enumerate(counts) for _vote in range(count)]
    return ends[(len(ends) - 1) // 2], ends[len(ends) // 2]


def strength(counts: Sequence[int]) -> tuple[float, float, float]:
    """What rated items are ordered by, in a list and in a sentence; the strongest is the largest.

    The share of the levels above the middle less that of those below it, then the share of the
    highest, then how little the lowest has. Nothing is reduced to a mean.
    """
    total = sum(counts)
    if not total:
        return (-1.0, 0.0, 0.0)
    half = max(1, len(counts) // 2)
    apart = sum(counts[-half:]) - sum(counts[:half])
    return (apart / total, counts[-1] / total, -counts[0] / total)


@dataclass(frozen=True)
class Summary(Generic[T]):
    """What a scale adds up to; all None where too few have answered to say.

    Attributes:
        low: The lower quartile; likewise `median` and `high`.
        agreement: Van der Eijk's A.
    """

    low: T | None = None
    median: T | None = None
    high: T | None = None
    agreement: float | None = None


def of_steps(counts: Sequence[int]) -> Summary[int]:
    """An ordered scale in indexes of its steps: nothing under `FEW` votes.

    This and `of_values` are the only ways to a median of votes: a median of one is that one's
    answer, and of two it is whatever the rule for ties says.
    """
    if sum(counts) < FEW:
        return Summary()
    low, median, high = (quartile(counts, quarter) for quarter in (1, 2, 3))
    return Summary(low, median, high, agreement(counts))


def of_axis_values(values: Sequence[float]) -> Summary[float]:
    """An axis, -100 to 100, from the marks on it: nothing under `FEW` marks."""
    if len(values) < FEW:
        return Summary()
    low, median, high = (quantile(values, quarter / 4) for quarter in (1, 2, 3))
    return Summary(low, median, high, agreement(bins(values)))


def of_values(values: Sequence[int]) -> Summary[int]:
    """Whole values, such as places on the curve, or ranks: nothing under `FEW` of them."""
    if len(values) < FEW:
        return Summary()
    ordered = sorted(values)
    # Type 1: the first value with at least that share of all at or below it.
    low, median, high = (
        ordered[max(1, -(-len(ordered) * quarter // 4)) - 1] for quarter in (1, 2, 3)
    )
    return Summary(low, median, high)


def quantile(values: Sequence[float], p: float) -> float | None:
    """A quantile of type 7, which reads between two values; one value is itself.

    Args:
        values: In any order.
        p: 0 to 1.
    """
    if not values:
        return None
    ordered = sorted(values)
    at = (len(ordered) - 1) * p
    index = min(floor(at), len(ordered) - 1)
    above = ordered[min(index + 1, len(ordered) - 1)]
    return ordered[index] + (at - index) * (above - ordered[index])


def bins(values: Sequence[float]) -> tuple[int, ...]:
    """How many values, -100 to 100, fall into each of the five bins of a grid's axis."""
    counts = [0] * BINS
    for value in values:
        counts[max(0, min(BINS - 1, int((value + 100) // 40)))] += 1
    return tuple(counts)
