"""Text that stays text inside Markdown, and the few shapes that a report is built of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from mops_tui.words.safe import in_one_line, safe

_ANYWHERE = re.compile(r"([\\`*_\[\]{}<>|~&#!$])")
_AT_THE_START = re.compile(r"^(-(?=[-\s]|$)|\+(?=\s|$)|=|\d+(?=[.)](?:\s|$)))")
_FIGURE = re.compile(r"-?\d+(\.\d+)?( %)?")
_LINK = re.compile(r"(?i)\b(https?|ftp|mailto|xmpp)(?=:)|\bwww(?=\.)")


def text(typed: object) -> str:
    """Typed text as Markdown that shows it letter for letter, on one line."""
    plain = in_one_line(str(typed))
    escaped = _ANYWHERE.sub(r"\\\1", plain)
    escaped = _LINK.sub(lambda match: match[0] + "\\", escaped)
    return _AT_THE_START.sub(_start, escaped)


def in_lines(typed: object, indent: str = "", mark: str = "") -> str:
    """Typed text as Markdown in the lines that it was written in.

    Args:
        typed: Text of any number of lines.
        indent: What further lines begin with, such as the indent of a list.
        mark: What stands on both sides of every line, such as `**`.
    """
    escaped = [text(line) for line in safe(str(typed), keep=True).split("\n")]
    return f"\\\n{indent}".join(f"{mark}{line}{mark}" for line in escaped if line)


def _start(match: re.Match[str]) -> str:
    """A backslash before a bullet, or after the digits of what would be a numbered list."""
    mark = match[0]
    return f"{mark}\\" if mark.isdigit() else f"\\{mark}"


def table(headings: Sequence[str], rows: Iterable[Sequence[object]]) -> list[str]:
    """A table; columns of figures keep to the right. Cells are escaped here, each in one line.

    A row of one cell, where there are more columns, is a heading over the rows below it.
    """
    width = len(headings)
    body = [[str(cell) for cell in row] for row in rows]
    whole = [row for row in body if len(row) == width]
    rules = ["---:" if _figures([row[i] for row in whole]) else "---" for i in range(width)]
    top = [_row([text(cell) for cell in headings]), _row(rules)]
    return [*top, *(_row(_cells(row, width)) for row in body), ""]


def _cells(row: Sequence[str], width: int) -> list[str]:
    cells = [_cell(cell) for cell in row]
    if len(row) == width:
        return cells
    return [f"**{cells[0]}**", *[""] * (width - 1)]


def _figures(column: Sequence[str]) -> bool:
    return any(column) and all(not cell or _FIGURE.fullmatch(cell) for cell in column)


def _cell(cell: str) -> str:
    """A cell is one line of the file: what was written in several is parted by a stroke."""
    return " / ".join(filter(None, map(text, safe(cell, keep=True).split("\n"))))


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def bullets(lines: Iterable[str]) -> list[str]:
    """A list; its lines are Markdown already."""
    items = [f"- {line}" for line in lines if line]
    return [*items, ""] if items else []


def paragraph(*sentences: str) -> list[str]:
    """Sentences in a row, as far as there are any. They are escaped here."""
    escaped = [text(sentence) for sentence in sentences if sentence]
    return [" ".join(escaped), ""] if escaped else []


def heading(level: int, title: str) -> list[str]:
    """A heading of one to six; its title is escaped here."""
    return [f"{'#' * level} {text(title)}", ""]
