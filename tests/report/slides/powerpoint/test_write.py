"""The file: placeholders filled, notes on every slide, text alternatives, nothing outside."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any
from xml.etree import ElementTree

import pytest
from support.decks import (
    bars,
    cells,
    cells_of,
    decision,
    grid,
    kit_deck,
    opened,
    shown,
    texts_of,
    workbooks,
)

from mops_tui.report.content.parts import PageOne, ReportContent, ReportFinding
from mops_tui.report.slides.plan import slide_plans
from mops_tui.report.slides.powerpoint.write import deck_bytes

CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
NAMES = ("nine", "forty", "crash")
HOSTILE = "=cmd|'/c calc'!A1 </a:t><script> & \x00\x1b[31m\ud800\ufffe _x000D_ \u202e"
LEAST = 1400
"""Hundredths of a point."""


def shapes_of(shapes: Any) -> Iterator[Any]:
    for shape in shapes:
        yield shape
        if shape.shape_type is not None and "GROUP" in str(shape.shape_type):
            yield from shapes_of(shape.shapes)


def hostile() -> bytes:
    text = HOSTILE
    labels = (f"={text}", f"+{text}", f"@{text}")
    found = tuple(
        ReportFinding(text, text, text, shown(picture, text))
        for picture in (bars(labels), cells(labels), grid(5, text))
    )
    page = PageOne(
        text,
        text,
        (text,),
        text,
        (text,),
        (decision(text, text),),
        (text,),
        (),
        found,
        text,
        text,
        (text,),
    )
    plans = slide_plans(ReportContent("en", page, None, (), ()))
    return deck_bytes(plans, text, "en", datetime(2026, 1, 1, tzinfo=UTC))


@pytest.mark.parametrize("name", NAMES)
def test_every_slide_has_a_title_a_number_and_notes_and_no_empty_place(name: str) -> None:
    for number, slide in enumerate(opened(kit_deck(name)).slides):
        assert slide.shapes.title.text_frame.text
        kinds = {str(p.placeholder_format.type).partition(" ")[0] for p in slide.placeholders}
        assert "SLIDE_NUMBER" in kinds
        assert number == 0 or "FOOTER" in kinds
        for place in slide.placeholders:
            assert place.text_frame.text, place.name
        assert slide.notes_slide.notes_text_frame.text


@pytest.mark.parametrize("name", NAMES)
def test_nothing_lies_outside_a_slide(name: str) -> None:
    deck = opened(kit_deck(name))
    for slide in deck.slides:
        for shape in shapes_of(slide.shapes):
            assert shape.left >= -10
            assert shape.top >= -10
            assert shape.left + shape.width <= deck.slide_width + 10, shape.name
            assert shape.top + shape.height <= deck.slide_height + 10, shape.name


@pytest.mark.parametrize("name", NAMES)
def test_charts_tables_and_groups_have_a_text_alternative(name: str) -> None:
    found = 0
    for slide in opened(kit_deck(name)).slides:
        for shape in slide.shapes:
            if shape.has_chart or shape.has_table or "GROUP" in str(shape.shape_type):
                properties = shape._element.xpath(".//p:cNvPr")[0]
                assert properties.get("descr"), shape.name
                assert shape.name
                found += 1
    assert found >= 3


@pytest.mark.parametrize("name", NAMES)
def test_no_text_is_smaller_than_can_be_read_from_the_last_row(name: str) -> None:
    for part, text in texts_of(kit_deck(name)).items():
        if part.startswith(("ppt/slides/slide", "ppt/charts/chart")):
            for element in ElementTree.fromstring(text.encode("utf-8")).iter():
                size = element.get("sz")
                assert size is None or not size.isdigit() or int(size) >= LEAST, part


def test_ids_of_shapes_are_once_on_a_slide() -> None:
    for slide in opened(kit_deck("nine")).slides:
        ids = slide.shapes._spTree.xpath(".//p:cNvPr/@id")
        assert len(ids) == len(set(ids))


def test_what_anybody_types_breaks_no_file_and_is_no_formula() -> None:
    data = hostile()
    parts = texts_of(data)
    for name, text in parts.items():
        ElementTree.fromstring(text.encode("utf-8"))
        assert "<f>" not in text, name
        assert "<script>" not in text, name
    slides = opened(data).slides
    assert 6 <= len(slides) <= 10
    assert "=cmd|'/c calc'!A1 </a:t><script> &" in slides[0].notes_slide.notes_text_frame.text
    assert not any("hlinkClick" in text for text in parts.values())


def test_charts_are_native_and_their_rows_can_be_edited() -> None:
    charts = [
        shape.chart
        for slide in opened(kit_deck("nine")).slides
        for shape in slide.shapes
        if shape.has_chart
    ]
    assert len(charts) == 3
    for chart in charts:
        axes = chart._chartSpace.xpath(".//c:axId/@val | .//c:crossAx/@val")
        assert len(axes) == 6
        assert all(axis.isdigit() for axis in axes), "the schema has no other numbers"
        assert list(chart.plots[0].categories)
        assert chart.part.chart_workbook.xlsx_part is not None


@pytest.mark.parametrize("name", NAMES)
def test_a_workbook_holds_what_its_chart_draws_and_nothing_else(name: str) -> None:
    data = kit_deck(name)
    books = [Counter(cells_of(book)) for book in workbooks(data)]
    charts = [text for part, text in texts_of(data).items() if part.startswith("ppt/charts/chart")]
    assert charts
    drawn = []
    for text in charts:
        series = ElementTree.fromstring(text.encode("utf-8")).iter(f"{{{CHART}}}ser")
        seen: Counter[str] = Counter()
        for number, one in enumerate(series):
            parts = ("tx", "val") if number else ("tx", "cat", "val")
            for part in parts:
                found = one.find(f"{{{CHART}}}{part}")
                assert found is not None
                seen.update(str(value.text) for value in found.iter(f"{{{CHART}}}v"))
        drawn.append(seen)
    assert len(drawn) == len(books)
    assert all(one in books for one in drawn)


def test_a_slide_is_read_from_the_top_down() -> None:
    for slide in opened(kit_deck("forty")).slides:
        told = [one for one in slide.shapes if one.name not in ("About", "Cut")]
        tops = [one.top for one in told if one != slide.shapes.title and one.left < 914400]
        assert tops == sorted(tops), [one.name for one in told]
