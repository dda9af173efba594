"""Ordered scales: each item as one bar of its answers, and where the middle of the room stands."""

from __future__ import annotations

from mops_tui.pictures.shapes import ScaleRow, ScalesPicture
from mops_tui.report.svg.canvas import SMALL, WIDTH, SvgCanvas, width_of, wrapped
from mops_tui.report.svg.style import Look
from mops_tui.words.i18n import _
from mops_tui.words.results.stages import stage_label

THICK, LEAST = 18.0, 11.0
"""Units of a bar, and the least that a count needs to stand in its part."""
SHADES = 5
_LOOKS: tuple[Look, Look, Look] = ("tint", "pale", "strong")


def draw_svg_scales(picture: ScalesPicture, canvas: SvgCanvas) -> None:
    """Draw every row; of a pair with its two statements at its ends."""
    y = 0.0
    if picture.scale != "pair":
        y = _steps(picture, canvas)
    for row in picture.rows:
        y = _row(row, canvas, y) + 10
    y += 6
    canvas.path([(1, y - 9), (9, y - 9), (5, y - 2)], "ink", closed=True)
    canvas.text(16, y, _("the answer in the middle"), "soft", size=SMALL, width=WIDTH - 16)
    if any(row.split for row in picture.rows):
        words = _("two camps: there is no middle")
        canvas.text(0, y + 17, "‖", bold=True)
        canvas.text(16, y + 17, words, "soft", size=SMALL, width=WIDTH - 16)


def _steps(picture: ScalesPicture, canvas: SvgCanvas) -> float:
    """What the parts of a bar mean, from the lowest to the highest."""
    names = [step.label or stage_label(step.id) for step in picture.steps]
    y = 12.0
    x = 0.0
    for at, name in enumerate(names):
        wide = min(WIDTH, width_of(name, SMALL) + 26)
        if x and x + wide > WIDTH:
            x, y = 0.0, y + 18
        _part(canvas, x, y - 10, 11, 11, at, len(names))
        canvas.text(x + 16, y, name, "soft", size=SMALL, width=WIDTH - x - 16)
        x += wide
    return y + 14


def _row(row: ScaleRow, canvas: SvgCanvas, y: float) -> float:
    if row.left:
        half = WIDTH / 2 - 8
        left, right = wrapped(row.left, half, 2, SMALL), wrapped(row.label, half, 2, SMALL)
        for at, line in enumerate(left):
            canvas.text(0, y + 11 + at * 14, line, size=SMALL, width=half)
        for at, line in enumerate(right):
            canvas.text(WIDTH, y + 11 + at * 14, line, size=SMALL, anchor="end", width=half)
        y += 14 * max(len(left), len(right)) + 3
    else:
        canvas.text(0, y + 12, row.label, bold=True)
        y += 17
    if not row.n:
        canvas.rect(0, y, WIDTH, THICK, "tint", round_=2)
        canvas.text(6, y + 13, _("nobody"), "soft", size=SMALL)
        return y + THICK + 4
    starts = _parts(row, canvas, y)
    if row.split:
        canvas.text(WIDTH / 2, y + THICK + 12, "‖", bold=True, anchor="middle")
        return y + THICK + 12
    if row.median is not None and row.median in starts:
        x = starts[row.median]
        canvas.path([(x - 4, y - 6), (x + 4, y - 6), (x, y + 1)], "ink", closed=True)
    return y + THICK


def _parts(row: ScaleRow, canvas: SvgCanvas, y: float) -> dict[str, float]:
    """The parts of a bar, each as wide as its share; the middle of each, by its step."""
    x, middles = 0.0, {}
    for at, slot in enumerate(row.slots):
        wide = WIDTH * slot.count / row.n
        middles[slot.id] = x + wide / 2
        if slot.count:
            _part(canvas, x, y, wide, THICK, at, len(row.slots), str(slot.count))
        x += wide
    return middles


def _part(
    canvas: SvgCanvas,
    x: float,
    y: float,
    wide: float,
    high: float,
    at: int,
    of: int,
    figure: str = "",
) -> None:
    """A step of a scale: the higher, the darker; its count stands in it where there is room."""
    level = at / (of - 1) if of > 1 else 1.0
    fill: Look = _LOOKS[0] if level < 0.34 else _LOOKS[1] if level < 0.67 else _LOOKS[2]
    canvas.rect(x, y, wide, high, fill, "paper")
    if 0.34 <= level < 0.67 and of > 3 and at * 2 > of - 1:
        canvas.line(x + 1, y + high - 2, x + wide - 1, y + high - 2, "strong", wide=2)
    elif (level < 0.34 and at) or 0.67 <= level < 1:
        canvas.line(x + 1, y + high - 2, x + wide - 1, y + high - 2, "pale", wide=2)
    if figure and wide >= max(LEAST, width_of(figure, SMALL) + 2):
        look: Look = "on-strong" if fill == "strong" else "ink"
        canvas.text(x + wide / 2, y + 13, figure, look, size=SMALL, anchor="middle")
