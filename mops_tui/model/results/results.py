"""What a round adds up to: one immutable result a question, and nothing reduced to a mean.

The formulas stand in `consensus.py` (agreement, split, stability) and `grid.py` (marks on a
grid); `tallies.py` makes these results of a round. `docs/results.md` explains each figure.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class Distribution:
    """How votes fall over categories.

    Attributes:
        categories: Ids, in the question's order; lowest first for an ordered scale.
        counts: Votes, called ones included; points for `allocate`.
        n: How many people answered: ballots that are no pass, and called votes.
    """

    categories: tuple[str, ...]
    counts: tuple[int, ...]
    n: int

    @property
    def total(self) -> int:
        """All counts together."""
        return sum(self.counts)

    @property
    def shares(self) -> tuple[float, ...]:
        """Each category's share of the total, 0 to 1; all 0 where nobody answered."""
        total = self.total
        return tuple(count / total if total else 0.0 for count in self.counts)


@dataclass(frozen=True)
class Split:
    """Two camps: non-adjacent categories of 30 % or more with a trough between them."""

    low: str
    high: str


@dataclass(frozen=True)
class Voice:
    """Somebody who might speak first: one of the two extremes.

    Attributes:
        participant: Their id when the room is named or under pseudonyms, else "".
        category: Where they stand: a category id; for a grid's axis, and for the points or
            the rank that an option was given, "low" or "high".
        item: The item it is about, or "", or the axis "x" or "y", or the option.
    """

    participant: str
    category: str
    item: str = ""


@dataclass(frozen=True)
class ItemResult:
    """One ordered scale: an item rated, a pair, a wave on the curve.

    Attributes:
        median: A category id (type 1 quantile); None under three votes. `low` and `high` are the
            quartiles, likewise.
        agreement: Van der Eijk's A, -1 to 1; None under three votes or under three categories.
        positions: For pairs and the curve, the positions of the ballots, sorted.
        middle: For pairs and the curve, the median position (type 1) of three ballots or more.
        middle_half: The quartiles of those positions, likewise.
    """

    item: str
    distribution: Distribution
    low: str | None
    median: str | None
    high: str | None
    agreement: float | None
    split: Split | None
    positions: tuple[int, ...] = ()
    middle: int | None = None
    middle_half: tuple[int, int] | None = None


@dataclass(frozen=True)
class AxisResult:
    """One axis of a grid, on the marks that are people's own (never on called votes).

    Attributes:
        low: Lower quartile (type 7), -100 to 100; likewise `median` and `high`. None under three
            marks, as is the agreement.
        agreement: A on five bins, `min(4, (v + 100) // 40)`; called votes are not in it.
        split: Low and high bin as "0" to "4".
        both_sides: A camp stands to each side of the middle bin, near the middle or far out.
    """

    axis: str
    n: int
    low: float | None
    median: float | None
    high: float | None
    agreement: float | None
    split: Split | None
    both_sides: bool = False


@dataclass(frozen=True)
class Mark:
    """One person's place on a grid: where they put themselves, or where their answers lean.

    Attributes:
        participant: Their id; "" where the room is anonymous.
        x: -100 to 100; likewise y.
    """

    participant: str
    x: float
    y: float


@dataclass(frozen=True)
class Arrow:
    """How one person's mark moved from the round before."""

    participant: str
    x0: float
    y0: float
    x1: float
    y1: float


ShareCode = Literal["majority", "plurality", "tie"]
"""Verdicts on answers without an order."""
ScaleCode = Literal["agreed", "some-agreement", "low-agreement", "polarised", "split"]
"""Verdicts on answers in an order."""
WithheldCode = Literal["", "few", "quorum", "ideas", "rounds", "items", "some", "all"]
"""Why figures are withheld from the public: fewer than five answered; too few of those present
did; they are texts; the vote after it says too much beside it; of some items, of some answers, or
of all of them there are groups under five."""
VerdictCode = ShareCode | ScaleCode | Literal["none", "few"]


@dataclass(frozen=True)
class Verdict:
    """What a round says against the thresholds that were fixed before.

    Attributes:
        code: What; "few" is under three votes: numbers, no words.
        value: The figure behind it: a share, or A.
        category: The category in the lead, where there is one.
        item: The item, pair or wave, or the axis "x" or "y", that the verdict rests on: of
            several, the one that the room agrees on least.
    """

    code: VerdictCode
    value: float | None = None
    category: str = ""
    item: str = ""


