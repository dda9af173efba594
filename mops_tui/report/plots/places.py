"""The office plan and the adoption curve in characters."""

from __future__ import annotations

from mops_tui.pictures.curve import bell
from mops_tui.pictures.shapes import BarsPicture, CurvePicture, MapPicture, UnitPoint, Wave
from mops_tui.report.plots.bars import plot_bars
from mops_tui.report.plots.page import CharacterPage, cut, in_rows, wrapped
from mops_tui.words.i18n import _
from mops_tui.words.results.figures import count_text, percent_text, percents
from mops_tui.words.results.stages import stage_label
from mops_tui.words.safe import cells, in_one_line

PLAN, BELL = 11, 8
"""Rows of the plan, and of the curve."""


def plot_map(picture: MapPicture, width: int) -> list[str]:
    """The rooms where they lie, and MOps among them; below, what has no place there."""
    page = CharacterPage(width, PLAN)
    page.frame()
    counts = [room.count for room in picture.rooms] + [bar.count for bar in picture.elsewhere]
    shares = percents(counts)
    for room, share in zip(picture.rooms, shares, strict=False):
        figures = percent_text(share)
        more = f"{figures}, {count_text(room.count, picture.unit)}"
        if cells(f"{in_one_line(room.label)} {more}") <= width // 3 + 2:
            figures = more
        _put_near(page, room.x, room.y, f"{cut(room.label, width // 3 - 7)} {figures}")
    told = []
    if picture.mops is not None:
        name = f"[{in_one_line(_('MOps'))}]"
        _put_near(page, picture.mops.x, picture.mops.y, name)
        told.append(_("{sign} where the votes put it").format(sign=name))
    if picture.before is not None and picture.before != picture.mops:
        name = f"({in_one_line(_('MOps'))})"
        if _is_apart(picture.mops, picture.before):
            _put_near(page, picture.before.x, picture.before.y, name)
            told.append(_("{sign} in the round before").format(sign=name))
    lines = [*page.lines(), *in_rows(told, width)]
    if picture.elsewhere:
        bars = BarsPicture(picture.unit, picture.elsewhere, sum(counts), picture.turnout)
        lines += plot_bars(bars, width)
    return lines


def _is_apart(one: UnitPoint | None, other: UnitPoint) -> bool:
    return one is None or abs(one.x - other.x) + abs(one.y - other.y) > 0.04


def _put_near(page: CharacterPage, x: float, y: float, text: str) -> None:
    """A text around a place, or in the nearest row that has room for it."""
    wide = cells(text)
    left = 2 + round(x * (page.width - 5)) - wide // 2
    left = max(2, min(page.width - 2 - wide, left))
    row = 1 + round(y * (page.height - 3))
    for off in sorted(range(-page.height, page.height + 1), key=abs):
        if page.is_free(left - 1, row + off, wide + 2):
            page.put(left, row + off, text)
            return


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
