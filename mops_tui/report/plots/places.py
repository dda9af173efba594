"""The office and the adoption curve in characters."""

from __future__ import annotations

from mops_tui.pictures.curve import bell
from mops_tui.pictures.shapes import Bar, BarsPicture, CurvePicture, MapPicture, Wave
from mops_tui.report.plots.bars import plot_bars
from mops_tui.report.plots.page import CharacterPage, wrapped
from mops_tui.words.i18n import _
from mops_tui.words.results.stages import stage_label
from mops_tui.words.safe import in_one_line

BELL = 8
"""Rows of the curve."""


def plot_map(picture: MapPicture, width: int) -> list[str]:
    """A bar a room: that tells more in fewer lines than a plan in characters."""
    rooms = tuple(
        Bar(one.id, one.label, one.count, one.share, one.share, lead=one.lead)
        for one in picture.rooms
    )
    bars = (*rooms, *picture.elsewhere)
    total = sum(bar.count for bar in bars)
    return plot_bars(BarsPicture(picture.unit, bars, total, picture.turnout), width)


def plot_curve(picture: CurvePicture, width: int) -> list[str]:
    """A small bell with the letters on it, then each stage with the waves that stand there."""
    wide = min(width, 64)
    page = CharacterPage(wide, BELL)
    for column in range(wide):
        x = column / max(1, wide - 1)
        if not any(band.gap and band.start <= x < band.end for band in picture.stages):
            page.put(column, _row(x), ".")
    for wave in picture.waves:
        if wave.x is not None:
            _put_letter(page, wave.letter, round(wave.x * (wide - 1)), _row(wave.x))
    lines = [*page.lines(), "-" * wide]
    for band in picture.stages:
        waves = [w for w in picture.waves if w.x is not None and _stands(w, band.start, band.end)]
        lines += _stage(f"{in_one_line(stage_label(band.id))}:", waves, width)
    lines += _stage(_("not placed:"), [w for w in picture.waves if w.x is None], width)
    return lines


def _stage(name: str, waves: list[Wave], width: int) -> list[str]:
    if not waves:
        return []
    lines = wrapped(name, width)
    for wave in waves:
        told = f"  {wave.letter} {in_one_line(wave.label)}"
        if wave.split:
            told = _("{wave} (split)").format(wave=told)
        first, *rest = wrapped(told.strip(), max(8, width - 4)) or [""]
        lines += [f"  {first}", *(f"    {line}" for line in rest)]
    return lines


def _stands(wave: Wave, start: float, end: float) -> bool:
    x = min(wave.x or 0.0, 0.999999)
    return start <= x < end


def _row(x: float) -> int:
    return round((1 - bell(x)) * (BELL - 2)) + 1


def _put_letter(page: CharacterPage, letter: str, column: int, row: int) -> None:
    """A letter on the curve, or above another one that stands there."""
    for y in range(row, -1, -1):
        for x in (column, column + 1, column - 1):
            if page.is_free(x, y, 1) or (y == row and page.has(x, y, ".")):
                page.put(x, y, letter)
                return
