"""The grid as shapes: axes, corners, marks with initials, the median, the middle half.

Where more people have a mark than can be told apart, marks that lie together are one dot with
their number in it.
"""

from __future__ import annotations

from collections.abc import Iterable
from math import floor, sqrt

from mops_tui.pictures.shapes import GridMark, GridPicture
from mops_tui.report.slides.drawings import ROW, around, kept_in, label
from mops_tui.report.slides.fitting import text_width
from mops_tui.report.slides.parts import SMALLEST, DrawnShape, SlideBox
from mops_tui.words.i18n import _
from mops_tui.words.results.labels import initials

MOST_MARKS = 40
"""Marks that are drawn one by one."""
MOST_MOVES = 12
"""Ways that are drawn: more than that is a thicket."""
DOT = 0.2
"""How wide a mark is, in inches."""
CELL = 0.62
"""How near, in inches, marks of a crowd are one."""
Spot = tuple[float, float]


def grid_shapes(picture: GridPicture, box: SlideBox) -> tuple[DrawnShape, ...]:
    """A grid in a box: the ends of its axes stand around it."""
    side = min(1.7, box.w * 0.2)
    plot = SlideBox(box.x + side, box.y + ROW, box.w - 2 * side, box.h - 2 * ROW)
    return (
        *_frame(picture, plot, side),
        *_middle(picture, plot),
        *(_marks(picture, plot) if len(picture.marks) <= MOST_MARKS else _crowd(picture, plot)),
        *_median(picture, plot),
    )


def _spot(plot: SlideBox, x: float, y: float) -> Spot:
    return plot.x + x * plot.w, plot.y + y * plot.h


def _frame(picture: GridPicture, plot: SlideBox, side: float) -> list[DrawnShape]:
    middle_x, middle_y = plot.x + plot.w / 2, plot.y + plot.h / 2
    right, low = plot.x + plot.w, plot.y + plot.h
    shapes = [
        DrawnShape("rect", plot, edge="line"),
        DrawnShape(
            "line",
            SlideBox(middle_x, plot.y, 0, plot.h),
            ((middle_x, plot.y), (middle_x, low)),
            edge="muted",
        ),
        DrawnShape(
            "line",
            SlideBox(plot.x, middle_y, plot.w, 0),
            ((plot.x, middle_y), (right, middle_y)),
            edge="muted",
        ),
        label(picture.y_high, SlideBox(plot.x, plot.y - ROW, plot.w, ROW), tone="muted"),
        label(picture.y_low, SlideBox(plot.x, low, plot.w, ROW), tone="muted"),
    ]
    across = SlideBox(plot.x - side, middle_y - ROW / 2, side - 0.08, ROW)
    shapes.append(label(picture.x_low, across, tone="muted", align="right"))
    beyond = SlideBox(right + 0.08, middle_y - ROW / 2, side - 0.08, ROW)
    shapes.append(label(picture.x_high, beyond, tone="muted", align="left"))
    for at, corner in enumerate(picture.corners):
        x = plot.x if at % 2 == 0 else middle_x
        y = plot.y if at < 2 else low - ROW
        name = corner.name if corner.count is None else f"{corner.name} · {corner.count}"
        place = SlideBox(x + 0.08, y, plot.w / 2 - 0.16, ROW)
        shapes.append(label(name, place, bold=True, align="left" if at % 2 == 0 else "right"))
    return shapes


def _middle(picture: GridPicture, plot: SlideBox) -> list[DrawnShape]:
    """The middle half, behind the marks."""
    if picture.spread is None:
        return []
    left, top = _spot(plot, picture.spread.left, picture.spread.top)
    right, low = _spot(plot, picture.spread.right, picture.spread.bottom)
    box = SlideBox(left, top, max(0.02, right - left), max(0.02, low - top))
    return [DrawnShape("rect", box, edge="accent", dashed=True, thick=1.5)]


def _median(picture: GridPicture, plot: SlideBox) -> list[DrawnShape]:
    """A cross at the median, above all else."""
    if picture.centre is None:
        return []
    x, y = _spot(plot, picture.centre.x, picture.centre.y)
    half = 0.22
    across, along = ((x - half, y), (x + half, y)), ((x, y - half), (x, y + half))
    return [
        DrawnShape("line", around(*ends), ends, edge="text", thick=3.0) for ends in (across, along)
    ]


