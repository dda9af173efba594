"""Who stands on a grid, one mark a person; and a crowd of them, gathered into blocks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from mops_tui.pictures.shapes import GridMark, GridPicture

CROWD = 120
"""With more marks than this, single ones tell less than how dense they are."""


@dataclass(frozen=True)
class Gathering:
    """A square of a grid, and how many people stand in it; its middle in unit coordinates."""

    x: float
    y: float
    count: int


def people_of(picture: GridPicture) -> list[GridMark]:
    """One mark for each person: the own one, or else the leaning."""
    own = [mark for mark in picture.marks if not mark.hollow]
    placed = {mark.id for mark in own}
    if "" in placed:  # anonymous: whose leaning is whose cannot be told
        return own
    return own + [mark for mark in picture.marks if mark.hollow and mark.id not in placed]


def gathered(people: Sequence[GridMark], across: int) -> tuple[Gathering, ...]:
    """People by the square that they stand in, the fullest last.

    Args:
        people: Their marks.
        across: How many squares there are from side to side; an even number, so that no square
            reaches over an axis.
    """
    last = across - 1
    counts = Counter(
        (min(last, int(mark.x * across)), min(last, int(mark.y * across))) for mark in people
    )
    ordered = sorted(counts.items(), key=lambda entry: (entry[1], entry[0]))
    return tuple(Gathering((x + 0.5) / across, (y + 0.5) / across, n) for (x, y), n in ordered)
