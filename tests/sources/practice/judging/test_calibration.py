"""How sure against how right, in steps, halves and a score."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mops_tui.sources.practice.judging.calibration import Calibration
from mops_tui.sources.practice.judging.said import BANDS, FirstSight
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


def test_rather_sure_begins_at_its_own_lowest_step() -> None:
    surer, unsurer = calibration(sights(54, 1, 2), sights(55, 1, 3), sights(90, 1, 4)).halves
    assert (surer.n, unsurer.n) == (7, 2)


def test_a_step_counts_what_was_said_and_how_much_was_advised() -> None:
    made = calibration(sights(80, 17, 25), sights(40, 3, 6), sights(45, 2, 6))
    hunch, sure = made.steps
    assert (sure.n, sure.right, sure.said, sure.share, sure.points) == (25, 17, 80, 68, 12)
    assert (hunch.low, hunch.high, hunch.n, hunch.right) == (40, 45, 12, 5)
    assert (made.n, made.whole.n, made.whole.right) == (37, 37, 22)


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


def test_halves_part_what_was_said_surely_from_hunches_and_guesses() -> None:
    surer, less = calibration(sights(60, 5, 6), sights(95, 4, 4), sights(45, 1, 2)).halves
    assert [(one.n, one.right) for one in (surer, less)] == [(10, 9), (2, 1)]
