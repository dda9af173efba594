"""The office: rooms with their shares, and MOps where the points put it."""

from __future__ import annotations

from collections.abc import Sequence

from mops_tui.pictures.shapes import Bar, BarsPicture, MapPicture, OfficeRoom, UnitPoint
from mops_tui.tui.charts.bars import draw_bars
from mops_tui.tui.charts.canvas import HEAVY, LIGHT, ROUND, Canvas, arrow_head, path
from mops_tui.tui.charts.office import Rect, Standing, lay_out, stand_mops, trail_start
from mops_tui.tui.charts.parts import (
    Entry,
    bar_text,
    draw_legend,
)
from mops_tui.tui.charts.text import cells
from mops_tui.words.i18n import _
from mops_tui.words.pictures.turnout import turnout_text
from mops_tui.words.results.figures import percent_text, percents

SMALLEST = (56, 11)
"""Below these columns and rows, a plan is no plan: bars say more."""


def draw_map(picture: MapPicture, width: int, height: int) -> Canvas:
    """Draw the office map."""
    canvas = Canvas(width, height)
    house = _house(picture, width, height)
    shares = _percents(picture)
    rooms = _rooms(picture, shares, house, width, height)
    if rooms is None:
        if picture.turnout.waiting:  # bars of nought beside a vote that goes on would mislead
            return canvas
        return draw_bars(as_bars(picture), width, height)
    mops = None
    if picture.mops is not None:
        outside = picture.astray is not None
        spot = _inside(rooms, picture.mops, house) if picture.turnout.own else picture.mops
        rooms, mops = stand_mops(rooms, spot, house, cells(_("MOps")), outside=outside)
    _put_walls(canvas, house)
    for standing in rooms:
        _put_room(canvas, house, standing.room, standing.place)
    for standing in rooms:
        _put_label(canvas, standing, mops)
    trail = _put_mops(canvas, picture, house, rooms, mops) if mops is not None else ""
    if picture.elsewhere:
        _put_elsewhere(canvas, picture, shares, height - 2)
    draw_legend(canvas, height - 1, _legend(picture, trail), turnout_text(picture.turnout))
    return canvas


