"""The plan of the office: its rooms as discs, MOps among them, and where their names stand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import hypot, isfinite, sqrt

from mops_tui.pictures.places.areas import Area, Spot, Way, around, crosses
from mops_tui.pictures.places.beside import MarkedSpot, WordsPlace, words_beside
from mops_tui.pictures.shapes import MapPicture, OfficeRoom

MOPS = -1
"""What MOps is called among the names; rooms are called by their numbers."""
_SIDE, _ABOVE, _BELOW = 5.2, 3.2, 4.3
"""What stays free between the outermost rooms and the walls, in heights of a letter."""
_RADIUS, _LEAST = 2.67, 0.25
"""The radius of a room that has everything, and of one that has nothing."""
MARK = 0.5
"""How far the mark of MOps reaches from its middle."""
_SHORT = 1.2
"""A way that is shorter is none."""


@dataclass(frozen=True)
class OfficePlan:
    """A plan in the units of whoever draws it.

    Attributes:
        discs: The middle and the radius of each room.
        mops: Where MOps stands; None where it stands nowhere.
        way: From where it stood to where it stands, up to its mark; None where it did not move.
        names: Where each name stands, by the number of its room; that of MOps by `MOPS`.
    """

    discs: tuple[tuple[Spot, float], ...]
    mops: Spot | None
    way: Way | None
    names: Mapping[int, WordsPlace]


def office_plan(
    picture: MapPicture,
    walls: Area,
    letter: float,
    sizes: Sequence[tuple[float, float]],
    mops_size: tuple[float, float],
) -> OfficePlan:
    """Where everything of a plan is, so that no name stands on anything.

    Args:
        picture: The office.
        walls: Its outer walls.
        letter: The height of a letter.
        sizes: How large the name of each room is.
        mops_size: And that of MOps.
    """
    spots = _stretched(picture, walls, letter)
    discs = tuple(
        (spot, _radius(room) * letter) for spot, room in zip(spots, picture.rooms, strict=False)
    )
    marks = {
        number: MarkedSpot(spot, radius, size)
        for number, ((spot, radius), size) in enumerate(zip(discs, sizes, strict=True))
    }
    if picture.mops is None:
        return OfficePlan(discs, None, None, _named(marks, walls, letter, None, ()))
    spot, before = spots[len(discs)], spots[len(discs) + 1 :]
    marks[MOPS] = MarkedSpot(spot, MARK * letter, mops_size)
    way = _way(before[0], spot, letter) if before else None
    pulls = [
        (spot, disc)
        for (disc, _r), room in zip(discs, picture.rooms, strict=True)
        if room.share > 0
    ]
    return OfficePlan(discs, spot, way, _named(marks, walls, letter, way, pulls))


def _named(
    marks: Mapping[int, MarkedSpot],
    walls: Area,
    letter: float,
    way: Way | None,
    pulls: Sequence[Way],
) -> dict[int, WordsPlace]:
    """The names that find a place; none of them on the way."""
    inner = Area(
        walls.x + letter / 4, walls.y + letter / 4, walls.w - letter / 2, walls.h - letter / 2
    )
    places = words_beside(
        marks,
        inner,
        letter,
        taken=_covered(way, letter),
        ways=(way,) if way else (),
        lines=pulls,
        anywhere=True,
    )
    return {
        key: place for key, place in places.items() if way is None or not crosses(way, place.area)
    }


def _covered(way: Way | None, letter: float) -> list[Area]:
    """A way as a row of squares, as wide as its head."""
    if way is None:
        return []
    (x0, y0), (x1, y1) = way
    steps = max(1, int(hypot(x1 - x0, y1 - y0) / (letter / 2)))
    return [
        around((x0 + (x1 - x0) * at / steps, y0 + (y1 - y0) * at / steps), letter * 0.3)
        for at in range(steps + 1)
    ]


def _way(start: Spot, end: Spot, letter: float) -> Way | None:
    """A way that ends at the edge of the mark."""
    length = hypot(end[0] - start[0], end[1] - start[1])
    if length < _SHORT * letter:
        return None
    share = 1 - (MARK + 0.1) * letter / length
    return start, (start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share)


def _stretched(picture: MapPicture, walls: Area, letter: float) -> list[Spot]:
    """The rooms, MOps and where it was: the outermost rooms at the walls, all else in between."""
    points = [(room.x, room.y) for room in picture.rooms]
    points += [(one.x, one.y) for one in (picture.mops, picture.before) if one is not None]
    xs = [room.x for room in picture.rooms] or [0.5]
    ys = [room.y for room in picture.rooms] or [0.5]
    side = min(_SIDE * letter, walls.w * 0.3)
    return [
        (
            _along(x, xs, walls.x + side, walls.x + walls.w - side),
            _along(y, ys, walls.y + _ABOVE * letter, walls.y + walls.h - _BELOW * letter),
        )
        for x, y in points
    ]


def _along(value: float, values: Sequence[float], start: float, end: float) -> float:
    low, high = min(values), max(values)
    share = (value - low) / (high - low) if high > low else 0.5
    return start + min(1.0, max(0.0, share)) * (end - start)


def _radius(room: OfficeRoom) -> float:
    share = min(1.0, max(0.0, room.share)) if isfinite(room.share) else 0.0
    return max(_LEAST, _RADIUS * sqrt(share))
