"""Pictures for which nothing native fits, as shapes: the office map and the adoption curve."""

from __future__ import annotations

from collections.abc import Iterator

from mops_tui.pictures.curve import bell
from mops_tui.pictures.places.areas import Area
from mops_tui.pictures.places.beside import WordsPlace
from mops_tui.pictures.places.office import MOPS, OfficePlan, office_plan
from mops_tui.pictures.shapes import CurvePicture, MapPicture, OfficeRoom, StageBand, Wave
from mops_tui.report.slides.fitting import cut_text, text_width
from mops_tui.report.slides.parts import SMALLEST, DrawnShape, SlideBox, Tone
from mops_tui.words.i18n import _
from mops_tui.words.results.figures import percent, percent_text
from mops_tui.words.results.stages import stage_label
from mops_tui.words.safe import in_one_line

ROW = 0.32
"""The height of a line of the smallest text, in inches."""
LETTER = SMALLEST / 72
"""The height of a letter, in inches; `LABEL` is that of a word with its room."""
LABEL = 0.24
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
    """The office from above: its rooms as discs, and where all answers together pull MOps."""
    names = [_room_name(room, box.w / 3) for room in picture.rooms]
    sizes = [
        (text_width(name, SMALLEST, bold=room.lead) + 0.06, LABEL)
        for name, room in zip(names, picture.rooms, strict=True)
    ]
    tag = _("MOps")
    walls = Area(box.x, box.y, box.w, box.h)
    tag_size = (text_width(tag, SMALLEST, bold=True) + 0.06, LABEL)
    plan = office_plan(picture, walls, LETTER, sizes, tag_size)
    shapes = [DrawnShape("rect", box, edge="line"), *_discs(picture, plan)]
    if plan.way is not None:
        shapes.append(DrawnShape("arrow", around(*plan.way), plan.way, edge="text", thick=1.75))
    if plan.mops is not None:
        shapes.append(DrawnShape("rect", dot_box(plan.mops, LETTER), fill="text", edge="paper"))
    for index, place in sorted(plan.names.items()):
        mops = index == MOPS
        bold = mops or picture.rooms[index].lead
        text = tag if mops else names[index]
        shapes += placed_words(place, text, bold=bold)
    return tuple(shapes)


def placed_words(place: WordsPlace, text: str, *, bold: bool) -> list[DrawnShape]:
    """Words where they have their place, and the line that leads there from their mark."""
    shapes = []
    if place.line is not None:
        shapes.append(DrawnShape("line", around(*place.line), place.line, edge="muted", thick=0.75))
    return [*shapes, DrawnShape("text", SlideBox(*place.area), text=text, bold=bold)]


def map_key(picture: MapPicture) -> list[str]:
    """What is what on the plan."""
    if picture.mops is None:
        return []
    if picture.before is not None and picture.before != picture.mops:
        number = max(1, picture.turnout.round - 1)
        return [_("■ where all answers pull MOps; → since round {n}").format(n=number)]
    return [_("■ where all answers pull MOps")]


def _discs(picture: MapPicture, plan: OfficePlan) -> Iterator[DrawnShape]:
    """The rooms, as large as their shares, with dashes from each that pulls MOps."""
    for room, (spot, _radius) in zip(picture.rooms, plan.discs, strict=True):
        if plan.mops is not None and room.share > 0:
            ends = (plan.mops, spot)
            yield DrawnShape("line", around(*ends), ends, edge="line", dashed=True)
    for room, (spot, radius) in zip(picture.rooms, plan.discs, strict=True):
        yield DrawnShape(
            "ellipse",
            dot_box(spot, 2 * radius),
            fill="pale" if room.count else None,
            edge="accent" if room.lead else "line",
            thick=2.25 if room.lead else 1.0,
        )


def _room_name(room: OfficeRoom, width: float) -> str:
    """A room with its share."""
    figure = f" {percent_text(percent(room.share))}"
    room_for = width - text_width(figure, SMALLEST, bold=True)
    return cut_text(in_one_line(room.label), room_for, SMALLEST, 1, bold=room.lead) + figure


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
    words = stage_label(band.id)
    wide = min(plot.w / 3, max(right - left, text_width(words, SMALLEST) + 0.1))
    x = min(max(plot.x, (left + right - wide) / 2), plot.x + plot.w - wide)
    name = label(words, SlideBox(x, under, wide, ROW), tone="muted")
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


def _overlap(one: SlideBox, other: SlideBox) -> float:
    wide = min(one.x + one.w, other.x + other.w) - max(one.x, other.x)
    high = min(one.y + one.h, other.y + other.h) - max(one.y, other.y)
    return wide * high if wide > 0 and high > 0 else 0.0
