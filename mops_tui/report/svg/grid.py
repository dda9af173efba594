"""The grid: two axes with their ends, four named corners, everybody's marks, the middle."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from mops_tui.pictures.crowd import people_of
from mops_tui.pictures.places.areas import Area, Spot, Way
from mops_tui.pictures.shapes import Corner, GridPicture
from mops_tui.report.svg.canvas import (
    SMALL,
    WIDTH,
    Anchor,
    SvgCanvas,
    fitted,
    whole,
    width_of,
    wrapped,
)
from mops_tui.report.svg.grid_crowd import put_crowd
from mops_tui.report.svg.grid_labels import MarkPlace, put_labels
from mops_tui.report.svg.grid_marks import (
    MOST_MARKS,
    drawn_marks,
    drawn_moves,
    places_of,
    put_mark,
)
from mops_tui.report.svg.grid_signs import (
    has_one_median,
    put_cross,
    signs_of_crowd,
    signs_of_marks,
)
from mops_tui.report.svg.legend import Sign, put_legend
from mops_tui.words.i18n import _
from mops_tui.words.results.figures import percent_text, percents

HIGH = 226.0
"""The height of the plot."""
SIDE = 18.0
"""What the ends of the upright axis take at its left."""
ROW = 17.5
"""From one line of a corner's name to the next."""
MOST_COUNTED = 100
"""From so many people on, a share stands with the count."""
ARM = 14.0
"""How long the arms of the median's cross are."""


def draw_svg_grid(picture: GridPicture, canvas: SvgCanvas) -> None:
    """Draw a grid, with what its signs mean under it."""
    names = _corner_names(picture)
    top = 2.0 + max(len(one) for one in names[:2]) * ROW
    plot = Area(SIDE, top, WIDTH - SIDE, HIGH)
    _put_frame(canvas, picture, plot)
    below = plot.y + plot.h + ROW
    for index, lines in enumerate(names):
        anchor: Anchor = "end" if index % 2 else "start"
        x = plot.x + plot.w if index % 2 else plot.x
        y = top - 6 - (len(lines) - 1) * ROW if index < 2 else below
        for row, line in enumerate(lines):
            canvas.text(x, y + row * ROW, line, anchor=anchor, bold=True)
    below += max(len(one) for one in names[2:]) * ROW - 1
    low, high = _ends(picture.x_low, picture.x_high, plot.w / 2 - 8)
    canvas.text(plot.x, below, low, "soft", size=SMALL)
    canvas.text(plot.x + plot.w, below, high, "soft", size=SMALL, anchor="end")
    low, high = _ends(picture.y_low, picture.y_high, plot.h / 2 - 6)
    canvas.text(plot.x - 6, plot.y + plot.h, low, "soft", size=SMALL, upright=True)
    canvas.text(plot.x - 6, plot.y, high, "soft", size=SMALL, anchor="end", upright=True)
    put_legend(canvas, below + 12, _put_people(canvas, picture, plot))


def _ends(low: str, high: str, room: float) -> tuple[str, str]:
    """The two ends of an axis with arrows that point to them."""
    room -= width_of("← ", SMALL)
    return f"← {fitted(low, room, SMALL)}", f"{fitted(high, room, SMALL)} →"


def _corner_names(picture: GridPicture) -> list[list[str]]:
    """The name of each corner with its count, in one line or two."""
    shares = percents([*(corner.count or 0 for corner in picture.corners), picture.between])
    most = (WIDTH - SIDE) / 2 - 8
    with_share = picture.turnout.n >= MOST_COUNTED
    return [
        _corner_name(corner, percent_text(share) if with_share else "", most)
        for corner, share in zip(picture.corners, shares, strict=False)
    ]


def _corner_name(corner: Corner, share: str, room: float) -> list[str]:
    """The name with its count, which stands below it where both are too long for a line."""
    if corner.count is None:
        return wrapped(corner.name, room, 2, bold=True) or [""]
    figures = f"{corner.count}" + (f" ({share})" if share else "")
    whole_line = f"{corner.name} · {figures}"
    if width_of(whole_line, bold=True) <= room:
        return [whole_line]
    return [*wrapped(corner.name, room, 2, bold=True), figures]


def _put_frame(canvas: SvgCanvas, picture: GridPicture, plot: Area) -> None:
    """The frame, the axes, and the middle half behind all marks."""
    x, y = plot.middle
    canvas.rect(*plot, "none", "line")
    if picture.spread is not None:
        left, top = _at(plot, picture.spread.left, picture.spread.top)
        right, low = _at(plot, picture.spread.right, picture.spread.bottom)
        wide, high = max(4.0, right - left), max(4.0, low - top)
        canvas.rect(left, top, wide, high, "tint", "ink", round_=3, dashed=True)
    canvas.line(x, plot.y, x, plot.y + plot.h, "soft")
    canvas.line(plot.x, y, plot.x + plot.w, y, "soft")


