"""The one thing that is said first of somebody's judgement, and that does not change at a whim.

What is told is folded over the answers in their order. A fault is told once chance makes it very
seldom, and is taken back only when chance could well make it: so a few answers to the contrary do
not turn a fault into chance, and a few more do not turn it back.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from mops_tui.sources.practice.judging.chance import one_more, tails
from mops_tui.sources.practice.judging.said import BANDS, ENOUGH, FirstSight, SaidStep

LEAST_GAP, KEPT_GAP = 5, 3
"""A gap of more points can be told; it stays told until it is no more than the second."""
CLOSE, STILL_CLOSE = 5, 8
"""So many points, or fewer, are told as being right about oneself; up to the second still."""
FAR_SURER = 100
"""What chance makes so many times more seldom is told instead of what was told before."""
WHOLE = -1
"""In place of a band: all answers that were no guesses."""
TellingKind = Literal[
    "few",
    "guesses",
    "too-sure",
    "too-careful",
    "looks-sure",
    "looks-careful",
    "as-right",
    "unclear",
]


class Bound(NamedTuple):
    """How seldom chance must make a gap that is told, and how seldom one that stays told."""

    told: float
    kept: float


FAULT, LOOKS = Bound(0.01, 0.1), Bound(0.05, 0.2)
"""What is told as a fault, and what looks as if it were one."""


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


def telling_of(sights: Sequence[FirstSight]) -> Telling:
    """The most telling thing, and never one that chance explains.

    First all answers together are tested, but for guesses: nobody can say less than that. Where
    they are off, the step that is off most surely in the same direction is named, or all where
    none is. Where they are not, a single step is told only if it would be rare among as many
    steps as were looked at (Bonferroni).
    """
    if len(sights) < ENOUGH:
        return Telling("few", missing=ENOUGH - len(sights))
    reading = _Reading()
    for sight in sights:
        reading.take(sight)
    surer = tuple(sight for sight in sights if sight.dice is None)
    guesses = len(sights) - len(surer)
    kind: TellingKind
    gap = reading.fault or reading.looks
    if gap is not None:
        sure = gap.too_sure
        kind = "too-sure" if sure else "too-careful"
        if reading.fault is None:
            kind = "looks-sure" if sure else "looks-careful"
        if gap.of == WHOLE:
            return Telling(kind, SaidStep(surer), guesses=guesses)
        low, high = BANDS[gap.of]
        step = SaidStep(tuple(sight for sight in sights if low <= sight.said <= high))
        return Telling(kind, step, whole=False)
    if len(surer) < ENOUGH:
        guessed = SaidStep(tuple(sight for sight in sights if sight.dice is not None))
        told = guessed if guessed.enough else None
        return Telling("guesses", told, guesses=guesses, missing=ENOUGH - len(surer))
    kind = "as-right" if reading.close else "unclear"
    return Telling(kind, SaidStep(surer), guesses=guesses)


class _Gap(NamedTuple):
    """A gap that is told: of a band, or of all, and in which direction."""

    of: int
    too_sure: bool


class _Group:
    """Answers that are judged together, one after another."""

    def __init__(self) -> None:
        self.n = self.off = self.most = 0
        self.right = 0
        self.guesses_alone = True
        self._chances = [1.0]
        self._explained: float | None = None

    def take(self, sight: FirstSight) -> None:
        self.n += 1
        self.right += sight.right
        self.off += sight.said - 100 * sight.right
        self.most = max(self.most, sight.said)
        self.guesses_alone = self.guesses_alone and sight.dice is not None
        self._chances = one_more(self._chances, sight.expected)
        self._explained = None

    @property
    def points(self) -> float:
        return self.off / self.n if self.n else 0.0

    @property
    def explained(self) -> float:
        if self._explained is None:
            self._explained = tails(self._chances, self.right)
        return self._explained

    def is_gap(self, seldom: float, least: int = LEAST_GAP) -> bool:
        return self.n >= ENOUGH and abs(self.points) > least and self.explained < seldom

    @property
    def could_say_otherwise(self) -> bool:
        """Whether there was more to say, or less: nothing is above certain, or below a guess."""
        return self.most < BANDS[-1][0] if self.off < 0 else not self.guesses_alone


class _Reading:
    """The answers in their order, and what is told after each."""

    def __init__(self) -> None:
        self._groups = {of: _Group() for of in (WHOLE, *range(len(BANDS)))}
        self.fault: _Gap | None = None
        self.looks: _Gap | None = None
        self.close = False

    def take(self, sight: FirstSight) -> None:
        band = next(at for at, (low, high) in enumerate(BANDS) if low <= sight.said <= high)
        whole = self._groups[WHOLE]
        self._groups[band].take(sight)
        if sight.dice is None:
            whole.take(sight)
        self.fault = self._told(self.fault, FAULT)
        self.looks = self._told(self.looks, LOOKS)
        self.close = abs(whole.points) <= (STILL_CLOSE if self.close else CLOSE)

    def _told(self, before: _Gap | None, bound: Bound) -> _Gap | None:
        found = self._found(bound.told)
        if before is None or not self._holds(before, bound):
            return found
        more_exact = before.of == WHOLE and found is not None and found.of != WHOLE
        if found is None or not (more_exact or self._far_surer(found, before)):
            return before
        return found

    def _holds(self, gap: _Gap, bound: Bound) -> bool:
        group = self._groups[gap.of]
        same = (group.off > 0) == gap.too_sure
        possible = gap.of == WHOLE or group.could_say_otherwise
        return same and possible and group.is_gap(bound.kept, KEPT_GAP)

    def _far_surer(self, found: _Gap, before: _Gap) -> bool:
        if before.of != WHOLE and found.of == WHOLE:
            return False
        seldom = self._groups[found.of].explained * FAR_SURER
        return found.of != before.of and seldom < self._groups[before.of].explained

    def _found(self, seldom: float) -> _Gap | None:
        whole = self._groups[WHOLE]
        steps = {of: group for of, group in self._steps() if group.could_say_otherwise}
        off = whole.is_gap(seldom)
        rarely = seldom if off else seldom / max(1, len(steps))
        found = {of: group for of, group in steps.items() if group.is_gap(rarely)}
        if off:
            found = {of: one for of, one in found.items() if (one.off > 0) == (whole.off > 0)}
        if found:
            most = min(found, key=lambda of: (found[of].explained, -found[of].n))
            return _Gap(most, found[most].off > 0)
        return _Gap(WHOLE, whole.off > 0) if off else None

    def _steps(self) -> Iterable[tuple[int, _Group]]:
        return ((of, one) for of, one in self._groups.items() if of != WHOLE and one.n >= ENOUGH)
