"""The Markdown of a report as text to read on a screen: without its marks, letter for letter."""

from __future__ import annotations

import re

from textual.content import Content

from mops_tui.tui.screens.review.tables import table_lines
from mops_tui.words.safe import safe

_HEADING = re.compile(r"(#{1,6}) (.*)")
_RULE = re.compile(r"\|?[\s:|-]+\|?|-{3,}")
_STYLES = ("bold $accent", "bold $primary", "bold")
_CELLS = re.compile(r"(?<!\\)\|")
LEAST = 12
"""A line has so many cells at least, however deep it stands in a list."""
_TOKEN = re.compile(r"\\(.)|(\*\*)|(<br>)|(`)", re.DOTALL)


def plain_lines(markdown: str, width: int) -> Content:
    """The report as it reads.

    Args:
        markdown: As it is written; blocks between fences are pictures, and stay as they are.
        width: The cells that a line may have.
    """
    lines: list[Content] = []
    rows: list[list[str]] = []
    fenced = False
    for line in markdown.split("\n"):
        if rows and (fenced or not line.startswith("|")):
            lines += table_lines(rows, width)
            rows = []
        if line.startswith("```"):
            fenced = not fenced
        elif fenced:
            lines.append(Content.styled(safe(line, keep=True), "$text-muted"))
        elif (heading := _HEADING.fullmatch(line)) is not None:
            style = _STYLES[min(len(heading[1]), len(_STYLES)) - 1]
            lines.append(Content.styled(_unmarked(heading[2]).plain, style))
        elif line.startswith("|"):
            if not _RULE.fullmatch(line):
                rows.append([_unmarked(one.strip()).plain for one in _CELLS.split(line)[1:-1]])
        elif _RULE.fullmatch(line):
            lines.append(Content.styled("─" * 20, "$text-muted"))
        else:
            lines.append(_in_list(line, width))
    lines += table_lines(rows, width) if rows else []
    return Content("\n").join(_closed_up(lines))


def _in_list(line: str, width: int) -> Content:
    text = line.lstrip(" ")
    indent = " " * (len(line) - len(text))
    if text.startswith("> "):  # what is missing, or wrong
        return Content.assemble(indent, (_unmarked(text[2:]).plain, "$warning"))
    if text.startswith("- "):
        wrapped = _unmarked(text[2:]).wrap(max(LEAST, width - len(indent) - 2))
        hung = Content(f"\n{indent}  ").join(one.rstrip() for one in wrapped)
        return Content.assemble(indent, ("· ", "bold $primary"), hung)
    return Content.assemble(indent, _unmarked(text))


def _unmarked(text: str) -> Content:
    """A line without its marks: what was escaped stands there as it was typed."""
    parts: list[tuple[str, str]] = []
    at, bold = 0, False

    def put(piece: str) -> None:
        if piece:
            parts.append((safe(piece, keep=True), "bold" if bold else ""))

    for mark in _TOKEN.finditer(text):
        put(text[at : mark.start()])
        at = mark.end()
        if mark[1] is not None:
            put(mark[1])
        elif mark[2] is not None:
            bold = not bold
        elif mark[3] is not None:
            put(" / ")
    put(text[at:].removesuffix("\\"))
    return Content.assemble(*parts)


def _closed_up(lines: list[Content]) -> list[Content]:
    """One empty row between blocks is enough where rows are few."""
    kept: list[Content] = []
    for line in lines:
        if line.plain.strip() or (kept and kept[-1].plain.strip()):
            kept.append(line)
    return kept
