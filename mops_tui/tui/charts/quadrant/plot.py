"""The inside of a grid's frame, in cells of the terminal."""

from __future__ import annotations

from typing import NamedTuple

from mops_tui.pictures.shapes import GridMove

Spot = tuple[int, int]
"""A cell of the canvas: column, row."""


class Plot(NamedTuple):
    """The inside of the frame, with an odd number of rows and columns: the axes have one each."""

    x: int
    y: int
    width: int
    height: int

    def cell(self, x: float, y: float) -> Spot:
        """The cell of a point in unit coordinates."""
        return self.x + round(x * (self.width - 1)), self.y + round(y * (self.height - 1))

    def ends(self, move: GridMove) -> tuple[Spot, Spot]:
        """The cells where a move starts and ends."""
        return self.cell(move.start.x, move.start.y), self.cell(move.end.x, move.end.y)

    @property
    def middle(self) -> Spot:
        """The cell where the axes cross."""
        return self.x + self.width // 2, self.y + self.height // 2

    @property
    def area(self) -> int:
        """How many cells there are."""
        return self.width * self.height

    def inside(self, x: int, y: int, width: int = 1) -> bool:
        """Whether so many cells in a row lie in the plot."""
        return (
            self.x <= x and x + width <= self.x + self.width and self.y <= y < self.y + self.height
        )
