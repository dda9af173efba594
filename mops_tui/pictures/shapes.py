"""The shapes that a picture is made of: frozen values, no drawing and no sentences.

Every position is in unit coordinates, 0 to 1 on both axes, y downwards, so that a terminal and a
page can draw the same picture. Labels are what people wrote, untouched.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import hypot

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
        mops: Where MOps stands; None where no room has a share.
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
        x: Its median position; None where nobody placed it. `low` and `high` are the quartiles.
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
        share: Its share, 0 to 1; None where there is nothing to share out.
        called: Votes called out for it.
    """

    id: str
    name: str
    share: float | None = None
    called: int = 0


@dataclass(frozen=True)
class GridMark:
    """Somebody on the grid: placed by their own hand, or leaning (`hollow`)."""

    id: str
    label: str
    x: float
    y: float
    hollow: bool = False


@dataclass(frozen=True)
class GridMove:
    """The way a mark came from the round before."""

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
class GridPicture:
    """Everybody's marks on two axes.

    Attributes:
        x_low: The axes' ends: left, right, bottom, top.
        centre: The median on both axes; None where either axis is split or empty.
        spread: The middle half, where there is a centre.
        median_x: The median of one axis alone, None where that axis is split; likewise y.
        split_x: That axis is split; likewise y.
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
]
