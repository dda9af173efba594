"""How far two spreads of answers are apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mops_tui.model.comparison.distance import (
    answers_apart,
    axis_distance,
    scale_distance,
    spread_distance,
)

COUNTS = st.lists(st.integers(0, 9), min_size=4, max_size=4)


@given(COUNTS, COUNTS)
def test_distances_are_from_0_to_1_and_the_same_both_ways(one: list[int], other: list[int]) -> None:
    for distance in (spread_distance, scale_distance):
        found = distance(one, other)
        assert found == distance(other, one)
        assert (found is None) is (not sum(one) or not sum(other))
        assert found is None or -1e-9 <= found <= 1 + 1e-9
    if sum(one) and sum(other):
        # The scale's is never more: a step is at most the whole way.
        assert (scale_distance(one, other) or 0) <= (spread_distance(one, other) or 0) + 1e-9


@given(st.lists(st.integers(-100, 100), min_size=1, max_size=9))
def test_an_axis_is_as_far_from_itself_as_nothing_and_moves_as_a_whole(places: list[int]) -> None:
    assert axis_distance(places, places) == 0
    moved = [place / 2 + 50 for place in places]  # each goes half the way to the high end
    away = sum(b - a for a, b in zip(places, moved, strict=True)) / len(places) / 200
    assert axis_distance(places, moved) == pytest.approx(away)


def test_nothing_is_apart_from_nobody() -> None:
    assert axis_distance([], [1.0]) is None
    assert scale_distance([0, 0], [1, 0]) is None
    assert answers_apart([0, 0], [1, 0], 3) == 0
