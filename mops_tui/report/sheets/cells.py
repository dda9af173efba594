"""Tables for other programs: every cell is plain, whatever somebody typed into it.

Rows are those of RFC 4180: commas, quotation marks where they are needed, CRLF. A spreadsheet set
to another language splits a row at semicolons instead. So a text is kept from beginning a formula
there as well: behind a semicolon, and at the beginning of a line. A text that ends in a semicolon
gets a space: the quotation mark that closes its cell would open one there, and swallow what is
below.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence

from mops_tui.words.safe import safe

BOM = "\ufeff"
"""Tells a spreadsheet that a table is UTF-8; without it, letters with accents are garbled there."""
Cell = str | int | float | bool | None
"""What stands in a cell. A number is written as one, a truth as yes or no, None as nothing."""
_FORMULA = "=+\\-@＝＋－＠"
_BEGINS_A_FORMULA = re.compile(f"[{_FORMULA}]")
_COULD_BEGIN_A_CELL = re.compile(f'([;|\n])(?=["{_FORMULA}]|\\Z)')
_DECIMALS = 4


def plain_cell(text: str, *, keep: bool = False) -> str:
    """A text that no spreadsheet takes for a formula, in one line unless lines are kept."""
    plain = _COULD_BEGIN_A_CELL.sub(r"\1 ", safe(text, keep=keep).strip())
    return f"'{plain}" if _BEGINS_A_FORMULA.match(plain) else plain


def csv_text(
    columns: Sequence[str], rows: Iterable[Sequence[Cell]], *, bom: bool = True, lines: bool = False
) -> str:
    """A table as text.

    Args:
        columns: The first row.
        rows: All others, each with a cell for each column.
        bom: Begin with what tells a spreadsheet that it is UTF-8.
        lines: Texts keep their lines.
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(columns)
    for row in rows:
        writer.writerow([_written(cell, keep=lines) for cell in row])
    return f"{BOM if bom else ''}{text.getvalue()}"


def _written(cell: Cell, *, keep: bool) -> str:
    match cell:
        case None:
            return ""
        case bool():
            return "yes" if cell else "no"
        case float():
            return f"{round(cell, _DECIMALS):g}"
        case int():
            return str(cell)
        case str():
            return plain_cell(cell, keep=keep)
