from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from mops_tui.tui.charts.text import cells, fit_apart, told_apart

TOOL = "I mend it with a better tool"
WORKING = "I mend it with a better way of working"
WORDS = st.lists(st.sampled_from(["we", "sell", "soon", "配達", "here?", "No."]), min_size=1).map(
    " ".join
)


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


@given(WORDS, WORDS, st.integers(8, 40))
def test_two_labels_are_cut_to_no_more_than_their_room(one: str, other: str, width: int) -> None:
    cut = fit_apart([one, other], width)
    assert all(cells(text) <= width for text in cut.values())


def test_two_labels_that_begin_alike_are_still_told_apart() -> None:
    begins = "Transparency and accountability "
    cut = fit_apart([begins + "upwards", begins + "downwards", "Short"], 24)
    assert len(set(cut.values())) == 3
    assert cut["Short"] == "Short"
    assert cut[begins + "upwards"].endswith("upwards")
