"""The one function that makes typed text fit for a terminal, a phone or a report.

Whatever people type (names, ideas, pack texts) passes through `safe` before it is drawn. What is
left has a known width in cells, cannot move the cursor, change colours or turn the direction of
what stands around it. It is still text: markup of any kind is for the reader's own escaping.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from mops_tui.model.text.blank import ESCAPE, FILLERS, SKIN_TONES

UNKNOWN = "\ufffd"
"""Stands for what has no width that one could know."""
ELLIPSIS = "…"
BETWEEN_LINES = " · "
_MOST_MARKS = 2  # accents on one letter; more are a prank that runs over the lines around it
_BREAKS = re.compile(r"\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_FLAG_LETTERS = range(0x1F1E6, 0x1F200)
_HALF_JAMO = (*range(0x1160, 0x1200), *range(0xD7B0, 0xD800))
_UNSURE = (
    *range(0x2630, 0x2638),  # trigrams, hexagrams and counting rods: Unicode 16 made them wide
    *range(0x268A, 0x2690),
    *range(0x4DC0, 0x4E00),
    *range(0x1D300, 0x1D377),
)
_UNPLACED = frozenset((*_HALF_JAMO, *_UNSURE))
_DROPPED = frozenset({"Cc", "Cf", "Me"})
_HELD = frozenset({"Mn", "Mc"})


def safe(text: str, width: int | None = None, *, keep: bool = False) -> str:
    """Make typed text fit to be shown.

    Escape codes, control characters, marks that turn the writing direction, joiners, variation
    selectors and skin tones go; flags become their two letters; what has no known width becomes
    U+FFFD; accents piled up on one letter are cut.

    Args:
        text: As typed, of any length.
        width: The most cells it may take; longer text ends in "…".
        keep: Keep line breaks; they become spaces otherwise.
    """
    if text.isascii() and text.isprintable() and (width is None or len(text) <= width):
        return text  # most of what is typed, and asked for at every drawing
    plain = _BREAKS.sub("\n" if keep else " ", ESCAPE.sub("", text).replace("\t", " "))
    if width is not None:
        # Nobody waits for ten thousand characters of which thirty are shown.
        plain = plain[: max(64, width * 16)]
    cleaned = "".join(_characters(plain))
    if not cleaned.isascii():
        cleaned = "".join(_few_marks(unicodedata.normalize("NFC", cleaned)))
    return cleaned if width is None else _cut(cleaned, width)


def in_one_line(text: str) -> str:
    """Typed text fit to be shown in one line: what parts its words is one blank."""
    return " ".join(safe(text).split())


def lines_joined(text: str, width: int | None = None) -> str:
    """Typed text of several lines, fit to be shown in one: a dot in the middle parts its lines.

    Args:
        text: As typed.
        width: The most cells it may take; longer text ends in "…".
    """
    lines = (line.strip() for line in safe(text, keep=True).split("\n"))
    joined = BETWEEN_LINES.join(line for line in lines if line)
    return joined if width is None else _cut(joined, width)


def cells(text: str) -> int:
    """How many cells of a terminal a text takes, once it is safe."""
    if text.isascii():
        return len(text)
    return sum(map(_width, text))


@lru_cache(maxsize=4096)
def _width(character: str) -> int:
    if unicodedata.category(character) in _HELD:
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def _characters(text: str) -> Iterator[str]:
    return (_one(character) for character in text)


@lru_cache(maxsize=4096)
def _one(character: str) -> str:
    """What stands for a character: itself, nothing, or something plainer."""
    if " " <= character <= "~" or character == "\n":
        return character
    code, category = ord(character), unicodedata.category(character)
    if code in _FLAG_LETTERS:
        return chr(code - _FLAG_LETTERS.start + ord("A"))
    if category in _DROPPED or code in SKIN_TONES or character in FILLERS:
        return ""
    if 0xFE00 <= code <= 0xFE0F or 0xE0100 <= code <= 0xE01EF or 0x180B <= code <= 0x180F:
        return ""
    if category in ("Cs", "Cn", "Co") or code in _UNPLACED:
        return UNKNOWN
    return " " if category == "Zs" else character


def _few_marks(text: str) -> Iterator[str]:
    """Marks stay on the character before them, at most two; those with none before them go."""
    room = 0
    for character in text:
        if unicodedata.category(character) in _HELD:
            if room:
                room -= 1
                yield character
            continue
        room = 0 if character == "\n" else _MOST_MARKS
        yield character


def _cut(text: str, width: int) -> str:
    if cells(text) <= width:
        return text
    if width < 1:
        return ""
    fitting: list[str] = []
    left = width - 1
    for character in text:
        left -= _width(character)
        if left < 0:
            break
        fitting.append(character)
    return "".join(fitting) + ELLIPSIS
