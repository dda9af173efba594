from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mops_tui.words.handout.times import at_words, from_to, minutes_words, time_words


@pytest.mark.parametrize(
    ("minutes", "words"),
    [(1, "1 minute"), (1.5, "1.5 minutes"), (0.5, "0.5 minutes"), (2.0, "2 minutes"),
     (4.799999, "4.8 minutes"), (480, "480 minutes"), (100_000, "100000 minutes")],
)  # fmt: skip
def test_minutes_are_as_exact_as_they_are_and_no_more(minutes: float, words: str) -> None:
    assert minutes_words(minutes) == words


@pytest.mark.parametrize(
    ("minutes", "begins", "words"),
    [(0, 570, "09:30"), (1.5, 570, "09:31"), (29.99, 570, "09:59"), (30, 1410, "00:00 (+1)"),
     (0, 0, "00:00"), (2 * 24 * 60, 60, "01:00 (+2)"), (1.5, None, "1.5"), (0, None, "0")],
)  # fmt: skip
def test_a_time_is_one_of_the_day_or_minutes_from_the_beginning(
    minutes: float, begins: int | None, words: str
) -> None:
    assert time_words(minutes, begins) == words


def test_minutes_that_stand_by_themselves_say_what_they_are() -> None:
    assert at_words(1.5, None) == "Minute 1.5"
    assert at_words(1.5, 570) == "09:31"
    assert from_to(0, 45, None) == "minute 0 to 45"
    assert from_to(0, 45, 570) == "09:30 to 10:15"


@given(st.floats(0, 3000), st.integers(0, 1439))
def test_a_clock_never_runs_ahead(minutes: float, begins: int) -> None:
    shown = time_words(minutes, begins)
    clock, _, days = shown.partition(" (+")
    hours, past = clock.split(":")
    told = int(days.rstrip(")") or 0) * 1440 + int(hours) * 60 + int(past)
    assert 0 <= begins + minutes - told < 1
