"""A table on the screen: in columns where they have room, else a block a row; nothing is lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mops_tui.tui.screens.review.tables import table_lines
from mops_tui.words.safe import cells

ROWS = (
    ("What", "Who", "By when"),
    ("漢字の見出しを書く", "Ana", "1 March"),
    ("Name the manager, the date and the budget line", "", "after the fair"),
)
words = st.text("ab 漢", max_size=30).map(str.strip)


def test_columns_stand_below_each_other_however_wide_letters_are() -> None:
    head, rule, first, second = (line.plain for line in table_lines(ROWS, 76))
    assert head == f"What{' ' * 42}  Who  By when"
    assert cells(rule) == 46 + 2 + 3 + 2 + 14
    assert cells(first[: first.index("Ana")]) == head.index("Who")
    assert second.endswith("line       after the fair")


def test_a_row_that_has_no_room_is_a_block() -> None:
    assert [line.plain for line in table_lines(ROWS, 30)] == [
        "· 漢字の見出しを書く",
        "  Who: Ana · By when: 1 March",
        "· Name the manager, the date\n  and the budget line",
        "  By when: after the fair",
    ]


@pytest.mark.parametrize("width", [20, 48, 76])
@given(rows=st.lists(st.lists(words, min_size=1, max_size=4), min_size=1, max_size=4))
def test_no_line_is_wider_than_the_page(width: int, rows: list[list[str]]) -> None:
    lines = [one for line in table_lines(rows, width) for one in line.plain.split("\n")]
    assert all(cells(one) <= width for one in lines)
    shown = "".join("".join(lines).split())
    assert all("".join(cell.split()) in shown for row in rows[1:] for cell in row)
