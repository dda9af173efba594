"""What is told of somebody's judgement: rests on enough, is not chance, and does not flip."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mops_tui.sources.practice.judging.calibration import Calibration
from mops_tui.sources.practice.judging.said import ENOUGH, FirstSight
from mops_tui.sources.practice.judging.telling import (
    CLOSE,
    FAULT,
    KEPT_GAP,
    LOOKS,
    Telling,
    telling_of,
)
from mops_tui.words.alone.practice import confidence_steps

SIGHTS = st.builds(FirstSight, st.integers(0, 100), st.booleans(), st.none() | st.floats(0.2, 0.7))
FAULTS = {"too-sure", "too-careful"}


def sights(said: int, right: int, n: int, dice: float | None = None) -> tuple[FirstSight, ...]:
    """So many answers of which the same was said, so many of them advised, spread evenly."""
    return tuple(FirstSight(said, (at + 1) * right // n > at * right // n, dice) for at in range(n))


def calibration(*parts: Iterable[FirstSight]) -> Calibration:
    return Calibration(tuple(sight for part in parts for sight in part))


def drawn(draw: random.Random, n: int, right: Callable[[int], float]) -> tuple[FirstSight, ...]:
    """Answers of somebody who is right as often as `right` says of what they say."""
    said = [draw.choice(confidence_steps(4)) for _ in range(n)]
    return tuple(
        FirstSight(one, draw.random() < right(one), 0.25 if one == 25 else None) for one in said
    )


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
    assert abs(made.whole.points) <= CLOSE
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


def test_a_gap_of_few_points_is_no_fault_however_many_answers_show_it() -> None:
    assert calibration(sights(80, 1520, 2000)).telling.kind == "as-right"
    assert calibration(sights(80, 1480, 2000)).telling.kind == "too-sure"


def test_what_looks_like_a_fault_is_told_as_that_and_then_as_a_fault() -> None:
    kinds = [calibration(sights(80, n // 2, n)).telling.kind for n in (10, 12, 40)]
    assert kinds == ["unclear", "looks-sure", "too-sure"]


def test_who_is_as_right_as_they_say_is_seldom_told_of_a_fault() -> None:
    draw = random.Random(12)
    made = [drawn(draw, 40, lambda said: said / 100) for _ in range(300)]
    assert sum(telling_of(one).kind in FAULTS for one in made) <= 15


@pytest.mark.parametrize("off", [0, 12, 25, -20])
def test_a_fault_that_is_told_is_still_told_three_answers_later(off: int) -> None:
    """Of forty learners, card after card; before, a fault was lost within three of them often."""
    draw = random.Random(off)
    told = lost = 0
    for _ in range(40):
        given_sights = drawn(draw, 60, lambda said: min(0.99, (said - off) / 100))
        kinds = [telling_of(given_sights[:n]).kind for n in range(ENOUGH, 61)]
        for at, kind in enumerate(kinds[:-3]):
            if kind in FAULTS:
                told += 1
                lost += set(kinds[at + 1 : at + 4]) != {kind}
    assert lost <= max(10, 0.02 * told)


def test_twelve_points_too_sure_at_eighty_is_told_to_most_who_are_in_the_end() -> None:
    draw = random.Random(80)
    told = 0
    for _ in range(40):
        given_sights = tuple(FirstSight(80, draw.random() < 0.68) for _ in range(160))
        telling = telling_of(given_sights)
        told += telling.kind == "too-sure" and not telling.whole
    assert told >= 34


def test_three_answers_to_the_contrary_leave_a_fault_a_fault() -> None:
    for said, right, n in ((80, 10, 20), (95, 7, 12), (60, 20, 21)):
        given_sights = sights(said, right, n)
        kind = telling_of(given_sights).kind
        assert kind in FAULTS
        contrary = [FirstSight(said, kind == "too-sure")] * 3
        assert telling_of((*given_sights, *contrary)).kind == kind


@given(st.lists(SIGHTS, max_size=60))
def test_what_is_told_rests_on_ten_answers_and_on_a_gap_that_chance_makes_seldom(
    given_sights: list[FirstSight],
) -> None:
    made = Calibration(tuple(given_sights))
    telling: Telling = made.telling
    assert (telling.kind == "few") == (made.n < ENOUGH)
    assert (telling.missing > 0) == (telling.kind in {"few", "guesses"})
    if telling.step is None:
        return
    assert telling.step.n >= ENOUGH
    bounds = {"too": FAULT, "looks": LOOKS}
    bound = bounds.get(telling.kind.partition("-")[0])
    if bound is not None:
        assert abs(telling.step.off) > KEPT_GAP * telling.step.n
        assert telling.step.explained < bound.kept
        assert (telling.step.off > 0) == telling.kind.endswith("sure")
