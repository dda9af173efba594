"""Text in terminal cells: widths of characters, cutting and wrapping.

What somebody typed is made safe first (`words.safe`): no escape codes, no joined emoji, nothing
that turns the direction of writing. One such character would shift a whole picture.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable
from functools import lru_cache

from mops_tui.words.apart import apart
from mops_tui.words.safe import cells as safe_cells
from mops_tui.words.safe import safe

LEAST_APART = 8
"""With fewer cells, a text has no middle that could be left out."""

Glyph = tuple[str, int]
"""A character, with the accents that belong to it, and its width: 1 or 2."""


@lru_cache(maxsize=4096)
def glyphs(text: str) -> tuple[Glyph, ...]:
    """The cells of a text, safe to put anywhere on a screen."""
    result: list[Glyph] = []
    for char in text if text.isascii() and text.isprintable() else safe(text):
        width = safe_cells(char)
        if width:
            result.append((char, width))
        elif result and unicodedata.category(char) in ("Mn", "Mc"):
            result[-1] = (result[-1][0] + char, result[-1][1])
    return tuple(result)


def cells(text: str) -> int:
    """How many cells a text takes."""
    if text.isascii() and text.isprintable():
        return len(text)
    return sum(width for _, width in glyphs(text))


def fit(text: str, width: int) -> str:
    """A text cut to a width, with an ellipsis where something is missing."""
    if cells(text) <= width:
        return text
    if width <= 0:
        return ""
    fitting: list[str] = []
    used = 0
    for char, size in glyphs(text):
        if used + size > width - 1:
            break
        fitting.append(char)
        used += size
    return "".join(fitting).rstrip() + "…"


def padded(text: str, width: int) -> str:
    """A text filled up to a width; one that is wider stays as it is."""
    return text + " " * max(0, width - cells(text))


def fit_apart(texts: Iterable[str], width: int, lines: int = 1) -> dict[str, str]:
    """Texts shortened for so many lines of a width, none of which looks like another.

    Those that would be cut to the same keep their ends instead; where they end alike as well, they
    begin where they differ.

    Returns:
        What each text is shortened to; `wrap` lays it out in the lines.
    """
    cut = {text: " ".join(wrap(text, width, lines)) if lines > 1 else fit(text, width)
           for text in texts}  # fmt: skip
    if width < LEAST_APART:
        return cut
    groups: dict[str, list[str]] = {}
    for text, short in cut.items():
        groups.setdefault(short, []).append(text)
    for alike in groups.values():
        for shorten in (_with_end, _from_difference) if len(alike) > 1 else ():
            shorter = {text: _in_lines(text, alike, width, lines, shorten) for text in alike}
            if len(set(shorter.values())) == len(alike):
                cut |= shorter
                break
    return cut


Shortened = Callable[[str, "list[str]", int], str]
"""A text without some of its words, in so many cells, so that it differs from others."""


def _in_lines(text: str, alike: list[str], width: int, lines: int, shorten: Shortened) -> str:
    """A text shortened as little as it takes to fit."""
    for room in range(width * lines, width, -1):
        shorter = shorten(text, alike, room)
        if fits(shorter, width, lines):
            return shorter
    return shorten(text, alike, width)


def _with_end(text: str, alike: list[str], width: int) -> str:  # noqa: ARG001 - as the other way
    """A text without its middle."""
    tail = ""
    for char, _size in reversed(glyphs(text)):
        if cells(char + tail) > width // 2:
            break
        tail = char + tail
    if " " in tail.strip() and not text.endswith(" " + tail.lstrip()):
        tail = tail.strip().partition(" ")[2]  # no half of a word
    start = fit(text, width - cells(tail.lstrip()) - 1).removesuffix("…").rstrip()
    return f"{start}… {tail.lstrip()}"


def _from_difference(text: str, alike: list[str], width: int) -> str:
    """A text from the word on in which it differs from the others."""
    words = [one.split() for one in alike]
    same = 0
    while all(len(one) > same + 1 and one[same] == words[0][same] for one in words):
        same += 1
    return fit("… " + " ".join(text.split()[same:]), width)


def wrap(text: str, width: int, lines: int) -> list[str]:
    """A text over at most so many lines; the last one has an ellipsis where it did not fit."""
    if width <= 0 or lines <= 0:
        return []
    words = "".join(char for char, _ in glyphs(text)).split()
    rows: list[str] = []
    current = ""
    for index, word in enumerate(words):
        longer = f"{current} {word}" if current else word
        if cells(longer) <= width:
            current = longer
            continue
        if len(rows) == lines - 1 or not current:
            current = fit(" ".join([*([current] if current else []), *words[index:]]), width)
            break
        rows.append(current)
        current = word if cells(word) <= width else fit(word, width)
    return [*rows, current] if current else rows


def fits(text: str, width: int, lines: int) -> bool:
    """Whether a text can be wrapped into so many lines with nothing cut off."""
    wanted = " ".join("".join(char for char, _ in glyphs(text)).split())
    return " ".join(wrap(text, width, lines)) == wanted


def told_apart(
    left: str, right: str, width: int, lines: int, names: tuple[str, str] | None = None
) -> tuple[list[str], list[str]]:
    """Two statements in lines of a width: whole where they fit, else by what differs in them.

    Args:
        left: One statement.
        right: The other one.
        width: The cells of a line.
        lines: The most lines.
        names: What the two are called, which is said where the statements do not fit.
    """
    if not (fits(left, width, lines) and fits(right, width, lines)):
        left, right = names or apart(left, right, lambda text: fits(text, width, lines))
        shown = fit_apart((left, right), width, lines)
        left, right = shown[left], shown[right]
    return wrap(left, width, lines), wrap(right, width, lines)
