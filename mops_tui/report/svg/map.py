"""The office: rooms as discs as large as their share, and where they pull MOps."""

from __future__ import annotations

from mops_tui.pictures.places.areas import Area
from mops_tui.pictures.places.office import MARK, MOPS, OfficePlan, office_plan
from mops_tui.pictures.shapes import BarsPicture, MapPicture, OfficeRoom
from mops_tui.report.svg.bars import draw_svg_bars
from mops_tui.report.svg.canvas import SMALL, WIDTH, SvgCanvas, fitted, width_of, wrapped
from mops_tui.words.i18n import _
from mops_tui.words.results.figures import percent

HIGH, TOP = 176.0, 4.0
LINE, ROW = 15.0, 17.0
"""The height of a name, and of a line under the plan."""
MOST = 118.0
"""The widest name."""


def draw_svg_map(picture: MapPicture, canvas: SvgCanvas) -> None:
    """Draw the plan; under it what has no place on it."""
    names = [_name(room) for room in picture.rooms]
    sizes = [
        (width_of(name, SMALL, bold=room.lead), LINE)
        for name, room in zip(names, picture.rooms, strict=True)
    ]
    tag = (width_of(_("MOps"), SMALL, bold=True) + 8, LINE + 3)
    walls = Area(0, TOP, WIDTH, HIGH)
    plan = office_plan(picture, walls, SMALL, sizes, tag)
    canvas.rect(*walls, "none", "line", round_=8)
    _put_rooms(canvas, picture, plan)
    _put_mops(canvas, plan)
    _put_names(canvas, picture, plan, names)
    y = TOP + HIGH + ROW
    if plan.mops is not None:
        words = _("where all answers together pull MOps")
        if plan.way is not None:
            words = _("where all answers together pull MOps, and did before")
        canvas.rect(0, y - 10, 10, 10, "ink", round_=2)
        canvas.text(16, y, words, "soft", size=SMALL, width=WIDTH - 16)
        y += ROW
    without = [name for at, name in enumerate(names) if at not in plan.names]
    if without:
        told = _("without room for their names: {names}").format(names=", ".join(without))
        for line in wrapped(told, WIDTH, 3, SMALL):
            canvas.text(0, y, line, "soft", size=SMALL)
            y += ROW
    if picture.elsewhere:
        counts = [room.count for room in picture.rooms]
        total = sum(counts) + sum(bar.count for bar in picture.elsewhere)
        others = BarsPicture(picture.unit, picture.elsewhere, total, picture.turnout)
        draw_svg_bars(others, canvas, y - 9)


def _put_rooms(canvas: SvgCanvas, picture: MapPicture, plan: OfficePlan) -> None:
    """The discs, and dashes from each that pulls to MOps."""
    if plan.mops is not None:
        for room, (spot, _radius) in zip(picture.rooms, plan.discs, strict=True):
            if room.share > 0:
                canvas.line(*plan.mops, *spot, "line", dashed=True)
    for room, ((x, y), radius) in zip(picture.rooms, plan.discs, strict=True):
        if room.count:
            canvas.circle(x, y, radius, "pale", "strong" if room.lead else "none", wide=3)
        else:
            canvas.circle(x, y, radius, "none", "line")


def _put_mops(canvas: SvgCanvas, plan: OfficePlan) -> None:
    """The mark of MOps, and the way to it."""
    if plan.way is not None:
        canvas.arrow(*plan.way, "ink")
    if plan.mops is not None:
        x, y = plan.mops
        half = MARK * SMALL
        canvas.rect(x - half, y - half, 2 * half, 2 * half, "ink", "paper", round_=2)


def _put_names(canvas: SvgCanvas, picture: MapPicture, plan: OfficePlan, names: list[str]) -> None:
    """The rooms' names with their shares, and MOps, each where nothing else is."""
    for index, place in sorted(plan.names.items()):
        x, y = place.area.middle
        if place.line is not None:
            canvas.line(*place.line[0], *place.line[1], "soft", wide=0.8)
        if index == MOPS:
            canvas.rect(*place.area, "ink", "paper", round_=4)
            canvas.text(x, y + 4, _("MOps"), "paper", size=SMALL, anchor="middle", bold=True)
        else:
            bold = picture.rooms[index].lead
            canvas.text(x, y + 4, names[index], size=SMALL, anchor="middle", bold=bold)


def _name(room: OfficeRoom) -> str:
    figure = f" {percent(room.share)} %"
    return fitted(room.label, MOST - width_of(figure, SMALL), SMALL, bold=room.lead) + figure
