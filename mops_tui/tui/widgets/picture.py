"""A picture on the screen: drawn for the size it has, coloured by the theme."""

from __future__ import annotations

from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip
from textual.timer import Timer
from textual.widget import Widget

from mops_tui.pictures.shapes import Picture
from mops_tui.pictures.transition import at, moves, seconds
from mops_tui.tui.charts.canvas import GROUNDS, ROLES, Canvas
from mops_tui.tui.charts.dispatch import draw

FRAMES = 24
"""Drawings on the way from the round before."""
PREFIX = "picture--"


class PictureView(Widget):
    """Shows one picture as large as there is room for.

    What people typed reaches the screen as plain cells, never as markup.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {PREFIX + name for name in (*ROLES, *GROUNDS) if name}
    DEFAULT_CSS = """
    PictureView { width: 1fr; height: 1fr; }
    PictureView > .picture--text { color: $foreground; }
    PictureView > .picture--strong { color: $foreground; text-style: bold; }
    PictureView > .picture--title { color: $foreground; text-style: bold; }
    PictureView > .picture--muted { color: $text-muted; }
    PictureView > .picture--axis { color: $foreground 45%; }
    PictureView > .picture--accent { color: $accent; text-style: bold; }
    PictureView > .picture--mark { color: $accent; text-style: bold; }
    PictureView > .picture--mark-hollow { color: $foreground 80%; }
    PictureView > .picture--median { color: $success; text-style: bold; }
    PictureView > .picture--box { color: $success 70%; }
    PictureView > .picture--trail { color: $accent 75%; }
    PictureView > .picture--chip { color: $background; background: $accent; text-style: bold; }
    PictureView > .picture--on-bar { color: $background; text-style: bold; }
    PictureView > .picture--good { color: $success; }
    PictureView > .picture--warn { color: $warning; }
    PictureView > .picture--bad { color: $error; }
    PictureView > .picture--series-1 { color: $primary; }
    PictureView > .picture--series-2 { color: $secondary; }
    PictureView > .picture--series-3 { color: $success; }
    PictureView > .picture--series-4 { color: $warning; }
    PictureView > .picture--series-5 { color: $error; }
    PictureView > .picture--series-6 { color: $accent; }
    PictureView > .picture--corner-1 { color: $primary; text-style: bold; }
    PictureView > .picture--corner-2 { color: $secondary; text-style: bold; }
    PictureView > .picture--corner-3 { color: $success; text-style: bold; }
    PictureView > .picture--corner-4 { color: $warning; text-style: bold; }
    PictureView > .picture--density { color: $accent 80%; }
    PictureView > .picture--region-1 { background: $primary 10%; }
    PictureView > .picture--region-2 { background: $secondary 10%; }
    PictureView > .picture--region-3 { background: $success 8%; }
    PictureView > .picture--region-4 { background: $warning 8%; }
    PictureView > .picture--room { background: $primary 8%; }
    PictureView > .picture--lead { background: $accent 16%; }
    PictureView > .picture--track { background: $foreground 6%; }
    PictureView > .picture--bar { background: $primary; }
    PictureView > .picture--bar-lead { background: $accent; }
    PictureView > .picture--here { background: $accent 28%; }
    """

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
            names = [PREFIX + name for name in (ground, role) if name]
            self._styles[key] = self.get_visual_style(*names).rich_style
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
