"""The office: rooms as discs as large as their share, and where they pull MOps."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from math import sqrt

from mops_tui.pictures.labels import settled_all_that_fit
from mops_tui.pictures.shapes import BarsPicture, MapPicture, OfficeRoom
from mops_tui.report.svg.bars import draw_svg_bars
from mops_tui.report.svg.canvas import SMALL, WIDTH, Area, SvgCanvas, fitted, whole, width_of
from mops_tui.words.i18n import _
from mops_tui.words.results.figures import percent

HIGH, TOP = 176.0, 4.0
R = 32.0
"""The radius of a room that has everything."""
SIDE, ABOVE, BELOW = 62.0, 38.0, 52.0
"""What stays free between the outermost rooms and the walls."""
Place = Callable[[float, float], tuple[float, float]]


def draw_svg_map(picture: MapPicture, canvas: SvgCanvas) -> None:
    """Draw the plan; under it what has no place on it."""
    canvas.rect(0, TOP, WIDTH, HIGH, "none", "line", round_=8)
    place = _stretched(picture)
    spot = None if picture.mops is None else place(picture.mops.x, picture.mops.y)
    if spot is not None:
        for room in picture.rooms:
            if room.share > 0:
                canvas.line(*spot, *place(room.x, room.y), "line", dashed=True)
    for room in picture.rooms:
        _put_disc(canvas, room, place)
    y = TOP + HIGH + 17
    if spot is not None and picture.before is not None:
        canvas.arrow(place(picture.before.x, picture.before.y), spot, "ink", after=7)
    if spot is not None:
        canvas.rect(spot[0] - 6, spot[1] - 6, 12, 12, "ink", "paper", round_=2)
    _put_names(canvas, picture, place, spot)
    if spot is not None:
        words = _("where all answers together pull MOps")
        if picture.before is not None:
            words = _("where all answers together pull MOps, and did before")
        canvas.rect(0, y - 10, 10, 10, "ink", round_=2)
        canvas.text(16, y, words, "soft", size=SMALL, width=WIDTH - 16)
        y += 8
    if picture.elsewhere:
        counts = [room.count for room in picture.rooms]
        total = sum(counts) + sum(bar.count for bar in picture.elsewhere)
        others = BarsPicture(picture.unit, picture.elsewhere, total, picture.turnout)
        draw_svg_bars(others, canvas, y)


def _stretched(picture: MapPicture) -> Place:
    """Positions with the outermost rooms at the walls: how they lie to each other stays."""
    xs = [room.x for room in picture.rooms] or [0.5]
    ys = [room.y for room in picture.rooms] or [0.5]

    def along(value: float, values: list[float], start: float, end: float) -> float:
        low, high = min(values), max(values)
        share = (value - low) / (high - low) if high > low else 0.5
        return start + min(1.0, max(0.0, share)) * (end - start)

    def place(x: float, y: float) -> tuple[float, float]:
        return (
            along(x, xs, SIDE, WIDTH - SIDE),
            along(y, ys, TOP + ABOVE, TOP + HIGH - BELOW),
        )

    return place


def _radius(room: OfficeRoom) -> float:
    return max(3.0, R * sqrt(whole(room.share)))


def _put_disc(canvas: SvgCanvas, room: OfficeRoom, place: Place) -> None:
    x, y = place(room.x, room.y)
    if room.count:
        canvas.circle(x, y, _radius(room), "pale", "strong" if room.lead else "none", wide=3)
    else:
        canvas.circle(x, y, _radius(room), "none", "line")


def _put_names(
    canvas: SvgCanvas, picture: MapPicture, place: Place, spot: tuple[float, float] | None
) -> None:
    """The rooms' names with their shares, and MOps, each where it meets no other."""
    discs = [(place(room.x, room.y), _radius(room)) for room in picture.rooms]
    names = [_name(room) for room in picture.rooms]
    walls = Area(3, TOP + 3, WIDTH - 6, HIGH - 6)
    mark = None if spot is None else Area(spot[0] - 6, spot[1] - 6, 12, 12)
    over = [Area(x - r, y - r, 2 * r, 2 * r) for (x, y), r in discs]
    possible: dict[int, list[Area]] = {}
    for index, (room, name) in enumerate(zip(picture.rooms, names, strict=True)):
        wide = width_of(name, SMALL, bold=room.lead)
        places = _around(*discs[index], wide, 15.0, walls)
        possible[index] = [one for one in places if mark is None or not one.meets(mark)]
    tag = _("MOps")
    if spot is not None:
        possible[-1] = list(_around(spot, 7.0, width_of(tag, SMALL, bold=True) + 8, 18.0, walls))
    for index, areas in possible.items():  # a name on a disc is read, but not well
        areas.sort(key=lambda area: sum(area.meets(one) for one in over) * (3 if index < 0 else 1))
    for index, area in settled_all_that_fit(possible, Area.meets).items():
        x, y = area.middle
        if index < 0:
            canvas.rect(*area, "ink", "paper", round_=4)
            canvas.text(x, y + 4, tag, "paper", size=SMALL, anchor="middle", bold=True)
        else:
            bold = picture.rooms[index].lead
            canvas.text(x, y + 4, names[index], size=SMALL, anchor="middle", bold=bold)


def _name(room: OfficeRoom) -> str:
    figure = f" {percent(room.share)} %"
    return fitted(room.label, 118 - width_of(figure, SMALL), SMALL, bold=room.lead) + figure


def _around(
    spot: tuple[float, float], r: float, wide: float, high: float, walls: Area
) -> Iterable[Area]:
    """The places around something, below it first, then further off; all within the walls."""
    x, y = spot
    left = min(max(walls.x, x - wide / 2), walls.x + walls.w - wide)
    below, above = y + r + 3, y - r - 3 - high
    for off in (0.0, 16.0, 32.0, 48.0):
        beside = (x + r + 4, x - r - 4 - wide)
        for area in (
            Area(left, below + off, wide, high),
            Area(left, above - off, wide, high),
            *(Area(at, y - high / 2 + side, wide, high) for at in beside for side in (off, -off)),
        ):
            if walls.holds(area):
                yield area
