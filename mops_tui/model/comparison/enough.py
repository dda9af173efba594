"""Whether enough is behind a figure to say something of it: one rule for page and headline."""

from __future__ import annotations

from typing import Literal

from mops_tui.model.results.consensus import FEW

Shortfall = Literal["few", "quorum", "split"]
"""Why nothing is said of a figure: under `FEW` answers, under the quorum, or two camps and no
middle."""


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
