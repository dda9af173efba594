from __future__ import annotations

import re

import pytest
from hypothesis import given as drawn
from hypothesis import settings
from hypothesis import strategies as st
from support.markdown import SHAPES, plain, tokens

from mops_tui.report.markup import table, text


@settings(deadline=None)
@drawn(st.text(st.sampled_from("#|[]()<>*_`~-+=1.) !&\\:/wht@\n ax{}$"), max_size=30))
def test_any_text_is_read_back_letter_for_letter(typed: str) -> None:
    words = " ".join(typed.split())
    made = text(typed)
    for markdown in (f"# {made}", made, f"- {made}", *(["\n".join(table([typed], []))])):
        parsed = tokens(markdown)
        assert not {token.type for token in parsed} & SHAPES
        assert not {"strong_open", "em_open", "s_open", "hr"} & {token.type for token in parsed}
        assert plain(markdown).strip() == words


@pytest.mark.parametrize("typed", ["http://x.ro", "www.x.ro", "https://x", "HTTP://X"])
def test_addresses_do_not_become_links(typed: str) -> None:
    assert plain(text(typed)) == typed
    assert not re.search(r"(?i)(https?:|www\.)", text(typed))


def test_a_row_of_one_cell_is_a_heading_over_the_rows_below_it() -> None:
    made = table(["What", "n"], [["A | b"], ["c", 1]])
    assert made == ["| What | n |", "| --- | ---: |", r"| **A \| b** |  |", "| c | 1 |", ""]


def test_a_cell_is_one_line_and_tells_where_its_author_began_another() -> None:
    (*_, row, _) = table(["What"], [["one\n\n| two <br>"]])
    assert row == r"| one / \| two \<br\> |"
    assert plain("\n".join(table(["What"], [["one\ntwo"]]))).endswith("one / two")
