"""What an answer makes of a card: when it comes back."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import fsrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.practised import DAY, KEYS, answered

from mops_tui.model.session.events import CardAnswered
from mops_tui.sources.practice.answers import PracticeAnswer
from mops_tui.sources.practice.reviews import AGAIN_AFTER, LONGEST, Memory, grade, reviewed

VERDICTS = ("advised", "defensible", "unwise")


def remembered(*answers: PracticeAnswer, zone: ZoneInfo | timezone | None = UTC) -> Memory:
    memory = None
    for one in answers:
        assert isinstance(one.event, CardAnswered)
        memory = reviewed(memory, one.event, one.when, zone)
    assert memory is not None
    return memory


@pytest.mark.parametrize(
    ("verdict", "confidence", "rating"),
    [
        ("unwise", 0, fsrs.Rating.Again),
        ("unwise", 100, fsrs.Rating.Again),
        ("defensible", 20, fsrs.Rating.Hard),
        ("defensible", 95, fsrs.Rating.Hard),
        ("advised", 20, fsrs.Rating.Good),
        ("advised", 79, fsrs.Rating.Good),
        ("advised", 80, fsrs.Rating.Easy),
        ("advised", 95, fsrs.Rating.Easy),
    ],
)
def test_the_verdict_and_the_confidence_make_the_grade(
    verdict: str, confidence: int, rating: fsrs.Rating
) -> None:
    event = answered(verdict=verdict, confidence=confidence).event
    assert isinstance(event, CardAnswered)
    assert grade(event) == rating


def days_away(*answers: PracticeAnswer) -> int:
    return (remembered(*answers).due.day - answers[-1].when.date()).days


def test_the_better_the_answer_the_later_it_comes_back() -> None:
    wrong, *others = (
        remembered(answered(verdict=verdict, confidence=confidence)).due
        for verdict, confidence in (
            ("unwise", 60), ("defensible", 60), ("advised", 60), ("advised", 95),
        )
    )  # fmt: skip
    assert wrong.at == DAY + AGAIN_AFTER
    assert [due.at for due in others] == [None] * 3
    assert [(due.day - DAY.date()).days for due in others] == [1, 2, 8]


def test_what_comes_back_within_minutes_comes_at_a_full_minute_of_the_clock() -> None:
    when = DAY + timedelta(seconds=1)
    due = remembered(answered(verdict="unwise", when=when)).due
    assert due.at == DAY + AGAIN_AFTER + timedelta(minutes=1)
    assert not due.reached(due.at - timedelta(seconds=1))
    assert due.reached(due.at)


def test_a_wrong_answer_just_before_midnight_comes_back_on_the_next_day() -> None:
    late = datetime(2026, 11, 2, 23, 55, tzinfo=UTC)
    due = remembered(answered(verdict="unwise", when=late)).due
    assert due.day == date(2026, 11, 3)
    assert not due.reached(datetime(2026, 11, 3, 0, 4, tzinfo=UTC))
    assert due.reached(datetime(2026, 11, 3, 0, 5, tzinfo=UTC))


def test_what_was_answered_in_the_evening_is_due_on_its_day_from_midnight_on() -> None:
    berlin = ZoneInfo("Europe/Berlin")
    evening = datetime(2026, 11, 2, 23, 30, tzinfo=berlin)
    due = remembered(answered(confidence=60, when=evening.astimezone(UTC)), zone=berlin).due
    assert due.day == date(2026, 11, 4)
    assert not due.reached(datetime(2026, 11, 3, 23, 59, tzinfo=berlin))
    assert due.reached(datetime(2026, 11, 4, 0, 0, tzinfo=berlin))


def test_a_card_that_is_always_merely_defensible_moves_on() -> None:
    answers: list[PracticeAnswer] = []
    when, gaps = DAY, []
    for _ in range(14):
        answers.append(answered(verdict="defensible", when=when))
        gaps.append(days_away(*answers))
        when += timedelta(days=gaps[-1])
    assert gaps == sorted(gaps)
    assert gaps[0] == 1
    assert gaps[-1] == LONGEST


def test_defensible_after_a_wrong_answer_leads_out_of_the_minutes() -> None:
    answers = [answered(verdict="unwise"), answered(verdict="defensible", when=DAY + AGAIN_AFTER)]
    assert remembered(*answers).due.at is None
    assert days_away(*answers) == 1


def test_no_card_stays_away_for_more_than_ninety_days() -> None:
    answers: list[PracticeAnswer] = []
    when, gaps = DAY, []
    for _ in range(6):
        answers.append(answered(confidence=95, when=when))
        gaps.append(days_away(*answers))
        when += timedelta(days=gaps[-1])
    assert gaps == [8, 66, 90, 90, 90, 90]


def test_the_days_are_those_of_the_fsrs_package_with_no_step_but_for_a_wrong_answer() -> None:
    """Each answer at the same hour: then days and moments are the same thing."""
    verdicts = ("advised", "unwise", "advised", "defensible", "unwise", "defensible", "advised")
    plain = {
        steps: fsrs.Scheduler(
            learning_steps=steps, relearning_steps=steps, maximum_interval=90, enable_fuzzing=False
        )
        for steps in ((), (timedelta(minutes=10),))
    }
    card, when, answers = fsrs.Card(card_id=1, due=DAY), DAY, []
    for verdict in verdicts:
        answers.append(answered(verdict=verdict, when=when))
        event = answers[-1].event
        assert isinstance(event, CardAnswered)
        steps = (timedelta(minutes=10),) if verdict == "unwise" else ()
        card, _log = plain[steps].review_card(card, grade(event), when)
        due = remembered(*answers).due
        assert (due.at or datetime.combine(due.day, when.timetz())) == card.due
        when = card.due


ANSWERS = st.lists(
    st.tuples(
        st.sampled_from(VERDICTS),
        st.integers(0, 100),
        st.timedeltas(timedelta(0), timedelta(days=200)),
    ),
    min_size=1,
    max_size=12,
)
ZONES = st.sampled_from(
    [UTC, ZoneInfo("Europe/Berlin"), ZoneInfo("America/New_York"), ZoneInfo("Pacific/Apia")]
)


@given(ANSWERS, ZONES)
def test_whatever_is_answered_the_card_comes_back_in_minutes_or_in_one_to_ninety_days(
    given_answers: list[tuple[str, int, timedelta]], zone: ZoneInfo
) -> None:
    when, answers = datetime(2026, 3, 1, tzinfo=UTC), []
    for verdict, confidence, gap in given_answers:
        when += gap
        answers.append(answered(KEYS[0], verdict, confidence, when))
        due = remembered(*answers, zone=zone).due
        if verdict == "unwise":
            assert due.at is not None
            assert AGAIN_AFTER <= due.at - when < AGAIN_AFTER + timedelta(minutes=1)
            assert due.day == due.at.astimezone(zone).date()
        else:
            assert due.at is None
            assert 1 <= (due.day - when.astimezone(zone).date()).days <= LONGEST


@given(ANSWERS)
def test_the_longer_ago_the_weaker_it_is_remembered(
    given_answers: list[tuple[str, int, timedelta]],
) -> None:
    when, answers = DAY, []
    for verdict, confidence, gap in given_answers:
        when += gap
        answers.append(answered(KEYS[0], verdict, confidence, when))
    memory = remembered(*answers)
    strengths = [memory.strength(when.date() + timedelta(days=n)) for n in (-1, 0, 1, 10, 400)]
    assert strengths == sorted(strengths, reverse=True)
    assert strengths[0] == strengths[1] == 1
