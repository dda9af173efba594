"""The frame of a grid: four named corners, two axes with their ends, a ground a quadrant."""

from __future__ import annotations

from collections.abc import Sequence

from mops_tui.pictures.shapes import Corner, GridPicture
from mops_tui.tui.charts.canvas import ROUND, Canvas
from mops_tui.tui.charts.quadrant.plot import Plot, Spot
from mops_tui.tui.charts.text import cells, fit
from mops_tui.words.i18n import _
from mops_tui.words.results.figures import percents

SIGNS = "◤◥◣◢"
"""The signs of the four corners, in reading order: a quadrant is known without its colour."""
ROOMY = 52
"""The axis's ends stand outside of a frame that is still so wide between them."""
MOST_COUNTED = 100
"""From so many people on, a share says more than a count, and stands with it."""


def plot_of(picture: GridPicture, width: int, height: int) -> Plot:
    """The frame's inside on a canvas of a size."""
    left = right = 0
    ends = [min(cells(end), width // 7) + 1 for end in (picture.x_low, picture.x_high)]
    if width - 2 - sum(ends) >= ROOMY:
        left, right = ends
    inner = width - 2 - left - right
    inner -= 1 - inner % 2
    rows = height - 2
    rows -= 1 - rows % 2
    return Plot(left + 1, 1, inner, rows)


def key_column(picture: GridPicture, plot: Plot) -> int:
    """The first column beside the frame, and beside the axis's end where that stands outside."""
    right = plot.x + plot.width + 1
    return right if plot.x == 1 else right + 1 + min(cells(picture.x_high), plot.x - 2)


def put_frame(canvas: Canvas, picture: GridPicture, plot: Plot) -> None:
    """The frame with the corners' names in it, the axes, and the ground of each quadrant."""
    middle_x, middle_y = plot.middle
    half_x, half_y = plot.width // 2, plot.height // 2
    for index in range(4):
        x = plot.x if index % 2 == 0 else middle_x + 1
        y = plot.y if index < 2 else middle_y + 1
        canvas.ground(x, y, half_x, half_y, f"region-{index + 1}")
    canvas.box(plot.x - 1, plot.y - 1, plot.width + 2, plot.height + 2, "axis", ROUND)
    canvas.down(middle_x, plot.y, plot.height, "┊", "axis")
    canvas.across(plot.x, middle_y, plot.width, "┄", "axis")
    canvas.put(middle_x, middle_y, "┼", "axis")
    canvas.put(plot.x - 1, middle_y, "┼", "axis")
    canvas.put(plot.x + plot.width, middle_y, "┼", "axis")
    shares = percents([*(corner.count or 0 for corner in picture.corners), picture.between])
    people = picture.turnout.n
    for pair, row, end in (
        ((0, 1), plot.y - 1, picture.y_high),
        ((2, 3), plot.y + plot.height, picture.y_low),
    ):
        named = [(i, picture.corners[i]) for i in pair]
        _put_edge(canvas, plot, row, named, end, shares if people >= MOST_COUNTED else ())
    if plot.x > 1:
        canvas.right(plot.x - 2, middle_y, picture.x_low, "muted", plot.x - 2)
        start = plot.x + plot.width + 2
        canvas.put(start, middle_y, picture.x_high, "muted", canvas.width - start)


def put_axis_ends(
    canvas: Canvas, picture: GridPicture, plot: Plot, marks: set[Spot], taken: set[Spot]
) -> None:
    """The ends of the axes inside the frame, where it has no room for them; they hide no mark."""
    x, y = plot.middle
    space = plot.width // 2 - 2
    if plot.x == 1:
        low, high = fit(picture.x_low, space), fit(picture.x_high, space)
        last = plot.x + plot.width
        for row in (y, y + 1, y - 1, y + 2, y - 2):
            if _put_free(canvas, plot.x, row, low, marks, taken):
                break
        for row in (y, y + 1, y - 1, y + 2, y - 2):
            if _put_free(canvas, last - cells(high), row, high, marks, taken):
                break
    for end, row in ((picture.y_high, plot.y - 1), (picture.y_low, plot.y + plot.height)):
        if _stands(canvas, row, end):
            continue
        inside = row + (1 if row < plot.y else -1)
        name = fit(end, space)
        if not _put_free(canvas, x + 1, inside, name, marks, taken):
            _put_free(canvas, x - cells(name), inside, name, marks, taken)


def _put_free(
    canvas: Canvas, x: int, y: int, text: str, marks: set[Spot], taken: set[Spot]
) -> bool:
    """Write a text where it hides nothing, and a mark's letter is none of it; whether it does."""
    spots = {(x + i, y) for i in range(cells(text))}
    around = {(x - 1, y), *spots, (x + cells(text), y)}
    if not text or not around.isdisjoint(marks) or not spots.isdisjoint(taken):
        return False
    canvas.put(x, y, text, "muted")
    taken |= around  # no label may run into it
    return True


def _stands(canvas: Canvas, row: int, end: str) -> bool:
    return f" {end} " in canvas.line(row)


def _put_edge(
    canvas: Canvas,
    plot: Plot,
    y: int,
    corners: Sequence[tuple[int, Corner]],
    axis: str,
    shares: Sequence[int],
) -> None:
    """A side of the frame: a corner's name and count, the axis's end, the other corner's."""
    for left, right, middle in _forms(corners, axis, shares):
        longest = max(cells(left), cells(right))
        # The axis's end stands over the axis: each side must leave it its half.
        half = plot.width // 2 - (cells(middle) + 3) // 2 - 1
        fits = cells(left) + cells(right) + 1 <= plot.width
        if fits and (not middle or longest + 3 <= half):
            break
    else:
        left, right = (fit(corner.name, plot.width // 2) for _i, corner in corners)
        middle = ""
    if middle:
        canvas.center(plot.middle[0], y, f" {middle} ", "muted")
    if cells(left) + cells(right) + 5 <= plot.width:
        left, right = f" {left} ", f" {right} "
    roles = [f"corner-{index + 1}" for index, _corner in corners]
    canvas.put(plot.x, y, left, roles[0])
    canvas.right(plot.x + plot.width, y, right, roles[1])


def _forms(
    corners: Sequence[tuple[int, Corner]], axis: str, shares: Sequence[int]
) -> list[tuple[str, str, str]]:
    """What a side may say, the fullest first: shares, counts, signs and the axis's end go."""
    counted = all(corner.count is not None for _i, corner in corners)
    forms = []
    for share, count, sign, end in (
        (True, True, True, True),
        (True, True, True, False),
        (False, True, True, True),
        (False, True, True, False),
        (False, True, False, False),
        (False, False, True, False),
        (False, False, False, False),
    ):
        if share and not shares:
            continue
        names = []
        for index, corner in corners:
            parts = [SIGNS[index]] if sign else []
            parts.append(corner.name)
            if count and counted:
                parts.append(str(corner.count))
            if share and counted:
                parts.append(_("({n} %)").format(n=shares[index]))
            names.append(" ".join(parts))
        forms.append((names[0], names[1], axis if end else ""))
    return forms
