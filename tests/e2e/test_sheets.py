"""Tables opened by a spreadsheet: what was typed is text, and nothing is a formula."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from support.office import as_sheet, needs_office

from mops_tui.report.sheets.cells import csv_text, day_cell

pytestmark = [needs_office, pytest.mark.slow]

TYPED = (
    *("=1+1", "=cmd|'/C calc'!A0", "@SUM(1)", "+1", "-1", "＝1", "x;=1", 'x;"=1', '";=1', "x|=1"),
    *("\t=1", "x\r=1", "x\n=1", "\u2028=1", "\ufeff=1", "a;", '"', '""', '"=1"', "a\\;", ";=1"),
    *("1e5", "12e456", "007", "1.5", "1,5", "1/2", "1-5", "11/20", "3.4.2026", "2026-12-04"),
    *("12:30", "1:2", "9 am", "(1)", "1234567890123456789", "cmd|'/C calc'!A0", "é 日本 🤝"),
)


@pytest.mark.parametrize(("delimiter", "lines"), [(",", False), (";", True)])
def test_a_spreadsheet_reads_no_formula_and_no_figure_that_was_typed(
    tmp_path: Path, delimiter: str, lines: bool
) -> None:
    rows = [("text", text, "end") for text in TYPED]
    last = ("figures", 5, 0.25, day_cell("2026-12-04"))
    table = tmp_path / "table.csv"
    table.write_text(csv_text(("a", "b", "c"), [*rows, last], lines=lines), "utf-8", newline="")
    sheet = as_sheet(tmp_path, table, delimiter)
    assert "table:formula" not in sheet
    figures = re.findall(r'office:value-type="(?!string)(\w+)"', sheet)
    assert figures == (["float", "float", "date"] if delimiter == "," else [])
    assert sheet.count(">end<") == len(TYPED) if delimiter == "," else "end" in sheet
