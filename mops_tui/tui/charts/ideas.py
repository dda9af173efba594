"""What people wrote, as a list, in two columns where there is room."""

from __future__ import annotations

from mops_tui.pictures.shapes import IdeasPicture
from mops_tui.tui.charts.canvas import Canvas
from mops_tui.tui.charts.parts import draw_nothing
from mops_tui.tui.charts.text import wrap
from mops_tui.words.i18n import ngettext
from mops_tui.words.safe import safe

SPACE = 4
COLUMN = 48
MOST_ROWS = 3


def draw_ideas(picture: IdeasPicture, width: int, height: int) -> Canvas:
    """Draw ideas: each up to three lines, one column after the other."""
    canvas = Canvas(width, height)
    if not picture.ideas or width < 4 or height < 1:
        draw_nothing(canvas, picture.turnout)
        return canvas
    columns = max(1, (width + SPACE) // (COLUMN + SPACE))
    each = (width - SPACE * (columns - 1)) // columns
    air = 1 if height >= 3 * len(picture.ideas) // columns else 0
    x = y = shown = 0
    for idea in picture.ideas:
        lines = _rows(idea, each - 2, min(MOST_ROWS, height)) or ["…"]
        if y + len(lines) > height:
            x, y = x + each + SPACE, 0
        if x + each > width:
            break
        canvas.put(x, y, "•", "accent")
        for line in lines:
            canvas.put(x + 2, y, line, "text")
            y += 1
        y += air
        shown += 1
    hidden = len(picture.ideas) - shown
    if hidden:
        more = f"+ {ngettext('{n} more', '{n} more', hidden).format(n=hidden)}"
        canvas.clear(0, height - 1, width, 1)
        canvas.put(0, height - 1, more, "muted", width)
    return canvas


def _rows(idea: str, width: int, most: int) -> list[str]:
    """An idea in the lines that it was written in, wrapped; the last says that more follows."""
    written = [line for line in safe(idea, keep=True).split("\n") if line.strip()]
    rows: list[str] = []
    for at, line in enumerate(written):
        left = most - len(rows)
        if left == 1:  # what still follows shares the last row
            return [*rows, *wrap(" ".join(written[at:]), width, 1)]
        rows += wrap(line, width, left)
        if len(rows) >= most:
            break
    return rows
