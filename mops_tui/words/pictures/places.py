"""What is seen on the office plan, the adoption curve and a grid: who is where."""

from __future__ import annotations

from collections.abc import Iterator
from math import hypot

from mops_tui.pictures.shapes import (
    INSIDE,
    CurvePicture,
    GridPicture,
    MapPicture,
    OfficeRoom,
    UnitPoint,
    Wave,
)
from mops_tui.words.i18n import _, ngettext
from mops_tui.words.results.figures import count_text, listed
from mops_tui.words.results.quoting import quoted
from mops_tui.words.results.stages import stage_place

_NAME = 60
_HALF = 0.5


def of_map(picture: MapPicture) -> Iterator[str]:
    """The rooms with what they hold, and where Marketing Operations stands."""
    held = sorted((room for room in picture.rooms if room.count), key=lambda room: -room.count)
    rooms = [
        _("{room} {count}").format(
            room=quoted(room.label, _NAME), count=count_text(room.count, picture.unit)
        )
        for room in held
    ]
    words = ngettext(
        "The plan of an office with one room.",
        "The plan of an office with {n} rooms.",
        len(picture.rooms),
    )
    if rooms:
        words = ngettext(
            "The plan of an office with one room: {rooms}.",
            "The plan of an office with {n} rooms: {rooms}.",
            len(picture.rooms),
        )
    yield words.format(n=len(picture.rooms), rooms=_(", ").join(rooms))
    beside = [
        _("{room} {count}").format(
            room=quoted(bar.label, _NAME), count=count_text(bar.count, picture.unit)
        )
        for bar in picture.elsewhere
        if bar.count
    ]
    if beside:
        yield _("Not on the plan: {rooms}.").format(rooms=_(", ").join(beside))
    if picture.mops is not None:
        yield _stands(picture, picture.mops)
    if picture.mops is not None and picture.before is not None:
        yield _("An arrow comes from where it stood in the vote before.")


def _stands(picture: MapPicture, spot: UnitPoint) -> str:
    def far(room: OfficeRoom) -> float:
        return hypot(room.x - spot.x, room.y - spot.y)

    near = sorted(picture.rooms, key=far)[:2]
    astray = picture.astray
    if not near:
        return ""
    names = [quoted(room.label, _NAME) for room in near]
    if astray is not None:
        words = _("The mark of MOps lies at {room}, drawn there from several sides.")
        return words.format(room=quoted(astray.label, _NAME))
    if far(near[0]) < INSIDE or len(near) == 1:
        return _("The mark of MOps lies at {room}.").format(room=names[0])
    return _("The mark of MOps lies between {rooms}.").format(rooms=listed(names))


def of_curve(picture: CurvePicture) -> Iterator[str]:
    """Each wave with the stage it stands at, and whether people are split on it."""
    yield _("The curve of adoption, from innovators to laggards, with a gap after the early ones.")
    for wave in picture.waves:
        yield _wave(picture, wave)


def _wave(picture: CurvePicture, wave: Wave) -> str:
    name = quoted(wave.label, _NAME)
    if wave.x is None or wave.n == 0:
        if not wave.n:
            return _("{wave}: nobody placed it.").format(wave=name)
        words = ngettext(
            "{wave}: placed by one person, too few for a mark.",
            "{wave}: placed by {n} people, too few for a mark.",
            wave.n,
        )
        return words.format(wave=name, n=wave.n)
    words = _("{wave} stands {stage}, placed by {n}.")
    if wave.split:
        words = _("{wave} is split: the middle of {n} lies {stage}.")
    return words.format(wave=name, stage=stage_place(_stage(picture, wave.x)), n=wave.n)


def _stage(picture: CurvePicture, x: float) -> str:
    """The stage at a place of the curve; at its very end the last one."""
    for band in picture.stages:
        if band.start <= x < band.end:
            return band.id
    return picture.stages[-1].id if picture.stages else ""


def of_grid(picture: GridPicture) -> Iterator[str]:
    """The corners with their people, where the middle of all lies, and how many moved."""
    yield _("A grid from {left} to {right} and, upwards, from {low} to {high}.").format(
        left=quoted(picture.x_low, _NAME),
        right=quoted(picture.x_high, _NAME),
        low=quoted(picture.y_low, _NAME),
        high=quoted(picture.y_high, _NAME),
    )
    places = (_("top left"), _("top right"), _("bottom left"), _("bottom right"))
    told = [
        _("{n} at {corner} ({place})").format(
            n=corner.count, corner=quoted(corner.name, _NAME), place=place
        )
        for corner, place in zip(picture.corners, places, strict=True)
        if corner.count is not None
    ]
    if picture.between:
        told.append(_("{n} on a line between them").format(n=picture.between))
    if told:
        yield _("{told}.").format(told=listed(told))
    called = sum(corner.called for corner in picture.corners)
    if called:
        yield ngettext(
            "One of them called out and has no mark.",
            "{n} of them called out and have no mark.",
            called,
        ).format(n=called)
    yield _middle(picture)
    yield _moved(picture)


def _middle(picture: GridPicture) -> str:
    if picture.split_x and picture.split_y:
        return _("The marks are split from left to right, and from top to bottom.")
    if picture.split_x:
        return _("The marks are split from left to right.")
    if picture.split_y:
        return _("The marks are split from top to bottom.")
    if picture.centre is None:
        return ""
    across, down = picture.centre.x - _HALF, picture.centre.y - _HALF
    if not across and not down:
        return _("The middle of all marks lies where the lines cross.")
    words = {
        (False, False): _("The middle of all marks lies at the top left."),
        (True, False): _("The middle of all marks lies at the top right."),
        (False, True): _("The middle of all marks lies at the bottom left."),
        (True, True): _("The middle of all marks lies at the bottom right."),
    }
    if not down:
        right = _("The middle of all marks lies on the line, at the right.")
        return right if across > 0 else _("The middle of all marks lies on the line, at the left.")
    if not across:
        below = _("The middle of all marks lies on the line, below.")
        return below if down > 0 else _("The middle of all marks lies on the line, above.")
    return words[across > 0, down > 0]


def _moved(picture: GridPicture) -> str:
    if not picture.moves:
        return ""
    n = len(picture.moves)
    if picture.way == "leaning":
        words = ngettext(
            "An arrow shows for one from where their answers point.",
            "Arrows show for {n} from where their answers point.",
            n,
        )
    else:
        words = ngettext(
            "An arrow shows for one from where they moved.",
            "Arrows show for {n} from where they moved.",
            n,
        )
    return words.format(n=n)
