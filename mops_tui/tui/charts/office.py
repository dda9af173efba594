"""Where the rooms of the office stand, what is written in them, and where MOps finds a place.

What a room says of itself is never covered: its words make way for MOps inside of the room, and
MOps stands beside them, as near as can be to where the points put it. A middle between the rooms
is no choice of the room that lies there: then MOps stands out of all of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, product
from typing import NamedTuple

from mops_tui.pictures.shapes import MapPicture, OfficeRoom, UnitPoint
from mops_tui.tui.charts.text import cells, fit
from mops_tui.words.results.figures import count_text, percent_text

APART = 1
"""Columns between two rooms beside each other."""
LEAST_NAME = 8
"""The fewest cells of a name that is cut."""
PASSES = 12
"""How often rooms that meet are pushed apart."""
REACH = (24, 9)
"""How many columns and rows MOps looks around for a place."""
NEAR = 5
"""So far from its spot, MOps is rather small than further off."""
ASTRIDE = 2
"""What standing on a wall costs, in columns: rather in a room or out of it."""


class Rect(NamedTuple):
    """Cells of the canvas."""

    x: int
    y: int
    width: int
    height: int

    @property
    def middle(self) -> int:
        """The middle column."""
        return self.x + self.width // 2

    def overlaps(self, other: Rect) -> bool:
        """Whether two have a cell in common."""
        return (
            self.x < other.x + other.width
            and other.x < self.x + self.width
            and self.y < other.y + other.height
            and other.y < self.y + self.height
        )

    def holds(self, other: Rect) -> bool:
        """Whether another one is wholly in it."""
        return (
            self.x <= other.x
            and other.x + other.width <= self.x + self.width
            and self.y <= other.y
            and other.y + other.height <= self.y + self.height
        )


@dataclass(frozen=True)
class Standing:
    """A room in its place.

    Attributes:
        lines: Its name, its share and its count.
        top: The row of the first of them.
    """

    room: OfficeRoom
    place: Rect
    lines: tuple[str, ...]
    top: int

    @property
    def label(self) -> Rect:
        """The cells of its lines."""
        wide = max(map(cells, self.lines))
        return Rect(self.place.middle - wide // 2, self.top, wide, len(self.lines))


def lay_out(
    picture: MapPicture, shares: dict[str, int], house: Rect
) -> tuple[Standing, ...] | None:
    """The rooms as large as they can be without meeting; None where they have no room.

    Args:
        picture: The office.
        shares: What each room got, in whole per cent.
        house: The outer walls.
    """
    longest = max(cells(room.label) for room in picture.rooms)
    least = max(12, longest + 4)
    if least > max(12, house.width // 2 - 2):  # names would be cut: bars have more room for them
        return None
    most = max(least, min(34, (house.width - 4) // 3))
    for height in range(max(3, min(9, (house.height - 2) // 2)), 2, -1):
        for width in range(most, least - 1, -2):
            lines = [_lines(picture, room, shares, width, height - 2) for room in picture.rooms]
            if any(not one for one in lines):
                continue
            places = _apart([_around(house, r, width, height) for r in picture.rooms], house)
            if places is not None:
                return tuple(
                    Standing(room, place, one, place.y + 1 + _start(height - 2, len(one)))
                    for room, place, one in zip(picture.rooms, places, lines, strict=True)
                )
    return None


def _lines(
    picture: MapPicture, room: OfficeRoom, shares: dict[str, int], width: int, rows: int
) -> tuple[str, ...]:
    """What stands in a room: in two lines, three or one; nothing where it does not fit."""
    inner = width - 2
    name = fit(room.label, inner - 2)
    if picture.turnout.waiting:  # while the room votes there is no share to tell, not even nought
        return (name,)
    if picture.turnout.own and picture.unit == "votes":  # one vote is where MOps stands
        return (name,)
    share, count = percent_text(shares[room.id]), count_text(room.count, picture.unit)
    both = f"{share} · {count}"
    if rows >= 2 and cells(both) <= inner - 2:
        return name, both
    if rows >= 3 and max(cells(share), cells(count)) <= inner:
        return name, share, count
    left = inner - cells(both) - 1
    if left >= min(LEAST_NAME, cells(room.label)):
        return (f"{fit(room.label, left)} {both}",)
    return ()


def _start(rows: int, lines: int) -> int:
    """The row of the first of some lines: in the middle, with a gauge where there is room."""
    return (rows - lines) // 2 if rows < 5 else (rows - lines - 1) // 2


def _around(house: Rect, spot: OfficeRoom | UnitPoint, width: int, height: int) -> Rect:
    """A rectangle around a spot of the plan, kept within the walls."""
    x = house.x + 1 + spot.x * (house.width - 3) - (width - 1) / 2
    y = house.y + 1 + spot.y * (house.height - 3) - (height - 1) / 2
    return _within(house, Rect(round(x), round(y), width, height))


def _within(house: Rect, place: Rect) -> Rect:
    left = min(max(house.x + 2, place.x), house.x + house.width - 2 - place.width)
    top = min(max(house.y + 1, place.y), house.y + house.height - 1 - place.height)
    return place._replace(x=left, y=top)


def _apart(places: list[Rect], house: Rect) -> list[Rect] | None:
    """Rooms that meet, pushed apart a little; None where they still do."""
    wide, high = places[0].width + APART, places[0].height
    first = list(places)
    for _pass in range(PASSES):
        met = False
        for j, i in combinations(range(len(places)), 2):
            one, other = places[j], places[i]
            across, down = wide - abs(one.x - other.x), high - abs(one.y - other.y)
            if across <= 0 or down <= 0:
                continue
            met = True
            dx, dy = ((across + 1) // 2, 0) if across <= 2 * down else (0, (down + 1) // 2)
            dx, dy = dx if one.x <= other.x else -dx, dy if one.y <= other.y else -dy
            places[j] = _within(house, one._replace(x=one.x - dx, y=one.y - dy))
            places[i] = _within(house, other._replace(x=other.x + dx, y=other.y + dy))
        if not met:
            far = any(
                abs(now.x - then.x) > wide // 2 or abs(now.y - then.y) > 2
                for now, then in zip(places, first, strict=True)
            )
            return None if far else places
    return None


def stand_mops(
    rooms: tuple[Standing, ...], spot: UnitPoint, house: Rect, name: int, *, outside: bool = False
) -> tuple[tuple[Standing, ...], Rect]:
    """A place for MOps where it covers no word of any room, and the rooms' words beside it.

    Args:
        rooms: The rooms.
        spot: Where the points put MOps.
        house: The outer walls.
        name: Cells of its name.
        outside: MOps belongs to no room; it stands in none, where there is any space beside them.

    Returns:
        The rooms, and MOps; a single row where there is no place for a box.
    """
    sizes = [(name + 10, 5)] if house.height >= 22 else []
    sizes += [(name + 6, 3), (name + 2, 1)]
    walls = [room.place for room in rooms] if outside else []
    found: list[tuple[int, int, tuple[Standing, ...], Rect]] = []
    for smaller, (width, height) in enumerate(sizes):
        wanted = _around(house, spot, width, height)
        for number, arranged in enumerate([rooms] if outside else _arrangements(rooms, wanted)):
            far, place = _nearest(arranged, wanted, house, walls)
            if place is not None:
                found.append((far + (far > NEAR) * 100 + 3 * smaller, number, arranged, place))
    if not found:
        return stand_mops(rooms, spot, house, name)
    _far, _number, arranged, place = min(found, key=lambda one: one[:2])
    return arranged, place


def _arrangements(rooms: tuple[Standing, ...], wanted: Rect) -> Iterator[tuple[Standing, ...]]:
    """The rooms with their words in the middle; where MOps wants to stand, above or below too."""
    ways: list[Sequence[Standing]] = []
    for room in rooms:
        inner = room.place.height - 2
        tops = [room.top]
        if room.place.overlaps(wanted):
            tops += [room.place.y + 1, room.place.y + 1 + inner - len(room.lines)]
        ways.append([replace(room, top=top) for top in dict.fromkeys(tops)])
    yield from product(*ways)


def _nearest(
    rooms: tuple[Standing, ...], wanted: Rect, house: Rect, walls: Sequence[Rect] = ()
) -> tuple[int, Rect | None]:
    """The free place that is nearest to the one wanted, and how far off it is, in columns.

    Args:
        rooms: The rooms, whose words stay free.
        wanted: The place.
        house: The outer walls.
        walls: What it may not meet besides.
    """
    taken = [Rect(r.label.x - 1, r.label.y, r.label.width + 2, r.label.height) for r in rooms]
    taken += walls
    best: tuple[int, Rect | None] = (10**6, None)
    for far, dx, dy in _AROUND:
        if far >= best[0]:
            break
        place = wanted._replace(x=wanted.x + dx, y=wanted.y + dy)
        if _within(house, place) != place or any(place.overlaps(one) for one in taken):
            continue
        astride = any(r.place.overlaps(place) and not r.place.holds(place) for r in rooms)
        cost = far + ASTRIDE * astride
        if cost < best[0]:
            best = (cost, place)
    return best


_AROUND = sorted(
    (
        (abs(dx) + 2 * abs(dy), dx, dy)
        for dx in range(-REACH[0], REACH[0] + 1)
        for dy in range(-REACH[1], REACH[1] + 1)
    ),
)
"""How far, and which way: the nearest first."""


def trail_start(rooms: tuple[Standing, ...], spot: UnitPoint, house: Rect) -> tuple[int, int]:
    """Where the ring of the round before stands: at its spot, or beside the words there."""
    _far, place = _nearest(rooms, _around(house, spot, 1, 1), house)
    return (place.x, place.y) if place is not None else (house.middle, house.y + 1)
