"""How sure against how right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from mops_tui.model.session.events import CardAnswered

BANDS = ((0, 29), (30, 49), (50, 69), (70, 89), (90, 100))
"""Confidences, in per cent, that the calibration puts together."""


@dataclass(frozen=True)
class Band:
    """One band of the calibration.

    Attributes:
        low: Per cent of confidence; likewise high.
        n: Answers in it.
        right: Of them, how many were advised.
        mean_confidence: The confidence that was named in them, on average, in per cent.
    """

    low: int
    high: int
    n: int
    right: int
    mean_confidence: float


def calibration(events: Sequence[CardAnswered]) -> tuple[Band, ...]:
    """How often answers of each confidence were the advised ones."""
    bands = []
    for low, high in BANDS:
        in_band = [e for e in events if low <= e.confidence <= high]
        right = sum(1 for event in in_band if event.verdict == "advised")
        mean_confidence = (
            sum(e.confidence for e in in_band) / len(in_band) if in_band else (low + high) / 2
        )
        bands.append(Band(low, high, len(in_band), right, mean_confidence))
    return tuple(bands)
