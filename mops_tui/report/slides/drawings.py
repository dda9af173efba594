"""Pictures for which nothing native fits, as shapes: the office map and the adoption curve."""

from __future__ import annotations

from mops_tui.pictures.curve import bell
from mops_tui.pictures.shapes import CurvePicture, MapPicture, StageBand, Wave
from mops_tui.report.slides.fitting import cut_text, text_width
from mops_tui.report.slides.parts import SMALLEST, DrawnShape, SlideBox, Tone
from mops_tui.words.i18n import _
from mops_tui.words.results.stages import stage_label
from mops_tui.words.safe import in_one_line

ROW = 0.32
"""The height of a line of the smallest text, in inches."""
DOT = 0.2
"""How wide a mark is, in inches."""
WAVE = 0.4
"""How wide the mark of a wave is."""
MOST_WAVES = 12
_STEPS = 60


def label(
    text: str,
    box: SlideBox,
    *,
    bold: bool = False,
    tone: Tone = "text",
    align: str = "center",
) -> DrawnShape:
    """A line of text in a drawing, cut to its box."""
    shown = cut_text(in_one_line(text), box.w - 0.04, SMALLEST, 1, bold=bold)
    side = align if align in ("left", "right") else "center"
    return DrawnShape(
        "text",
        box,
        text=shown,
        bold=bold,
        tone=tone,
        align="left" if side == "left" else "right" if side == "right" else "center",
    )


def map_shapes(picture: MapPicture, box: SlideBox) -> tuple[DrawnShape, ...]:
    """The office from above: its rooms, and where the room puts MOps."""
    wide, high = min(1.5, box.w / 3.5), 0.36
    inner = SlideBox(box.x + wide / 2, box.y + high / 2, box.w - wide, box.h - high)
    inner = SlideBox(inner.x + 0.1, inner.y + 0.1, inner.w - 0.2, inner.h - 0.2)
    shapes = [DrawnShape("rect", box, edge="line", fill=None)]
    taken = []
    for room in picture.rooms:
        at = _inside(inner, room.x, room.y)
        place = SlideBox(at[0] - wide / 2, at[1] - high / 2, wide, high)
        edge: Tone = "accent" if room.lead else "line"
        thick = 2.25 if room.lead else 1.0
        shapes.append(DrawnShape("rect", place, fill="pale", edge=edge, thick=thick))
        shapes.append(label(room.label, place, bold=room.lead))
        taken.append(place)
    if picture.mops is None:
        return tuple(shapes)
    spot = _inside(inner, picture.mops.x, picture.mops.y)
    if picture.before is not None and picture.before != picture.mops:
        start = _inside(inner, picture.before.x, picture.before.y)
        way = (start, spot)
        shapes.append(DrawnShape("arrow", around(*way), way, edge="accent", thick=2.0))
    mark = dot_box(spot, 0.26)
    # A ring: what it stands on can still be read.
    shapes.append(DrawnShape("ellipse", mark, edge="accent", thick=3.0))
    name = _("MOps")
    place = free_place(spot, name, [*taken, mark], box)
    shapes.append(DrawnShape("text", place, text=name, bold=True, tone="accent"))
    return tuple(shapes)


def curve_shapes(picture: CurvePicture, box: SlideBox) -> tuple[DrawnShape, ...]:
    """The adoption curve with its gap, and the waves as letters on it."""
    plot = SlideBox(box.x, box.y + WAVE, box.w, box.h - WAVE - 2 * ROW)
    shapes: list[DrawnShape] = []
    for at, band in enumerate(picture.stages):
        shapes += _band(band, plot, lower=at % 2 == 1)
    ground = plot.y + plot.h
    ends = ((plot.x, ground), (plot.x + plot.w, ground))
    shapes.append(DrawnShape("line", around(*ends), ends, edge="line"))
    taken: list[SlideBox] = []
    for wave in picture.waves:
        shapes += _wave(wave, plot, box, taken)
    return tuple(shapes)


def wave_names(picture: CurvePicture) -> list[str]:
    """Which letter is which wave, and what is to be known of it."""
    lines = []
    for wave in picture.waves:
        label = in_one_line(wave.label)
        if wave.x is None:
            label = _("{wave} (too few answers)").format(wave=label)
        elif wave.split:
            label = _("{wave} (split: a hollow mark)").format(wave=label)
        lines.append(f"{wave.letter}  {label}")
    return lines