def _inside(rooms: Sequence[Standing], spot: UnitPoint, house: Rect) -> UnitPoint:
    """The middle of the room that all of one answer went to, wherever that room was pushed to."""
    for standing in rooms:
        room, place = standing.room, standing.place
        if (room.x, room.y) == (spot.x, spot.y):
            x = (place.middle - house.x - 1) / (house.width - 3)
            y = (place.y + place.height // 2 - house.y - 1) / (house.height - 3)
            return UnitPoint(x, y)
    return spot


def has_plan(picture: MapPicture, width: int, height: int) -> bool:
    """Whether there is room for a plan; else the shares are drawn as bars."""
    house = _house(picture, width, height)
    return _rooms(picture, _percents(picture), house, width, height) is not None


def _house(picture: MapPicture, width: int, height: int) -> Rect:
    """The outer walls, over the legend and what has no place on the plan."""
    return Rect(0, 0, width, height - 1 - bool(picture.elsewhere))


def _rooms(
    picture: MapPicture, shares: dict[str, int], house: Rect, width: int, height: int
) -> tuple[Standing, ...] | None:
    """The rooms where they stand; None where there is no room for a plan."""
    if width < SMALLEST[0] or height < SMALLEST[1] or not picture.rooms:
        return None
    return lay_out(picture, shares, house)


def as_bars(picture: MapPicture) -> BarsPicture:
    """The same shares as bars, for a canvas too small for a plan."""
    bars = tuple(
        Bar(room.id, room.label, room.count, room.share, room.share, lead=room.lead)
        for room in picture.rooms
    )
    bars += picture.elsewhere
    return BarsPicture(picture.unit, bars, sum(bar.count for bar in bars), picture.turnout)


def _percents(picture: MapPicture) -> dict[str, int]:
    """The share of each room, and of what has no place on the plan, in whole per cent."""
    every: tuple[OfficeRoom | Bar, ...] = (*picture.rooms, *picture.elsewhere)
    shown = percents([one.count for one in every])
    return {one.id: share for one, share in zip(every, shown, strict=True)}


def _put_walls(canvas: Canvas, house: Rect) -> None:
    canvas.box(*house, role="axis", frame=ROUND)
    door = house.middle - 3
    canvas.put(door, house.y + house.height - 1, "╴    ╶", "axis")


def _put_room(canvas: Canvas, house: Rect, room: OfficeRoom, place: Rect) -> None:
    canvas.ground(*place, "lead" if room.lead else "room")
    canvas.box(*place, role="accent" if room.lead else "muted", frame=LIGHT)
    # The door looks into the house, never at the outer wall.
    above = place.y + place.height / 2 <= house.y + house.height / 2
    row = place.y + place.height - 1 if above else place.y
    canvas.put(place.middle - 1, row, "   ")


def _put_label(canvas: Canvas, standing: Standing, mops: Rect | None) -> None:
    """The name and the share of a room, and a gauge where it has a row for it."""
    room, place, label = standing.room, standing.place, standing.label
    for index, line in enumerate(standing.lines):
        role = "accent" if room.lead else "title"
        if index:
            role = "strong" if room.lead else "muted"
        canvas.center(place.middle, label.y + index, line, role)
    last = place.y + place.height - 2
    row = label.y + label.height + (last > label.y + label.height)
    width = place.width - 8
    gauge = Rect(place.x + 4, row, width, 1)
    if len(standing.lines) < 2 or row > last or (mops is not None and gauge.overlaps(mops)):
        return
    canvas.across(gauge.x, row, width, "─", "axis")
    canvas.put(gauge.x, row, bar_text(room.share, width), "accent" if room.lead else "series-1")


def _put_mops(
    canvas: Canvas, picture: MapPicture, house: Rect, rooms: tuple[Standing, ...], place: Rect
) -> str:
    """Draw MOps, and its way from the round before; returns the signs that the way has."""
    name, trail = _("MOps"), ""
    if picture.before is not None and picture.before != picture.mops:
        words = [standing.label for standing in rooms]
        trail = _put_trail(canvas, trail_start(rooms, picture.before, house), place, words)
    canvas.clear(*place)
    canvas.ground(*place, "here")
    if place.height > 1:
        canvas.box(*place, role="mark", frame=HEAVY)
    canvas.center(place.middle, place.y + place.height // 2, name, "mark")
    return trail


def _put_trail(canvas: Canvas, start: tuple[int, int], new: Rect, words: Sequence[Rect]) -> str:
    """A ring where the middle of MOps was, and dots on its way; neither hides anything.

    Returns:
        The signs that stand there now. None do where MOps covers its way, or words lie on it.
    """
    end = (new.middle, new.y + new.height // 2)
    cells_between = [(x, y) for x, y in path(*start, *end) if not Rect(x, y, 1, 1).overlaps(new)]
    if not cells_between:
        return ""

    def is_free(at: tuple[int, int]) -> bool:
        return canvas.free(*at) and not any(Rect(*at, 1, 1).overlaps(word) for word in words)

    free = [is_free(at) for at in cells_between]
    signs = {at: "•" for index, at in enumerate(cells_between) if free[index] and index % 2 == 0}
    if free[-1]:
        signs[cells_between[-1]] = arrow_head(end[0] - start[0], end[1] - start[1])
    if free[0]:
        signs[start] = "○"
    for at, sign in signs.items():
        canvas.put(*at, sign, "trail" if sign == "•" else "mark")
    return "".join(sign for sign in "○•←→↑↓↖↗↘↙" if sign in signs.values())


def _put_elsewhere(canvas: Canvas, picture: MapPicture, shares: dict[str, int], y: int) -> None:
    x = canvas.put(0, y, _("not on the map:"), "muted") + 1
    plain = picture.turnout.waiting or (picture.turnout.own and picture.unit == "votes")
    for bar in picture.elsewhere:
        text = bar.label if plain else f"{bar.label} {percent_text(shares[bar.id])}"
        if x + cells(text) > canvas.width:
            canvas.put(x, y, "…", "muted")
            return
        x = canvas.put(x, y, text, "strong" if bar.lead else "text") + 3


def _legend(picture: MapPicture, trail: str) -> list[Entry]:
    if picture.mops is None:
        return []
    points = picture.unit == "points"
    where = _("where the points put it") if points else _("where the votes put it")
    if picture.turnout.own and not points:
        where = _("where your answer puts it")
    if picture.astray is not None:
        where = _("between the rooms")
    entries: list[Entry] = [(_("MOps"), "mark", where)]
    if trail:
        entries.append((trail, "trail", _("from the round before")))
    return entries
