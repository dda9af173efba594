"""Who stands on a grid, one mark a person; and a crowd of them, gathered into blocks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from mops_tui.pictures.grid import MIDDLE
from mops_tui.pictures.shapes import GridMark, GridPicture

CROWD = 120
"""With more marks than this, single ones tell less than how dense they are."""


@dataclass(frozen=True)
class Gathering:
    """A part of a grid, and how many people stand in it.

    Attributes:
        column: From the axis: -1 and 1 are beside it, 0 is on it; `row` likewise, downwards.
    """

    column: int
    row: int
    count: int


def people_of(picture: GridPicture) -> list[GridMark]:
    """One mark for each person: the own one, or else the leaning."""
    own = [mark for mark in picture.marks if not mark.hollow]
    placed = {mark.id for mark in own}
    if "" in placed:  # anonymous: whose leaning is whose cannot be told
        return own
    return own + [mark for mark in picture.marks if mark.hollow and mark.id not in placed]


def gathered(people: Iterable[GridMark], columns: int, rows: int) -> tuple[Gathering, ...]:
    """People by the part that they stand in, each of which lies in one quadrant or on an axis.

    Args:
        people: Their marks.
        columns: How many parts there are from an axis to a side.
        rows: And from an axis to the top.
    """
    counts = Counter((_part(mark.x, columns), _part(mark.y, rows)) for mark in people)
    return tuple(Gathering(column, row, n) for (column, row), n in sorted(counts.items()))


def _part(value: float, parts: int) -> int:
    if value == MIDDLE:
        return 0
    away = min(parts, int(abs(value - MIDDLE) * 2 * parts) + 1)
    return away if value > MIDDLE else -away


def middles(parts: int, length: float, *, with_axis: bool) -> dict[int, tuple[float, float]]:
    """The middle and the width of every part of an axis, its own strip included, by number."""
    strip = length / (2 * parts + 0.8) * 0.8 if with_axis else 0.0
    each = (length - strip) / 2 / parts
    found = {0: (length / 2, strip)}
    for part in range(1, parts + 1):
        off = strip / 2 + (part - 0.5) * each
        found[part] = (length / 2 + off, each)
        found[-part] = (length / 2 - off, each)
    return found
