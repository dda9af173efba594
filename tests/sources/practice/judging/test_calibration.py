"""How sure against how right: what is told, and what is not because chance explains it."""

from __future__ import annotations

import random
from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mops_tui.sources.practice.judging.calibration import (
    BANDS,
    ENOUGH,
    LEAST_GAP,
    Calibration,
    FirstSight,
)
from mops_tui.words.alone.practice import FIRMNESS, confidence_steps

SIGHTS = st.builds(FirstSight, st.integers(0, 100), st.booleans(), st.none() | st.floats(0.2, 0.7))


def sights(said: int, right: int, n: int, dice: float | None = None) -> tuple[FirstSight, ...]:
    """So many answers of which the same was said, so many of them advised."""
    return tuple(FirstSight(said, at < right, dice) for at in range(n))


def calibration(*parts: Iterable[FirstSight]) -> Calibration:
    return Calibration(tuple(sight for part in parts for sight in part))


def test_every_percentage_has_one_band_and_each_step_of_a_card_its_own() -> None:
    for percent in range(101):
        assert sum(low <= percent <= high for low, high in BANDS) == 1
    for answers in (3, 4, 5):
        steps = confidence_steps(answers)
        assert [low <= said <= high for said, (low, high) in zip(steps, BANDS, strict=True)] == [
            True
        ] * len(BANDS)
    assert len({band for band in BANDS for said in FIRMNESS if band[0] <= said <= band[1]}) == 5


def test_a_step_counts_what_was_said_and_how_much_was_advised() -> None:
    made = calibration(sights(80, 17, 25), sights(40, 3, 6), sights(45, 2, 6))
    hunch, sure = made.steps
    assert (sure.n, sure.right, sure.said, sure.share, sure.points) == (25, 17, 80, 68, 12)
    assert (hunch.low, hunch.high, hunch.n, hunch.right) == (40, 45, 12, 5)
    assert (made.n, made.whole.n, made.whole.right) == (37, 37, 22)


# --- what is told first


@pytest.mark.parametrize("n", range(ENOUGH))
def test_under_ten_nothing_is_told_but_how_many_are_missing(n: int) -> None:
    telling = calibration(sights(95, 0, n)).telling
    assert (telling.kind, telling.step, telling.missing) == ("few", None, ENOUGH - n)


def test_twelve_points_too_sure_at_eighty_is_told_of_enough_answers_and_of_few_it_is_not() -> None:
    enough = calibration(sights(80, 68, 100), sights(40, 4, 10)).telling
    assert (enough.kind, enough.whole) == ("too-sure", False)
    assert enough.step is not None
    assert (enough.step.points, enough.step.n) == (12, 100)
    few = calibration(sights(80, 17, 25)).telling
    assert (few.kind, few.whole) == ("unclear", True)


def test_too_careful_is_told_as_such() -> None:
    telling = calibration(sights(60, 28, 30), sights(80, 8, 10)).telling
    assert telling.kind == "too-careful"
    assert telling.step is not None
    assert (telling.step.said, telling.step.share) == (60, 93)


def test_twenty_cards_all_too_sure_are_told_together_where_no_step_has_ten() -> None:
    made = calibration(sights(95, 3, 7), sights(80, 3, 7), sights(60, 2, 6))
    assert (made.telling.kind, made.telling.whole) == ("too-sure", True)
    assert made.telling.step == made.whole


def test_two_faults_that_make_up_for_each_other_are_not_taken_for_good_judgement() -> None:
    made = calibration(sights(95, 20, 40), sights(40, 36, 40))
    assert abs(made.whole.points) <= LEAST_GAP
    assert made.telling.kind in {"too-sure", "too-careful"}
    assert not made.telling.whole


def test_always_certain_and_always_right_is_about_right_and_not_too_careful() -> None:
    for n in (10, 60, 210):
        assert calibration(sights(95, n, n)).telling.kind == "as-right"


def test_who_guesses_and_says_so_cannot_be_too_sure_however_seldom_they_are_right() -> None:
    made = calibration(sights(33, 0, 20, dice=0.36), sights(25, 1, 20, dice=0.31))
    assert (made.telling.kind, made.telling.missing) == ("guesses", ENOUGH)
    surer = calibration(made.sights, sights(80, 8, 10)).telling
    assert (surer.kind, surer.guesses) == ("as-right", 40)
    assert surer.step is not None
    assert surer.step.n == 10


def test_dice_are_right_more_often_than_the_lowest_step_says_and_that_is_no_fault() -> None:
    made = calibration(sights(33, 57, 150, dice=0.38), sights(25, 19, 60, dice=0.31))
    assert made.telling.kind == "guesses"


def test_who_knows_what_they_call_a_guess_is_too_careful() -> None:
    telling = calibration(sights(33, 24, 30, dice=0.36)).telling
    assert (telling.kind, telling.whole) == ("too-careful", False)


def test_a_gap_of_five_points_is_no_fault_however_many_answers_show_it() -> None:
    assert calibration(sights(80, 1500, 2000)).telling.kind == "as-right"
    assert calibration(sights(80, 1480, 2000)).telling.kind == "too-sure"


def test_who_is_as_right_as_they_say_is_seldom_told_of_a_fault() -> None:
    """Two tests, each wrong once in twenty: of 300 such learners no more than one in ten."""
    draw = random.Random(12)
    told = 0
    for _ in range(300):
        said = [draw.choice(confidence_steps(4)) for _ in range(40)]
        made = Calibration(tuple(FirstSight(one, draw.random() < one / 100) for one in said))
        told += made.telling.kind in {"too-sure", "too-careful"}
    assert told <= 30


@given(st.lists(SIGHTS, max_size=60))
def test_what_is_told_rests_on_ten_answers_and_on_a_gap_that_chance_makes_seldom(
    given_sights: list[FirstSight],
) -> None:
    made = Calibration(tuple(given_sights))
    assert sum(step.n for step in made.steps) == made.n
    telling = made.telling
    assert (telling.kind == "few") == (made.n < ENOUGH)
    assert (telling.missing > 0) == (telling.kind in {"few", "guesses"})
    if telling.step is None:
        return
    assert telling.step.n >= ENOUGH
    if telling.kind in {"too-sure", "too-careful"}:
        assert abs(telling.step.points) > LEAST_GAP
        assert telling.step.explained < 0.05
        assert (telling.step.points > 0) == (telling.kind == "too-sure")


# --- the Brier score


def test_the_score_is_brier_s_mean_of_squares() -> None:
    made = calibration(sights(80, 3, 4), sights(50, 0, 1))
    assert made.brier == pytest.approx((3 * 0.04 + 0.64 + 0.25) / 5)
    assert made.brier_of_share == pytest.approx(0.6 * 0.4)
    assert calibration(sights(100, 5, 5)).brier == 0
    assert calibration(sights(100, 0, 5)).brier == 1
    assert calibration(sights(50, 2, 5)).brier == 0.25


@given(st.lists(st.booleans(), min_size=1, max_size=40))
def test_saying_one_s_own_share_right_every_time_gets_that_score(rights: list[bool]) -> None:
    share = sum(rights) / len(rights)
    said = [(share - right) ** 2 for right in rights]
    made = Calibration(tuple(FirstSight(50, right) for right in rights))
    assert made.brier_of_share == pytest.approx(sum(said) / len(said))
