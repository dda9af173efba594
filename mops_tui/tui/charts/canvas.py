"""A canvas of character cells: what every chart draws on.

A cell is a character, the name of a style role, and the name of the ground under it. Roles become
colours in `PictureView`, by theme; a chart never names a colour and never relies on one alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from mops_tui.tui.charts.text import cells, fit, glyphs

ROLES = (
    "text",
    "strong",
    "title",
    "muted",
    "axis",
    "accent",
    "mark",
    "mark-hollow",
    "median",
    "box",
    "trail",
    "chip",
    "on-bar",
    "good",
    "warn",
    "bad",
    "series-1",
    "series-2",
    "series-3",
    "series-4",
    "series-5",
    "series-6",
    "corner-1",
    "corner-2",
    "corner-3",
    "corner-4",
    "density",
)
"""The style roles of characters."""
GROUNDS = (
    "",
    "region-1",
    "region-2",
    "region-3",
    "region-4",
    "room",
    "lead",
    "here",
    "track",
    "bar",
    "bar-lead",
)
"""The style roles of the ground under them."""


class Cell(NamedTuple):
    """One cell; the second half of a wide character holds an empty string."""

    char: str = " "
    role: str = "text"
    ground: str = ""


BLANK = Cell()


class Box(NamedTuple):
    """The eight characters of a frame."""

    top_left: str
    top: str
    top_right: str
    left: str
    right: str
    bottom_left: str
    bottom: str
    bottom_right: str


LIGHT = Box(*"┌─┐││└─┘")
ROUND = Box(*"╭─╮││╰─╯")
HEAVY = Box(*"┏━┓┃┃┗━┛")


class Canvas:
    """Rows of cells; whatever is drawn outside of them is cut off.

    Args:
        width: Columns, 0 or more.
        height: Rows, 0 or more.
    """

    def __init__(self, width: int, height: int) -> None:
        self.width = max(0, width)
        self.height = max(0, height)
        self._rows: list[list[Cell]] = [[BLANK] * self.width for _ in range(self.height)]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Canvas) and self._rows == other._rows

    __hash__ = None  # type: ignore[assignment]  # it changes

    def inside(self, x: int, y: int) -> bool:
        """Whether a cell is on the canvas."""
        return 0 <= x < self.width and 0 <= y < self.height

    def at(self, x: int, y: int) -> Cell:
        """The cell at a place; a blank one outside."""
        return self._rows[y][x] if self.inside(x, y) else BLANK

    def free(self, x: int, y: int, width: int = 1) -> bool:
        """Whether so many cells in a row are on the canvas and blank."""
        return all(self.inside(i, y) and self._rows[y][i].char == " " for i in range(x, x + width))

    def put(self, x: int, y: int, text: str, role: str = "text", width: int | None = None) -> int:
        """Write a text, cut at the canvas's edges and, if told, at a width.

        Returns:
            The column after it.
        """
        if width is not None:
            text = fit(text, width)
        for char, size in glyphs(text):
            self._set(x, y, char, size, role)
            x += size
        return x

    def right(self, x: int, y: int, text: str, role: str = "text", width: int | None = None) -> int:
        """Write a text that ends before a column; returns the column where it starts."""
        if width is not None:
            text = fit(text, width)
        start = x - cells(text)
        self.put(start, y, text, role)
        return start

    def center(self, x: int, y: int, text: str, role: str = "text") -> int:
        """Write a text around a column; returns the column where it starts."""
        start = x - cells(text) // 2
        self.put(start, y, text, role)
        return start

    def ground(self, x: int, y: int, width: int, height: int, ground: str) -> None:
        """Lay a ground under some cells; what is written there stays."""
        for row in range(max(0, y), min(self.height, y + height)):
            line = self._rows[row]
            for column in range(max(0, x), min(self.width, x + width)):
                char, role, _ground = line[column]
                line[column] = Cell(char, role, ground)

    def clear(self, x: int, y: int, width: int, height: int) -> None:
        """Blank some cells; their ground stays."""
        for row in range(y, y + height):
            for column in range(x, x + width):
                self._set(column, row, " ", 1, "text")

    def across(self, x: int, y: int, width: int, char: str, role: str = "axis") -> None:
        """A line of one character to the right."""
        for column in range(max(0, x), min(self.width, x + width)):
            self._set(column, y, char, 1, role)

    def down(self, x: int, y: int, height: int, char: str, role: str = "axis") -> None:
        """A line of one character downwards."""
        for row in range(max(0, y), min(self.height, y + height)):
            self._set(x, row, char, 1, role)

    def box(
        self, x: int, y: int, width: int, height: int, role: str = "axis", frame: Box = LIGHT
    ) -> None:
        """A frame; nothing where it is smaller than two cells by two."""
        if width < 2 or height < 2:
            return
        self.across(x + 1, y, width - 2, frame.top, role)
        self.across(x + 1, y + height - 1, width - 2, frame.bottom, role)
        self.down(x, y + 1, height - 2, frame.left, role)
        self.down(x + width - 1, y + 1, height - 2, frame.right, role)
        right, low = x + width - 1, y + height - 1
        corners = (
            (x, y, frame.top_left),
            (right, y, frame.top_right),
            (x, low, frame.bottom_left),
            (right, low, frame.bottom_right),
        )
        for column, row, char in corners:
            self._set(column, row, char, 1, role)

    def paste(self, other: Canvas, x: int, y: int) -> None:
        """Copy another canvas onto this one."""
        for row in range(other.height):
            for column in range(other.width):
                if self.inside(x + column, y + row):
                    self._rows[y + row][x + column] = other._rows[row][column]

    def runs(self, y: int) -> Iterator[tuple[str, str, str]]:
        """A row as pieces of one style: text, role, ground."""
        text = ""
        role = ground = ""
        for cell in self._rows[y]:
            if text and (cell.role != role or cell.ground != ground):
                yield text, role, ground
                text = ""
            text += cell.char
            role, ground = cell.role, cell.ground
        if text:
            yield text, role, ground

    def line(self, y: int) -> str:
        """A row as plain text, blanks at its end included."""
        return "".join(cell.char for cell in self._rows[y])

    def text(self) -> str:
        """All rows as plain text, without the blanks at their ends."""
        return "\n".join(self.line(y).rstrip() for y in range(self.height))

    def _set(self, x: int, y: int, char: str, size: int, role: str) -> None:
        if not 0 <= y < self.height or x < 0 or x + size > self.width:
            return
        row = self._rows[y]
        # Half a wide character cannot be drawn: whoever loses one half loses the other.
        if row[x].char == "":
            row[x - 1] = row[x - 1]._replace(char=" ")
        last = x + size - 1
        if last + 1 < self.width and row[last + 1].char == "":
            row[last + 1] = row[last + 1]._replace(char=" ")
        row[x] = Cell(char, role, row[x].ground)
        if size == 2:
            row[x + 1] = Cell("", role, row[x + 1].ground)


def path(x0: int, y0: int, x1: int, y1: int) -> Iterable[tuple[int, int]]:
    """The cells from one to another, both included (Bresenham)."""
    dx, dy = abs(x1 - x0), -abs(y1 - y0)
    step_x, step_y = (1 if x0 < x1 else -1), (1 if y0 < y1 else -1)
    error = dx + dy
    while True:
        yield x0, y0
        if (x0, y0) == (x1, y1):
            return
        doubled = 2 * error
        if doubled >= dy:
            error += dy
            x0 += step_x
        if doubled <= dx:
            error += dx
            y0 += step_y


def arrow_head(dx: int, dy: int) -> str:
    """The arrow that points a way, y downwards; cells are about twice as high as wide."""
    if abs(dx) > 4 * abs(dy):
        return "→" if dx > 0 else "←"
    if abs(dx) < abs(dy):
        return "↓" if dy > 0 else "↑"
    if dy > 0:
        return "↘" if dx > 0 else "↙"
    return "↗" if dx > 0 else "↖"
