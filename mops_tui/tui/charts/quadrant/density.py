"""A crowd on a grid: how many people a block of cells holds, as a shade."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from mops_tui.pictures.crowd import CROWD
from mops_tui.pictures.shapes import GridMark
from mops_tui.tui.charts.canvas import Canvas
from mops_tui.tui.charts.parts import GAP, Entry, entry_width
from mops_tui.tui.charts.quadrant.plot import Plot, Spot
from mops_tui.words.i18n import _, ngettext

SHADES = "░▒▓█"
CELLS_A_MARK = 6
"""With fewer cells a mark than this, too."""


def is_crowd(count: int, plot: Plot) -> bool:
    """Whether so many marks are shown as a density."""
    return count > CROWD or (count > 48 and plot.area < count * CELLS_A_MARK)


def block_of(plot: Plot) -> tuple[int, int]:
    """The columns and rows of a block: about as wide as high, small where the plot is."""
    return (2, 1) if plot.height < 20 else (4, 2)


@dataclass(frozen=True)
class Density:
    """How many people each cell's block holds.

    Attributes:
        counts: By cell; cells of empty blocks are not there.
        steps: The lowest and highest count of each shade.
    """

    counts: Mapping[Spot, int]
    steps: Sequence[tuple[int, int]]

    def put(self, canvas: Canvas, kept: set[Spot]) -> None:
        """Shade the blocks; some cells, such as the median's, stay as they are."""
        shades = {
            count: SHADES[next(i for i, (_low, last) in enumerate(self.steps) if count <= last)]
            for count in set(self.counts.values())
        }
        for (x, y), count in self.counts.items():
            if (x, y) not in kept:
                canvas.put(x, y, shades[count], "density")

    def legend(self, width: int) -> list[Entry]:
        """What the shades mean: each, or from the lightest to the darkest where room is short."""
        last = len(self.steps) - 1
        entries: list[Entry] = [
            (shade, "density", _people(low, high) if i == last else _count(low, high))
            for i, (shade, (low, high)) in enumerate(zip(SHADES, self.steps, strict=False))
        ]
        if sum(entry_width(entry) + GAP for entry in entries) <= width:
            return entries
        return [(SHADES[: last + 1], "density", _people(1, self.steps[-1][1]))]


def density_of(plot: Plot, marks: Sequence[GridMark]) -> Density:
    """Count marks by block, one mark a person."""
    wide, high = block_of(plot)
    middle_x, middle_y = plot.middle
    columns = {x: _block(x - middle_x, wide) for x in range(plot.x, plot.x + plot.width)}
    rows = {y: _block(y - middle_y, high) for y in range(plot.y, plot.y + plot.height)}
    spots = (plot.cell(mark.x, mark.y) for mark in marks)
    blocks = Counter((columns[x], rows[y]) for x, y in spots)
    counts: dict[Spot, int] = {}
    for y, row in rows.items():
        for x, column in columns.items():
            if count := blocks.get((column, row)):
                counts[x, y] = count
    return Density(counts, steps_of(max(blocks.values(), default=0)))


def _count(low: int, high: int) -> str:
    return str(low) if low == high else _("{low}–{high}").format(low=low, high=high)


def _people(low: int, high: int) -> str:
    return ngettext("{n} person", "{n} people", high).format(n=_count(low, high))


def _block(distance: int, cells: int) -> int:
    """The block of a column or row, by its distance from the axis.

    The axis is a block of its own: none lies in two quadrants.
    """
    if not distance:
        return 0
    blocks = (abs(distance) - 1) // cells + 1
    return blocks if distance > 0 else -blocks


def steps_of(most: int) -> list[tuple[int, int]]:
    """The lowest and highest count of each shade: each is about as many times the one before."""
    if most <= len(SHADES):
        return [(count, count) for count in range(1, most + 1)]
    steps: list[tuple[int, int]] = []
    start = 1
    for index in range(1, len(SHADES)):
        end = max(start, round(most ** (index / len(SHADES))))
        steps.append((start, end))
        start = end + 1
    return [*steps, (start, most)]
