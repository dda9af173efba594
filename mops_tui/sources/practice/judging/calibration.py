"""How sure against how right: what the first sights of cards say of one's own judgement.

Only answers to cards that were seen for the first time count. Who has read why an answer is advised
knows it the next time, and is right more often than they judge well.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from mops_tui.sources.practice.judging.said import BANDS, FirstSight, SaidStep
from mops_tui.sources.practice.judging.telling import Telling, telling_of

RATHER_SURE = BANDS[2][0]
"""From here on somebody was rather sure, sure or certain; below it is a guess or a hunch."""


@dataclass(frozen=True)
class Calibration:
    """How sure somebody was against how right.

    Attributes:
        sights: All first sights, in order.
    """

    sights: tuple[FirstSight, ...]

    @cached_property
    def steps(self) -> tuple[SaidStep, ...]:
        """The bands in which anything was said, from a guess to certain."""
        bands = (
            tuple(sight for sight in self.sights if low <= sight.said <= high)
            for low, high in BANDS
        )
        return tuple(SaidStep(sights) for sights in bands if sights)

    @cached_property
    def whole(self) -> SaidStep:
        """All of them together; there is at least one."""
        return SaidStep(self.sights)

    @property
    def n(self) -> int:
        """How many first sights there are."""
        return len(self.sights)

    @property
    def brier(self) -> float:
        """The mean squared distance between what was said and what came; 0 is best, 1 worst.

        G. W. Brier, Monthly Weather Review 78, 1950, for an event that comes or does not.
        """
        return sum((s.said / 100 - s.right) ** 2 for s in self.sights) / self.n

    @property
    def brier_of_share(self) -> float:
        """The score of saying one's own share right every time."""
        share = self.whole.right / self.n
        return share * (1 - share)

    @cached_property
    def telling(self) -> Telling:
        """The most telling thing: `telling_of`."""
        return telling_of(self.sights)

    @cached_property
    def halves(self) -> tuple[SaidStep, SaidStep]:
        """What was said rather surely or more, and what less surely; either may be empty."""
        surer = tuple(one for one in self.sights if one.said >= RATHER_SURE)
        return SaidStep(surer), SaidStep(tuple(o for o in self.sights if o.said < RATHER_SURE))
