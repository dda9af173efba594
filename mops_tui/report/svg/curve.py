"""The adoption curve: the bell with its gap, and the waves where the room puts them."""

from __future__ import annotations

from mops_tui.pictures.curve import bell
from mops_tui.pictures.shapes import CurvePicture, StageBand, Wave
from mops_tui.report.svg.canvas import SMALL, WIDTH, SvgCanvas, fitted, width_of
from mops_tui.words.i18n import _
from mops_tui.words.results.stages import stage_label

HIGH, TOP = 150.0, 24.0
R, STEPS = 9.0, 60
LETTERS = 11.0
"""Of the stages' names."""


def draw_svg_curve(picture: CurvePicture, canvas: SvgCanvas) -> None:
    """Draw the bell, the waves on it, and what each letter stands for."""
    foot = TOP + HIGH
    for band in picture.stages:
        _band(band, canvas)
    below = _stages(picture, canvas)
    canvas.line(0, foot, WIDTH, foot, "line")
    placed = _spots(picture)
    for wave, (x, y) in placed:
        if wave.before is not None and abs(wave.before - (wave.x or 0.0)) > 0.02:
            start = wave.before * WIDTH
            canvas.arrow((start, _height(wave.before)), (x, y), "soft", after=R + 1)
    for wave, (x, y) in placed:
        canvas.circle(x, y, R, "strong", "paper", wide=1.5)
        canvas.text(x, y + 4, wave.letter, "on-strong", size=SMALL, anchor="middle", bold=True)
    _names(picture, canvas, below + 22)


def _height(x: float) -> float:
    return TOP + HIGH * (1 - bell(x))


def _band(band: StageBand, canvas: SvgCanvas) -> None:
    foot = TOP + HIGH
    x0, x1 = band.start * WIDTH, band.end * WIDTH
    if band.gap:
        canvas.rect(x0, TOP + 30, x1 - x0, HIGH - 30, "none", "soft", dashed=True)
    else:
        steps = [band.start + (band.end - band.start) * n / STEPS for n in range(STEPS + 1)]
        top = [(x * WIDTH, _height(x)) for x in steps]
        canvas.path([(x0, foot), *top, (x1, foot)], "tint", closed=True)
        canvas.path(top, "none", "line", wide=1.5)


def _stages(picture: CurvePicture, canvas: SvgCanvas) -> float:
    """The names of the stages below the curve, each under its own, in two rows where they meet.

    Returns:
        Where they end.
    """
    ends = [-LETTERS, -LETTERS]
    lowest = 0
    for band in picture.stages:
        name = fitted(stage_label(band.id), 2 * WIDTH / 3, LETTERS)
        wide = width_of(name, LETTERS)
        middle = (band.start + band.end) / 2 * WIDTH
        left = min(WIDTH - wide, max(0.0, middle - wide / 2))
        row = next((n for n in (0, 1) if left >= ends[n] + 6), None)
        if row is None:
            continue
        ends[row], lowest = left + wide, max(lowest, row)
        y = TOP + HIGH + 14 + row * 13
        if row:
            canvas.line(middle, TOP + HIGH, middle, y - 9, "line")
        canvas.text(left, y, name, "soft", size=LETTERS)
    return TOP + HIGH + 14 + lowest * 13


def _spots(picture: CurvePicture) -> list[tuple[Wave, tuple[float, float]]]:
    """Where each letter stands: on the curve, or above one that stands there already."""
    taken: list[tuple[float, float]] = []
    placed = []
    waves = sorted((w for w in picture.waves if w.x is not None), key=lambda w: w.x or 0.0)
    for wave in waves:
        x = min(WIDTH - R, max(R, (wave.x or 0.0) * WIDTH))
        y = _height(wave.x or 0.0)
        while any((x - a) ** 2 + (y - b) ** 2 < (2 * R) ** 2 for a, b in taken) and y > R:
            y -= R
        taken.append((x, y))
        placed.append((wave, (x, max(R, y))))
    return placed


def _names(picture: CurvePicture, canvas: SvgCanvas, y: float) -> None:
    for wave in picture.waves:
        canvas.text(8, y, wave.letter, anchor="middle", bold=True, size=SMALL)
        note = ""
        if wave.x is None:
            note = _("not placed")
        elif wave.split:
            note = _("in two camps")
        room = WIDTH - 20 - (86 if note else 0)
        canvas.text(20, y, wave.label, size=SMALL, width=room)
        if note:
            canvas.text(WIDTH, y, note, "soft", size=SMALL, anchor="end", width=84)
        y += 17
