"""What the signs of a picture mean, below it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from mops_tui.pictures.places.areas import Area
from mops_tui.report.svg.canvas import SMALL, WIDTH, SvgCanvas, width_of, wrapped

SIGN = 20.0
"""What a sign and the gap after it take."""
APART = 14.0
"""What is between two entries."""
ROW = 17.0


class Sign(NamedTuple):
    """A sign and its meaning.

    Attributes:
        draw: Draws it into a box of 14 by 12; None where the words stand by themselves.
    """

    draw: Callable[[SvgCanvas, Area], None] | None
    meaning: str


def put_legend(canvas: SvgCanvas, y: float, signs: Sequence[Sign]) -> float:
    """Signs in rows from a height on, as many in a row as have room; returns where they end."""
    x = 0.0
    for sign in signs:
        start = SIGN if sign.draw is not None else 0.0
        lines = wrapped(sign.meaning, WIDTH - start, 2, SMALL)
        if not lines:
            continue
        wide = start + max(width_of(line, SMALL) for line in lines)
        if x and (x + wide > WIDTH or len(lines) > 1):
            x, y = 0.0, y + ROW
        if sign.draw is not None:
            sign.draw(canvas, Area(x, y, 14, 12))
        for row, line in enumerate(lines):
            canvas.text(x + start, y + 10 + row * ROW, line, "soft", size=SMALL)
        x += wide + APART
        y += (len(lines) - 1) * ROW
        if len(lines) > 1:
            x = WIDTH
    return y + ROW if x else y
