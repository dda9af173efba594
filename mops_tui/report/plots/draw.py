"""Drawing any picture as lines of text."""

from __future__ import annotations

from typing import assert_never

from mops_tui.pictures.shapes import (
    BarsPicture,
    CellsPicture,
    CurvePicture,
    GridPicture,
    IdeasPicture,
    MapPicture,
    Picture,
    ScalesPicture,
)
from mops_tui.report.plots.bars import plot_bars
from mops_tui.report.plots.grid import plot_grid
from mops_tui.report.plots.page import cut, wrapped
from mops_tui.report.plots.places import plot_curve, plot_map
from mops_tui.report.plots.tables import plot_cells, plot_scales
from mops_tui.words.safe import cells

WIDTH = 72
"""Characters of a line: an e-mail's."""
LEAST = 24
"""A narrower picture would say nothing: its lines are cut."""


def plot_of(picture: Picture, width: int = WIDTH) -> tuple[str, ...]:
    """A picture as lines of at most so many cells; none where nothing is drawn in it.

    How many answered is told beside it, as on a page.
    """
    lines = _plot(picture, max(LEAST, width))
    return tuple(line if cells(line) <= width else cut(line, width) for line in lines)


def _plot(picture: Picture, width: int) -> list[str]:
    match picture:
        case BarsPicture():
            return plot_bars(picture, width)
        case ScalesPicture():
            return plot_scales(picture, width)
        case CellsPicture():
            return plot_cells(picture, width)
        case MapPicture():
            return plot_map(picture, width)
        case CurvePicture():
            return plot_curve(picture, width)
        case GridPicture():
            return plot_grid(picture, width)
        case IdeasPicture():
            return [line for idea in picture.ideas for line in _idea(idea, width)]
    assert_never(picture)


def _idea(idea: str, width: int) -> list[str]:
    lines = wrapped(idea, width - 2)
    return [("- " if at == 0 else "  ") + line for at, line in enumerate(lines)]
