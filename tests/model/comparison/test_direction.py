"""Where a row of figures goes: never by its ends alone, and nowhere where chance would do."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mops_tui.model.comparison.direction import CHANCE, LEAST_SESSIONS, direction, steadiness


@pytest.mark.parametrize("n", [0, 1, 2, LEAST_SESSIONS - 1])
def test_few_figures_have_no_direction(n: int) -> None:
    found = direction([float(x) for x in range(n)])
    assert (found.way, found.first, found.last) == ("few", None, None)


def test_a_steady_rise_is_one_and_its_size_is_that_of_its_ends_medians() -> None:
    found = direction([1, 2, 3, 4, 5, 6])
    assert (found.way, found.first, found.last, found.ends) == ("up", 2, 5, 3)
    assert direction([6, 5, 4, 3, 2, 1]).way == "down"


def test_gaps_are_left_out() -> None:
    assert direction([None, 1, None, 2, 3, 4, None, 5, 6]).way == "up"


def test_three_hundred_figures_of_chance_go_nowhere_whatever_their_ends() -> None:
    chance = Random(5)
    figures = [chance.gauss(0.45, 0.1) for _ in range(298)]
    found = direction([0.57, *figures, 0.31])
    assert (found.way, found.ends) == ("none", 60)


def test_a_fifth_of_many_is_at_each_end() -> None:
    assert direction([float(x // 10) for x in range(100)]).ends == 20


@pytest.mark.parametrize(
    ("values", "rises", "chance"),
    [
        ([1, 2, 3, 4, 5, 6], 15, 0.0085),  # z = 14 / sqrt(6 * 5 * 17 / 18)
        ([6, 5, 4, 3, 2, 1], -15, 0.0085),
        ([1, 1, 1, 1, 1, 1], 0, 1.0),
        ([1, 1, 2, 2, 3, 3], 12, 0.0289),  # three ties of two take 3 * 2 * 1 * 9 / 18 away
    ],
)
def test_steadiness_is_manns(values: list[float], rises: int, chance: float) -> None:
    found = steadiness(values)
    assert found[0] == rises
    assert found[1] == pytest.approx(chance, abs=5e-4)


@given(st.lists(st.integers(-5, 5), min_size=LEAST_SESSIONS, max_size=40))
def test_a_direction_is_steady_and_turns_with_the_figures(values: list[int]) -> None:
    found, turned = direction(values), direction([-value for value in values])
    assert {found.way, turned.way} in ({"none"}, {"up", "down"})
    if found.way != "none":
        assert found.chance < CHANCE
        assert found.change
    pairs = [(a, b) for i, a in enumerate(values) for b in values[i + 1 :]]
    assert steadiness(values)[0] == sum((b > a) - (b < a) for a, b in pairs)