def _marks(picture: GridPicture, plot: SlideBox) -> list[DrawnShape]:
    shapes = []
    for move in picture.moves[:MOST_MOVES]:
        start = _spot(plot, move.start.x, move.start.y)
        end = _spot(plot, move.end.x, move.end.y)
        shapes.append(DrawnShape("arrow", around(start, end), (start, end), edge="muted"))
    taken = [one.box for one in _frame(picture, plot, 1.0) if one.shape == "text"]
    together = _together(picture.marks, plot, DOT)
    taken += [_dot(spot, DOT) for spot, _members in together]
    names = []
    for spot, members in together:
        own = any(not one.hollow for one in members)
        dot = kept_in(_dot(spot, DOT), plot)
        shapes.append(DrawnShape("ellipse", dot, fill="accent" if own else "paper", edge="accent"))
        text = _told(members)
        if text:
            place = _free(spot, text, taken, plot)
            taken.append(place)
            names.append(DrawnShape("text", place, text=text, bold=True))
    return [*shapes, *names]


def _told(members: list[GridMark]) -> str:
    """What stands beside a mark: initials where there are names, a number where there are many."""
    named = [initials(one.label) for one in members if one.label]
    if named:
        shown = dict.fromkeys(named)
        return " ".join(shown) if len(shown) <= 3 else f"{next(iter(shown))} +{len(members) - 1}"
    return f"{len(members)}" if len(members) > 1 else ""


def _dot(spot: Spot, wide: float) -> SlideBox:
    return SlideBox(spot[0] - wide / 2, spot[1] - wide / 2, wide, wide)


def _free(spot: Spot, text: str, taken: list[SlideBox], plot: SlideBox) -> SlideBox:
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


def _together(
    marks: Iterable[GridMark], plot: SlideBox, near: float
) -> list[tuple[Spot, list[GridMark]]]:
    """Marks that lie so near that they would cover each other, each group at its middle."""
    groups: list[tuple[Spot, list[GridMark]]] = []
    for mark in marks:
        x, y = _spot(plot, mark.x, mark.y)
        for at, ((there_x, there_y), members) in enumerate(groups):
            same = members[0].hollow == mark.hollow
            if same and sqrt((x - there_x) ** 2 + (y - there_y) ** 2) < near:
                count = len(members)
                middle = ((there_x * count + x) / (count + 1), (there_y * count + y) / (count + 1))
                groups[at] = (middle, [*members, mark])
                break
        else:
            groups.append(((x, y), [mark]))
    return groups


def _crowd(picture: GridPicture, plot: SlideBox) -> list[DrawnShape]:
    """Many marks, counted by where they lie: the larger a dot, the more."""
    own = [mark for mark in picture.marks if not mark.hollow] or list(picture.marks)
    columns, rows = max(1, floor(plot.w / CELL)), max(1, floor(plot.h / CELL))
    cells: dict[tuple[int, int], list[GridMark]] = {}
    for mark in own:
        at = (min(columns - 1, int(mark.x * columns)), min(rows - 1, int(mark.y * rows)))
        cells.setdefault(at, []).append(mark)
    most = max(map(len, cells.values()), default=1)
    shapes = []
    for members in cells.values():
        x = sum(mark.x for mark in members) / len(members)
        y = sum(mark.y for mark in members) / len(members)
        count = len(members)
        text = str(count) if count > 1 else ""
        least = text_width(text, SMALLEST, bold=True) + 0.12 if text else DOT
        wide = max(least, CELL * sqrt(count / most))
        shapes.append(
            DrawnShape(
                "ellipse",
                kept_in(_dot(_spot(plot, x, y), wide), plot),
                text=text,
                bold=True,
                fill="pale",
                edge="accent",
            )
        )
    return shapes


def grid_key(picture: GridPicture) -> list[str]:
    """What is what in a drawn grid: a line each."""
    lines = []
    if picture.centre is not None:
        lines.append(_("+ the median of all"))
    if picture.spread is not None:
        lines.append(_("dashed box: the middle half"))
    if len(picture.marks) > MOST_MARKS:
        lines.append(_("a number: so many people stand there"))
    elif any(not mark.label for mark in picture.marks):
        lines.append(_("a dot: a person; a number: so many in one place"))
    if any(mark.hollow for mark in picture.marks):
        lines.append(_("a hollow dot: where answers lean"))
    if picture.moves and len(picture.marks) <= MOST_MARKS:
        lines.append(_("an arrow: the way since then"))
    if picture.split_x or picture.split_y:
        lines.append(_("no median across an axis on which the room is split"))
    return lines


def grid_names(picture: GridPicture) -> list[str]:
    """Who is who: initials and names, where there are names."""
    named = {mark.label for mark in picture.marks if mark.label}
    return [f"{initials(name)}  {name}" for name in sorted(named)]
