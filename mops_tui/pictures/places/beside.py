"""Where words stand beside marks: on no mark, no other words, and nothing else that is taken."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import hypot

from mops_tui.pictures.labels import settled_all_that_fit
from mops_tui.pictures.places.areas import Area, Spot, Way, around, crosses

APART = 1 / 6
"""The least that is between two words, in heights of a letter, as all lengths here."""
_OFF = 0.25
"""Between a mark and its words."""
_AROUND = ((1, 0), (-1, 0), (0, -1), (0, 1), (1, -1), (1, 1), (-1, -1), (-1, 1))
"""The sides of a mark, the best first."""
_FAR = (0.0, 0.75, 1.5, 2.33)
"""How far off words may stand; beyond the first a line leads there."""
_ON_A_WAY = 100
"""What lying on a way costs: more than standing as far off as can be."""


@dataclass(frozen=True)
class MarkedSpot:
    """A mark, and how large the words are that belong to it.

    Attributes:
        radius: How large it is; 0 where the words are all there is.
        size: How wide and how high its words are.
    """

    spot: Spot
    radius: float
    size: tuple[float, float]


@dataclass(frozen=True)
class WordsPlace:
    """A place for words.

    Attributes:
        line: What leads there from the mark.
        far: How many steps off they are.
    """

    area: Area
    line: Way | None = None
    far: float = 0

    def meets(self, other: WordsPlace, apart: float) -> bool:
        """Whether both cannot stand."""
        if self.area.meets(other.area, apart):
            return True
        lines = ((self.line, other.area), (other.line, self.area))
        return any(line is not None and crosses(line, area) for line, area in lines)


def words_beside(
    marks: Mapping[int, MarkedSpot],
    within: Area,
    letter: float,
    *,
    taken: Sequence[Area] = (),
    ways: Sequence[Way] = (),
    lines: Sequence[Way] = (),
    anywhere: bool = False,
) -> dict[int, WordsPlace]:
    """A place for the words of as many marks as there is room for.

    Args:
        marks: The marks with their words.
        within: What the words stand in.
        letter: The height of a letter.
        taken: What no words stand on, besides the marks and other words.
        ways: What they stand on where there is no other place: arrows.
        lines: What they rather stand beside: axes.
        anywhere: They may stand as far off as it takes.
    """
    apart = APART * letter
    drawn = [around(one.spot, one.radius) for one in marks.values() if one.radius]
    kept = (*drawn, *taken)
    possible: dict[int, list[WordsPlace]] = {}
    for key, mark in marks.items():
        own = around(mark.spot, mark.radius)
        others = [area for area in drawn if not area.meets(own)]  # out of a disc it may lead
        places = [
            place
            for place in _places(mark, within, letter, anywhere=anywhere)
            if within.holds(place.area)
            and not any(place.area.meets(one, apart / 2) for one in kept)
            and not (place.line and any(crosses(place.line, one) for one in others))
        ]
        possible[key] = sorted(places, key=lambda place: _cost(place, ways, lines))
    return settled_all_that_fit(possible, lambda one, other: one.meets(other, apart))


def _cost(place: WordsPlace, ways: Sequence[Way], lines: Sequence[Way]) -> float:
    """How ill it stands: far off, or on a line."""
    on_ways = sum(crosses(way, place.area) for way in ways)
    return place.far + _ON_A_WAY * on_ways + sum(crosses(line, place.area) for line in lines)


def _places(
    mark: MarkedSpot, within: Area, letter: float, *, anywhere: bool
) -> Iterator[WordsPlace]:
    if not mark.radius:
        yield from _about(mark, letter)
        return
    (x, y), (wide, high) = mark.spot, mark.size
    for steps, far in enumerate(_FAR):
        reach = mark.radius + (_OFF + far) * letter
        slanting = max(0.7 * reach, mark.radius + APART * letter)
        for dx, dy in _AROUND:
            off = slanting if dx and dy else reach
            left = x + dx * off - wide * (1 - dx) / 2
            top = y + dy * off - high * (1 - dy) / 2
            if dx == 0:  # above and below they may be out of the middle
                left = min(max(left, within.x), within.x + within.w - wide)
            tip = off - letter / 12
            start = mark.radius * (0.7 if dx and dy else 1)
            line = ((x + dx * start, y + dy * start), (x + dx * tip, y + dy * tip)) if far else None
            yield WordsPlace(Area(left, top, wide, high), line, steps)
    if anywhere:
        yield from _everywhere(mark, within, letter)


def _about(mark: MarkedSpot, letter: float) -> Iterator[WordsPlace]:
    """The places of words without a mark, from their spot outwards."""
    (x, y), (wide, high) = mark.spot, mark.size
    steps = [(dx, dy) for dy in range(-4, 5) for dx in range(-3, 4)]
    for dx, dy in sorted(steps, key=lambda step: abs(step[0]) + abs(step[1])):
        left, top = x - wide / 2 + dx * 1.17 * letter, y - high / 2 + dy * 0.92 * letter
        yield WordsPlace(Area(left, top, wide, high))


def _everywhere(mark: MarkedSpot, within: Area, letter: float) -> Iterator[WordsPlace]:
    """The places of the whole picture, each with a line that leads there."""
    (x, y), (wide, high) = mark.spot, mark.size
    for row in range(max(0, int((within.h - high) / letter)) + 1):
        for column in range(max(0, int((within.w - wide) / letter)) + 1):
            area = Area(within.x + column * letter, within.y + row * letter, wide, high)
            near = (
                min(max(x, area.x), area.x + wide),
                min(max(y, area.y), area.y + high),
            )
            far = hypot(near[0] - x, near[1] - y)
            if far <= mark.radius + _OFF * letter:
                continue
            share = mark.radius / far
            start = (x + (near[0] - x) * share, y + (near[1] - y) * share)
            yield WordsPlace(area, (start, near), far / letter + len(_FAR))
