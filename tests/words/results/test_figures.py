from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from mops_tui.words.results.figures import percent, percents


def test_of_equal_remainders_the_larger_share_gets_the_one_that_is_left() -> None:
    assert percents([1, 7]) == (12, 88)
    assert percents([7, 1]) == (88, 12)


@given(st.integers(0, 200), st.integers(1, 200))
def test_of_two_the_leader_reads_the_same_alone_and_beside_the_other(one: int, n: int) -> None:
    yes = max(min(one, n), n - min(one, n))
    assert percent(yes / n) == percents([yes, n - yes])[0]


def test_a_share_that_misses_a_threshold_never_rounds_up_to_it() -> None:
    assert percent(0.7499) == 75
    assert percent(0.7499, limit=0.75) == 74


def test_equal_counts_read_alike_where_the_sum_allows_it() -> None:
    assert percents([17, 17, 14, 12]) == (28, 28, 24, 20)
    assert percents([1, 1, 4]) == (17, 17, 66)
    assert percents([1, 1, 1]) == (34, 33, 33)


@given(st.lists(st.integers(0, 1000), min_size=1, max_size=12, unique=True).filter(any))
def test_of_unequal_counts_more_is_never_less(counts: list[int]) -> None:
    shares = percents(sorted(counts))
    assert list(shares) == sorted(shares)


@given(st.lists(st.integers(0, 1000), min_size=1, max_size=12).filter(any))
def test_shares_add_up_to_100_and_miss_their_own_rounding_by_one_at_most(
    counts: list[int],
) -> None:
    shares = percents(counts)
    assert sum(shares) == 100
    for share, count in zip(shares, counts, strict=True):
        assert abs(share - count * 100 / sum(counts)) < 1
