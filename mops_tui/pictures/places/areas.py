"""Rectangles and lines of a picture, in whatever units it is drawn."""

from __future__ import annotations

from typing import NamedTuple

Spot = tuple[float, float]
Way = tuple[Spot, Spot]


class Area(NamedTuple):
    """A rectangle."""

    x: float
    y: float
    w: float
    h: float

    def meets(self, other: Area, apart: float = 0.0) -> bool:
        """Whether two have anything in common, or lie nearer than so much."""
        return (
            self.x < other.x + other.w + apart
            and other.x < self.x + self.w + apart
            and self.y < other.y + other.h + apart
            and other.y < self.y + self.h + apart
        )

    def holds(self, other: Area) -> bool:
        """Whether another one lies wholly in it."""
        return (
            self.x <= other.x
            and self.y <= other.y
            and other.x + other.w <= self.x + self.w
            and other.y + other.h <= self.y + self.h
        )

    @property
    def middle(self) -> Spot:
        """Its middle."""
        return self.x + self.w / 2, self.y + self.h / 2


def around(spot: Spot, radius: float) -> Area:
    """The square around a round mark."""
    return Area(spot[0] - radius, spot[1] - radius, 2 * radius, 2 * radius)


def crosses(line: Way, area: Area) -> bool:
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
