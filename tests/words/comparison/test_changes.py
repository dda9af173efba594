"""A change is the difference of the figures that stand beside it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mops_tui.words.comparison.changes import (
    SAME,
    in_a_hundred,
    in_hundredths,
    in_people,
    in_places,
    in_points,
    in_steps,
)
from mops_tui.words.results.figures import percent

SHARE = st.floats(0, 1)


@given(SHARE, SHARE)
def test_points_are_those_of_the_shares_as_read(first: float, last: float) -> None:
    said = in_a_hundred(first, last)
    points = 0 if said == SAME else int(said.split()[0])
    assert percent(first) + points == percent(last)


@given(st.floats(-1, 1), st.floats(-1, 1))
def test_hundredths_are_those_of_the_figures_as_read(first: float, last: float) -> None:
    said = in_hundredths(first, last)
    moved = 0.0 if said == SAME else float(said)
    assert round(first, 2) + moved == pytest.approx(round(last, 2))


@given(SHARE, SHARE)
def test_poured_points_change_by_their_exact_shares(first: float, last: float) -> None:
    said = in_points(first, last)
    points = 0 if said == SAME else int(said.split()[0])
    assert abs(points - (last - first) * 100) <= 0.5 + 1e-6


def test_a_rank_goes_up_towards_the_first_place() -> None:
    assert in_places(3, 1) == "up 2 places"
    assert in_places(1, 2) == "down 1 place"
    assert in_places(2, 2) == SAME


def test_steps_have_their_sign() -> None:
    assert in_steps(0, 2) == "+2 steps"
    assert in_steps(2, 1) == "-1 step"
    assert in_steps(1, 1) == SAME


@pytest.mark.parametrize(
    ("then", "now", "said"),
    [
        ((4, 8), (6, 8), "+2 people"),
        ((4, 8), (4, 8), SAME),
        ((1, 7), (1, 5), "still 1 person"),
        ((0, 7), (0, 4), SAME),
        ((5, 11), (4, 8), "-1 person, a larger share"),
        ((4, 8), (5, 11), "+1 person, a smaller share"),
        ((4, 11), (0, 8), "-4 people"),
        # A room that shrank or grew by so much: no difference looks like a change of mind.
        ((9, 12), (3, 6), "9 of 12 → 3 of 6"),
        ((3, 6), (9, 12), "3 of 6 → 9 of 12"),
        ((3, 12), (3, 6), "3 of 12 → 3 of 6"),
        ((4, 11), (0, 5), "4 of 11 → 0 of 5"),
    ],
)
def test_in_small_rooms_people_are_counted(
    then: tuple[int, int], now: tuple[int, int], said: str
) -> None:
    assert in_people(then, now) == said
