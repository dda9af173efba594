"""Text set in block letters: lines of half blocks, wrapped by words."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache

from mops_tui.tui.letters.font import ACCENTS, BELOW, CAPITAL, LETTERS, TAILS

SPACE = 3
"""Pixels between two words."""
ABOVE = 2
"""Rows over a capital: an accent has them, and otherwise nothing."""
LONGEST = 400
"""Characters of a text that is worth trying."""
_HALVES = {(False, False): " ", (True, False): "▀", (False, True): "▄", (True, True): "█"}
_DOTLESS = {"i": "ı", "j": "ȷ"}

Rows = tuple[str, ...]
"""A letter's pixels, row by row from the place of a capital's accent to the lowest tail."""


@dataclass(frozen=True)
class BlockText:
    """A text in block letters.

    Attributes:
        rows: The rows of cells, from top to bottom; each as long as its letters reach.
    """

    rows: tuple[str, ...]

    @property
    def width(self) -> int:
        """The cells of the longest row."""
        return max((len(row) for row in self.rows), default=0)

    @property
    def height(self) -> int:
        """How many rows it takes."""
        return len(self.rows)


@lru_cache(maxsize=64)
def in_blocks(text: str, width: int, height: int) -> BlockText | None:
    """A text in block letters, where it can be set so.

    Args:
        text: What is written; it is fit for a terminal already.
        width: The cells that a line may have.
        height: The rows that there are.

    Returns:
        None where it does not fit, or has a letter that the typeface does not: then it is better
        read as plain text.
    """
    if len(text) > LONGEST:
        return None
    words = [_letters(word) for word in unicodedata.normalize("NFC", text).split()]
    if not words or not all(words) or max(map(_width, words)) > width:
        return None
    rows = [row for line in _balanced(words, width) for row in _rows(line)]
    rows = rows[:-1] if rows and not rows[-1].strip() else rows
    return BlockText(tuple(rows)) if 0 < len(rows) <= height else None


def _balanced(words: list[list[Rows]], width: int) -> list[list[Rows]]:
    """Words in as few lines as there can be, and these as even as they can be."""
    lines = _wrapped(words, width)
    for narrower in range(width - 1, 0, -1):
        other = _wrapped(words, narrower)
        if len(other) > len(lines) or max(map(_width, other)) > narrower:
            break
        lines = other
    return lines


def _wrapped(words: list[list[Rows]], width: int) -> list[list[Rows]]:
    """Words in lines; a word that is longer than a line has one of its own."""
    lines: list[list[Rows]] = []
    for word in words:
        if lines and _width(lines[-1]) + SPACE + _width(word) <= width:
            lines[-1] = [*lines[-1], _blank(SPACE - 2), *word]
        else:
            lines.append(word)
    return lines


def _letters(word: str) -> list[Rows]:
    """The letters of a word; none where one of them is not in the typeface."""
    letters: list[Rows] = []
    for character in word:
        rows = _letter(character)
        if rows is None:
            return []
        letters.append(rows)
    return letters


@cache
def _drawn() -> dict[str, Rows]:
    """The typeface: each letter with all its rows."""
    typeface = {}
    for line in LETTERS.split("\n"):
        if line:
            character, *rows = line.split(" ")
            width = len(rows[0])
            full = [*rows, *["." * width] * (CAPITAL + BELOW - len(rows))]
            typeface[character] = ("." * width,) * ABOVE + tuple(full)
    return typeface


@lru_cache(maxsize=512)
def _letter(character: str) -> Rows | None:
    """A letter, put together from its base and its accents; None where it cannot be."""
    drawn = _drawn()
    if character in drawn:
        return drawn[character]
    base, *marks = list(unicodedata.normalize("NFD", character))
    rows = drawn.get(_DOTLESS.get(base, base) if any(m in ACCENTS for m in marks) else base)
    if rows is None or not marks or not all(mark in ACCENTS or mark in TAILS for mark in marks):
        return None
    for mark in marks:
        top = _top(rows) - ABOVE if mark in ACCENTS else ABOVE + CAPITAL
        rows = _over(rows, ACCENTS.get(mark) or TAILS[mark], max(0, top))
    return rows


def _top(rows: Rows) -> int:
    """The first row that has a pixel."""
    return next(i for i, row in enumerate(rows) if "#" in row)


def _over(rows: Rows, accent: Rows, top: int) -> Rows:
    """An accent in the middle over a letter, which is widened for it where it is narrower."""
    width = max(len(rows[0]), len(accent[0]))
    wide = [row.center(width, ".") for row in rows]
    for number, marks in enumerate(row.center(width, ".") for row in accent):
        below = wide[top + number]
        wide[top + number] = "".join(
            "#" if "#" in pair else "." for pair in zip(below, marks, strict=True)
        )
    return tuple(wide)


def _blank(width: int) -> Rows:
    return ("." * width,) * (ABOVE + CAPITAL + BELOW)


def _width(letters: list[Rows]) -> int:
    return sum(len(letter[0]) + 1 for letter in letters) - 1


def _rows(line: list[Rows]) -> list[str]:
    """A line of letters as rows of cells: two rows of pixels each, and room below."""
    pixels = [".".join(letter[n] for letter in line) for n in range(ABOVE + CAPITAL + BELOW)]
    if not any("#" in row for row in pixels[:ABOVE]):
        pixels = pixels[ABOVE:]
    pixels.append("." * len(pixels[0]))
    pixels += ["." * len(pixels[0])] * (len(pixels) % 2)
    return [
        "".join(_HALVES[up == "#", down == "#"] for up, down in zip(one, two, strict=True)).rstrip()
        for one, two in zip(pixels[::2], pixels[1::2], strict=True)
    ]
