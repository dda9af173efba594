"""A page of characters: each is one or two cells wide, and none of them depends on a font.

Frames and marks are plain ASCII: lines and blocks are as wide as two letters in some fonts.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from mops_tui.words.safe import cells, in_one_line

DOTS = "..."


def cut(text: str, width: int) -> str:
    """A text in one line of so many cells, at a word where it can be, with dots where it ends."""
    shown = in_one_line(text)
    if cells(shown) <= width:
        return shown
    if width <= len(DOTS):
        return DOTS[: max(0, width)]
    kept = _fitting(shown, width - len(DOTS))
    at_word = kept.rpartition(" ")[0]
    if len(at_word) * 2 > len(kept) and not shown[len(kept) :].startswith(" "):
        kept = at_word
    return kept.rstrip(" ,.;:") + DOTS


def wrapped(text: str, width: int, most: int = 99) -> list[str]:
    """A text in lines of so many cells; the last of the most has dots where it goes on."""
    lines: list[str] = []
    rest = in_one_line(text)
    while rest and len(lines) < most - 1 and cells(rest) > width:
        start = _fitting(rest, width)
        at_word = start.rpartition(" ")[0]
        if at_word and not rest[len(start) :].startswith(" "):
            start = at_word
        start = start or rest[:1]
        lines.append(start.rstrip())
        rest = rest[len(start) :].lstrip()
    return [*lines, cut(rest, width)] if rest else lines


def padded(text: str, width: int, *, right: bool = False, middle: bool = False) -> str:
    """A text filled up with blanks to so many cells."""
    space = max(0, width - cells(text))
    before = space if right else space // 2 if middle else 0
    return " " * before + text + " " * (space - before)


def _fitting(text: str, width: int) -> str:
    """As many characters as fit, accents with their letters."""
    used = 0
    for index, character in enumerate(text):
        used += cells(character)
        if used > width:
            return text[:index]
    return text


class CharacterPage:
    """Rows of cells to write into; what is outside is left out.

    Args:
        width: Cells of a row.
        height: Rows.
    """

    def __init__(self, width: int, height: int) -> None:
        self.width, self.height = max(0, width), max(0, height)
        self._rows = [[" "] * self.width for _ in range(self.height)]

    def put(self, x: int, y: int, text: str) -> None:
        """Write a text that begins in a cell; a wide character takes two."""
        if not 0 <= y < self.height:
            return
        row = self._rows[y]
        for character in text:
            size = cells(character)
            if not size and 0 < x <= self.width and unicodedata.category(character)[0] == "M":
                row[x - 1] += character
            if size and x >= 0 and x + size <= self.width:
                row[x] = character
                if size == 2:
                    row[x + 1] = ""
            x += size

    def is_free(self, x: int, y: int, width: int) -> bool:
        """Whether so many cells are on the page and blank."""
        inside = 0 <= y < self.height and x >= 0 and x + width <= self.width
        return inside and all(cell == " " for cell in self._rows[y][x : x + width])

    def has(self, x: int, y: int, sign: str) -> bool:
        """Whether a cell has this sign."""
        return 0 <= y < self.height and 0 <= x < self.width and self._rows[y][x] == sign

    def sign(self, x: int, y: int) -> str:
        """What stands in a cell; "" outside of the page."""
        return self._rows[y][x] if 0 <= y < self.height and 0 <= x < self.width else ""

    def frame(self) -> None:
        """A frame around it all."""
        for y in range(self.height):
            inner = "-" if y in (0, self.height - 1) else " "
            edge = "+" if inner == "-" else "|"
            self._rows[y] = [edge, *[inner] * (self.width - 2), edge]

    def lines(self) -> list[str]:
        """The rows, without the blanks at their ends."""
        return ["".join(row).rstrip() for row in self._rows]


def in_rows(entries: Iterable[str], width: int) -> list[str]:
    """Short texts beside each other, as many in a row as fit."""
    rows: list[str] = []
    for entry in entries:
        lines = wrapped(entry, width)
        if rows and len(lines) == 1 and cells(rows[-1]) + 3 + cells(lines[0]) <= width:
            rows[-1] += "   " + lines[0]
        else:
            rows += lines
    return rows
