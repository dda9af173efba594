"""The grid as shapes: axes, corners, marks with initials, the median, the middle half.

Where more people have a mark than can be told apart, marks that lie together are one dot with
their number in it.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from math import floor, sqrt

from mops_tui.pictures.crowd import gathered, middles, people_of
from mops_tui.pictures.places.areas import Area, Spot, Way
from mops_tui.pictures.places.beside import MarkedSpot, words_beside
from mops_tui.pictures.shapes import GridMark, GridPicture
from mops_tui.report.slides.drawings import (
    DOT,
    LABEL,
    LETTER,
    ROW,
    around,
    dot_box,
    kept_in,
    label,
    placed_words,
)
from mops_tui.report.slides.fitting import text_width
from mops_tui.report.slides.parts import SMALLEST, DrawnShape, SlideBox
from mops_tui.report.slides.places import width_of
from mops_tui.words.i18n import _, ngettext
from mops_tui.words.pictures.tags import initials_of

MOST_MARKS = 40
"""Marks that are drawn one by one."""
MOST_MOVES = 12
"""Ways that are drawn: more than that is a thicket."""
CELL = 0.62
"""How near, in inches, marks of a crowd are one."""
ARM = 0.22
"""How long the arms of the median's cross are, in inches."""


def grid_shapes(picture: GridPicture, box: SlideBox) -> tuple[DrawnShape, ...]:
    """A grid in a box: the ends of its axes and the names of its corners stand around it."""
    ends = [width_of([one], 1.7) for one in (picture.x_low, picture.x_high)]
    left, right = (wide + 0.1 for wide in ends)
    plot = SlideBox(box.x + left, box.y + ROW, box.w - left - right, box.h - 2 * ROW)
    crowd = len(picture.marks) > MOST_MARKS
    return (
        *_frame(picture, plot, left, right),
        *_middle(picture, plot),
        *(_crossing(picture, plot) if crowd else ()),
        *(_crowd(picture, plot) if crowd else _marks(picture, plot)),
        *(() if crowd else _median(picture, plot)),
    )


def _spot(plot: SlideBox, x: float, y: float) -> Spot:
    return plot.x + x * plot.w, plot.y + y * plot.h


def _frame(picture: GridPicture, plot: SlideBox, left: float, right: float) -> list[DrawnShape]:
    middle_x, middle_y = plot.x + plot.w / 2, plot.y + plot.h / 2
    far, low = plot.x + plot.w, plot.y + plot.h
    upright, level = ((middle_x, plot.y), (middle_x, low)), ((plot.x, middle_y), (far, middle_y))
    shapes = [
        DrawnShape("rect", plot, edge="line"),
        DrawnShape("line", around(*upright), upright, edge="muted"),
        DrawnShape("line", around(*level), level, edge="muted"),
    ]
    ends = width_of([picture.y_high, picture.y_low], plot.w / 3)
    side = (plot.w - ends) / 2 - 0.1
    for y, end in ((plot.y - ROW, picture.y_high), (low, picture.y_low)):
        place = SlideBox(middle_x - ends / 2, y, ends, ROW)
        shapes.append(label(end, place, tone="muted"))
    across = SlideBox(plot.x - left, middle_y - ROW / 2, left - 0.08, ROW)
    beyond = SlideBox(far + 0.08, middle_y - ROW / 2, right - 0.08, ROW)
    shapes.append(label(picture.x_low, across, tone="muted", align="right"))
    shapes.append(label(picture.x_high, beyond, tone="muted", align="left"))
    for at, corner in enumerate(picture.corners):
        first = at % 2 == 0
        place = SlideBox(
            plot.x if first else far - side, plot.y - ROW if at < 2 else low, side, ROW
        )
        name = corner.name if corner.count is None else f"{corner.name} · {corner.count}"
        shapes.append(label(name, place, bold=True, align="left" if first else "right"))
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
    level, upright = ((x - ARM, y), (x + ARM, y)), ((x, y - ARM), (x, y + ARM))
    return [_line(ends, thick=3.0) for ends in (level, upright)]


def _crossing(picture: GridPicture, plot: SlideBox) -> list[DrawnShape]:
    """Two lines that cross at the median, behind the numbers of a crowd."""
    if picture.centre is None:
        return []
    x, y = _spot(plot, picture.centre.x, picture.centre.y)
    level = ((plot.x, y), (plot.x + plot.w, y))
    upright = ((x, plot.y), (x, plot.y + plot.h))
    return [_line(ends, thick=2.0, dashed=True) for ends in (level, upright)]


def _line(ends: tuple[Spot, Spot], thick: float, *, dashed: bool = False) -> DrawnShape:
    return DrawnShape("line", around(*ends), ends, edge="text", thick=thick, dashed=dashed)


