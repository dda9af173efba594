"""The office: rooms with their shares, and MOps where the points put it."""

from __future__ import annotations

from typing import NamedTuple

from mops_tui.pictures.shapes import Bar, BarsPicture, MapPicture, OfficeRoom, UnitPoint
from mops_tui.tui.charts.bars import draw_bars
from mops_tui.tui.charts.canvas import HEAVY, LIGHT, ROUND, Canvas, arrow_head, path
from mops_tui.tui.charts.parts import (
    Entry,
    bar_text,
    count_text,
    draw_legend,
    percent_text,
    turnout_text,
)
from mops_tui.tui.charts.text import cells, fit
from mops_tui.words.i18n import _
from mops_tui.words.results.figures import percents

SMALLEST = (56, 11)
"""Below these columns and rows, a plan is no plan: bars say more."""


class Rect(NamedTuple):
    """Cells of the canvas."""

    x: int
    y: int
    width: int
    height: int

    @property
    def middle(self) -> int:
        """The middle column."""
        return self.x + self.width // 2

    def overlaps(self, other: Rect) -> bool:
        """Whether two have a cell in common."""
        return (
            self.x < other.x + other.width
            and other.x < self.x + self.width
            and self.y < other.y + other.height
            and other.y < self.y + self.height
        )


def draw_map(picture: MapPicture, width: int, height: int) -> Canvas:
    """Draw the office map."""
    if width < SMALLEST[0] or height < SMALLEST[1] or not picture.rooms:
        if picture.turnout.waiting:  # bars of nought beside a vote that goes on would mislead
            return Canvas(width, height)
        return draw_bars(as_bars(picture), width, height)
    canvas = Canvas(width, height)
    below = 1 + bool(picture.elsewhere)
    house = Rect(0, 0, width, height - below)
    _put_walls(canvas, house)
    places = [_rect_around(house, room, *_room_size(picture, house)) for room in picture.rooms]
    for room, place in zip(picture.rooms, places, strict=True):
        _put_room(canvas, house, room, place)
    mops = _put_mops(canvas, picture, house)
    shares = _percents(picture)
    for room, place in zip(picture.rooms, places, strict=True):
        _put_label(canvas, picture, room, shares[room.id], place, mops)
    if picture.elsewhere:
        _put_elsewhere(canvas, picture, shares, height - 2)
    draw_legend(canvas, height - 1, _legend(picture), turnout_text(picture.turnout))
    return canvas


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


