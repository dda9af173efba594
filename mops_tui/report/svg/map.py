"""The office: rooms as discs as large as their share, and where they pull MOps."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from mops_tui.pictures.shapes import BarsPicture, MapPicture, OfficeRoom
from mops_tui.report.svg.bars import draw_svg_bars
from mops_tui.report.svg.canvas import SMALL, WIDTH, SvgCanvas, fitted, width_of
from mops_tui.words.i18n import _
from mops_tui.words.results.figures import percent

HIGH, TOP = 230.0, 4.0
R = 38.0
"""The radius of a room that has everything."""
SIDE, ABOVE, BELOW = 62.0, 44.0, 58.0
"""What stays free between the outermost rooms and the walls."""
Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""
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
    taken = [box for room in picture.rooms for box in _room(room, place, canvas)]
    y = TOP + HIGH + 17
    if spot is not None:
        _mops(picture, spot, place, taken, canvas)
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


def _room(room: OfficeRoom, place: Place, canvas: SvgCanvas) -> Iterable[Box]:
    """A disc, and under it the room's name and share; the boxes that both take."""
    x, y = place(room.x, room.y)
    r = max(3.0, R * max(0.0, min(1.0, room.share)) ** 0.5)
    if room.count:
        canvas.circle(x, y, r, "pale", "strong" if room.lead else "none", wide=3)
    else:
        canvas.circle(x, y, r, "none", "line")
    yield x - r, y - r, x + r, y + r
    figure = f" {percent(room.share)} %"
    name = fitted(room.label, 118 - width_of(figure, SMALL), SMALL, bold=room.lead) + figure
    wide = width_of(name, SMALL, bold=room.lead)
    foot = y + r + 14
    middle = min(WIDTH - wide / 2 - 3, max(wide / 2 + 3, x))
    canvas.text(middle, foot, name, size=SMALL, anchor="middle", bold=room.lead)
    yield middle - wide / 2, foot - 11, middle + wide / 2, foot + 4


def _mops(
    picture: MapPicture,
    spot: tuple[float, float],
    place: Place,
    taken: list[Box],
    canvas: SvgCanvas,
) -> None:
    """A square where MOps stands, and its name beside it, where nothing is covered."""
    x, y = spot
    if picture.before is not None:
        canvas.arrow(place(picture.before.x, picture.before.y), (x, y), "ink", after=7)
    canvas.rect(x - 6, y - 6, 12, 12, "ink", "paper", round_=2)
    name = _("MOps")
    wide = width_of(name, SMALL, bold=True) + 8
    ways = ((0, -19), (0, 19), (wide / 2 + 11, 0), (-wide / 2 - 11, 0), (26, -19), (-26, -19))
    boxes = [(x + dx - wide / 2, y + dy - 9, x + dx + wide / 2, y + dy + 9) for dx, dy in ways]
    best = min(boxes, key=lambda box: sum(_shared(box, one) for one in taken))
    left, top, right, _bottom = best
    canvas.rect(left, top, right - left, 18, "ink", "paper", round_=4)
    canvas.text((left + right) / 2, top + 13, name, "paper", size=SMALL, anchor="middle", bold=True)


def _shared(one: Box, other: Box) -> float:
    """How much of each other two boxes cover."""
    across = min(one[2], other[2]) - max(one[0], other[0])
    down = min(one[3], other[3]) - max(one[1], other[1])
    return max(0.0, across) * max(0.0, down)
