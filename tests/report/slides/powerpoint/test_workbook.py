"""The workbook inside a chart: what is drawn, nothing else, and no formula."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from support.decks import cells_of, texts_of

from mops_tui.report.slides.parts import ChartSeries, ChartTable
from mops_tui.report.slides.powerpoint.workbook import workbook_bytes

DAY = datetime(2026, 11, 24, 13, 30, tzinfo=UTC)


def table(*labels: str, name: str = "Votes") -> ChartTable:
    return ChartTable("bars", labels, (ChartSeries(name, tuple(range(len(labels)))),))


def test_it_holds_what_is_drawn() -> None:
    assert sorted(cells_of(workbook_bytes(table("A", "B"), DAY))) == ["0", "1", "A", "B", "Votes"]


@pytest.mark.parametrize("start", "=+-@\t")
def test_no_cell_is_a_formula_not_even_after_somebody_edits_it(start: str) -> None:
    text = f'{start}HYPERLINK("http://x","y")'
    parts = texts_of(workbook_bytes(table(text, name=text), DAY))
    sheet = parts["xl/worksheets/sheet1.xml"]
    assert "<f>" not in sheet
    assert "hyperlink" not in sheet.lower().replace("HYPERLINK", "")
    assert 'quotePrefix="1"' in parts["xl/styles.xml"]
    assert not any(name.endswith("sheet1.xml.rels") for name in parts)


def test_characters_that_xml_cannot_hold_are_left_out() -> None:
    assert "AB" in cells_of(workbook_bytes(table("A\x00\ud800\x1bB"), DAY))


def test_it_is_the_same_each_time_and_names_nobody() -> None:
    made = workbook_bytes(table("A"), DAY)
    assert made == workbook_bytes(table("A"), DAY)
    assert "<dc:creator>mops_tui</dc:creator>" in texts_of(made)["docProps/core.xml"]