def _at(plot: Area, x: float, y: float) -> Spot:
    """A place of the grid, so far inside the frame that a mark there is whole."""
    inset = 7.0
    return (
        plot.x + inset + whole(x) * (plot.w - 2 * inset),
        plot.y + inset + whole(y) * (plot.h - 2 * inset),
    )


def _put_people(canvas: SvgCanvas, picture: GridPicture, plot: Area) -> list[Sign]:
    """The marks, the moves, the median; returns the signs that stand there."""
    _put_median_lines(canvas, picture, plot)
    people = people_of(picture)
    if len(people) > MOST_MARKS:
        if picture.centre is not None:
            _put_lines_at(canvas, picture.centre.x, picture.centre.y, plot)
        put_crowd(canvas, people, plot)
        return signs_of_crowd(picture)
    moves = drawn_moves(picture)
    stands = places_of(drawn_marks(picture, moves), lambda mark: _at(plot, mark.x, mark.y))
    ways = _put_moves(canvas, picture, plot, stands)
    taken = [Area(x - 4, y - 4, 8, 8) for (x, y), _end in ways]
    if picture.centre is not None:  # whoever stands there is seen on it
        x, y = _at(plot, picture.centre.x, picture.centre.y)
        put_cross(canvas, x, y, ARM)
        taken += [Area(x - ARM, y - 3, 2 * ARM, 6), Area(x - 3, y - ARM, 6, 2 * ARM)]
    for stand in stands:
        put_mark(canvas, stand)
    named = _medians(canvas, picture, plot)
    everything = [*stands, *named, *_called(picture, plot)]
    put_labels(canvas, everything, taken, ways, _lines(picture, plot), plot)
    return signs_of_marks(picture, stands, len(moves))


def _put_moves(
    canvas: SvgCanvas, picture: GridPicture, plot: Area, stands: Sequence[MarkPlace]
) -> list[Way]:
    """Arrows from where people were to where they are, each begun by a ring."""
    radius = {stand.spot: stand.radius for stand in stands}
    ways = []
    for move in drawn_moves(picture):
        start, end = _at(plot, move.start.x, move.start.y), _at(plot, move.end.x, move.end.y)
        before, after = radius.get(start, 3.5) + 0.7, radius.get(end, 5.0) + 1.5
        canvas.arrow(start, end, "soft", before=before, after=after)
        if start not in radius:
            canvas.circle(*start, 3.5, "paper", "soft", wide=1.2)
        ways.append((start, end))
    return ways


def _put_median_lines(canvas: SvgCanvas, picture: GridPicture, plot: Area) -> None:
    """Where one axis is split, the median of the other one alone: a line."""
    if has_one_median(picture):
        _put_lines_at(canvas, picture.median_x, picture.median_y, plot)


def _put_lines_at(canvas: SvgCanvas, x: float | None, y: float | None, plot: Area) -> None:
    """Lines across the plot; of a crowd's median too, whose numbers a cross would hide."""
    across, down = _at(plot, x or 0.0, y or 0.0)
    if x is not None:
        canvas.line(across, plot.y, across, plot.y + plot.h, "ink", wide=1.5, dashed=True)
    if y is not None:
        canvas.line(plot.x, down, plot.x + plot.w, down, "ink", wide=1.5, dashed=True)


def _lines(picture: GridPicture, plot: Area) -> list[Way]:
    """The axes, and the sides of the middle half: names rather stand beside them."""
    x, y = plot.middle
    lines = [((x, plot.y), (x, plot.y + plot.h)), ((plot.x, y), (plot.x + plot.w, y))]
    if picture.spread is not None:
        left, top = _at(plot, picture.spread.left, picture.spread.top)
        right, low = _at(plot, picture.spread.right, picture.spread.bottom)
        lines += pairwise(((left, top), (right, top), (right, low), (left, low), (left, top)))
    return lines


def _medians(canvas: SvgCanvas, picture: GridPicture, plot: Area) -> list[MarkPlace]:
    """A cross for each session, which is called by its name."""
    stands = []
    for one in picture.medians:
        spot = _at(plot, one.at.x, one.at.y)
        put_cross(canvas, *spot, 6)
        stands.append(MarkPlace(spot, (), one.label, 7.0))
    return stands


def _called(picture: GridPicture, plot: Area) -> list[MarkPlace]:
    """Votes that were called out have a quadrant and no place: their number, in its middle."""
    stands = []
    for index, corner in enumerate(picture.corners):
        if corner.called:
            spot = _at(plot, 0.25 + 0.5 * (index % 2), 0.25 + 0.5 * (index // 2))
            words = _("{n} called out").format(n=corner.called)
            stands.append(MarkPlace(spot, (), words, 0.0))
    return stands
