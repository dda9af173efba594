"""A part of a long picture: what page one speaks of, large enough to be read there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from mops_tui.pictures.shapes import (
    CellGroup,
    CellRow,
    CellsPicture,
    Picture,
    ScaleRow,
    ScalesPicture,
)
from mops_tui.report.content.parts import ShownPicture
from mops_tui.words.i18n import _
from mops_tui.words.pictures.described import described

MOST_ROWS = 5
"""So many items of a question can be read where three pictures stand beside each other."""


def excerpt(shown: ShownPicture, told: str, most: int = MOST_ROWS) -> tuple[ShownPicture, str]:
    """A picture with few enough rows, and how many of how many they are; "" where that is all.

    Args:
        shown: The picture.
        told: What is said beside it: the rows that it names stay first of all.
        most: The most rows.
    """
    rows = _rows(shown.picture)
    if len(rows) <= most:
        return shown, ""
    named = [row for row in rows if row.label in told or getattr(row, "left", "\0") in told]
    others = [row for row in rows if row not in named]
    kept = [*named, *others][:most]
    picture = _with(shown.picture, [row for row in rows if row in kept])
    words = _("Shown: {n} of {all}.").format(n=len(kept), all=len(rows))
    part = replace(shown, key=f"{shown.key}-part", picture=picture, alternative=described(picture))
    return part, words


def _rows(picture: Picture) -> list[CellRow | ScaleRow]:
    match picture:
        case CellsPicture(groups=groups):
            return [row for group in groups for row in group.rows]
        case ScalesPicture(rows=rows):
            return list(rows)
    return []


def _with(picture: Picture, rows: Sequence[CellRow | ScaleRow]) -> Picture:
    if isinstance(picture, CellsPicture):
        cells = tuple(row for row in rows if isinstance(row, CellRow))
        return replace(picture, groups=(CellGroup("", "", cells),))
    assert isinstance(picture, ScalesPicture), "only these two have rows"
    return replace(picture, rows=tuple(row for row in rows if isinstance(row, ScaleRow)))
