"""Ordered scales: each item as one bar of its answers, and where the middle of the room stands."""

from __future__ import annotations

from mops_tui.pictures.places.areas import Area
from mops_tui.pictures.shapes import ScaleRow, ScalesPicture
from mops_tui.report.svg.canvas import SMALL, WIDTH, SvgCanvas, width_of, wrapped
from mops_tui.report.svg.legend import Sign, put_legend
from mops_tui.report.svg.style import Look
from mops_tui.words.i18n import _
from mops_tui.words.results.stages import stage_label

THICK, LEAST = 18.0, 11.0
"""Units of a bar, and the least that a count needs to stand in its part."""
MOST_LINES, LINE = 4, 17.0
"""Lines of a row's name, and from one to the next."""
HEAD = 10.0
"""What is free over a bar for the heads that point to it."""
SHADES = 5
_LOOKS: tuple[Look, Look, Look] = ("tint", "pale", "strong")


def draw_svg_scales(picture: ScalesPicture, canvas: SvgCanvas) -> None:
    """Draw every row; of a pair with its two statements at its ends."""
    y = 0.0
    if picture.scale != "pair":
        y = _steps(picture, canvas)
    for row in picture.rows:
        y = _row(row, canvas, y) + 10
    put_legend(canvas, y + 2, _signs(picture))


def _signs(picture: ScalesPicture) -> list[Sign]:
    signs = []
    whole = [row for row in picture.rows if row.n and not row.split]
    if any(row.median is not None for row in whole):
        signs.append(Sign(_middle, _("the answer in the middle")))
    if any(_moved(row) for row in picture.rows):
        signs.append(Sign(_before, _("in the vote before")))
    if any(row.low not in (None, row.high) for row in whole):
        signs.append(Sign(_half, _("middle half")))
    if any(row.split for row in picture.rows):
        signs.append(Sign(_camps, _("two camps: there is no middle")))
    return signs


def _moved(row: ScaleRow) -> bool:
    """Whether the middle of the vote before is drawn: it is not the one of this vote."""
    return bool(row.n) and row.before not in (None, None if row.split else row.median)


def _middle(canvas: SvgCanvas, area: Area) -> None:
    _put_pointer(canvas, area.middle[0], area.y + 9, "ink")


def _before(canvas: SvgCanvas, area: Area) -> None:
    _put_pointer(canvas, area.middle[0], area.y + 9, "paper")


def _half(canvas: SvgCanvas, area: Area) -> None:
    canvas.line(area.x, area.y + 7, area.x + area.w, area.y + 7, "ink", wide=2)


def _camps(canvas: SvgCanvas, area: Area) -> None:
    canvas.hatch(Area(area.x, area.y + 4, area.w, 6), "ink", every=4)


def _put_pointer(canvas: SvgCanvas, x: float, y: float, fill: Look) -> None:
    """A head that points down to a place."""
    points = [(x - 4.5, y - 7), (x + 4.5, y - 7), (x, y)]
    canvas.path([*points, points[0]], fill, "ink", wide=1.2, closed=True)


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
        left, right = (wrapped(one, half, MOST_LINES, SMALL) for one in (row.left, row.label))
        for at, line in enumerate(left):
            canvas.text(0, y + 11 + at * 14, line, size=SMALL, width=half)
        for at, line in enumerate(right):
            canvas.text(WIDTH, y + 11 + at * 14, line, size=SMALL, anchor="end", width=half)
        y += 14 * max(len(left), len(right)) + HEAD
    else:
        lines = wrapped(row.label, WIDTH, MOST_LINES, bold=True) or [""]
        for at, line in enumerate(lines):
            canvas.text(0, y + 12 + at * LINE, line, bold=True)
        y += 16 + (len(lines) - 1) * LINE + HEAD
    if not row.n:
        canvas.rect(0, y, WIDTH, THICK, "tint", round_=2)
        canvas.text(6, y + 13, _("nobody"), "soft", size=SMALL)
        return y + THICK + 4
    parts = _parts(row, canvas, y)
    if _moved(row) and row.before in parts:
        _put_pointer(canvas, sum(parts[row.before]) / 2, y, "paper")
    if row.split:
        canvas.hatch(Area(0, y + THICK + 3, WIDTH, 6), "ink", every=4)
        word = _("split")
        wide = width_of(word, SMALL, bold=True) + 12
        canvas.rect((WIDTH - wide) / 2, y + THICK + 1, wide, 14, "paper")
        canvas.text(WIDTH / 2, y + THICK + 12, word, size=SMALL, anchor="middle", bold=True)
        return y + THICK + 14
    if row.median in parts:
        _put_pointer(canvas, sum(parts[row.median]) / 2, y, "ink")
    if row.low != row.high and row.low in parts and row.high in parts:
        start, end = parts[row.low][0] + 1, parts[row.high][1] - 1
        canvas.line(start, y + THICK + 3, end, y + THICK + 3, "ink", wide=2)
        return y + THICK + 3
    return y + THICK


def _parts(row: ScaleRow, canvas: SvgCanvas, y: float) -> dict[str | None, tuple[float, float]]:
    """The parts of a bar, each as wide as its share; the ends of each, by its step."""
    x = 0.0
    ends: dict[str | None, tuple[float, float]] = {}
    for at, slot in enumerate(row.slots):
        wide = WIDTH * slot.count / row.n
        ends[slot.id] = (x, x + wide)
        if slot.count:
            _part(canvas, x, y, wide, THICK, at, len(row.slots), str(slot.count))
        x += wide
    return ends


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
