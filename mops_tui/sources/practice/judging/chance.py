"""What chance explains: how likely a number of right answers is, and where a rate may lie."""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt

SURE_ENOUGH = 1.959964
"""Standard deviations of a normal distribution that hold nineteen of twenty draws."""


def chances_of(expected: Sequence[float]) -> tuple[float, ...]:
    """How likely each number of hits is, from none to all, where each has its own chance.

    This is the Poisson binomial distribution, computed exactly, one try after another.

    Args:
        expected: The chance of each try, 0 to 1.
    """
    chances: Sequence[float] = (1.0,)
    for one in expected:
        chances = one_more(chances, one)
    return tuple(chances)


def one_more(chances: Sequence[float], expected: float) -> list[float]:
    """How likely each number of hits is after one more try.

    Args:
        chances: How likely each was before it.
        expected: The chance of the try.
    """
    missed = [chance * (1 - expected) for chance in chances]
    hit = [chance * expected for chance in chances]
    return [a + b for a, b in zip([*missed, 0.0], [0.0, *hit], strict=True)]


def explained(expected: Sequence[float], right: int) -> float:
    """How likely chance makes a number of hits as far off as this one, or further; 0 to 1.

    Twice the smaller tail of `chances_of`: too many and too few count alike.
    """
    return tails(chances_of(expected), right)


def tails(chances: Sequence[float], right: int) -> float:
    """The same of chances that are known: how likely each number of hits is, from none to all."""
    tail = min(sum(chances[: right + 1]), sum(chances[right:]))
    return min(1.0, 2 * tail)


def likely_rates(right: int, n: int) -> tuple[float, float]:
    """Between which rates the true one lies, in nineteen cases of twenty: Wilson's interval.

    E. B. Wilson, Journal of the American Statistical Association 22, 1927.
    """
    z = SURE_ENOUGH
    share = right / n
    middle = (share + z * z / (2 * n)) / (1 + z * z / n)
    reach = z / (1 + z * z / n) * sqrt(share * (1 - share) / n + z * z / (4 * n * n))
    return max(0.0, middle - reach), min(1.0, middle + reach)
