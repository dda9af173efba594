"""Tables for other programs: every cell is plain, whatever somebody typed into it.

Rows are those of RFC 4180: commas, quotation marks where they are needed, CRLF. A spreadsheet set
to another language splits a row at semicolons instead. So a text is kept from beginning a formula
there as well: behind a semicolon, and at the beginning of a line. A text that ends in a semicolon
gets a space: the quotation mark that closes its cell would open one there, and swallow what is
below.

A spreadsheet also takes "1-5" for a day, "007" for 7 and "12e4" for 120,000, and forgets what was
there. Such a text gets an apostrophe as well. A plain whole number stays one.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence
from datetime import date

from mops_tui.words.safe import safe

BOM = "\ufeff"
"""Tells a spreadsheet that a table is UTF-8; without it, letters with accents are garbled there."""
Cell = str | int | float | bool | date | None
"""What stands in a cell. A number is written as one, a truth as yes or no, None as nothing."""
_FORMULA = "=+\\-@＝＋－＠"
_BEGINS_A_FORMULA = re.compile(f"[{_FORMULA}]")
_COULD_BEGIN_A_CELL = re.compile(f'([;|\n])(?=["{_FORMULA}]|\\Z)')
_FIGURE = re.compile(r"\(?\d[\d\s.,:/()-]*(?:e[+-]?\d+|\s[ap]m?)?", re.IGNORECASE)
"""A figure, a day, a time or a share, in any language."""
_WHOLE_NUMBER = re.compile(r"0|[1-9][0-9]{0,14}")
"""What is the same in every spreadsheet, to the last digit."""
_DECIMALS = 4


def plain_cell(text: str, *, keep: bool = False) -> str:
    """A text that a spreadsheet takes for that text, in one line unless lines are kept."""
    plain = _COULD_BEGIN_A_CELL.sub(r"\1 ", safe(text, keep=keep).strip())
    other = _FIGURE.fullmatch(plain) and not _WHOLE_NUMBER.fullmatch(plain)
    return f"'{plain}" if other or _BEGINS_A_FORMULA.match(plain) else plain


def day_cell(day: str | None) -> date | None:
    """A day such as "2027-03-01", which a spreadsheet is to know as one; "" and None are none."""
    return date.fromisoformat(day) if day else None


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
        case date():
            return cell.isoformat()
        case str():
            return plain_cell(cell, keep=keep)
