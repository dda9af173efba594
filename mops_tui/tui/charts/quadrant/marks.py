"""The marks of a grid, cell by cell: who stands on each, and the sign that is drawn there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from mops_tui.pictures.shapes import GridMark
from mops_tui.tui.charts.quadrant.plot import Plot, Spot

SOLID, HOLLOW, SEVERAL, CROWD, CHOSEN = "●", "○", "◎", "#", "◉"
MOST_COUNTED = 9
"""More than so many on one cell have one sign: a cell has room for one digit."""


@dataclass(frozen=True)
class Standpoint:
    """Everybody on one cell.

    Attributes:
        own: Marks that people placed; they come before leanings.
        leaning: Marks that follow from answers.
    """

    at: Spot
    own: tuple[GridMark, ...]
    leaning: tuple[GridMark, ...]

    @property
    def shown(self) -> tuple[GridMark, ...]:
        """Those whom the sign stands for."""
        return self.own or self.leaning

    @property
    def hollow(self) -> bool:
        """Whether the sign is a hollow one."""
        return not self.own

    def sign(self, mixed: bool) -> str:
        """A dot, or how many there are; digits count own marks where both kinds are drawn."""
        count = len(self.shown)
        if count == 1:
            return HOLLOW if self.hollow else SOLID
        if self.hollow and mixed:
            return SEVERAL
        return str(count) if count <= MOST_COUNTED else CROWD


def stands(plot: Plot, marks: Sequence[GridMark]) -> list[Standpoint]:
    """The marks by cell, in reading order."""
    own: dict[Spot, list[GridMark]] = {}
    leaning: dict[Spot, list[GridMark]] = {}
    for mark in marks:
        where = leaning if mark.hollow else own
        where.setdefault(plot.cell(mark.x, mark.y), []).append(mark)
    spots = sorted(own.keys() | leaning.keys(), key=lambda spot: (spot[1], spot[0]))
    return [
        Standpoint(spot, tuple(own.get(spot, ())), tuple(leaning.get(spot, ()))) for spot in spots
    ]
