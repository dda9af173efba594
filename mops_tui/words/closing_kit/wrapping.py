"""Text in lines of so many cells, for a terminal without a screen."""

from __future__ import annotations

from mops_tui.words.safe import cells, safe


def in_lines(text: str, width: int) -> list[str]:
    """A safe text in lines; a word that is longer than a line is cut, and nothing is lost.

    Args:
        text: As it is shown.
        width: The cells of a line, two at least.
    """
    lines, current = list[str](), ""
    for word in text.split():
        longer = f"{current} {word}" if current else word
        if cells(longer) <= width:
            current = longer
            continue
        if current:
            lines.append(current)
        *whole, current = _parts(word, max(2, width))
        lines += whole
    return [*lines, current] if current else lines


def _parts(word: str, width: int) -> list[str]:
    parts, current = list[str](), ""
    for character in word:
        if cells(current + character) > width:
            parts.append(current)
            current = ""
        current += character
    return [*parts, current]


def hanging_lines(sign: str, text: str, width: int) -> list[str]:
    """The same behind a sign, further lines under the first."""
    room = cells(sign)
    lines = in_lines(safe(text), max(12, width - room)) or [""]
    return [f"{sign if number == 0 else ' ' * room}{one}" for number, one in enumerate(lines)]
