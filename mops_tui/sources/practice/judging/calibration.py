"""How sure against how right: what the first sights of cards say of one's own judgement.

Only answers to cards that were seen for the first time count. Who has read why an answer is advised
knows it the next time, and is right more often than they judge well.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from mops_tui.sources.practice.judging.chance import explained

ENOUGH = 10
"""Under so many answers there is no rate, no sentence and no curve."""
BANDS = ((0, 34), (35, 54), (55, 74), (75, 89), (90, 100))
"""What is said, in per cent, that is put together: a guess, a hunch, rather sure, sure, certain."""
LEAST_GAP = 5
"""So many points between said and right, or fewer, are told as being right about oneself."""
RARELY = 0.05
"""Chance makes a gap so seldom, or more seldom, that it is told as one's own."""
TellingKind = Literal["few", "guesses", "too-sure", "too-careful", "as-right", "unclear"]


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
    def points(self) -> int:
        """How many points too sure; below 0 too careful."""
        return self.said - self.share

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

    def is_gap(self, rarely: float = RARELY) -> bool:
        """Whether it is told as too sure or too careful: far enough off, and seldom by chance."""
        return self.enough and abs(self.points) > LEAST_GAP and self.explained < rarely


@dataclass(frozen=True)
class Telling:
    """The one thing that is said first of somebody's judgement.

    Attributes:
        kind: What there is to tell; "guesses" where too few answers were more than a guess.
        step: The answers that it rests on: of one step, or all that were no guesses; of "guesses"
            the guesses, where they are enough.
        whole: Whether it is not about one step.
        guesses: How many guesses it leaves out.
        missing: How many more answers are needed before it can be told how well somebody judges.
    """

    kind: TellingKind
    step: SaidStep | None = None
    whole: bool = True
    guesses: int = 0
    missing: int = 0


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
        """The most telling thing, and never one that chance explains.

        First all answers together are tested, but for guesses: nobody can say less than that. Where
        they are off, the step that is off most surely in the same direction is named, or all where
        none is. Where they are not, a single step is told only if it would be rare among as many
        steps as were looked at (Bonferroni).
        """
        if self.n < ENOUGH:
            return Telling("few", missing=ENOUGH - self.n)
        surer = tuple(sight for sight in self.sights if sight.dice is None)
        whole, guesses = SaidStep(surer), self.n - len(surer)
        steps = [step for step in self.steps if step.enough and _could_say_otherwise(step)]
        off = whole.is_gap()
        rarely = RARELY if off else RARELY / max(1, len(steps))
        found = [step for step in steps if step.is_gap(rarely)]
        if off:
            found = [step for step in found if (step.points > 0) == (whole.points > 0)]
        if found:
            most = min(found, key=lambda step: (step.explained, -step.n))
            return Telling(_kind(most), most, whole=False)
        if not whole.enough:
            guessed = SaidStep(tuple(sight for sight in self.sights if sight.dice is not None))
            step = guessed if guessed.enough else None
            return Telling("guesses", step, guesses=guesses, missing=ENOUGH - whole.n)
        if off:
            return Telling(_kind(whole), whole, guesses=guesses)
        close = abs(whole.points) <= LEAST_GAP
        return Telling("as-right" if close else "unclear", whole, guesses=guesses)


def _percent(part: int, whole: int) -> int:
    """A share in whole per cent; a half goes up."""
    return (200 * part + whole) // (2 * whole)


def _kind(step: SaidStep) -> TellingKind:
    return "too-sure" if step.points > 0 else "too-careful"


def _could_say_otherwise(step: SaidStep) -> bool:
    """Whether there was more to say, or less: nothing is above certain, nothing below a guess."""
    if step.points < 0:
        return step.high < BANDS[-1][0]
    return any(sight.dice is None for sight in step.sights)
