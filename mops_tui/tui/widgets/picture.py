"""A picture on the screen: drawn for the size it has, coloured by the theme."""

from __future__ import annotations

from collections.abc import Mapping

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip
from textual.style import Style as VisualStyle
from textual.timer import Timer
from textual.widget import Widget

from mops_tui.pictures.shapes import Picture
from mops_tui.pictures.transition import at, moves, seconds
from mops_tui.tui.charts.canvas import Canvas
from mops_tui.tui.charts.dispatch import draw

FRAMES = 24
"""Drawings on the way from the round before."""
STYLES: Mapping[str, str] = {
    "text": "$foreground",
    "strong": "bold $foreground",
    "title": "bold $foreground",
    "muted": "auto 60%",  # which is $text-muted: as a variable it loses its share
    "axis": "$foreground 45%",
    "accent": "bold $accent",
    "mark": "bold $accent",
    "mark-hollow": "$foreground 80%",
    "median": "bold $success",
    "box": "$success 70%",
    "trail": "$accent 75%",
    "chip": "bold $background on $accent",
    "on-bar": "bold $background",
    "good": "$success",
    "warn": "$warning",
    "bad": "$error",
    "series-1": "$primary",
    "series-2": "$secondary",
    "series-3": "$success",
    "series-4": "$warning",
    "series-5": "$error",
    "series-6": "$accent",
    "corner-1": "bold $primary",
    "corner-2": "bold $secondary",
    "corner-3": "bold $success",
    "corner-4": "bold $warning",
    "density": "$accent 80%",
    "region-1": "on $primary 10%",
    "region-2": "on $secondary 10%",
    "region-3": "on $success 8%",
    "region-4": "on $warning 8%",
    "room": "on $primary 8%",
    "lead": "on $accent 16%",
    "track": "on $foreground 6%",
    "bar": "on $primary",
    "bar-lead": "on $accent",
    "here": "on $accent 28%",
}
"""How each role and each ground looks. As component classes each view would look them all up anew,
which was a twentieth of what a replay costs."""


class PictureView(Widget):
    """Shows one picture as large as there is room for.

    What people typed reaches the screen as plain cells, never as markup.
    """

    DEFAULT_CSS = "PictureView { width: 1fr; height: 1fr; }"

    def __init__(self, picture: Picture | None = None, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._picture = picture
        self._frame = FRAMES
        self._ticker: Timer | None = None
        self._drawn: tuple[Picture, int, int, int] | None = None
        self._canvas = Canvas(0, 0)
        self._styles: dict[tuple[str, str], Style] = {}

    @property
    def picture(self) -> Picture | None:
        """The picture shown."""
        return self._picture

    def show(self, picture: Picture | None, *, glide: bool = True) -> None:
        """Show a picture; marks glide from the round before, unless animations are off.

        Args:
            picture: The picture, or None for an empty space.
            glide: Whether marks may move to their places.
        """
        self._stop()
        moving = glide and picture is not None and picture != self._picture and moves(picture)
        self._picture = picture
        self._frame = FRAMES
        animated = self.is_attached and self.app.animation_level != "none"
        if picture is not None and moving and animated:
            self._frame = 0
            self._ticker = self.set_interval(seconds(picture) / FRAMES, self._tick)
        self.refresh()

    def stand(self, share: float) -> None:
        """Show the marks a share, 0 to 1, of their way: a replay has a clock of its own."""
        if self._picture is None or not moves(self._picture):
            return
        self._stop()
        frame = round(share * FRAMES)
        if frame != self._frame:
            self._frame = frame
            self.refresh()

    def canvas(self) -> Canvas:
        """The picture as drawn for the present size: what tests and exports read."""
        width, height = self.size
        if self._picture is None:
            return Canvas(width, height)
        key = (self._picture, width, height, self._frame)
        if self._drawn is None or not _same_drawing(self._drawn, key):
            share = self._frame / FRAMES
            picture = at(self._picture, share) if share < 1 else self._picture
            self._canvas = draw(picture, width, height)
            self._drawn = key
        return self._canvas

    def render_line(self, y: int) -> Strip:
        """One row of the picture."""
        canvas = self.canvas()
        width = self.size.width
        if y >= canvas.height:
            return Strip.blank(width, self.rich_style)
        pieces = [Segment(text, self._style(role, ground)) for text, role, ground in canvas.runs(y)]
        return Strip(pieces, width)

    def notify_style_update(self) -> None:
        """The theme changed: forget the colours."""
        super().notify_style_update()
        self._styles.clear()

    def _style(self, role: str, ground: str) -> Style:
        key = (role, ground)
        if key not in self._styles:
            style = self.visual_style
            for name in (ground, role):
                if name:
                    style += VisualStyle.parse(STYLES[name])
            self._styles[key] = style.rich_style
        return self._styles[key]

    def _tick(self) -> None:
        self._frame = min(FRAMES, self._frame + 1)
        if self._frame == FRAMES:
            self._stop()
        self.refresh()

    def _stop(self) -> None:
        if self._ticker is not None:
            self._ticker.stop()
            self._ticker = None


def _same_drawing(one: tuple[Picture, int, int, int], two: tuple[Picture, int, int, int]) -> bool:
    """Whether two cache keys mean the same drawing; pictures are compared by identity: quick."""
    return one[0] is two[0] and one[1:] == two[1:]
