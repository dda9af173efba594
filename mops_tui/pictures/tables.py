"""The shapes of counts: bars, scales, cells, and what people wrote.

`shapes.py` holds the rest, and is where all of them are imported from.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Unit = Literal["votes", "points", "ranks"]


@dataclass(frozen=True)
class Turnout:
    """Who is behind a picture.

    Attributes:
        n: How many people answered, called votes included.
        called: How many of them called out.
        round: The round shown.
        waiting: The vote is still on: nothing is said of who answered.
        own: It is one person's own answer, drawn for them alone.
    """

    n: int = 0
    called: int = 0
    round: int = 1
    waiting: bool = False
    own: bool = False


@dataclass(frozen=True)
class Bar:
    """One category of a distribution.

    Attributes:
        share: Of all counts, 0 to 1.
        length: Of the whole scale, 0 to 1: the share, from 0 to 100 per cent, of a rank that of
            first places; of one's own rank, how near to the first place.
        rank: The median rank, for `ranks`; then `count` says how often it came first.
        before: The share in the round before, when there was one.
        mirror: The share others gave it, when it was reported.
        lead: It leads, alone or in a tie.
    """

    id: str
    label: str
    count: int
    share: float
    length: float
    rank: int | None = None
    before: float | None = None
    mirror: float | None = None
    lead: bool = False


@dataclass(frozen=True)
class BarsPicture:
    """A distribution as bars.

    Attributes:
        total: What the shares are shares of: votes, or points.
        mirror_who: Whose figures the mirror holds, or "".
        mirror_n: How many they were, when known.
    """

    unit: Unit
    bars: tuple[Bar, ...]
    total: int
    turnout: Turnout
    mirror_who: str = ""
    mirror_n: int | None = None


@dataclass(frozen=True)
class StepCount:
    """One step of an ordered scale: `share` is 0 to 1 of all who answered its row."""

    id: str
    count: int
    share: float


@dataclass(frozen=True)
class ScaleRow:
    """One item on an ordered scale.

    Attributes:
        label: Its name; for a pair the right-hand statement, and `left` the other one.
        names: What a pair's two statements are called by their pack, left and right; or nothing.
        median: The median step's id, or None where nobody answered; `low` and `high` likewise.
        before: The median step of the round before.
        split: Two camps, no middle.
    """

    id: str
    label: str
    slots: tuple[StepCount, ...]
    n: int
    left: str = ""
    low: str | None = None
    median: str | None = None
    high: str | None = None
    before: str | None = None
    split: bool = False
    names: tuple[str, str] | None = None


@dataclass(frozen=True)
class ScaleStep:
    """The name of one step of a scale; empty where the steps are only positions."""

    id: str
    label: str = ""


@dataclass(frozen=True)
class ScalesPicture:
    """Several items, each a small distribution over the same ordered steps, lowest first.

    Attributes:
        scale: "levels" (named in the pack), "pair" (between two statements), "stages".
    """

    scale: Literal["levels", "pair", "stages"]
    steps: tuple[ScaleStep, ...]
    rows: tuple[ScaleRow, ...]
    turnout: Turnout


@dataclass(frozen=True)
class CellRow:
    """One item of a checklist: how many votes on each level, lowest first.

    Attributes:
        before: The median level of the round before.
    """

    id: str
    label: str
    counts: tuple[int, ...]
    median: str | None = None
    before: str | None = None

    @property
    def n(self) -> int:
        """How many answered it."""
        return sum(self.counts)


@dataclass(frozen=True)
class CellGroup:
    """Items under one heading, which is empty where the pack has no groups."""

    id: str
    label: str
    rows: tuple[CellRow, ...]


@dataclass(frozen=True)
class CellsPicture:
    """A checklist as filled cells: groups in the pack's order, the strongest item of each first."""

    levels: tuple[ScaleStep, ...]
    groups: tuple[CellGroup, ...]
    turnout: Turnout


@dataclass(frozen=True)
class IdeasPicture:
    """What people wrote."""

    ideas: tuple[str, ...]
    turnout: Turnout
