"""Animation between two rounds: the same picture with its marks part of the way."""

from __future__ import annotations

from dataclasses import replace

from mops_tui.pictures.curve import bell
from mops_tui.pictures.shapes import (
    BarsPicture,
    CurvePicture,
    GridMove,
    GridPicture,
    MapPicture,
    Picture,
    UnitPoint,
)


def moves(picture: Picture) -> bool:
    """Whether anything in a picture came from another place in the round before."""
    match picture:
        case GridPicture():
            return bool(picture.moves) and not picture.chosen
        case MapPicture():
            return None not in (picture.mops, picture.before) and picture.mops != picture.before
        case CurvePicture():
            return any(wave.before is not None and wave.before != wave.x for wave in picture.waves)
        case BarsPicture():
            return any(bar.before is not None for bar in picture.bars)
        case _:
            return False


def seconds(picture: Picture) -> float:
    """How long the way takes: that of people on a grid is to be followed, bars just grow."""
    return 1.6 if isinstance(picture, GridPicture) else 0.4


def at(picture: Picture, share: float) -> Picture:
    """A picture whose marks are a share, 0 to 1, of the way to their places; 1 is the picture."""
    if share >= 1:
        return picture
    # Fast at first and slow at the end, as things that come to rest are.
    eased = 1 - (1 - max(0.0, share)) ** 3
    match picture:
        case GridPicture():
            return _grid(picture, eased)
        case MapPicture():
            return _map(picture, eased)
        case CurvePicture():
            return _curve(picture, eased)
        case BarsPicture():
            return _bars(picture, eased)
        case _:
            return picture


def _between(start: float, end: float, share: float) -> float:
    return start + (end - start) * share


def _grid(picture: GridPicture, share: float) -> GridPicture:
    """Own marks on their way, each with the way behind it; what they add up to comes at the end."""
    ways = [_on_the_way(move, share) for move in picture.moves]
    by_id = {move.id: move.end for move in ways if move.id}
    # Of an anonymous room a mark is known by its place alone.
    by_end = {move.end: way.end for move, way in zip(picture.moves, ways, strict=True)}
    marks = []
    for mark in picture.marks:
        spot = by_id.get(mark.id) if mark.id else by_end.get(UnitPoint(mark.x, mark.y))
        moving = spot is not None and not mark.hollow
        marks.append(replace(mark, x=spot.x, y=spot.y) if spot and moving else mark)
    return replace(
        picture,
        marks=tuple(marks),
        moves=tuple(ways),
        centre=None,
        spread=None,
        median_x=None,
        median_y=None,
        gliding=True,
    )


def _on_the_way(move: GridMove, share: float) -> GridMove:
    start, end = move.start, move.end
    spot = UnitPoint(_between(start.x, end.x, share), _between(start.y, end.y, share))
    return replace(move, end=spot)


def _map(picture: MapPicture, share: float) -> MapPicture:
    if picture.mops is None or picture.before is None:
        return picture
    spot = UnitPoint(
        _between(picture.before.x, picture.mops.x, share),
        _between(picture.before.y, picture.mops.y, share),
    )
    return replace(picture, mops=spot)


def _curve(picture: CurvePicture, share: float) -> CurvePicture:
    waves = []
    for wave in picture.waves:
        if wave.x is not None and wave.before is not None:
            x = _between(wave.before, wave.x, share)
            waves.append(replace(wave, x=x, y=1 - bell(x)))
        else:
            waves.append(wave)
    return replace(picture, waves=tuple(waves))


def _bars(picture: BarsPicture, share: float) -> BarsPicture:
    bars = tuple(
        replace(bar, length=_between(bar.before, bar.length, share))
        if bar.before is not None
        else bar
        for bar in picture.bars
    )
    return replace(picture, bars=bars)
