"""Text in lines: wrapped, and hanging behind a sign."""

from __future__ import annotations

from itertools import zip_longest

from textual.content import Content

from mops_tui.words.safe import cells, safe


def hanging(
    sign: str, text: str, width: int, *, mark: str = "", style: str = "", keep: bool = False
) -> Content:
    """A text behind a sign, its further lines under its first.

    Args:
        sign: What stands before the first line.
        text: A pack's or a person's text.
        width: The cells that a line may have.
        mark: The style of the sign.
        style: The style of the text.
        keep: It was typed in lines, which stay; a pack's become one.
    """
    room = cells(sign)
    typed = [line.strip() for line in safe(text, keep=keep).split("\n") if line.strip()]
    lines = [line for one in typed for line in wrapped(one, max(12, width - room))]
    rest = "\n".join([lines[0], *(" " * room + line for line in lines[1:])]) if lines else ""
    return Content.assemble((sign, mark), (rest, style))


def wrapped(text: str, width: int) -> list[str]:
    """Text in lines of at most `width` cells."""
    return [line.plain.rstrip() for line in Content(text).wrap(max(1, width))]


def several(sign: str, text: str, *, mark: str = "", style: str = "", most: int = 0) -> Content:
    """What somebody wrote in lines of their own, each under the first, behind a sign.

    Args:
        sign: What stands before the first line.
        text: As it was typed.
        mark: The style of the sign.
        style: The style of the text.
        most: The most lines that are shown, 0 for all of them.
    """
    lines = [line.strip() for line in safe(text, keep=True).split("\n") if line.strip()]
    if most and len(lines) > most:
        lines = [*lines[:most], "…"]
    indent = "\n" + " " * cells(sign)
    return Content.assemble((sign, mark), (indent.join(lines), style))


def in_columns(text: Content, width: int) -> Content:
    """Lines in two columns, the first the longer one; as they were where that would cut one."""
    lines = text.split("\n", allow_blank=True)
    half, column = (len(lines) + 1) // 2, (width - 2) // 2
    if any(line.cell_length > column for line in lines):
        return text
    left = [line.pad_right(column - line.cell_length) for line in lines[:half]]
    pairs = zip_longest(left, lines[half:], fillvalue=Content(""))
    return Content("\n").join(Content.assemble(one, "  ", other) for one, other in pairs)


def height_of(content: Content, width: int) -> int:
    """The rows that a text takes when it is wrapped."""
    return content.get_height({}, max(1, width)) if content.plain else 0
