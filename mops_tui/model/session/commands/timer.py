"""The timer."""

from __future__ import annotations

from dataclasses import dataclass

from mops_tui.model.session.events import TimedPhase


@dataclass(frozen=True)
class StartTimer:
    """Start the timer, or let a paused one run on when `seconds` is None.

    Attributes:
        of: What it counts; one that runs on counts what it did.
    """

    seconds: float | None = None
    of: TimedPhase = ""


@dataclass(frozen=True)
class PauseTimer:
    """Let the timer stand still."""


@dataclass(frozen=True)
class ExtendTimer:
    """Give the timer more seconds."""

    seconds: float


@dataclass(frozen=True)
class StopTimer:
    """Put the timer away."""
