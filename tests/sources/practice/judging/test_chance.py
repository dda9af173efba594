"""What chance explains, against formulas worked out elsewhere."""

from __future__ import annotations

from math import comb

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mops_tui.sources.practice.judging.chance import chances_of, explained, likely_rates

CHANCES = st.lists(st.floats(0, 1), max_size=30)


@given(CHANCES)
def test_all_chances_add_up_to_one_and_their_mean_is_that_of_the_tries(
    expected: list[float],
) -> None:
    chances = chances_of(expected)
    assert len(chances) == len(expected) + 1
    assert sum(chances) == pytest.approx(1)
    mean = sum(hits * chance for hits, chance in enumerate(chances))
    assert mean == pytest.approx(sum(expected), abs=1e-9)


@given(st.integers(0, 25), st.floats(0.01, 0.99))
def test_equal_chances_are_the_binomial_distribution(n: int, p: float) -> None:
    wanted = [comb(n, k) * p**k * (1 - p) ** (n - k) for k in range(n + 1)]
    assert chances_of([p] * n) == pytest.approx(wanted)


def test_ten_heads_of_ten_are_explained_once_in_512() -> None:
    assert explained([0.5] * 10, 10) == pytest.approx(2 / 1024)
    assert explained([0.5] * 10, 0) == pytest.approx(2 / 1024)
    assert explained([0.5] * 10, 5) == 1.0


@given(st.integers(1, 60).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_a_rate_lies_in_its_own_interval_and_the_interval_between_none_and_all(
    counts: tuple[int, int],
) -> None:
    right, n = counts
    low, high = likely_rates(right, n)
    assert 0 <= low <= right / n + 1e-12
    assert right / n - 1e-12 <= high <= 1


def test_wilsons_interval_of_one_in_ten() -> None:
    """0.0179 to 0.4042: the score interval of 1 in 10, as R's prop.test has it uncorrected."""
    assert likely_rates(1, 10) == pytest.approx((0.0179, 0.4042), abs=1e-4)
