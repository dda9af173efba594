"""Text that XML can hold; properties that name nobody; a package without a time."""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO
from xml.etree import ElementTree
from zipfile import ZipFile

from hypothesis import given
from hypothesis import strategies as st

from mops_tui.report.slides.powerpoint.sealed import packed, set_properties, xml_text


@given(st.text(st.characters(codec=None, exclude_categories=())))
def test_whatever_is_typed_stands_in_xml(text: str) -> None:
    made = xml_text(text)
    ElementTree.fromstring(f"<a>{made.replace('&', '').replace('<', '')}</a>")
    made.encode("utf-8")


def test_a_package_is_packed_by_no_system_at_no_time() -> None:
    out = BytesIO()
    with ZipFile(out, "w") as made:
        made.writestr("b", "1")
        made.writestr("a", "2")
    with ZipFile(BytesIO(packed(out.getvalue()))) as again:
        assert [one.filename for one in again.infolist()] == ["b", "a"]
        assert {one.date_time for one in again.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert {one.create_system for one in again.infolist()} == {0}


def test_a_long_title_fits_among_the_properties() -> None:
    from pptx import Presentation

    deck = Presentation()
    set_properties(deck, "long\x00 " * 900, "en", datetime(2026, 1, 2, tzinfo=UTC))
    assert deck.core_properties.title.startswith("long long")
    assert deck.core_properties.author == deck.core_properties.last_modified_by == "mops_tui"
    assert deck.core_properties.created == datetime(2026, 1, 2)
