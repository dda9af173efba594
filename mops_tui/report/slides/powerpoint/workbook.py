"""The workbook inside a chart: what is drawn, and nothing else; text in it is never a formula."""

from __future__ import annotations

from datetime import datetime
from io import BytesIO

from mops_tui.report.slides.parts import ChartTable
from mops_tui.report.slides.powerpoint.sealed import xml_text

SHEET = "Sheet1"
"""The name by which a chart made by python-pptx finds its figures."""


def workbook_bytes(table: ChartTable, made: datetime) -> bytes:
    """A workbook with the categories in the first column and a series in each other one.

    Args:
        table: What the chart draws.
        made: The day that stands in it.
    """
    from xlsxwriter import Workbook

    out = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with Workbook(out, options) as book:
        book.set_properties({"author": "mops_tui", "created": made})
        # Without it a spreadsheet takes "=1+1" for a formula as soon as somebody edits the cell.
        text = book.add_format({"quote_prefix": True})
        sheet = book.add_worksheet(SHEET)
        for row, category in enumerate(table.categories, start=1):
            sheet.write_string(row, 0, xml_text(category), text)
        for column, series in enumerate(table.series, start=1):
            sheet.write_string(0, column, xml_text(series.name).strip() or "–", text)
            for row, value in enumerate(series.values, start=1):
                if value is not None:
                    sheet.write_number(row, column, value)
    return out.getvalue()
