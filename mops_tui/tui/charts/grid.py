"""The grid: everybody's marks on two axes, four named corners, the median and its box."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from mops_tui.pictures.shapes import Corner, GridMark, GridMove, GridPicture
from mops_tui.tui.charts.canvas import ROUND, Canvas, arrow_head, path
from mops_tui.tui.charts.parts import Entry, draw_legend, percent, turnout_text
from mops_tui.tui.charts.text import cells, fit
from mops_tui.words.i18n import _

SOLID, HOLLOW, MANY, MEDIAN, ALONE = "●", "○", "◎", "✚", "◆"
MOST_LABELS = 40
"""With more marks than this, names would hide what they name."""
MOST_MOVES = 30
"""With more arrows than this, they hide the marks."""


class Plot(NamedTuple):
    """The inside of the frame, in cells."""

    x: int
    y: int
    width: int
    height: int

    def cell(self, x: float, y: float) -> tuple[int, int]:
        """The cell of a point in unit coordinates."""
        return self.x + round(x * (self.width - 1)), self.y + round(y * (self.height - 1))

    @property
    def middle(self) -> tuple[int, int]:
        """The cell where the axes cross."""
        return self.cell(0.5, 0.5)

    def inside(self, x: int, y: int, width: int = 1) -> bool:
        """Whether so many cells in a row lie in the plot."""
        return (
            self.x <= x and x + width <= self.x + self.width and self.y <= y < self.y + self.height
        )


def draw_grid(picture: GridPicture, width: int, height: int) -> Canvas:
    """Draw a grid."""
    canvas = Canvas(width, height)
    legend = 1 if height >= 7 else 0
    plot = _plot(picture, width, height - legend)
    if plot.width < 7 or plot.height < 3:
        _put_corner_list(canvas, picture)
        return canvas
    _put_frame(canvas, picture, plot)
    _put_spread(canvas, picture, plot)
    if len(picture.moves) <= MOST_MOVES:
        for move in picture.moves:
            _put_move(canvas, plot, move)
    occupied = _put_marks(canvas, picture, plot)
    _put_centre(canvas, picture, plot, occupied)
    _put_names(canvas, picture, plot, occupied)
    _put_called_votes(canvas, picture, plot)
    if legend:
        draw_legend(canvas, height - 1, _legend(picture), turnout_text(picture.turnout))
    return canvas


def _plot(picture: GridPicture, width: int, height: int) -> Plot:
    """The frame's inside, with an odd number of rows and columns so that the axes have one each."""
    left = right = 0
    if width >= 56:
        left, right = (min(cells(end), width // 7) + 1 for end in (picture.x_low, picture.x_high))
    inner = width - 2 - left - right
    inner -= 1 - inner % 2
    rows = height - 2
    rows -= 1 - rows % 2
    return Plot(left + 1, 1, inner, rows)


def _put_frame(canvas: Canvas, picture: GridPicture, plot: Plot) -> None:
    """The frame with the corners' names in it, the axes, and the ground of each quadrant."""
    middle_x, middle_y = plot.middle
    left, right = middle_x - plot.x, plot.x + plot.width - middle_x - 1
    up, down = middle_y - plot.y, plot.y + plot.height - middle_y - 1
    canvas.ground(plot.x, plot.y, left, up, "region-1")
    canvas.ground(middle_x + 1, plot.y, right, up, "region-2")
    canvas.ground(plot.x, middle_y + 1, left, down, "region-3")
    canvas.ground(middle_x + 1, middle_y + 1, right, down, "region-4")
    canvas.box(plot.x - 1, plot.y - 1, plot.width + 2, plot.height + 2, "axis", ROUND)
    canvas.down(middle_x, plot.y, plot.height, "┊", "axis")
    canvas.across(plot.x, middle_y, plot.width, "┄", "axis")
    canvas.put(middle_x, middle_y, "┼", "axis")
    canvas.put(plot.x - 1, middle_y, "┼", "axis")
    canvas.put(plot.x + plot.width, middle_y, "┼", "axis")
    _put_edge(canvas, plot, plot.y - 1, picture.y_high, picture.corners[0], picture.corners[1])
    _put_edge(
        canvas, plot, plot.y + plot.height, picture.y_low, picture.corners[2], picture.corners[3]
    )
    _put_axis_ends(canvas, picture, plot, middle_y)


def _put_edge(canvas: Canvas, plot: Plot, y: int, axis: str, left: Corner, right: Corner) -> None:
    """A side of the frame: a corner's name, the axis's end, the other corner's name."""
    half = plot.width // 2
    name = fit(axis, max(0, plot.width // 4))
    # Names matter more than the axis's end: it gives way where they need the room.
    longest = max(cells(left.name), cells(right.name))
    if longest + cells(name) // 2 + 6 > half:
        name = ""
    space = max(0, half - (cells(name) // 2 + 2 if name else 0) - 3)
    if name:
        canvas.center(plot.middle[0], y, f" {name} ", "muted")
    figures = [percent(c.share) if c.share is not None else "" for c in (left, right)]
    # Both corners have their figure or neither has: one alone would look like a winner.
    if longest + max(map(cells, figures)) + 1 > space:
        figures = ["", ""]
    end = canvas.put(plot.x + 1, y, f" {fit(left.name, space)} ", "title")
    if figures[0]:
        canvas.put(end, y, f"{figures[0]} ", "strong")
    start = canvas.right(plot.x + plot.width - 1, y, f" {fit(right.name, space)} ", "title")
    if figures[1]:
        canvas.right(start, y, f" {figures[1]}", "strong")


def _put_axis_ends(canvas: Canvas, picture: GridPicture, plot: Plot, y: int) -> None:
    """The ends of the horizontal axis: outside the frame where there is room, else on the axis."""
    if plot.x > 1:
        canvas.right(plot.x - 2, y, picture.x_low, "muted", plot.x - 2)
        start = plot.x + plot.width + 2
        canvas.put(start, y, picture.x_high, "muted", canvas.width - start)
        return
    space = plot.width // 2 - 3
    canvas.put(plot.x, y, fit(picture.x_low, space) + " ", "muted")
    canvas.right(plot.x + plot.width, y, " " + fit(picture.x_high, space), "muted")


def _put_spread(canvas: Canvas, picture: GridPicture, plot: Plot) -> None:
    if picture.spread is None:
        return
    left, top = plot.cell(picture.spread.left, picture.spread.top)
    right, bottom = plot.cell(picture.spread.right, picture.spread.bottom)
    if right - left >= 2 and bottom - top >= 2:
        canvas.box(left, top, right - left + 1, bottom - top + 1, "box", ROUND)


def _put_move(canvas: Canvas, plot: Plot, move: GridMove) -> None:
    start, end = plot.cell(move.start.x, move.start.y), plot.cell(move.end.x, move.end.y)
    cells_between = list(path(*start, *end))[:-1]
    for x, y in cells_between:
        canvas.put(x, y, "·", "trail")
    if cells_between:
        canvas.put(*cells_between[-1], arrow_head(end[0] - start[0], end[1] - start[1]), "trail")


Occupied = dict[tuple[int, int], list[GridMark]]


def _put_marks(canvas: Canvas, picture: GridPicture, plot: Plot) -> Occupied:
    """One sign a cell: a dot, or how many there are. Those who placed themselves come first."""
    occupied: Occupied = {}
    for mark in picture.marks:
        occupied.setdefault(plot.cell(mark.x, mark.y), []).append(mark)
    for (x, y), marks in occupied.items():
        solid = [mark for mark in marks if not mark.hollow]
        if solid:
            canvas.put(x, y, _sign(len(solid), SOLID), "mark")
        else:
            canvas.put(x, y, HOLLOW if len(marks) == 1 else MANY, "mark-hollow")
    return occupied


def _sign(count: int, one: str) -> str:
    if count == 1:
        return one
    return str(count) if count <= 9 else "#"


def _put_centre(canvas: Canvas, picture: GridPicture, plot: Plot, occupied: Occupied) -> None:
    """The median on both axes; on one alone where the other is split; never between two camps."""
    middle_x, middle_y = plot.middle
    if picture.centre is not None:
        _put_median(canvas, plot.cell(picture.centre.x, picture.centre.y), MEDIAN, occupied)
        return
    if picture.median_x is not None:
        _put_median(canvas, (plot.cell(picture.median_x, 0)[0], middle_y), ALONE, occupied)
    if picture.median_y is not None:
        _put_median(canvas, (middle_x, plot.cell(0, picture.median_y)[1]), ALONE, occupied)


def _put_median(canvas: Canvas, cell: tuple[int, int], sign: str, occupied: Occupied) -> None:
    """A median; where somebody stands in it, their mark stays, between brackets."""
    x, y = cell
    if cell not in occupied:
        canvas.put(x, y, sign, "median")
        return
    canvas.put(x, y, canvas.at(x, y).char, "median")
    for column, bracket in ((x - 1, "["), (x + 1, "]")):
        if (column, y) not in occupied:
            canvas.put(column, y, bracket, "median")


def _put_names(canvas: Canvas, picture: GridPicture, plot: Plot, occupied: Occupied) -> None:
    """Initials beside the marks, where they hide nothing."""
    if len(picture.marks) > MOST_LABELS:
        return
    most = max(3, plot.width // 8)
    for (x, y), marks in sorted(occupied.items(), key=lambda item: (item[0][1], item[0][0])):
        solid = [mark for mark in marks if not mark.hollow] or marks
        names = [fit(mark.label, most) for mark in solid if mark.label]
        if not names:
            continue
        text = names[0] if len(solid) == 1 else fit(" ".join(names), most * 2)
        role = "mark-hollow" if solid[0].hollow else "mark"
        for start, row in _label_places(x, y, cells(text)):
            if plot.inside(start, row, cells(text)) and _is_free(canvas, start, row, cells(text)):
                canvas.put(start, row, text, role)
                break


def _label_places(x: int, y: int, width: int) -> Iterator[tuple[int, int]]:
    """Where a label may stand: right, left, below, above; then a cell further off."""
    yield x + 1, y
    yield x - width, y
    yield x + 2, y
    yield x - width - 1, y
    for row in (y + 1, y - 1):
        for start in (x - width // 2, x + 1, x - width):
            yield start, row


def _is_free(canvas: Canvas, x: int, y: int, width: int) -> bool:
    """Whether nothing but an axis would be hidden, and no other name touched."""
    hides = any(
        canvas.at(i, y).char != " " and canvas.at(i, y).role != "axis" for i in range(x, x + width)
    )
    return not hides and not any(canvas.at(i, y).char.isalnum() for i in (x - 1, x + width))


def _put_called_votes(canvas: Canvas, picture: GridPicture, plot: Plot) -> None:
    """Votes called out have a quadrant and no place: one hollow mark with their number."""
    centres = ((0.25, 0.25), (0.75, 0.25), (0.25, 0.75), (0.75, 0.75))
    for corner, centre in zip(picture.corners, centres, strict=True):
        if not corner.called:
            continue
        text = f"{HOLLOW}×{corner.called}"
        width = cells(text)
        x, y = plot.cell(*centre)
        around = sorted(
            ((dx, dy) for dy in range(-3, 4) for dx in range(-8, 9)),
            key=lambda d: abs(d[0]) + 3 * abs(d[1]),
        )
        for dx, dy in around:
            start, row = x - width // 2 + dx, y + dy
            if plot.inside(start, row, width) and canvas.free(start - 1, row, width + 2):
                canvas.put(start, row, text, "mark-hollow")
                break


def _legend(picture: GridPicture) -> list[Entry]:
    entries: list[Entry] = []
    if any(not mark.hollow for mark in picture.marks):
        entries.append((SOLID, "mark", _("placed")))
    if any(mark.hollow for mark in picture.marks):
        entries.append((HOLLOW, "mark-hollow", _("leaning")))
    if picture.split_x:
        entries.append(("≠", "warn", _split(picture.x_low, picture.x_high)))
    if picture.split_y:
        entries.append(("≠", "warn", _split(picture.y_low, picture.y_high)))
    if picture.centre is not None:
        entries.append((MEDIAN, "median", _("median")))
    elif picture.median_x is not None or picture.median_y is not None:
        entries.append((ALONE, "median", _("median of one axis")))
    if any(corner.called for corner in picture.corners):
        entries.append((f"{HOLLOW}×", "mark-hollow", _("called out")))
    if picture.moves and len(picture.moves) <= MOST_MOVES:
        entries.append(("·→", "trail", _("moved")))
    if picture.spread is not None:
        entries.append(("╭╮", "box", _("middle half")))
    return entries


def _split(low: str, high: str) -> str:
    return _("split: {low} – {high}").format(low=low, high=high)


def _put_corner_list(canvas: Canvas, picture: GridPicture) -> None:
    """The corners' names and shares, where there is no room for a grid."""
    for y, corner in enumerate(picture.corners[: canvas.height]):
        figure = percent(corner.share) if corner.share is not None else ""
        start = canvas.right(canvas.width, y, figure, "strong")
        canvas.put(0, y, corner.name, "title", max(0, start - 1))