@dataclass(frozen=True)
class Result:
    """What one round of a question adds up to.

    Attributes:
        ref: `scenario/question`.
        kind: The question's kind.
        ballots: Ballots cast, passes included.
        passes: How many of them are passes.
        called: Called votes (the tally's size).
        present: People present when the round was closed.
        quorum: (ballots + called) / present, 0 to 1; None where nobody was counted.
        quorate: Whether that reaches the policy's quorum.
        distribution: For choice, hands, allocate; for rank, how often each came first.
        items: For rate, pairs, curve.
        axes: For grid: x, then y.
        marks: For grid: every person's own.
        quadrants: For grid: votes by quadrant id, called ones included; and `called_quadrants`
            the called ones alone.
        on_axes: For grid: how many marks stand on an axis, or in the middle: in no quadrant.
        ranks: For rank: (option id, median rank from 1, type 1), in the order of how often each
            came first; empty under three rankings.
        ideas: For text: what was written, passes left out, in an order that tells nothing.
        verdict: The words against the thresholds.
        split: Any item or axis is split.
        stability: 1 - total variation distance to the round before; None in round 1.
        stable: Whether that reaches 0.85; None in round 1, or where either round has under three.
        arrows: Movements of the same participants since the round before (grid).
        outside: It is for the public: who passed, and who was there, is not in it.
        withheld: Why some of it is not there; "" where all is, as for everybody who was there.
        over_half: Of what is withheld: the answer that more than half gave, where it may be said.
        items_withheld: How many items are not there.
    """

    ref: str
    kind: str
    round: int
    ballots: int
    passes: int
    called: int
    present: int
    quorum: float | None
    quorate: bool
    verdict: Verdict
    distribution: Distribution | None = None
    items: tuple[ItemResult, ...] = ()
    axes: tuple[AxisResult, ...] = ()
    marks: tuple[Mark, ...] = ()
    quadrants: tuple[tuple[str, int], ...] = ()
    called_quadrants: tuple[tuple[str, int], ...] = ()
    on_axes: int = 0
    ranks: tuple[tuple[str, int], ...] = ()
    ideas: tuple[str, ...] = ()
    split: bool = False
    stability: float | None = None
    stable: bool | None = None
    arrows: tuple[Arrow, ...] = ()
    outside: bool = False
    withheld: WithheldCode = ""
    over_half: str = ""
    items_withheld: int = 0

    @property
    def n(self) -> int:
        """How many people answered: ballots without passes, and called votes."""
        return self.ballots - self.passes + self.called


@dataclass(frozen=True)
class Term:
    """One answer's part in a leaning: `weight * value / sum of weights` is what it adds.

    Attributes:
        ref: The question.
        item: The item or pair, or "".
        value: c, -1 to 1.
        weight: w, above 0.
        part: What it adds to the mark, -1 to 1; the parts of an axis add up to the mark.
        why: The reason of the leanings used, joined by the reader as it likes.
    """

    ref: str
    item: str
    value: float
    weight: float
    part: float
    why: tuple[str, ...]


@dataclass(frozen=True)
class Leaning:
    """Where a person's answers lean on a grid; None on an axis with under three answers."""

    participant: str
    x: float | None
    y: float | None
    x_terms: tuple[Term, ...]
    y_terms: tuple[Term, ...]


@dataclass(frozen=True)
class RoleMarks:
    """The median mark of one role, where anonymity lets a role be named."""

    role: str
    n: int
    x: float
    y: float


@dataclass(frozen=True)
class GridSummary:
    """Everything there is to see on one grid at this moment.

    Attributes:
        grid: Its id.
        ref: The grid question that asks for it, or "" where only leanings speak.
        round: The latest revealed round of that question, 0 for none.
        placed: Own marks of that round, -100 to 100.
        leaning: Marks of the answers' leanings, -100 to 100.
        axes: x and y over `placed`, or over `leaning` where nobody placed themselves.
        shares: (quadrant id, share 0 to 1) in the grid's reading order: a spread over people.
        called: Called votes by quadrant.
        arrows: Movement of the placed marks since the round before.
        roles: By role.
        leanings: What is behind each leaning; empty where the room is anonymous.
    """

    grid: str
    ref: str
    round: int
    placed: tuple[Mark, ...]
    leaning: tuple[Mark, ...]
    axes: tuple[AxisResult, AxisResult]
    shares: tuple[tuple[str, float], ...]
    called: tuple[tuple[str, int], ...]
    arrows: tuple[Arrow, ...]
    roles: tuple[RoleMarks, ...]
    leanings: tuple[Leaning, ...]
