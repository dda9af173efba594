"""Moments that a wrong clock has told are put where they belong."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.practised import DECK, KEYS, answered

from mops_tui.sources.practice.answers import PracticeAnswer
from mops_tui.sources.practice.journals.clocks import put_right
from mops_tui.sources.practice.progress import Progress

DAY = datetime(2026, 11, 2, 9, 30, tzinfo=UTC)
HOURS = timedelta(hours=12)
WRONG = st.one_of(
    st.timedeltas(timedelta(days=2), timedelta(days=4000)),
    st.timedeltas(timedelta(days=-4000), timedelta(days=-2)),
)


def days_of(count: int, a_day: int = 3) -> list[datetime]:
    """So many days of practice in a row."""
    return [DAY + timedelta(days=n, minutes=m) for n in range(count) for m in range(a_day)]


def test_moments_in_order_are_left_alone() -> None:
    right = days_of(20)
    assert put_right(right, right[-1] + HOURS) == tuple(right)
    assert put_right([], DAY) == ()
    ahead_by_a_moment = [DAY, DAY + timedelta(seconds=30)]
    assert put_right(ahead_by_a_moment, DAY) == tuple(ahead_by_a_moment)


@given(st.integers(2, 12), st.data(), WRONG)
def test_one_answer_of_a_wrong_clock_is_put_on_its_day(
    count: int, data: st.DataObject, wrong: timedelta
) -> None:
    right = days_of(count)
    number = data.draw(st.integers(3, len(right) - 2))
    told = [*right[:number], right[number] + wrong, *right[number + 1 :]]
    placed = put_right(told, right[-1] + HOURS)
    assert [one for n, one in enumerate(placed) if n != number] == [
        one for n, one in enumerate(right) if n != number
    ]
    assert right[number - 1] <= placed[number] <= right[number + 1]


@pytest.mark.parametrize("number", [0, 1])
@pytest.mark.parametrize("wrong", [timedelta(days=-4000), timedelta(days=4000)])
def test_one_answer_of_the_first_day_that_is_years_away_is_put_back(
    number: int, wrong: timedelta
) -> None:
    right = days_of(3)
    told = [one + wrong if n == number else one for n, one in enumerate(right)]
    placed = put_right(told, right[-1] + HOURS)
    assert [one.date() for one in placed] == [one.date() for one in right]


@given(st.integers(3, 12), st.data(), WRONG)
def test_a_whole_day_of_a_wrong_clock_is_put_between_its_neighbours(
    count: int, data: st.DataObject, wrong: timedelta
) -> None:
    right = days_of(count)
    day = data.draw(st.integers(1, count - 2))
    told = [one + wrong if (one - DAY).days == day else one for one in right]
    placed = put_right(told, right[-1] + HOURS)
    assert [one.date() for one in placed] == [one.date() for one in right]


@given(st.integers(2, 12), st.timedeltas(timedelta(days=2), timedelta(days=4000)))
def test_a_day_that_was_ahead_is_put_right_when_the_clock_is(count: int, wrong: timedelta) -> None:
    """Before any other answer was given."""
    right = days_of(count)
    told = [one + wrong if (one - DAY).days == count - 1 else one for one in right]
    now = right[-1] + timedelta(minutes=1)
    placed = put_right(told, now)
    assert [one.date() for one in placed] == [one.date() for one in right]


@given(
    st.lists(st.datetimes(datetime(1990, 1, 1), datetime(2060, 1, 1)), max_size=30),
    st.datetimes(datetime(1990, 1, 1), datetime(2060, 1, 1)),
)
def test_whatever_clocks_said_answers_keep_their_order_and_none_is_in_the_future(
    told: list[datetime], wall: datetime
) -> None:
    moments = [one.replace(tzinfo=UTC) for one in told]
    now = wall.replace(tzinfo=UTC)
    placed = put_right(moments, now)
    assert len(placed) == len(moments)
    assert all(one <= two for one, two in pairwise(placed))
    assert all(one <= now + timedelta(seconds=60) for one in placed)
    assert put_right(placed, now) == placed


@pytest.mark.parametrize("wrong", [timedelta(days=800), timedelta(days=-800), timedelta(days=40)])
def test_the_schedule_and_the_days_are_those_of_a_right_clock(wrong: timedelta) -> None:
    verdicts = ("advised", "unwise", "advised", "defensible")
    right = days_of(8)
    events = [answered(KEYS[n % 5], verdicts[n % 4]).event for n in range(len(right))]
    told = [one + wrong if (one - DAY).days == 4 else one for one in right]
    now = right[-1] + HOURS

    def progress(moments: list[datetime]) -> Progress:
        placed = put_right(moments, now)
        return Progress(
            DECK, [PracticeAnswer(when, one) for when, one in zip(placed, events, strict=True)]
        )

    clear, astray = progress(right), progress(told)
    assert astray.days(now) == clear.days(now)
    for day in (1, 5, 30, 90):
        then = now + timedelta(days=day)
        assert astray.schedule.today(then).due == clear.schedule.today(then).due


def test_whoever_comes_back_after_years_keeps_the_days_of_before() -> None:
    right = [*days_of(4), *(one + timedelta(days=1500) for one in days_of(2))]
    assert put_right(right, right[-1] + HOURS) == tuple(right)


def test_a_first_day_that_was_ahead_does_not_stay_today_for_ever() -> None:
    told = [DAY + timedelta(days=700, minutes=n) for n in range(7)]
    placed = put_right(told, DAY)
    assert {one.date() for one in placed} == {DAY.date() - timedelta(days=1)}


@given(
    st.integers(0, 5),
    st.integers(1, 40),
    st.integers(0, 5),
    st.timedeltas(timedelta(days=60), timedelta(days=700)),
)
def test_weeks_under_a_clock_that_was_ahead_stay_weeks(
    before: int, astray: int, after: int, wrong: timedelta
) -> None:
    """Whoever practised daily has lost no day, however long the clock was wrong."""
    right = days_of(before + astray + after)
    told = [one + wrong if before <= (one - DAY).days < before + astray else one for one in right]
    now = right[-1] + HOURS
    placed = put_right(told, now)
    days = {one.date() for one in right}
    found = {one.date() for one in placed}
    assert found <= {one for day in days for one in (day, day - timedelta(days=1))}
    assert len(found) >= len(days) - 1


def test_a_clock_that_was_set_again_while_it_was_wrong_loses_no_day() -> None:
    years = [timedelta(days=700), timedelta(days=1500), timedelta(days=900)]
    told = [DAY + timedelta(days=n) + ahead for n, ahead in enumerate(years)]
    placed = put_right([DAY - timedelta(days=1), *told], DAY + timedelta(days=5))
    assert [(one.date() - DAY.date()).days for one in placed] == [-1, 0, 1, 2]
