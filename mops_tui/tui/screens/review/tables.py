"""A table of a report on the screen: in columns where they have room, else a block for each row."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from mops_tui.tui.widgets.lines import hanging
from mops_tui.words.i18n import _
from mops_tui.words.safe import cells

GAP = "  "
"""Between two columns."""


def table_lines(rows: Sequence[Sequence[str]], width: int) -> list[Content]:
    """The lines of a table.

    Args:
        rows: Its cells, safe to draw; the first row has the headings.
        width: The cells that a line may have.
    """
    columns = max(map(len, rows))
    whole = [[*row, *[""] * (columns - len(row))] for row in rows]
    widths = [max(cells(row[at]) for row in whole) for at in range(columns)]
    total = sum(widths) + len(GAP) * (columns - 1)
    if total > width:
        return [line for row in whole[1:] for line in _block(whole[0], row, width)]
    head, *body = (_in_columns(row, widths) for row in whole)
    rule = Content.styled("─" * total, "$text-muted")
    return [Content.styled(head, "bold"), rule, *map(Content, body)]


def _in_columns(row: Sequence[str], widths: Sequence[int]) -> str:
    padded = (one + " " * (most - cells(one)) for one, most in zip(row, widths, strict=True))
    return GAP.join(padded).rstrip()


def _block(head: Sequence[str], row: Sequence[str], width: int) -> list[Content]:
    """What a row is about, and below it the rest of it, each behind its heading."""
    lines = [hanging("· ", row[0], width, mark="bold $primary", style="bold")]
    rest = [
        _("{label}: {text}").format(label=label, text=text) if label else text
        for label, text in zip(head[1:], row[1:], strict=True)
        if text
    ]
    if rest:
        lines.append(hanging("  ", _(" · ").join(rest), width))
    return lines
