"""A cell is text, whatever somebody typed and whatever language the spreadsheet is set to."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from mops_tui.report.sheets.cells import BOM, csv_text, day_cell, plain_cell

FORMULAS = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
typed = st.text(st.sampled_from("=+-@＝\t\r\n;,'\" a1(|!)\u200b\u2028\x00")) | st.text()


@pytest.mark.parametrize(
    ("given", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("\t=1+1", "'=1+1"),
        ("\r\n=1+1", "'=1+1"),
        ("\u200b=1+1", "'=1+1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("－1", "'－1"),
        ("a;=1+1", "a; =1+1"),
        ('a;"=1+1"', 'a; "=1+1"'),
        ('a "b";', 'a "b"; '),
        ("a = b", "a = b"),
        ("two\nlines", "two lines"),
        ("\ud800", "\ufffd"),
        ("1-5", "'1-5"),
        ("11/20", "'11/20"),
        ("3.4.2026", "'3.4.2026"),
        ("2026-12-04", "'2026-12-04"),
        ("1.5", "'1.5"),
        ("12:30", "'12:30"),
        ("9 am", "'9 am"),
        ("007", "'007"),
        ("12e456", "'12e456"),
        ("1.5E+3", "'1.5E+3"),
        ("(1)", "'(1)"),
        ("1234567890123456", "'1234567890123456"),
        ("5", "5"),
        ("0", "0"),
        ("2027", "2027"),
        ("5 people", "5 people"),
        ("4P", "4P"),
        ("12d456", "12d456"),
    ],
)
def test_what_a_spreadsheet_would_read_otherwise_stays_as_typed(given: str, cell: str) -> None:
    assert plain_cell(given) == cell


@given(st.lists(typed, min_size=1, max_size=4), st.booleans())
@example(['";'], False)
def test_no_cell_begins_a_formula_however_a_row_is_split(texts: list[str], lines: bool) -> None:
    written = csv_text(("first", "second"), [["x", *texts]], lines=lines)
    for delimiter in ",;\t":
        rows = csv.reader(io.StringIO(written.removeprefix(BOM), newline=""), delimiter=delimiter)
        for row in rows:
            assert not any(cell.startswith((*FORMULAS, "\t", "\r")) for cell in row), row


@given(st.lists(typed, min_size=2, max_size=4), st.booleans())
def test_every_cell_is_read_back_as_it_was_written(texts: list[str], lines: bool) -> None:
    written = csv_text(("first", "second"), [texts], lines=lines)
    _head, row = csv.reader(io.StringIO(written.removeprefix(BOM), newline=""), strict=True)
    assert row == [plain_cell(text, keep=lines) for text in texts]


def test_figures_are_figures_and_what_is_not_there_is_empty() -> None:
    row = [1, -2, 0.25, -0.3333333, 1.0, True, False, None, day_cell("2026-12-04"), day_cell("")]
    written = csv_text(("c",) * 10, [row], bom=False)
    assert written.endswith("c,c\r\n1,-2,0.25,-0.3333,1,yes,no,,2026-12-04,\r\n")
