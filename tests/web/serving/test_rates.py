"""A bucket lets through what its rate says, however one asks."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from mops_tui.web.serving.rates import Bucket, Buckets, Rate

RATES = st.builds(Rate, st.integers(1, 50), st.floats(0.1, 100))
STEPS = st.lists(st.floats(0, 3), max_size=60)


@given(RATES, STEPS)
def test_no_more_is_let_through_than_the_rate_allows(rate: Rate, steps: list[float]) -> None:
    now, passed, bucket = 0.0, 0, Bucket(rate, 0.0)
    for step in steps:
        now += step
        passed += not bucket.take(now)
        assert passed <= rate.burst + now * rate.a_second + 1e-6


@given(RATES, STEPS)
def test_whoever_waits_as_long_as_is_said_is_let_through(rate: Rate, steps: list[float]) -> None:
    now, bucket = 0.0, Bucket(rate, 0.0)
    for step in steps:
        now += step
        wait = bucket.take(now)
        if wait:
            now += wait + 1e-6
            assert bucket.take(now) == 0


@given(RATES, st.integers(1, 200), st.floats(0, 5))
def test_who_queues_has_their_turn_at_the_rates_pace(
    rate: Rate, many: int, patience: float
) -> None:
    bucket = Bucket(rate, 0.0)
    turns = [bucket.queue(0.0, patience) for _ in range(many)]
    had = [turn for turn in turns if turn is not None]
    assert had == sorted(had)
    assert turns[len(had) :] == [None] * (many - len(had))
    for number, turn in enumerate(had, 1):
        assert turn <= patience
        assert number <= rate.burst + turn * rate.a_second + 1e-6


def test_a_clock_that_goes_back_gives_nothing_and_takes_nothing() -> None:
    bucket = Bucket(Rate(2, 1), 100.0)
    assert [bucket.take(now) > 0 for now in (100, 50, 0, 0)] == [False, False, True, True]
    assert bucket.take(1.5) == 0


def test_each_has_a_bucket_of_their_own_and_the_oldest_is_forgotten() -> None:
    buckets = Buckets(Rate(1, 0.001), lambda: 0.0, most=2)
    assert [buckets.take(who) > 0 for who in "aabbacb"] == [
        False, True, False, True, True, False, False,
    ]  # fmt: skip
