"""Draws from a seed: each stands by itself, and seeds in a row show what can be."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from mops_tui.sources.simulated.draws import apart, even_draws, pick, spread

seeds = st.integers(0, 2**40)
counts = st.integers(1, 26)


@given(seeds, counts)
def test_as_many_seeds_in_a_row_as_there_are_answers_pick_each_once(seed: int, count: int) -> None:
    first = seed - seed % count
    picked = Counter(pick(first + step, "name", count) for step in range(count))
    assert picked == dict.fromkeys(range(count), 1)


@given(seeds, counts)
def test_each_is_once_the_highest_and_all_are_even_around_nothing(seed: int, count: int) -> None:
    first = seed - seed % count
    drawn = [spread(first + step, "name", count) for step in range(count)]
    assert {values.index(max(values)) for values in drawn} == set(range(count))
    assert all(sorted(values) == list(even_draws(count)) for values in drawn)
    assert abs(sum(even_draws(count))) < 1e-9


def test_the_same_names_draw_the_same_and_others_do_not() -> None:
    assert apart(3, "a", "b").random() == apart(3, "a", "b").random()
    assert len({apart(3, "a").random(), apart(4, "a").random(), apart(3, "b").random()}) == 3
    assert [pick(n, "a", 5) for n in range(40)] != [pick(n, "b", 5) for n in range(40)]
