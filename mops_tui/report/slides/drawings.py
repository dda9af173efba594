"""Pictures for which nothing native fits, as shapes: the office map and the adoption curve."""

from __future__ import annotations

from mops_tui.pictures.curve import bell
from mops_tui.pictures.shapes import CurvePicture, MapPicture, StageBand, Wave
from mops_tui.report.slides.fitting import cut_text
from mops_tui.report.slides.parts import SMALLEST, DrawnShape, SlideBox, Tone
from mops_tui.words.i18n import _
from mops_tui.words.results.stages import stage_label
from mops_tui.words.safe import in_one_line

ROW = 0.32
"""The height of a line of the smallest text, in inches."""
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
    wide, high = min(1.9, box.w / 3), 0.62
    inner = SlideBox(box.x + wide / 2, box.y + high / 2, box.w - wide, box.h - high)
    shapes = [DrawnShape("rect", box, edge="line", fill=None)]
    for room in picture.rooms:
        at = _inside(inner, room.x, room.y)
        place = SlideBox(at[0] - wide / 2, at[1] - high / 2, wide, high)
        shapes.append(
            DrawnShape(
                "rect",
                place,
                fill="pale",
                edge="accent" if room.lead else "line",
                thick=2.0 if room.lead else 1.0,
            )
        )
        top = SlideBox(place.x, place.y, wide, high / 2)
        shapes.append(label(room.label, top, bold=room.lead))
        shapes.append(label(str(room.count), SlideBox(place.x, place.y + high / 2, wide, high / 2)))
    if picture.mops is None:
        return tuple(shapes)
    spot = _inside(inner, picture.mops.x, picture.mops.y)
    if picture.before is not None and picture.before != picture.mops:
        start = _inside(inner, picture.before.x, picture.before.y)
        shapes.append(
            DrawnShape("arrow", around(start, spot), (start, spot), edge="accent", thick=2.0)
        )
    name = _("MOps")
    mark = SlideBox(spot[0] - 0.42, spot[1] - 0.2, 0.84, 0.4)
    shapes.append(
        DrawnShape("ellipse", kept_in(mark, box), text=name, bold=True, tone="paper", fill="accent")
    )
    return tuple(shapes)


def curve_shapes(picture: CurvePicture, box: SlideBox) -> tuple[DrawnShape, ...]:
    """The adoption curve with its gap, and the waves as letters on it; a list tells who is who."""
    shown = picture.waves[:MOST_WAVES]
    list_wide = min(3.6, box.w * 0.32)
    plot = SlideBox(box.x, box.y + 0.3, box.w - list_wide - 0.3, box.h - 0.3 - 2 * ROW)
    shapes: list[DrawnShape] = []
    for band in picture.stages:
        shapes += _band(band, plot, lower=picture.stages.index(band) % 2 == 1)
    ground = plot.y + plot.h
    shapes.append(
        DrawnShape(
            "line",
            SlideBox(plot.x, ground, plot.w, 0),
            ((plot.x, ground), (plot.x + plot.w, ground)),
            edge="line",
        )
    )
    for wave in shown:
        shapes += _wave(wave, plot)
    for at, wave in enumerate(shown):
        y = box.y + at * ROW
        place = SlideBox(box.x + box.w - list_wide, y, list_wide, ROW)
        where = "" if wave.x is not None else f" ({_('too few answers')})"
        shapes.append(
            label(f"{wave.letter}  {in_one_line(wave.label)}{where}", place, align="left")
        )
    return tuple(shapes)


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


def _wave(wave: Wave, plot: SlideBox) -> list[DrawnShape]:
    if wave.x is None:
        return []
    at = _inside(plot, wave.x, wave.y)
    shapes = []
    if wave.before is not None and wave.before != wave.x:
        start = _inside(plot, wave.before, 1 - bell(wave.before))
        shapes.append(
            DrawnShape("arrow", around(start, at), (start, at), edge="accent", dashed=True)
        )
    mark = SlideBox(at[0] - 0.2, at[1] - 0.2, 0.4, 0.4)
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
