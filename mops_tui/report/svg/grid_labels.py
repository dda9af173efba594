"""Where names stand beside marks: none over a mark, another name or the median."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mops_tui.pictures.labels import settled_all_that_fit
from mops_tui.pictures.shapes import GridMark
from mops_tui.report.svg.canvas import SMALL, Area, SvgCanvas, width_of
from mops_tui.report.svg.style import Look

Spot = tuple[float, float]
APART = 2.0
"""The least that is between two names."""
_AROUND = ((1, 0), (-1, 0), (0, -1), (0, 1), (0.7, -0.7), (0.7, 0.7), (-0.7, -0.7), (-0.7, 0.7))
"""The sides of a mark, the best first."""
_FAR = (0.0, 9.0, 18.0, 28.0)
"""How far off a name may stand; beyond the first a line leads there."""


@dataclass(frozen=True)
class MarkPlace:
    """A place of the grid with what stands beside it.

    Attributes:
        marks: Those who stand there; none for a median or a number.
        words: What stands beside it, or "".
        radius: How large it is; 0 where the words are all there is.
    """

    spot: Spot
    marks: tuple[GridMark, ...]
    words: str
    radius: float

    @property
    def hollow(self) -> bool:
        """Whether it is drawn as a ring."""
        return bool(self.marks) and self.marks[0].hollow

    @property
    def area(self) -> Area:
        """What it takes."""
        x, y = self.spot
        return Area(x - self.radius, y - self.radius, 2 * self.radius, 2 * self.radius)


@dataclass(frozen=True)
class NamePlace:
    """A place for a name.

    Attributes:
        x: Where its base line begins; `y` likewise.
        area: What it takes.
        line: What leads there from the mark.
        far: How far off it is, in lines that it may rather stand on.
    """

    x: float
    y: float
    area: Area
    line: tuple[Spot, Spot] | None = None
    far: int = 0

    def meets(self, other: NamePlace) -> bool:
        """Whether both cannot stand."""
        if self.area.meets(other.area, APART):
            return True
        lines = ((self.line, other.area), (other.line, self.area))
        return any(line is not None and crosses(line, area) for line, area in lines)


def put_labels(
    canvas: SvgCanvas,
    stands: Sequence[MarkPlace],
    taken: Sequence[Area],
    ways: Sequence[tuple[Spot, Spot]],
    plot: Area,
) -> None:
    """Write the names for which there is room."""
    drawn = [stand.area for stand in stands if stand.radius]
    possible = {
        index: [
            place
            for place in _places(stand)
            if plot.holds(place.area)
            and not any(place.area.meets(one, 1.0) for one in (*drawn, *taken))
            and not _leads_over(place, stand, drawn)
        ]
        for index, stand in enumerate(stands)
        if stand.words
    }
    for places in possible.values():  # a name on a line is read, but not well; one far off neither
        places.sort(key=lambda place: place.far + sum(crosses(one, place.area) for one in ways))
    for index, place in sorted(settled_all_that_fit(possible, NamePlace.meets).items()):
        if place.line is not None:
            canvas.line(*place.line[0], *place.line[1], "soft", wide=0.8)
        own = bool(stands[index].radius)
        look: Look = "ink" if own else "soft"
        canvas.text(place.x, place.y, stands[index].words, look, size=SMALL, bold=own)


def _leads_over(place: NamePlace, stand: MarkPlace, drawn: Sequence[Area]) -> bool:
    line = place.line
    return line is not None and any(
        crosses(line, area) for area in drawn if area is not stand.area and area != stand.area
    )


def _places(stand: MarkPlace) -> Iterator[NamePlace]:
    bold = bool(stand.radius)
    wide = width_of(stand.words, SMALL, bold=bold)
    size = Area(0, -0.8 * SMALL, wide, 1.05 * SMALL)
    if not stand.radius:
        yield from _around_quadrant(stand, size)
        return
    x, y = stand.spot
    for far in _FAR:
        reach = stand.radius + 3 + far
        for dx, dy in _AROUND:
            left = x + dx * reach - size.w * (1 - dx) / 2 if abs(dx) != 0.7 else x + dx * reach
            if dx == -0.7:
                left -= size.w
            top = y + dy * reach - size.h * (1 - dy) / 2
            if abs(dy) == 0.7:
                top = y + dy * reach - (size.h if dy < 0 else 0)
            area = Area(left, top, size.w, size.h)
            end = (x + dx * (reach - 1), y + dy * (reach - 1))
            line = ((x + dx * stand.radius, y + dy * stand.radius), end) if far else None
            yield NamePlace(left, top - size.y, area, line, round(far / 9))


def _around_quadrant(stand: MarkPlace, size: Area) -> Iterator[NamePlace]:
    """The places of a number in its quadrant, from its middle outwards."""
    x, y = stand.spot
    steps = [(dx, dy) for dy in range(-4, 5) for dx in range(-3, 4)]
    for dx, dy in sorted(steps, key=lambda step: abs(step[0]) + abs(step[1])):
        left, top = x - size.w / 2 + dx * 14, y - size.h / 2 + dy * 11
        yield NamePlace(left, top - size.y, Area(left, top, size.w, size.h))


def crosses(line: tuple[Spot, Spot], area: Area) -> bool:
    """Whether a line runs through a rectangle (Liang-Barsky)."""
    (x0, y0), (x1, y1) = line
    first, last = 0.0, 1.0
    for step, near, far in (
        (x1 - x0, area.x - x0, area.x + area.w - x0),
        (y1 - y0, area.y - y0, area.y + area.h - y0),
    ):
        if not step:
            if near > 0 or far < 0:
                return False
            continue
        enter, leave = sorted((near / step, far / step))
        first, last = max(first, enter), min(last, leave)
    return first <= last