def _band(band: StageBand, plot: SlideBox, *, lower: bool) -> list[DrawnShape]:
    left, right = plot.x + band.start * plot.w, plot.x + band.end * plot.w
    under = plot.y + plot.h + (ROW if lower else 0)
    wide = max(right - left, 1.1)
    x = min(max(plot.x, (left + right - wide) / 2), plot.x + plot.w - wide)
    name = label(stage_label(band.id, short=True), SlideBox(x, under, wide, ROW), tone="muted")
    if band.gap:
        return [DrawnShape("rect", SlideBox(left, plot.y, right - left, plot.h), fill="pale"), name]
    places = [band.start + (band.end - band.start) * n / _STEPS for n in range(_STEPS + 1)]
    points = tuple((plot.x + x * plot.w, plot.y + (1 - bell(x)) * plot.h) for x in places)
    top = min(y for _x, y in points)
    low = max(y for _x, y in points)
    path = DrawnShape(
        "path", SlideBox(left, top, right - left, low - top), points, edge="muted", thick=2.25
    )
    return [path, name]


def _wave(wave: Wave, plot: SlideBox, box: SlideBox, taken: list[SlideBox]) -> list[DrawnShape]:
    """A wave at its place; above or below it on a stem where another one stands there."""
    if wave.x is None:
        return []
    at = _inside(plot, wave.x, wave.y)
    shapes = []
    if wave.before is not None and wave.before != wave.x:
        start = _inside(plot, wave.before, 1 - bell(wave.before))
        shapes.append(
            DrawnShape("arrow", around(start, at), (start, at), edge="accent", dashed=True)
        )
    steps = [off * side * WAVE for off in range(MOST_WAVES) for side in (-1, 1)]
    marks = [kept_in(dot_box((at[0], at[1] + step), WAVE), box) for step in steps]
    mark = next((one for one in marks if not any(_overlap(one, t) for t in taken)), marks[0])
    taken.append(mark)
    middle = (mark.x + WAVE / 2, mark.y + WAVE / 2)
    if abs(middle[1] - at[1]) > WAVE / 2:
        shapes.append(DrawnShape("line", around(at, middle), (at, middle), edge="muted"))
    shapes.append(
        DrawnShape(
            "ellipse",
            mark,
            text=wave.letter,
            bold=True,
            tone="text" if wave.split else "paper",
            fill="paper" if wave.split else "accent",
            edge="accent",
        )
    )
    return shapes


def _inside(box: SlideBox, x: float, y: float) -> tuple[float, float]:
    return box.x + min(1.0, max(0.0, x)) * box.w, box.y + min(1.0, max(0.0, y)) * box.h


def around(start: tuple[float, float], end: tuple[float, float]) -> SlideBox:
    """The box around two points."""
    left, top = min(start[0], end[0]), min(start[1], end[1])
    return SlideBox(left, top, abs(start[0] - end[0]), abs(start[1] - end[1]))


def kept_in(box: SlideBox, outer: SlideBox) -> SlideBox:
    """A box moved so that it lies inside another one."""
    x = min(max(box.x, outer.x), outer.x + outer.w - box.w)
    y = min(max(box.y, outer.y), outer.y + outer.h - box.h)
    return SlideBox(x, y, box.w, box.h)


def dot_box(spot: tuple[float, float], wide: float) -> SlideBox:
    """The box of a round mark."""
    return SlideBox(spot[0] - wide / 2, spot[1] - wide / 2, wide, wide)


def free_place(
    spot: tuple[float, float], text: str, taken: list[SlideBox], plot: SlideBox
) -> SlideBox:
    """A place for a text near its mark, over as little else as can be."""
    wide, high, off = text_width(text, SMALLEST, bold=True) + 0.06, 0.24, DOT / 2 + 0.02
    x, y = spot
    places = [
        SlideBox(x + off, y - high / 2, wide, high),
        SlideBox(x - off - wide, y - high / 2, wide, high),
        SlideBox(x - wide / 2, y - off - high, wide, high),
        SlideBox(x - wide / 2, y + off, wide, high),
        SlideBox(x + off, y - off - high, wide, high),
        SlideBox(x + off, y + off, wide, high),
        SlideBox(x - off - wide, y - off - high, wide, high),
        SlideBox(x - off - wide, y + off, wide, high),
    ]
    inside = [kept_in(place, plot) for place in places]
    return min(inside, key=lambda place: sum(_overlap(place, one) for one in taken))


def _overlap(one: SlideBox, other: SlideBox) -> float:
    wide = min(one.x + one.w, other.x + other.w) - max(one.x, other.x)
    high = min(one.y + one.h, other.y + other.h) - max(one.y, other.y)
    return wide * high if wide > 0 and high > 0 else 0.0
