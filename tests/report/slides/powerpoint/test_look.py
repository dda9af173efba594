"""The look: our colours and font in the theme, three layouts, 16:9, nothing of anybody else's."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

import pytest
from support.decks import kit_deck, opened, texts_of

from mops_tui.report.slides.powerpoint.look import FONT, themed


def test_a_theme_has_our_colours_and_one_font() -> None:
    parts = texts_of(kit_deck("forty"))
    theme = parts["ppt/theme/theme1.xml"]
    assert '<a:accent1><a:srgbClr val="0B5C8A"/></a:accent1>' in theme
    assert theme.count(f'<a:latin typeface="{FONT}"') == 2
    assert "Calibri" not in theme


def test_what_is_no_theme_stays() -> None:
    assert themed("<x/>") == "<x/>"


def test_it_is_wide_and_has_the_layouts_that_are_used() -> None:
    deck = opened(kit_deck("forty"))
    assert round(deck.slide_width / deck.slide_height, 3) == round(16 / 9, 3)
    names = [layout.name for layout in deck.slide_layouts]
    assert names == ["Title Slide", "Title and Content", "Title Only"]


@pytest.mark.parametrize("left", ["thumbnail", "printerSettings", "Macintosh", "Steve Canny"])
def test_nothing_is_left_of_the_template(left: str) -> None:
    data = kit_deck("forty")
    with ZipFile(BytesIO(data)) as packed:
        assert not any(left in name for name in packed.namelist())
    assert not any(left in text for text in texts_of(data).values())
