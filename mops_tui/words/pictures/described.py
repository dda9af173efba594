"""What is seen in a picture: its answers with their counts, where the marks are, what is split.

Made of the shapes alone, so that nothing is told that the picture does not show. Nobody is named,
whatever the marks of a grid are called.
"""

from __future__ import annotations

from mops_tui.pictures.shapes import (
    BarsPicture,
    CellsPicture,
    CurvePicture,
    GridPicture,
    IdeasPicture,
    MapPicture,
    Picture,
    ScalesPicture,
    Turnout,
)
from mops_tui.words.i18n import _, ngettext
from mops_tui.words.pictures.counts import of_bars, of_cells, of_ideas, of_scales
from mops_tui.words.pictures.places import of_curve, of_grid, of_map


def described(picture: Picture) -> str:
    """What is seen in a picture, in a few sentences."""
    match picture:
        case BarsPicture():
            told = of_bars(picture)
        case ScalesPicture():
            told = of_scales(picture)
        case CellsPicture():
            told = of_cells(picture)
        case MapPicture():
            told = of_map(picture)
        case CurvePicture():
            told = of_curve(picture)
        case GridPicture():
            told = of_grid(picture)
        case IdeasPicture():
            told = of_ideas(picture)
    return " ".join(filter(None, (*told, _answered(picture.turnout))))


def _answered(turnout: Turnout) -> str:
    """Who is behind it."""
    if turnout.waiting or not turnout.n:
        return _("Nobody has answered.")
    answered = ngettext("One person answered.", "{n} people answered.", turnout.n)
    if turnout.called:
        answered = ngettext(
            "{n} people answered, one of them by calling out.",
            "{n} people answered, {called} of them by calling out.",
            turnout.called,
        )
        if turnout.n == turnout.called == 1:
            answered = _("One person answered, by calling out.")
    return answered.format(n=turnout.n, called=turnout.called)
