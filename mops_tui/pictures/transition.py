"""Animation between two rounds: the same picture with its marks part of the way."""

from __future__ import annotations

from dataclasses import replace

from mops_tui.pictures.curve import bell
from mops_tui.pictures.shapes import (
    BarsPicture,
    CurvePicture,
    GridPicture,
    MapPicture,
    Picture,
    UnitPoint,
)


def moves(picture: Picture) -> bool:
    """Whether anything in a picture came from another place in the round before."""
    match picture:
        case GridPicture():
            return bool(picture.moves)
        case MapPicture():
            return None not in (picture.mops, picture.before) and picture.mops != picture.before
        case CurvePicture():
            return any(wave.before is not None and wave.before != wave.x for wave in picture.waves)
        case BarsPicture():
            return any(bar.before is not None for bar in picture.bars)
        case _:
            return False


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
    starts = {move.id: move.start for move in picture.moves if move.id}
    marks = tuple(
        replace(
            mark,
            x=_between(starts[mark.id].x, mark.x, share),
            y=_between(starts[mark.id].y, mark.y, share),
        )
        if mark.id in starts and not mark.hollow
        else mark
        for mark in picture.marks
    )
    return replace(picture, marks=marks, moves=(), centre=None, spread=None)


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
