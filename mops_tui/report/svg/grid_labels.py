"""Where names stand beside marks: none over a mark, another name or the median."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from mops_tui.pictures.places.areas import Area, Spot, Way, around
from mops_tui.pictures.places.beside import MarkedSpot, words_beside
from mops_tui.pictures.shapes import GridMark
from mops_tui.report.svg.canvas import SMALL, SvgCanvas, width_of
from mops_tui.report.svg.style import Look

LINE, FOOT = 1.05 * SMALL, 0.8 * SMALL
"""The height of a name, and what of it is over its foot."""


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
        return around(self.spot, self.radius)


def put_labels(
    canvas: SvgCanvas,
    stands: Sequence[MarkPlace],
    taken: Sequence[Area],
    ways: Sequence[Way],
    lines: Sequence[Way],
    plot: Area,
) -> None:
    """Write the names for which there is room: on an arrow only where there is none else."""
    marks, unnamed = {}, list(taken)
    for index, stand in enumerate(stands):
        if stand.words:
            wide = width_of(stand.words, SMALL, bold=bool(stand.radius))
            marks[index] = MarkedSpot(stand.spot, stand.radius, (wide, LINE))
        elif stand.radius:
            unnamed.append(stand.area)
    places = words_beside(marks, plot, SMALL, taken=unnamed, ways=ways, lines=lines)
    for index, place in sorted(places.items()):
        if place.line is not None:
            canvas.line(*place.line[0], *place.line[1], "soft", wide=0.8)
        own = bool(stands[index].radius)
        look: Look = "ink" if own else "soft"
        x, y = place.area.x, place.area.y + FOOT
        canvas.text(x, y, stands[index].words, look, size=SMALL, bold=own)
