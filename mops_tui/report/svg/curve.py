"""The adoption curve: the bell with its gap, and the waves where the room puts them."""

from __future__ import annotations

from mops_tui.pictures.curve import bell
from mops_tui.pictures.shapes import CurvePicture, StageBand, Wave
from mops_tui.report.svg.canvas import SMALL, WIDTH, SvgCanvas, wrapped
from mops_tui.words.i18n import _
from mops_tui.words.results.stages import stage_label

HIGH, TOP = 150.0, 24.0
R, STEPS = 9.0, 60


def draw_svg_curve(picture: CurvePicture, canvas: SvgCanvas) -> None:
    """Draw the bell, the waves on it, and what each letter stands for."""
    foot = TOP + HIGH
    for band in picture.stages:
        _band(band, canvas)
    canvas.line(0, foot, WIDTH, foot, "line")
    placed = _spots(picture)
    for wave, (x, y) in placed:
        if wave.before is not None and abs(wave.before - (wave.x or 0.0)) > 0.02:
            start = wave.before * WIDTH
            canvas.arrow(start, _height(wave.before), x, y, "soft")
    for wave, (x, y) in placed:
        canvas.circle(x, y, R, "strong", "paper", wide=1.5)
        canvas.text(x, y + 4, wave.letter, "on-strong", size=SMALL, anchor="middle", bold=True)
    _names(picture, canvas)


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
    for at, line in enumerate(wrapped(stage_label(band.id), max(44.0, x1 - x0), 2, 9.5)):
        middle = min(WIDTH - 22, max(22.0, (x0 + x1) / 2))
        canvas.text(middle, foot + 12 + at * 10, line, "soft", size=9.5, anchor="middle",
                    width=max(44.0, x1 - x0))  # fmt: skip


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


def _names(picture: CurvePicture, canvas: SvgCanvas) -> None:
    y = TOP + HIGH + 48
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
