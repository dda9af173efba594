"""Rows as HTML: text stays text, and each part is as wide as its cells."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from mops_tui.tui.recording.film import Film, Run
from mops_tui.tui.recording.markup import html_row, odd_characters, parts_of
from mops_tui.words.safe import safe


def test_markup_is_escaped() -> None:
    assert (
        html_row((Run(3, "<b>&"),))
        == '<span class="row"><i class="s3 w4">&lt;b&gt;&amp;</i>\n</span>'
    )


def test_what_a_font_may_draw_wider_stands_alone() -> None:
    assert list(parts_of("a ◆ b")) == [("a ", 2, False), ("◆", 1, True), (" b", 2, False)]
    assert list(parts_of("──█")) == [("──█", 3, False)]
    assert list(parts_of("李小")) == [("李", 2, True), ("小", 2, True)]
    assert list(parts_of("e\u0301a")) == [("e\u0301a", 2, False)]


@given(st.text().map(safe))
def test_nothing_is_lost_and_every_cell_is_counted(text: str) -> None:
    parts = list(parts_of(text))
    assert "".join(part for part, _cells, _odd in parts) == text
    assert sum(cells for _part, cells, _odd in parts) == sum(map(cell_len, text))


def test_the_player_is_told_of_wide_characters() -> None:
    film = Film((6, 1), 1.0, lines=[(Run(0, "a李e\u0301"),)])
    assert odd_characters(film) == ("李", "\u0301")
