"""A table that was written, read back as another program reads it."""

from __future__ import annotations

import csv
import io

from mops_tui.report.sheets.cells import BOM

Row = dict[str, str]


def read_table(text: str, *, bom: bool = True) -> list[Row]:
    """The rows below the first, each by the first row's names."""
    assert text.startswith(BOM) == bom
    assert text.endswith("\r\n")
    return list(csv.DictReader(io.StringIO(text.removeprefix(BOM), newline=""), strict=True))