def _room_size(picture: MapPicture, house: Rect) -> tuple[int, int]:
    """The largest size at which no two rooms meet; the smallest where they always do."""
    longest = max(cells(room.label) for room in picture.rooms)
    least = min(max(12, longest + 4), max(8, house.width // 2 - 2))
    most = max(least, min(34, (house.width - 4) // 3))
    for height in range(max(3, min(9, (house.height - 2) // 2)), 2, -1):
        for width in range(most, least - 1, -2):
            places = [_rect_around(house, room, width, height) for room in picture.rooms]
            if not any(a.overlaps(b) for i, a in enumerate(places) for b in places[:i]):
                return width, height
    return least, 3


def _rect_around(house: Rect, spot: OfficeRoom | UnitPoint, width: int, height: int) -> Rect:
    """A rectangle around a spot of the plan, kept within the walls."""
    x = house.x + 1 + spot.x * (house.width - 3) - (width - 1) / 2
    y = house.y + 1 + spot.y * (house.height - 3) - (height - 1) / 2
    left = min(max(house.x + 2, round(x)), house.x + house.width - 2 - width)
    top = min(max(house.y + 1, round(y)), house.y + house.height - 1 - height)
    return Rect(left, top, width, height)


def _put_room(canvas: Canvas, house: Rect, room: OfficeRoom, place: Rect) -> None:
    canvas.clear(*place)
    canvas.ground(*place, "lead" if room.lead else "room")
    canvas.box(*place, role="accent" if room.lead else "muted", frame=LIGHT)
    # The door looks into the house, never at the outer wall.
    above = place.y + place.height / 2 <= house.y + house.height / 2
    row = place.y + place.height - 1 if above else place.y
    canvas.put(place.middle - 1, row, "   ")


def _put_mops(canvas: Canvas, picture: MapPicture, house: Rect) -> Rect | None:
    if picture.mops is None:
        return None
    name = _("MOps")
    tall = 5 if house.height >= 22 else 3
    wide = cells(name) + (10 if tall == 5 else 6)
    place = _rect_around(house, picture.mops, wide, tall)
    if picture.before is not None:
        _put_trail(canvas, _rect_around(house, picture.before, wide, tall), place)
    canvas.clear(*place)
    canvas.ground(*place, "here")
    canvas.box(*place, role="mark", frame=HEAVY)
    canvas.center(place.middle, place.y + tall // 2, name, "mark")
    return place


def _put_trail(canvas: Canvas, old: Rect, new: Rect) -> None:
    """A ring where the middle of MOps was, and dots on its way."""
    start = (old.middle, old.y + old.height // 2)
    end = (new.middle, new.y + new.height // 2)
    cells_between = [(x, y) for x, y in path(*start, *end) if not Rect(x, y, 1, 1).overlaps(new)]
    if not cells_between:
        return
    for index, (x, y) in enumerate(cells_between):
        canvas.put(x, y, "•" if index % 2 == 0 else " ", "trail")
    canvas.put(*cells_between[-1], arrow_head(end[0] - start[0], end[1] - start[1]), "mark")
    canvas.put(*start, "○", "mark")


def _put_label(
    canvas: Canvas,
    picture: MapPicture,
    room: OfficeRoom,
    share: int,
    place: Rect,
    mops: Rect | None,
) -> None:
    """The name and the share, on the rows that MOps leaves free."""
    role = "accent" if room.lead else "title"
    if picture.turnout.waiting:
        # While the room votes there is no share to tell, not even nought.
        name = fit(room.label, place.width - 4)
        _put_beside(canvas, place, place.y + place.height // 2, name, role, mops)
        return
    figure = percent_text(share)
    count = count_text(room.count, picture.unit)
    inner = place.width - 2
    name = fit(room.label, inner - 2)
    rows = range(place.y + 1, place.y + place.height - 1)
    long = f"{figure} · {count}"
    second = long if cells(long) <= inner else figure
    wide = max(cells(name), cells(second))
    free = [row for row in rows if _start_beside(place, row, wide, mops) is not None]
    if len(free) >= 2:
        start = (len(free) - 2) // 2 if len(free) < 5 else (len(free) - 3) // 2
        _put_beside(canvas, place, free[start], name, role, mops)
        _put_beside(
            canvas, place, free[start + 1], second, "strong" if room.lead else "muted", mops
        )
        if len(free) >= 5:
            _put_gauge(canvas, room, place, free[start + 2 + (len(free) >= 6)], mops)
        return
    both = fit(f"{name} {figure}", inner - 2)
    candidates = [*rows, place.y + place.height - 1, place.y]
    for row in candidates:
        if _start_beside(place, row, cells(both), mops) is not None:
            _put_beside(canvas, place, row, both, role, mops)
            return
    # MOps covers the whole room: its name stands outside, beside the wall.
    wide = cells(both)
    for row in (place.y + place.height, place.y - 1):
        for start in (place.middle - wide // 2, place.x, place.x + place.width - wide):
            if canvas.free(start - 1, row, wide + 2):
                canvas.put(start, row, both, role)
                return


def _put_gauge(canvas: Canvas, room: OfficeRoom, place: Rect, row: int, mops: Rect | None) -> None:
    """The share as a bar on a track, where MOps leaves room for it."""
    width = place.width - 8
    start = place.x + 4
    if mops is not None and Rect(start, row, width, 1).overlaps(mops):
        return
    canvas.across(start, row, width, "─", "axis")
    canvas.put(start, row, bar_text(room.share, width), "accent" if room.lead else "series-1")


def _start_beside(place: Rect, row: int, width: int, mops: Rect | None) -> int | None:
    """Where a text fits on a row of a room beside MOps: centred, else left, else right."""
    starts = (
        place.middle - width // 2,
        place.x + 2,
        place.x + place.width - 2 - width,
    )
    for start in starts:
        if mops is None or not Rect(start - 1, row, width + 2, 1).overlaps(mops):
            return start
    return None


def _put_beside(
    canvas: Canvas, place: Rect, row: int, text: str, role: str, mops: Rect | None
) -> None:
    start = _start_beside(place, row, cells(text), mops)
    if start is not None:
        canvas.put(start, row, text, role)


def _put_elsewhere(canvas: Canvas, picture: MapPicture, shares: dict[str, int], y: int) -> None:
    x = canvas.put(0, y, _("not on the plan:"), "muted") + 1
    for bar in picture.elsewhere:
        text = (
            bar.label if picture.turnout.waiting else f"{bar.label} {percent_text(shares[bar.id])}"
        )
        if x + cells(text) > canvas.width:
            canvas.put(x, y, "…", "muted")
            return
        x = canvas.put(x, y, text, "strong" if bar.lead else "text") + 3


def _legend(picture: MapPicture) -> list[Entry]:
    if picture.mops is None:
        return []
    points = picture.unit == "points"
    where = _("where the points put it") if points else _("where the votes put it")
    if picture.astray is not None:
        where = _("between the rooms")
    entries: list[Entry] = [(_("MOps"), "mark", where)]
    if picture.before is not None and picture.before != picture.mops:
        entries.append(("○•→", "trail", _("from the round before")))
    return entries
