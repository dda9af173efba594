"""Drawing any picture: `draw` picks the chart for it."""

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
from mops_tui.tui.charts.bars import draw_bars
from mops_tui.tui.charts.canvas import Canvas
from mops_tui.tui.charts.cells import draw_cells
from mops_tui.tui.charts.curve import draw_curve
from mops_tui.tui.charts.grid import draw_grid
from mops_tui.tui.charts.ideas import draw_ideas
from mops_tui.tui.charts.map import draw_map
from mops_tui.tui.charts.scales import draw_scales


def draw(picture: Picture, width: int, height: int) -> Canvas:
    """Draw a picture into exactly so many cells; what does not fit is left out, never an error."""
    match picture:
        case BarsPicture():
            return draw_bars(picture, width, height)
        case ScalesPicture():
            return draw_scales(picture, width, height)
        case CellsPicture():
            return draw_cells(picture, width, height)
        case MapPicture():
            return draw_map(picture, width, height)
        case CurvePicture():
            return draw_curve(picture, width, height)
        case GridPicture():
            return draw_grid(picture, width, height)
        case IdeasPicture():
            return draw_ideas(picture, width, height)
        case _:
            assert_never(picture)
