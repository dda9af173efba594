"""What was said of answers, and how many were right: one sight, and some of them together."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from mops_tui.sources.practice.judging.chance import explained

ENOUGH = 10
"""Under so many answers there is no rate, no sentence and no curve."""
BANDS = ((0, 34), (35, 54), (55, 74), (75, 89), (90, 100))
"""What is said, in per cent, that is put together: a guess, a hunch, rather sure, sure, certain."""


@dataclass(frozen=True)
class FirstSight:
    """An answer to a card that was seen for the first time.

    Attributes:
        said: How likely it was said to be advised, in per cent.
        right: Whether it was.
        dice: How likely dice would have been right, for an answer that was said to be a guess;
            None for any other, and where the card is not at hand.
    """

    said: int
    right: bool
    dice: float | None = None

    @property
    def expected(self) -> float:
        """How likely it is to be right if what was said is true.

        Whoever guesses says the lowest step, and is as right as dice. Of some cards two answers
        are advised, which nobody is told: that is no fault of a guess.
        """
        return self.said / 100 if self.dice is None else self.dice


@dataclass(frozen=True)
class SaidStep:
    """Answers of which about the same was said.

    Attributes:
        sights: The answers; figures want one or more, a rate wants ten.
    """

    sights: tuple[FirstSight, ...]

    @property
    def n(self) -> int:
        """How many there are."""
        return len(self.sights)

    @property
    def right(self) -> int:
        """How many of them were advised."""
        return sum(sight.right for sight in self.sights)

    @property
    def low(self) -> int:
        """The least that was said, in per cent."""
        return min(sight.said for sight in self.sights)

    @property
    def high(self) -> int:
        """The most that was said."""
        return max(sight.said for sight in self.sights)

    @property
    def said(self) -> int:
        """What was said on average, in whole per cent."""
        return _percent(sum(sight.said for sight in self.sights), 100 * self.n)

    @property
    def share(self) -> int:
        """How many of a hundred were advised."""
        return _percent(self.right, self.n)

    @property
    def off(self) -> int:
        """What was said, less what was advised, in per cent of one answer, added up."""
        return sum(sight.said for sight in self.sights) - 100 * self.right

    @property
    def points(self) -> int:
        """How many points too sure; below 0 too careful. Rounded once, from what was counted."""
        points = (2 * abs(self.off) + self.n) // (2 * self.n)
        return points if self.off > 0 else -points

    @cached_property
    def explained(self) -> float:
        """How likely chance makes such a gap, if what was said is true."""
        return explained([sight.expected for sight in self.sights], self.right)

    @property
    def expected(self) -> int:
        """How many of a hundred would be advised if what was said is true; of guesses, by dice."""
        return _percent(round(sum(sight.expected for sight in self.sights) * 1000), 1000 * self.n)

    @property
    def enough(self) -> bool:
        """Whether a rate may be told."""
        return self.n >= ENOUGH


def _percent(part: int, whole: int) -> int:
    """A share in whole per cent; a half goes up."""
    return (200 * part + whole) // (2 * whole)
