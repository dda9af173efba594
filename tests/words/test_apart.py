from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mops_tui.words.apart import apart, cut_apart
from mops_tui.words.safe import cells

TOOL = "I mend it with a better tool"
WORKING = "I mend it with a better way of working"
WORDS = st.lists(st.sampled_from(["we", "sell", "soon", "配達", "here?", "No."]), min_size=1).map(
    " ".join
)


def within(width: int) -> Callable[[str], bool]:
    return lambda text: cells(text) <= width


@pytest.mark.parametrize(
    ("width", "expected"),
    [
        (40, (TOOL, WORKING)),
        (26, ("… a better tool", "… a better way of working")),
        (22, ("… tool", "… way of working")),
    ],
)
def test_as_few_words_are_left_out_as_it_takes(width: int, expected: tuple[str, str]) -> None:
    assert apart(TOOL, WORKING, within(width)) == expected


def test_an_end_that_is_alike_goes_before_a_beginning_that_says_more() -> None:
    shorter = apart("I test and measure, then decide", "I read the people, then decide", within(18))
    assert shorter == ("I test and measure", "I read the people")


@given(WORDS, WORDS, st.integers(0, 40))
def test_two_statements_that_differ_still_do(left: str, right: str, width: int) -> None:
    assert (apart(left, right, within(width)) == (left, right)) or left != right
    if left != right:
        one, other = apart(left, right, within(width))
        assert one != other


KEEP = "We keep the way in which our own people and systems work together, case "


@pytest.mark.parametrize(
    ("labels", "expected"),
    [
        ((KEEP + "1", KEEP + "2", "Sales"), ["… together, case 1", "… together, case 2", "Sales"]),
        (
            ("Keep the old one and all", "Keep the old one"),
            ["… old one and all", "Keep the old one"],
        ),
        (("長い" * 30 + "一", "長い" * 30 + "二"), ["… い長い長い長い一", "… い長い長い長い二"]),
        (("a" * 50 + "b", "a" * 50 + "c"), ["… aaaaaaaaaaaaaaab", "… aaaaaaaaaaaaaaac"]),
        (("The same of old and new",) * 2, ["The same of old a…"] * 2),
        (("", "No."), ["", "No."]),
    ],
)
def test_labels_that_begin_alike_are_cut_to_where_they_differ(
    labels: tuple[str, ...], expected: list[str]
) -> None:
    assert cut_apart(labels, 18) == expected


@given(labels=st.lists(WORDS, min_size=2, max_size=4, unique=True), width=st.integers(8, 30))
def test_no_cut_label_takes_more_than_its_cells(labels: list[str], width: int) -> None:
    assert all(cells(one) <= width for one in cut_apart(labels, width))
