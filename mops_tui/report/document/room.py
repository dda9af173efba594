"""How much room a picture takes beside a text, and whether a text needs it at all."""

from __future__ import annotations

import re
from collections.abc import Iterable

from mops_tui.pictures.shapes import (
    BarsPicture,
    CellsPicture,
    MapPicture,
    Picture,
    ScalesPicture,
)
from mops_tui.report.content.parts import QuestionContent

_LETTERS = 46
"""In a line of a column that is half as wide as a page."""
_OVER = 3
"""So many lines of text may stand below the end of the picture beside them."""
_GRID = 14


def is_room_beside(question: QuestionContent) -> bool:
    """Whether the arguments of a question that was asked once fit beside its picture.

    Else they stand below it, over the whole width: a long column beside a small picture leaves half
    of a page empty.
    """
    (told,) = question.rounds
    lines = sum(map(_lines, (question.ask, *told.sentences, told.turnout)))
    for side in question.sides:
        lines += bool(side.answer) + sum(_lines(one.who + one.text) for one in side.reasons)
    return lines <= _height(told.picture.picture) + _OVER


def _lines(text: str) -> int:
    return -(-len(text) // _LETTERS)


def _height(picture: Picture) -> int:
    """How many lines of text stand beside a picture."""
    match picture:
        case BarsPicture():
            return 2 * len(picture.bars)
        case ScalesPicture():
            return 3 * len(picture.rows)
        case CellsPicture():
            return 2 + sum(1 + len(group.rows) for group in picture.groups)
        case MapPicture():
            return 10
    return _GRID


def is_told(picture: Picture, sentences: Iterable[str]) -> bool:
    """Whether sentences say all that stands in a picture, so that a text need not draw it.

    That is so of a choice where three answers at most were given, each told with its count.
    """
    if not isinstance(picture, BarsPicture) or picture.unit != "votes":
        return False
    said = " ".join(sentences)
    given = [bar for bar in picture.bars if bar.count]
    return 0 < len(given) <= _FEW and all(
        _stands(bar.label, said) and _stands(str(bar.count), said) for bar in given
    )


def _stands(words: str, text: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(words)}(?!\w)", text) is not None


_FEW = 3
