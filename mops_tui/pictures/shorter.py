"""A picture with its most telling rows alone, for where there is little room."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypeVar

from mops_tui.model.results.consensus import strength
from mops_tui.pictures.shapes import (
    BarsPicture,
    CellGroup,
    CellRow,
    CellsPicture,
    IdeasPicture,
    Picture,
    ScaleRow,
    ScalesPicture,
)

Row = TypeVar("Row")


def rows_of(picture: Picture) -> int:
    """How many rows a picture has that can be left out; 0 where it has none."""
    match picture:
        case BarsPicture():
            return len(picture.bars)
        case ScalesPicture():
            return len(picture.rows)
        case CellsPicture():
            return sum(len(group.rows) for group in picture.groups)
        case IdeasPicture():
            return len(picture.ideas)
        case _:
            return 0


def shorter(picture: Picture, most: int) -> Picture:
    """The same picture with so many rows at most.

    Of bars those with most; of scales those in two camps, then those on which most are on one
    side; of a checklist the strongest and the weakest items, without their headings; of ideas the
    first.

    Args:
        picture: Any; what has no rows stays whole.
        most: An even number of rows, two at least.
    """
    if rows_of(picture) <= most:
        return picture
    match picture:
        case BarsPicture():
            return replace(picture, bars=_best(picture.bars, most, lambda bar: -bar.length))
        case ScalesPicture():
            return replace(picture, rows=_best(picture.rows, most, _telling))
        case CellsPicture():
            return replace(picture, groups=(CellGroup("", "", _ends(picture, most)),))
        case IdeasPicture():
            return replace(picture, ideas=picture.ideas[:most])
        case _:
            return picture


def _best(rows: Sequence[Row], most: int, order: Callable[[Row], object]) -> tuple[Row, ...]:
    """The first by an order, in the order in which they stood."""
    ranked = sorted(range(len(rows)), key=lambda at: (order(rows[at]), at))
    return tuple(rows[at] for at in sorted(ranked[:most]))


def _telling(row: ScaleRow) -> tuple[bool, float]:
    """Two camps first; then the more stand at one end."""
    if not row.n:
        return (True, 0.0)
    half = len(row.slots) // 2
    low = sum(slot.count for slot in row.slots[:half])
    high = sum(slot.count for slot in row.slots[len(row.slots) - half :])
    return (not row.split, -max(low, high) / row.n)


def _ends(picture: CellsPicture, most: int) -> tuple[CellRow, ...]:
    """The strongest items and the weakest, in that order; those that nobody rated are neither."""
    rated = [row for group in picture.groups for row in group.rows if row.n]
    ordered = sorted(rated, key=lambda row: tuple(-one for one in strength(row.counts)))
    if len(ordered) <= most:
        return tuple(ordered)
    return (*ordered[: most // 2], *ordered[-(most // 2) :])
