"""A QR code drawn in cells, that a phone's camera reads from the screen or from a wall.

Dark modules on light ground, in black and white whatever the theme is. Two modules stand in a
cell, one over the other, so that they are square. A cell of one colour is drawn in that colour
alone, so that no gap between two letters of a font can be seen in it; and what is light is drawn
as a block all the same: where a terminal shows no colours, light letters on its dark ground still
are a code that can be read.
"""

from __future__ import annotations

from functools import lru_cache

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Size
from textual.strip import Strip
from textual.widget import Widget

QUIET = 4
"""Light modules around a code, as its standard asks for."""
LEAST_QUIET = 2
"""So many are enough for today's cameras, where there is no room for more."""
LONGEST = 400
"""Characters of a text that can still be scanned from a screen."""
_WHITE, _BLACK = "#ffffff", "#000000"
_CELLS = {
    (True, True): (" ", Style(color=_BLACK, bgcolor=_BLACK)),
    (False, False): ("█", Style(color=_WHITE, bgcolor=_WHITE)),
    (False, True): ("▀", Style(color=_WHITE, bgcolor=_BLACK)),
    (True, False): ("▄", Style(color=_WHITE, bgcolor=_BLACK)),
}
"""By whether the upper and the lower module are dark."""

Modules = tuple[tuple[bool, ...], ...]
"""Rows of modules, True where one is dark."""


@lru_cache(maxsize=16)
def modules(text: str, quiet: int = QUIET, scale: int = 1) -> Modules:
    """A text as a QR code with its quiet zone; no rows where there is none of that length.

    Args:
        text: What is scanned. In upper case an address takes fewer modules.
        quiet: The width of the quiet zone.
        scale: How many times as large each module is drawn.
    """
    if not text or len(text) > LONGEST:
        return ()
    import segno  # late: nobody who opens no room to phones needs it

    # As much correction as the size leaves; UTF-8 is told by its bytes, other encodings are not.
    encoding = None if text.isascii() else "utf-8"
    code = segno.make(text, micro=False, error="l", encoding=encoding)
    rows = code.matrix_iter(scale=scale, border=quiet)
    return tuple(tuple(bool(one) for one in row) for row in rows)


def cells_of(text: str, quiet: int = QUIET, scale: int = 1) -> tuple[int, int]:
    """The columns and rows that a text takes as a QR code; (0, 0) where there is none."""
    side = len(modules(text, quiet, scale))
    return side, (side + 1) // 2


def fitting(text: str, width: int, height: int, scale: int = 1) -> Modules:
    """The code, as large as it fits, with the widest quiet zone; no rows where none fits.

    Half a code cannot be scanned, so it is drawn whole or not at all.

    Args:
        text: What is scanned.
        width: The columns that there are.
        height: The rows that there are.
        scale: How many times as large a module may be.
    """
    for larger in range(scale, 0, -1):
        for quiet in range(QUIET, LEAST_QUIET - 1, -1):
            columns, rows = cells_of(text, quiet, larger)
            if 0 < columns <= width and rows <= height:
                return modules(text, quiet, larger)
    return ()


class QrCode(Widget):
    """Draws a text as a QR code, as large as it is; nothing where it does not fit."""

    ALLOW_SELECT = False  # what is selected changes its colours

    DEFAULT_CSS = "QrCode { width: auto; height: auto; }"

    def __init__(self, text: str = "", *, id: str | None = None) -> None:
        """Take what is scanned; "" for none."""
        super().__init__(id=id)
        self._text = text
        self._drawn: Modules = modules(text)

    @property
    def text(self) -> str:
        """What is scanned."""
        return self._text

    def show(self, text: str, width: int = 0, height: int = 0, scale: int = 1) -> bool:
        """Show another text, as large as it fits.

        Args:
            text: What is scanned; "" for none.
            width: The columns that there are; 0 where nobody has to be asked.
            height: The rows that there are; likewise.
            scale: How many times as large a module may be.

        Returns:
            Whether it is drawn.
        """
        drawn = fitting(text, width or LONGEST, height or LONGEST, scale)
        if (text, drawn) != (self._text, self._drawn):
            self._text, self._drawn = text, drawn
            self.refresh(layout=True)
        return bool(drawn)

    def get_content_width(self, container: Size, viewport: Size) -> int:  # noqa: ARG002 - Textual's
        """The columns that it takes."""
        return len(self._drawn)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 - Textual's
        """The rows that it takes."""
        return (len(self._drawn) + 1) // 2

    def render_line(self, y: int) -> Strip:
        """One row of cells."""
        width, height = self.content_size
        drawn = self._drawn
        if 2 * y >= len(drawn) or len(drawn) > width or len(drawn) > 2 * height:
            return Strip.blank(width, self.rich_style)
        upper = drawn[2 * y]
        # Below the last of an odd number of rows lies one light one more.
        lower = drawn[2 * y + 1] if 2 * y + 1 < len(drawn) else (False,) * len(upper)
        row = [Segment(*_CELLS[pair]) for pair in zip(upper, lower, strict=True)]
        return Strip(row, len(row)).simplify().adjust_cell_length(width, self.rich_style)
