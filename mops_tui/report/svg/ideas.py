"""What people wrote, one under the other."""

from __future__ import annotations

from mops_tui.pictures.shapes import IdeasPicture
from mops_tui.report.svg.canvas import WIDTH, SvgCanvas, wrapped
from mops_tui.words.i18n import ngettext

MOST_IDEAS, LINES = 8, 2


def draw_svg_ideas(picture: IdeasPicture, canvas: SvgCanvas) -> None:
    """Draw the first of them, and say how many more there are."""
    y = 0.0
    for idea in picture.ideas[:MOST_IDEAS]:
        lines = wrapped(idea, WIDTH - 16, LINES)
        if lines:
            canvas.circle(4, y + 9, 2.5, "strong")
        for line in lines:
            y += 18
            canvas.text(16, y - 4, line, width=WIDTH - 16)
        y += 6
    more = len(picture.ideas) - MOST_IDEAS
    if more > 0:
        canvas.text(
            16, y + 12, ngettext("and {n} more", "and {n} more", more).format(n=more), "soft"
        )
