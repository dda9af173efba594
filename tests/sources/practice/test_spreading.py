"""Variants of one card are kept apart."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from mops_tui.sources.practice.spreading import none_in_a_row, one_of_each


def family(key: str) -> str:
    """Keys such as "b2" belong to the family "b"."""
    return key[:1]


KEYS = st.lists(
    st.builds("{}{}".format, st.sampled_from("abcd"), st.integers(1, 3)), unique=True, max_size=12
)


@given(KEYS, st.sets(st.sampled_from(["a1", "b2", "d3"])))
def test_one_of_each_family_is_dealt_and_nothing_is_lost(keys: list[str], today: set[str]) -> None:
    dealt, waits = one_of_each(keys, family, today)
    assert sorted(dealt + waits) == sorted(keys)
    new = [key for key in dealt if key not in today]
    assert len({family(key) for key in new}) == len(new)
    assert {family(key) for key in new}.isdisjoint(family(key) for key in today)
    assert set(keys) & today <= set(dealt)


@given(KEYS)
def test_two_of_a_family_follow_each_other_only_at_the_end(keys: list[str]) -> None:
    ordered = none_in_a_row(keys, family)
    assert sorted(ordered) == sorted(keys)
    twice = [n for n, (one, two) in enumerate(pairwise(ordered)) if family(one) == family(two)]
    for place in twice:
        assert {family(key) for key in ordered[place:]} == {family(ordered[place])}


def test_what_was_dealt_last_counts_too() -> None:
    assert none_in_a_row(["a2", "b1"], family, "a") == ("b1", "a2")
    assert none_in_a_row(["a2"], family, "a") == ("a2",)
