"""The spread of the four personas: a share in each corner, never one box."""

from __future__ import annotations

from mops_tui.pictures.shapes import Bar, BarsPicture, Corner, SharesPicture, Turnout
from mops_tui.tui.charts.bars import draw_bars
from mops_tui.tui.charts.canvas import Canvas
from mops_tui.tui.charts.parts import bar_text, draw_nothing, percent


def draw_shares(picture: SharesPicture, width: int, height: int) -> Canvas:
    """Draw four shares where their corners are; as plain bars where that is too wide."""
    canvas = Canvas(width, height)
    if all(corner.share is None for corner in picture.corners):
        draw_nothing(canvas, Turnout())
        return canvas
    if width < 60 or height < 5:
        return draw_bars(as_bars(picture), width, height)
    half = (width - 5) // 2
    rows = min(12, (height - 1) // 2)
    top = (height - 2 * rows - 1) // 2
    canvas.down(half + 2, top, 2 * rows + 1, "│", "axis")
    canvas.across(0, top + rows, 2 * half + 5, "─", "axis")
    canvas.put(half + 2, top + rows, "┼", "axis")
    scale = max(corner.share or 0.0 for corner in picture.corners) or 1.0
    for index, corner in enumerate(picture.corners):
        x = 0 if index % 2 == 0 else half + 5
        y = top + (rows + 1) * (index // 2)
        _corner(canvas, corner, index, (x, y), (half, rows), scale)
    return canvas


def as_bars(picture: SharesPicture) -> BarsPicture:
    """The same shares as bars."""
    scale = max((corner.share or 0.0 for corner in picture.corners), default=0.0) or 1.0
    bars = tuple(
        Bar(c.id, c.name, round((c.share or 0) * 100), c.share or 0, (c.share or 0) / scale)
        for c in picture.corners
    )
    return BarsPicture("share", bars, 100, Turnout(n=picture.n), scale)


def _corner(
    canvas: Canvas,
    corner: Corner,
    index: int,
    place: tuple[int, int],
    size: tuple[int, int],
    scale: float,
) -> None:
    x, y = place
    width, rows = size
    share = corner.share or 0.0
    figure = percent(share)
    canvas.ground(x, y, width, rows, f"region-{index + 1}")
    thick = max(1, min(3, rows - 3))
    first = y + max(0, (rows - thick - 1) // 2)
    start = canvas.right(x + width - 1, first, figure, "strong")
    canvas.put(x + 1, first, corner.name, "title", max(0, start - x - 2))
    bar = bar_text(share / scale, width - 2)
    for row in range(thick):
        canvas.put(x + 1, first + 1 + row, bar, "accent" if share == scale else "series-1")
