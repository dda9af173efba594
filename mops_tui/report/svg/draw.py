"""Drawing any picture as SVG."""

from __future__ import annotations

import re
from typing import assert_never

from mops_tui.model.text.html import Html, element
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
from mops_tui.report.content.parts import ReportContent, ShownPicture
from mops_tui.report.svg.bars import draw_svg_bars
from mops_tui.report.svg.canvas import SMALL, WIDTH, SvgCanvas, group_font, number
from mops_tui.report.svg.cells import draw_svg_cells
from mops_tui.report.svg.curve import draw_svg_curve
from mops_tui.report.svg.grid import draw_svg_grid
from mops_tui.report.svg.ideas import draw_svg_ideas
from mops_tui.report.svg.map import draw_svg_map
from mops_tui.report.svg.scales import draw_svg_scales
from mops_tui.report.svg.style import SVG_STYLE
from mops_tui.words.pictures.turnout import turnout_text
from mops_tui.words.safe import in_one_line

_ODD = re.compile(r"[^A-Za-z0-9_-]+")
MARGIN = 4.0
"""Around the picture."""


def svg_of(shown: ShownPicture, *, alone: bool = False) -> Html:
    """A picture as one `<svg>` element, with its title and its alternative inside.

    Args:
        shown: The picture.
        alone: It is a file of its own: with its namespace and its own colours, light and dark. On
            a page the page's style has `SVG_STYLE` among its rules.
    """
    canvas = SvgCanvas()
    _draw(shown.picture, canvas)
    if alone:  # a page tells it beside the picture
        _put_turnout(shown.picture, canvas)
    height = max(40.0, canvas.height)
    view = f"{number(-MARGIN)} {number(-MARGIN)} {number(WIDTH + 2 * MARGIN)} "
    view += number(height + 2 * MARGIN)
    name = _ODD.sub("-", shown.key) or "picture"
    given = {"xmlns": "http://www.w3.org/2000/svg"} if alone else {}
    if alone:
        given |= {"width": number((WIDTH + 2 * MARGIN) * 2), "height": number((height + 8) * 2)}
    style = (element("style", Html(SVG_STYLE)),) if alone else ()
    ground = (
        (element("rect", x="-4", y="-4", width=number(WIDTH + 8), height=number(height + 8),
                 class_="f-paper", fill="#ffffff"),)
        if alone
        else ()
    )  # fmt: skip
    return element(
        "svg",
        element("title", in_one_line(shown.title), id=f"{name}-title"),
        element("desc", in_one_line(shown.alternative), id=f"{name}-desc"),
        *style,
        *ground,
        element("g", *canvas.parts(), **group_font()),
        viewBox=view,
        role="img",
        aria_labelledby=f"{name}-title {name}-desc",
        **given,
    )


def svg_file(shown: ShownPicture) -> str:
    """A picture as the text of a file of its own."""
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{svg_of(shown, alone=True)}\n'


def pictures_of(content: ReportContent) -> tuple[ShownPicture, ...]:
    """Every picture of a report once, those of page one first; none in which nothing is."""
    every = [
        *(finding.picture for finding in content.page.findings),
        *(
            round_.picture
            for scenario in content.scenarios
            for question in scenario.questions
            for round_ in question.rounds
        ),
    ]
    return tuple({shown.key: shown for shown in every if not shown.is_bare}.values())


def _put_turnout(picture: Picture, canvas: SvgCanvas) -> None:
    """Who is behind it, below all else."""
    words = turnout_text(picture.turnout)
    if words:
        canvas.text(0, canvas.height + 14, words, "soft", size=SMALL)


def _draw(picture: Picture, canvas: SvgCanvas) -> None:
    match picture:
        case BarsPicture():
            draw_svg_bars(picture, canvas)
        case ScalesPicture():
            draw_svg_scales(picture, canvas)
        case CellsPicture():
            draw_svg_cells(picture, canvas)
        case MapPicture():
            draw_svg_map(picture, canvas)
        case CurvePicture():
            draw_svg_curve(picture, canvas)
        case GridPicture():
            draw_svg_grid(picture, canvas)
        case IdeasPicture():
            draw_svg_ideas(picture, canvas)
        case _:
            assert_never(picture)
