"""One person's own answers on scales: a dot for each step, theirs filled, in words beside it."""

from __future__ import annotations

from mops_tui.pictures.shapes import ScaleRow, ScalesPicture
from mops_tui.tui.charts.canvas import Canvas
from mops_tui.tui.charts.text import cells, told_apart, wrap
from mops_tui.words.i18n import ngettext

STEP, OWN = "○", "●"
LINES = 3
"""The most rows of an item."""
LEAST = 12
"""The fewest cells of a label."""


def own_scales_rows(picture: ScalesPicture, width: int) -> int:
    """How many rows all items take."""
    return sum(len(lines) for lines in _labels(picture, width))


def draw_own_scales(picture: ScalesPicture, width: int, height: int) -> Canvas:
    """Draw one row an item, or as many as its label takes."""
    canvas = Canvas(width, height)
    y = 0
    for row, lines in zip(picture.rows, _labels(picture, width), strict=True):
        last = row is picture.rows[-1]
        if y + len(lines) > height - (not last):
            left = len(picture.rows) - picture.rows.index(row)
            more = ngettext("{n} more", "{n} more", left).format(n=left)
            canvas.put(0, min(y, height - 1), f"+ {more}", "muted", width)
            return canvas
        _put_row(canvas, picture, row, lines, y)
        y += len(lines)
    return canvas


def _labels(picture: ScalesPicture, width: int) -> list[list[tuple[str, str]]]:
    """The lines of each item: what stands before its dots, and behind them."""
    rows = []
    for row in picture.rows:
        if picture.scale == "pair":
            side = max(LEAST, (width - _dots(picture) - 4) // 2)
            left, right = told_apart(row.left, row.label, side, LINES, row.names)
        else:
            left, right = wrap(row.label, _label(picture, width), LINES), [_level(picture, row)]
        size = max(len(left), len(right), 1)
        filled = [[*lines, *[""] * (size - len(lines))] for lines in (left, right)]
        rows.append(list(zip(*filled, strict=True)))
    return rows


def _dots(picture: ScalesPicture) -> int:
    return 2 * len(picture.steps) - 1


def _label(picture: ScalesPicture, width: int) -> int:
    """The cells of the labels: what the dots and the names of the levels leave."""
    level = max(cells(step.label) for step in picture.steps)
    longest = max(cells(row.label) for row in picture.rows)
    return max(LEAST, min(longest, width - _dots(picture) - level - 4))


def _level(picture: ScalesPicture, row: ScaleRow) -> str:
    return next((step.label for step in picture.steps if step.id == row.median), "–")


def _put_row(
    canvas: Canvas, picture: ScalesPicture, row: ScaleRow, lines: list[tuple[str, str]], y: int
) -> None:
    pair = picture.scale == "pair"
    room = max(LEAST, (canvas.width - _dots(picture) - 4) // 2) if pair else 0
    room = room or _label(picture, canvas.width)
    start = room + 2
    middle = len(picture.steps) // 2
    at = next((n for n, step in enumerate(picture.steps) if step.id == row.median), None)
    for number, (left, right) in enumerate(lines):
        if pair:
            nearer = at is not None and at < middle
            canvas.right(room, y + number, left, "accent" if nearer else "muted")
        else:
            canvas.put(0, y + number, left, "text")
        chosen = at is not None and (not pair or at > middle)
        canvas.put(start + _dots(picture) + 2, y + number, right, "accent" if chosen else "muted")
    for number in range(len(picture.steps)):
        own = number == at
        canvas.put(start + 2 * number, y, OWN if own else STEP, "accent" if own else "muted")
