from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mops_tui.tui.charts.text import apart, cells, told_apart

TOOL = "I mend it with a better tool"
WORKING = "I mend it with a better way of working"
WORDS = st.lists(st.sampled_from(["we", "sell", "soon", "配達", "here?", "No."]), min_size=1).map(
    " ".join
)


@pytest.mark.parametrize(
    ("width", "expected"),
    [
        (40, (TOOL, WORKING)),
        (26, ("… a better tool", "… a better way of working")),
        (22, ("… tool", "… way of working")),
    ],
)
def test_as_few_words_are_left_out_as_it_takes(width: int, expected: tuple[str, str]) -> None:
    assert apart(TOOL, WORKING, width) == expected


def test_an_end_that_is_alike_goes_before_a_beginning_that_says_more() -> None:
    shorter = apart("I test and measure, then decide", "I read the people, then decide", 18)
    assert shorter == ("I test and measure", "I read the people")


@given(WORDS, WORDS, st.integers(0, 40))
def test_two_statements_that_differ_still_do(left: str, right: str, width: int) -> None:
    assert (apart(left, right, width) == (left, right)) or left != right
    if left != right:
        one, other = apart(left, right, width)
        assert one != other


def test_what_a_pack_calls_two_statements_is_said_where_they_do_not_fit() -> None:
    names = ("a better tool", "a better way of working")
    assert told_apart(TOOL, WORKING, 24, 1, names) == ([names[0]], [names[1]])
    assert told_apart(TOOL, WORKING, 24, 2, names)[1] == [
        "I mend it with a better",
        "way of working",
    ]


@given(WORDS, WORDS, st.integers(1, 40), st.integers(1, 3))
def test_no_line_is_longer_than_its_room(left: str, right: str, width: int, lines: int) -> None:
    for told in told_apart(left, right, width, lines):
        assert len(told) <= lines
        assert all(cells(line) <= width for line in told)
