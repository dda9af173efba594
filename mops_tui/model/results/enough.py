"""Whether enough is behind a figure to say something of it: one rule for page and headline."""

from __future__ import annotations

from typing import Literal

from mops_tui.model.results.consensus import FEW
from mops_tui.model.results.results import Result

Shortfall = Literal["few", "quorum", "split"]
"""Why nothing is said of a figure: under `FEW` answers, under the quorum, or two camps and no
middle."""


def reaches_quorum(voted: int, present: int, quorum: float) -> bool:
    """Whether enough of those present took part; the only place where that is worked out.

    It divides: 14 of 25 reach 0.56, while 0.56 times 25 is a little more than 14 in floating point.

    Args:
        voted: How many did, with a ballot, a called-out vote, or a mark.
        present: How many are there; where nobody was counted, nobody is missing.
        quorum: The share of those present that the policy asks, 0 to 1.
    """
    return not present or voted / present >= quorum


def shortfall(n: int, *, under_quorum: bool, split: bool = False) -> Shortfall | None:
    """What a figure lacks, None where enough stands behind it.

    Args:
        n: How many answers are behind it.
        under_quorum: Whether fewer voted than the room's quorum asks.
        split: Whether the room stands in two camps there.
    """
    if n < FEW:
        return "few"
    if under_quorum:
        return "quorum"
    return "split" if split else None


def round_shortfall(result: Result) -> Shortfall | None:
    """What a whole round lacks to speak for the room; a split does not keep it from that."""
    return shortfall(answered(result), under_quorum=is_under_quorum(result))


def is_under_quorum(result: Result) -> bool:
    """Whether it is known that too few of those present voted."""
    return result.quorum is not None and not result.quorate


def answered(result: Result) -> int:
    """How many answered; of several items, as many as the one that has most."""
    return max((item.distribution.n for item in result.items), default=result.n)
