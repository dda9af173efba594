"""Whether enough is behind a figure: one rule, and exact at its edge."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mops_tui.model.results.enough import reaches_quorum, shortfall


@pytest.mark.parametrize(("voted", "present"), [(14, 25), (7, 25), (7, 100), (4, 5)])
def test_who_just_reach_the_quorum_reach_it(voted: int, present: int) -> None:
    """As it is typed: 14 of 25 are 0.56, although 25 times 0.56 is a little more than 14."""
    quorum = float(f"{voted / present:.2f}")
    assert reaches_quorum(voted, present, quorum)
    assert not reaches_quorum(voted - 1, present, quorum)


@given(st.integers(0, 1000), st.integers(1, 1000), st.integers(0, 100))
def test_it_agrees_with_exact_arithmetic(voted: int, present: int, per_cent: int) -> None:
    exact = Fraction(voted, present) >= Fraction(per_cent, 100)
    assert reaches_quorum(voted, present, per_cent / 100) is exact


def test_where_nobody_was_counted_nobody_is_missing() -> None:
    assert reaches_quorum(0, 0, 0.8)


def test_too_few_answers_are_said_before_a_missed_quorum_and_that_before_a_split() -> None:
    assert shortfall(2, under_quorum=True, split=True) == "few"
    assert shortfall(3, under_quorum=True, split=True) == "quorum"
    assert shortfall(3, under_quorum=False, split=True) == "split"
    assert shortfall(3, under_quorum=False) is None