def _marks(picture: GridPicture, plot: SlideBox) -> list[DrawnShape]:
    """Everybody's mark, the ways they came, and initials where nothing else is."""
    shapes, ways = [], []
    for move in picture.moves[:MOST_MOVES]:
        ends = (_spot(plot, move.start.x, move.start.y), _spot(plot, move.end.x, move.end.y))
        ways.append(ends)
        shapes.append(DrawnShape("arrow", around(*ends), ends, edge="muted"))
    tags = _tags(picture)
    taken, stands, texts = [], {}, {}
    if picture.centre is not None:
        x, y = _spot(plot, picture.centre.x, picture.centre.y)
        taken += [Area(x - ARM, y - 0.04, 2 * ARM, 0.08), Area(x - 0.04, y - ARM, 0.08, 2 * ARM)]
    for number, (spot, members) in enumerate(_together(picture.marks, plot, DOT)):
        own = any(not one.hollow for one in members)
        dot = kept_in(dot_box(spot, DOT), plot)
        shapes.append(DrawnShape("ellipse", dot, fill="accent" if own else "paper", edge="accent"))
        text = _told(members, tags)
        if text:
            wide = text_width(text, SMALLEST, bold=True) + 0.04
            middle = (dot.x + DOT / 2, dot.y + DOT / 2)
            stands[number], texts[number] = MarkedSpot(middle, DOT / 2, (wide, LABEL)), text
        else:
            taken.append(Area(dot.x, dot.y, dot.w, dot.h))
    within = Area(plot.x, plot.y, plot.w, plot.h)
    lines = _rules(picture, plot)
    places = words_beside(stands, within, LETTER, taken=taken, ways=ways, lines=lines)
    for number, place in sorted(places.items()):
        shapes += placed_words(place, texts[number], bold=True)
    return shapes


def _rules(picture: GridPicture, plot: SlideBox) -> list[Way]:
    """The axes and the sides of the middle half: words rather stand beside them."""
    x, y = plot.x + plot.w / 2, plot.y + plot.h / 2
    lines = [((x, plot.y), (x, plot.y + plot.h)), ((plot.x, y), (plot.x + plot.w, y))]
    if picture.spread is not None:
        left, top = _spot(plot, picture.spread.left, picture.spread.top)
        right, low = _spot(plot, picture.spread.right, picture.spread.bottom)
        lines += pairwise(((left, top), (right, top), (right, low), (left, low), (left, top)))
    return lines


def _tags(picture: GridPicture) -> dict[str, str]:
    """The initials of everybody who has a name, by name; each once."""
    names = {mark.label: mark.label for mark in picture.marks if mark.label}
    return initials_of(dict(sorted(names.items())))


def _told(members: list[GridMark], tags: dict[str, str]) -> str:
    """What stands beside a mark: initials where there are names, a number where there are many."""
    named = [tags[one.label] for one in members if one.label]
    if named:
        shown = dict.fromkeys(named)
        return " ".join(shown) if len(shown) <= 3 else f"{next(iter(shown))} +{len(members) - 1}"
    return f"{len(members)}" if len(members) > 1 else ""


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
    """Many marks, counted by where they lie: the larger a dot, the more.

    No dot counts people of two corners; those on an axis have a strip of their own.
    """
    columns, rows = (max(1, floor(side / CELL / 2)) for side in (plot.w, plot.h))
    parts = gathered(people_of(picture), columns, rows)
    across = middles(columns, plot.w, with_axis=any(one.column == 0 for one in parts))
    down = middles(rows, plot.h, with_axis=any(one.row == 0 for one in parts))
    most = max((one.count for one in parts), default=1)
    shapes = []
    for one in parts:
        (x, wide), (y, high) = across[one.column], down[one.row]
        text = str(one.count) if one.count > 1 else ""
        least = text_width(text, SMALLEST, bold=True) + 0.1 if text else DOT
        round_ = max(least, 0.95 * min(wide, high) * sqrt(one.count / most))
        shapes.append(
            DrawnShape(
                "ellipse",
                kept_in(dot_box((plot.x + x, plot.y + y), round_), plot),
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
        crowd = len(picture.marks) > MOST_MARKS
        lines.append(_("where the dashed lines cross: the median") if crowd else _("+ the median"))
    if picture.spread is not None:
        lines.append(_("dashed box: the middle half"))
    if len(picture.marks) > MOST_MARKS:
        lines.append(_("a number: so many people stand there; a dot without one: one person"))
    elif any(not mark.label for mark in picture.marks):
        lines.append(_("a dot: a person; a number: so many in one place"))
    if any(mark.hollow for mark in picture.marks):
        lines.append(_("a hollow dot: where answers lean"))
    if picture.moves and len(picture.marks) <= MOST_MARKS:
        lines.append(_("an arrow: the way since then"))
    if picture.between:
        words = ngettext(
            "{n} on a line between corners, in none of them",
            "{n} on a line between corners, in none of them",
            picture.between,
        )
        lines.append(words.format(n=picture.between))
    called = sum(corner.called for corner in picture.corners)
    if called:
        words = ngettext("{n} called out, without a mark", "{n} called out, without a mark", called)
        lines.append(words.format(n=called))
    if picture.split_x or picture.split_y:
        lines.append(_("no median across an axis on which the room is split"))
    return lines


def grid_names(picture: GridPicture) -> list[str]:
    """Who is who: initials and names, where there are names and their marks are drawn."""
    if len(picture.marks) > MOST_MARKS:
        return []
    return [f"{tag}  {name}" for name, tag in _tags(picture).items()]
