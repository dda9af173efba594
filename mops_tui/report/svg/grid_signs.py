"""The signs of a grid, and what they mean."""

from __future__ import annotations

from collections.abc import Sequence

from mops_tui.pictures.places.areas import Area
from mops_tui.pictures.shapes import GridPicture
from mops_tui.report.svg.canvas import SvgCanvas
from mops_tui.report.svg.grid_labels import MarkPlace
from mops_tui.report.svg.legend import Sign
from mops_tui.report.svg.style import Look
from mops_tui.words.i18n import _, ngettext


def has_one_median(picture: GridPicture) -> bool:
    """Whether one axis alone has a median that is drawn."""
    alone = picture.centre is None and not picture.medians
    return alone and not (picture.median_x is None and picture.median_y is None)


def signs_of_crowd(picture: GridPicture) -> list[Sign]:
    """The signs where people are counted by where they stand."""
    signs = [Sign(_counted, _("so many people are there")), Sign(_single, _("one person"))]
    if picture.centre is not None:
        signs.append(Sign(_dashes, _("where the dashed lines cross: the median")))
    return [*signs, *_of_the_middle(picture)]


def signs_of_marks(picture: GridPicture, stands: Sequence[MarkPlace], moves: int) -> list[Sign]:
    """The signs where everybody has a mark; so many moves are drawn."""
    signs = []
    if any(len(stand.marks) == 1 and not stand.hollow for stand in stands):
        signs.append(Sign(_dot, _("own place")))
    if any(stand.hollow for stand in stands):
        signs.append(Sign(_ring, _("from answers")))
    if any(len(stand.marks) > 1 for stand in stands):
        signs.append(Sign(_counted, _("so many people in one place")))
    if moves:
        signs.append(Sign(_arrow, _way(picture, moves)))
    if picture.centre is not None:
        signs.append(Sign(_cross, _("median")))
    return [*signs, *_of_the_middle(picture)]


def _way(picture: GridPicture, moves: int) -> str:
    """Where the arrows come from, and how many of them are drawn."""
    words = {
        "round": _("since round {n}").format(n=picture.turnout.round - 1),
        "session": _("since the first session"),
        "leaning": _("from answers to own place"),
    }[picture.way]
    if moves == len(picture.moves):
        return words
    return _("{way}, {n} of {all} drawn").format(way=words, n=moves, all=len(picture.moves))


def _of_the_middle(picture: GridPicture) -> list[Sign]:
    signs = []
    if picture.spread is not None:
        signs.append(Sign(_box, _("middle half")))
    if has_one_median(picture):
        signs.append(Sign(_dashes, _("median of one axis")))
    if not picture.medians:
        signs += [Sign(_two, words) for words in _split(picture)]
    if picture.between:
        words = ngettext(
            "{n} on a line between corners", "{n} on a line between corners", picture.between
        )
        signs.append(Sign(None, words.format(n=picture.between)))
    if picture.near:
        words = ngettext("{n} close to a line", "{n} close to a line", picture.near)
        signs.append(Sign(None, words.format(n=picture.near)))
    return signs


def _split(picture: GridPicture) -> list[str]:
    if picture.split_x and picture.split_y:
        return [_("split on both axes: no median")]
    sides = (
        (picture.split_x, picture.x_low, picture.x_high),
        (picture.split_y, picture.y_low, picture.y_high),
    )
    words = _("split: {low} – {high}")
    return [words.format(low=low, high=high) for split, low, high in sides if split]


def put_cross(canvas: SvgCanvas, x: float, y: float, arm: float) -> None:
    """A cross, on a paler one, so that it is seen over whatever lies there."""
    layers: tuple[tuple[Look, float, float], ...] = (("paper", 5.0, 1.5), ("ink", 2.5, 0.0))
    for look, wide, more in layers:
        reach = arm + more
        canvas.line(x - reach, y, x + reach, y, look, wide=wide)
        canvas.line(x, y - reach, x, y + reach, look, wide=wide)


def _dot(canvas: SvgCanvas, area: Area) -> None:
    canvas.circle(*area.middle, 4.5, "strong", "paper")


def _single(canvas: SvgCanvas, area: Area) -> None:
    canvas.circle(*area.middle, 3.5, "pale", "paper")


def _ring(canvas: SvgCanvas, area: Area) -> None:
    canvas.circle(*area.middle, 4.5, "paper", "strong", wide=1.5)


def _counted(canvas: SvgCanvas, area: Area) -> None:
    x, y = area.middle
    canvas.circle(x, y, 6.5, "paper", "strong", wide=1.2)
    canvas.text(x, y + 3.4, "9", size=9.5, anchor="middle", bold=True)


def _cross(canvas: SvgCanvas, area: Area) -> None:
    put_cross(canvas, *area.middle, 6)


def _arrow(canvas: SvgCanvas, area: Area) -> None:
    y = area.middle[1]
    canvas.arrow((area.x, y), (area.x + area.w, y))


def _dashes(canvas: SvgCanvas, area: Area) -> None:
    y = area.middle[1]
    canvas.line(area.x, y, area.x + area.w, y, "ink", wide=1.5, dashed=True)


def _box(canvas: SvgCanvas, area: Area) -> None:
    canvas.rect(*area, "tint", "ink", round_=2, dashed=True)


def _two(canvas: SvgCanvas, area: Area) -> None:
    """Two camps: slanting lines at two ends, nothing between them."""
    for x in (area.x, area.x + area.w - 5):
        end = Area(x, area.y, 5, area.h)
        canvas.rect(*end, "none", "ink")
        canvas.hatch(end, "ink", every=4)
