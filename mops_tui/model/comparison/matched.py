"""One question through the sessions that answered it: its figures, row by row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from mops_tui.model.comparison.distance import (
    answers_apart,
    axis_distance,
    scale_distance,
    spread_distance,
)
from mops_tui.model.comparison.figures import Figure
from mops_tui.model.comparison.people import SameAnswers
from mops_tui.model.results.consensus import bins
from mops_tui.model.results.enough import Shortfall
from mops_tui.model.results.results import Result, Verdict

_WORST_FIRST: tuple[Shortfall, ...] = ("few", "quorum", "split")


class NotEnough(ValueError):  # noqa: N818 - it says what is so
    """Something was to be said of figures that do not have enough behind them."""


@dataclass(frozen=True)
class FirmMove:
    """Two figures of one thing, then and now, with enough behind both.

    There is no other way to say that something changed: a figure of which nothing may be said
    makes no move.

    Raises:
        NotEnough: A figure is short of answers, of a quorum, or of a middle.
    """

    then: Figure
    now: Figure

    def __post_init__(self) -> None:
        """Refuse figures of which nothing may be said."""
        short = self.then.short or self.now.short
        if short or self.then.value is None or self.now.value is None:
            raise NotEnough(short)

    @property
    def change(self) -> float:
        """The later value less the earlier."""
        return (self.now.value or 0.0) - (self.then.value or 0.0)

    @property
    def distance(self) -> float:
        """How far apart the answers are, 0 to 1: along the scale, or for a share its change."""
        if self.then.unit == "share":
            return abs(self.change)
        if self.then.unit == "axis":
            return axis_distance(self.then.places, self.now.places) or 0.0
        return scale_distance(*self._counts) or 0.0

    @property
    def apart(self) -> float:
        """Which share of the answers would have to be others for the two to be alike, 0 to 1."""
        if self.then.unit == "share":
            return self.distance
        if self.then.unit == "axis":
            return spread_distance(bins(self.then.places), bins(self.now.places)) or 0.0
        return spread_distance(*self._counts) or 0.0

    @property
    def step(self) -> float:
        """By how much the share of one answer changed, of the one that changed most, 0 to 1."""
        if self.then.unit == "share":
            return self.distance
        then, now = self._counts
        if self.then.unit == "axis":
            then, now = bins(self.then.places), bins(self.now.places)
        n, m = sum(then) or 1, sum(now) or 1
        return max((abs(a / n - b / m) for a, b in zip(then, now, strict=True)), default=0.0)

    @property
    def answers(self) -> float:
        """How many people's answers would have to be others for the two to be alike."""
        return self.apart * min(self.then.n, self.now.n)

    @property
    def _counts(self) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """Both counts, filled up to one length: a room may have ranked more options."""
        longest = max(len(self.then.counts), len(self.now.counts))
        then, now = (
            (*one.counts, *[0] * (longest - len(one.counts))) for one in (self.then, self.now)
        )
        return then, now


@dataclass(frozen=True)
class Row:
    """One item, option or axis through the sessions of a matched question.

    Attributes:
        key: An option, item, quadrant or axis; for one that a room brought, "+" and its label.
        unit: As in `Figure`.
        label: What a room called the thing that it brought; "" for what the pack has.
        figures: One a session of the question; None where it was not there.
    """

    key: str
    unit: str
    label: str
    figures: tuple[Figure | None, ...]

    @property
    def short(self) -> Shortfall | None:
        """Why nothing is said of its change: what the first or the last figure lacks."""
        ends = [figure.short for figure in (self.figures[0], self.figures[-1]) if figure]
        return next((short for short in _WORST_FIRST if short in ends), None)

    @property
    def move(self) -> FirmMove | None:
        """From the first session to the last, where enough stands behind both."""
        first, last = self.figures[0], self.figures[-1]
        known = first is not None and last is not None
        if self.short or not known or first is None or last is None:
            return None
        return None if first.value is None or last.value is None else FirmMove(first, last)

    @property
    def change(self) -> float | None:
        """The last value less the first, None where nothing is said of it."""
        return self.move.change if self.move else None


@dataclass(frozen=True)
class MatchedQuestion:
    """A question that two or more sessions answered in the same wording, or by consent.

    Attributes:
        sessions: Their indexes, in order of time.
        answered: How many answered, in each.
        rounds: Which round it is, in each: the latest revealed.
        verdicts: In each, against its own thresholds; `value` is the share of the leader, or the
            agreement of the item that the room agrees on least.
        same: 1 - total variation distance from the first to the last; of items, the least.
        under_quorum: In each: fewer voted than the quorum asks.
        refs: What it is called in each: another scenario may have it, by consent.
        results: What each of them came to.
        by_consent: It was worded otherwise in one of them, and somebody said that it is the same.
        people: Who answered it in the first and in the last, and how often alike.
    """

    ref: str
    kind: str
    digest: str
    sessions: tuple[int, ...]
    answered: tuple[int, ...]
    rounds: tuple[int, ...]
    verdicts: tuple[Verdict, ...]
    same: float | None
    rows: tuple[Row, ...]
    under_quorum: tuple[bool, ...] = ()
    refs: tuple[str, ...] = ()
    results: tuple[Result, ...] = ()
    by_consent: bool = False
    people: SameAnswers | None = None

    @property
    def told(self) -> tuple[Row, ...]:
        """The rows that say how far it moved: its items or axes, else its answers."""
        scales = tuple(row for row in self.rows if row.unit != "share")
        both = any(row.figures[0] and row.figures[-1] for row in scales)
        return scales if both else tuple(row for row in self.rows if row.unit == "share")

    @property
    def spread(self) -> float | None:
        """How far apart its answers are, 0 to 1: of its items or axes, the furthest."""
        moves = [row.move for row in self.told if row.move is not None]
        if not moves:
            return None
        if self.told[0].unit != "share":
            return max(move.distance for move in moves)
        return self._shares_apart()[0]

    @property
    def answers(self) -> float:
        """How many people's answers would have to be others for it to be alike."""
        moves = [row.move for row in self.told if row.move is not None]
        if not moves:
            return 0.0
        if self.told[0].unit == "share":
            return self._shares_apart()[1]
        return max(move.answers for move in moves)

    def _shares_apart(self) -> tuple[float, float]:
        ends = [(row.figures[0], row.figures[-1]) for row in self.rows if row.unit == "share"]
        counts = [(a.count if a else 0, b.count if b else 0) for a, b in ends]
        then, now = ([pair[end] for pair in counts] for end in (0, 1))
        outside = [_outside(each) for each in ([a for a, _ in ends], [b for _, b in ends])]
        then, now = [*then, outside[0]], [*now, outside[1]]
        people = min((f.n for pair in ends for f in pair if f), default=0)
        return spread_distance(then, now) or 0.0, answers_apart(then, now, people)


def _outside(figures: Sequence[Figure | None]) -> int:
    """Votes for none of the rows: marks that stand on an axis."""
    known = [figure for figure in figures if figure is not None]
    return max((one.total for one in known), default=0) - sum(one.count for one in known)
