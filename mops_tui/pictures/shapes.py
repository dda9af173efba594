"""The shapes that a picture is made of: frozen values, no drawing and no sentences.

Every position is in unit coordinates, 0 to 1 on both axes, y downwards, so that a terminal and a
page can draw the same picture. Labels are what people wrote, untouched.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import hypot
from typing import Literal

from mops_tui.pictures.tables import (
    Bar,
    BarsPicture,
    CellGroup,
    CellRow,
    CellsPicture,
    IdeasPicture,
    ScaleRow,
    ScalesPicture,
    ScaleStep,
    StepCount,
    Turnout,
    Unit,
)


@dataclass(frozen=True)
class UnitPoint:
    """A point of a picture."""

    x: float
    y: float


@dataclass(frozen=True)
class OfficeRoom:
    """A room of the office: its centre, and its share of the points or votes."""

    id: str
    label: str
    x: float
    y: float
    count: int
    share: float
    lead: bool = False


INSIDE = 0.2
"""How near the middle of a room MOps looks as if it stood in it, in units of the plan."""


@dataclass(frozen=True)
class MapPicture:
    """The office, and where the points put the MOps room.

    Attributes:
        elsewhere: Options without a place on the plan.
        mops: Where MOps stands; None where no room has a share, or too few answered.
        before: Where it stood in the round before.
    """

    unit: Unit
    rooms: tuple[OfficeRoom, ...]
    elsewhere: tuple[Bar, ...]
    mops: UnitPoint | None
    before: UnitPoint | None
    turnout: Turnout

    @property
    def astray(self) -> OfficeRoom | None:
        """The room that MOps was pulled into without anybody's lead: a middle, not a choice."""
        if self.mops is None or not self.rooms:
            return None
        spot = self.mops
        near = min(self.rooms, key=lambda room: hypot(room.x - spot.x, room.y - spot.y))
        inside = hypot(near.x - spot.x, near.y - spot.y) < INSIDE
        behind = near.share < max(room.share for room in self.rooms)
        return near if inside and behind else None


@dataclass(frozen=True)
class StageBand:
    """One stretch of the adoption curve; the gap has no curve over it."""

    id: str
    start: float
    end: float
    gap: bool = False


@dataclass(frozen=True)
class Wave:
    """A wave on the adoption curve.

    Attributes:
        x: Its median position; None where nobody or too few placed it. `low` and `high` are
            the quartiles.
        y: The curve's height there, downwards: 0 is the top.
        dots: Every ballot's position.
        before: The median position of the round before.
    """

    id: str
    letter: str
    label: str
    x: float | None
    y: float
    low: float | None = None
    high: float | None = None
    dots: tuple[float, ...] = ()
    before: float | None = None
    n: int = 0
    split: bool = False


@dataclass(frozen=True)
class CurvePicture:
    """Moore's curve with its gap, and the waves on it."""

    stages: tuple[StageBand, ...]
    waves: tuple[Wave, ...]
    turnout: Turnout


@dataclass(frozen=True)
class Corner:
    """A quadrant of a grid, in reading order.

    Attributes:
        count: How many people are in it, called votes included; None where nobody is counted.
        called: Votes called out for it.
    """

    id: str
    name: str
    count: int | None = None
    called: int = 0


@dataclass(frozen=True)
class GridMark:
    """Somebody on the grid: placed by their own hand, or leaning (`hollow`).

    Attributes:
        id: Whose it is; empty in an anonymous room.
        label: What they are called, in full; empty where nobody is named.
    """

    id: str
    label: str
    x: float
    y: float
    hollow: bool = False


@dataclass(frozen=True)
class GridMove:
    """The way a mark came."""

    id: str
    start: UnitPoint
    end: UnitPoint


@dataclass(frozen=True)
class Spread:
    """The quartile box of a grid's marks."""

    left: float
    right: float
    top: float
    bottom: float


@dataclass(frozen=True)
class NamedMedian:
    """The median of one of several sessions, and what that session is called."""

    label: str
    at: UnitPoint


Way = Literal["round", "leaning", "session"]
"""Where marks came from: the round before, what the answers lean to, an earlier session."""


@dataclass(frozen=True)
class GridPicture:
    """Everybody's marks on two axes.

    Attributes:
        x_low: The axes' ends: left, right, bottom, top.
        moves: The ways of the marks: those into another corner first, then the longest.
        way: Where the moves come from.
        between: How many marks stand on an axis, in no quadrant.
        near: How many stand so close to a line that a hair decides the corners; else 0.
        centre: The median on both axes; None where either axis is split or empty.
        spread: The middle half, where there is a centre.
        median_x: The median of one axis alone, None where that axis is split; likewise y.
        split_x: That axis is split; likewise y.
        chosen: The participant whose mark is explained.
        gliding: The marks are on their way.
        medians: The medians of several sessions, where nobody is known by name in two.
    """

    x_low: str
    x_high: str
    y_low: str
    y_high: str
    corners: tuple[Corner, Corner, Corner, Corner]
    marks: tuple[GridMark, ...]
    moves: tuple[GridMove, ...]
    turnout: Turnout
    centre: UnitPoint | None = None
    spread: Spread | None = None
    median_x: float | None = None
    median_y: float | None = None
    split_x: bool = False
    split_y: bool = False
    way: Way = "round"
    between: int = 0
    near: int = 0
    chosen: str = ""
    gliding: bool = False
    medians: tuple[NamedMedian, ...] = ()

    @property
    def people(self) -> int:
        """How many people have a mark."""
        own = sum(not mark.hollow for mark in self.marks)
        placed = {mark.id for mark in self.marks if mark.id and not mark.hollow}
        if any(not mark.id for mark in self.marks):  # nobody can be told from anybody
            return max(own, len(self.marks) - own)
        return own + sum(mark.hollow and mark.id not in placed for mark in self.marks)


Picture = (
    BarsPicture
    | ScalesPicture
    | CellsPicture
    | MapPicture
    | CurvePicture
    | GridPicture
    | IdeasPicture
)

__all__ = [
    "Bar",
    "BarsPicture",
    "CellGroup",
    "CellRow",
    "CellsPicture",
    "Corner",
    "CurvePicture",
    "GridMark",
    "GridMove",
    "GridPicture",
    "IdeasPicture",
    "MapPicture",
    "NamedMedian",
    "OfficeRoom",
    "Picture",
    "ScaleRow",
    "ScaleStep",
    "ScalesPicture",
    "Spread",
    "StageBand",
    "StepCount",
    "Turnout",
    "Unit",
    "UnitPoint",
    "Wave",
    "Way",
]
