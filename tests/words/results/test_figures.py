from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from mops_tui.words.results.figures import half_up, percent, percents

COUNTS = st.lists(st.integers(0, 1000), min_size=1, max_size=26)


def test_each_share_is_rounded_by_itself_and_a_half_goes_up() -> None:
    assert percents([4, 3, 2]) == (44, 33, 22)
    assert percents([1, 8]) == (11, 89)
    assert percents([3, 3, 2]) == (38, 38, 25)
    assert percents([1, 7]) == (13, 88)
    assert percents([1, 1, 1]) == (33, 33, 33)
    assert percents([0, 0]) == (0, 0)


@given(COUNTS)
def test_a_share_is_its_count_of_the_whole_whatever_stands_beside_it(counts: list[int]) -> None:
    whole = sum(counts)
    told = percents(counts)
    for count, share in zip(counts, told, strict=True):
        if whole:
            assert share == (200 * count + whole) // (2 * whole)
            assert share == half_up(count / whole) == percent(count / whole)
            assert share == percents([count, whole - count])[0]


@given(COUNTS.filter(any))
def test_equal_counts_have_equal_shares_and_more_is_never_less(counts: list[int]) -> None:
    told = dict(zip(counts, percents(counts), strict=True))
    assert percents(counts) == tuple(told[count] for count in counts)
    in_order = [told[count] for count in sorted(told)]
    assert in_order == sorted(in_order)


@given(st.integers(0, 400), st.integers(1, 400))
def test_no_share_grows_without_a_vote(count: int, others: int) -> None:
    whole = count + others
    assert percents([count, others])[0] == percents([count, *[1] * others])[0]
    assert percents([count, others])[0] <= percents([count + 1, whole - count - 1])[0]


def test_a_share_that_misses_a_threshold_never_rounds_up_to_it() -> None:
    assert percent(0.7499) == 75
    assert percent(0.7499, limit=0.75) == 74
