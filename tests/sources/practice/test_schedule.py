"""When each card comes back, and what there is to practise."""

from __future__ import annotations

import itertools
from datetime import UTC, datetime, timedelta, timezone

import fsrs
import pytest
from support.practised import DAY, DECK, KEYS, SCENARIO_IDS, answered, families

from mops_tui.model.session.events import CardAnswered
from mops_tui.sources.practice.answers import PracticeAnswer
from mops_tui.sources.practice.progress import Progress
from mops_tui.sources.practice.schedule import ENOUGH_A_DAY, SITTING, ReviewSchedule, grade


def due_of(*answers: PracticeAnswer, key: str = KEYS[0]) -> datetime:
    found = ReviewSchedule(DECK, answers).due_of(key)
    assert found is not None
    return found


# --- grades


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


def test_the_better_the_answer_the_later_it_comes_back() -> None:
    again, hard, good, easy = (
        due_of(answered(verdict=verdict, confidence=confidence))
        for verdict, confidence in (
            ("unwise", 60), ("defensible", 60), ("advised", 60), ("advised", 95),
        )
    )  # fmt: skip
    assert DAY < again < hard < good < easy
    assert again - DAY < timedelta(hours=1)
    assert easy - DAY > timedelta(days=1)


def test_a_day_is_that_of_the_person() -> None:
    """Half past nine in the evening of the same evening, which is the next day in UTC."""
    west = timezone(timedelta(hours=-8))
    evening = datetime(2026, 11, 2, 21, 30, tzinfo=west)
    answers = [answered(key, when=evening.astimezone(UTC)) for key in KEYS[:3]]
    assert len(ReviewSchedule(DECK, answers).due(evening)) == ENOUGH_A_DAY - 3
    assert Progress(DECK, answers).days(evening) == (1, 1)


def test_a_scenarios_cards_are_the_late_ones_the_new_ones_and_then_the_rest() -> None:
    mine = DECK.in_turn("org-placement")
    late, early, *new = mine
    answers = (
        answered(early, confidence=95, when=DAY + timedelta(minutes=1)),
        answered(late, "unwise"),
    )
    made = ReviewSchedule(DECK, answers)
    now = DAY + timedelta(hours=2)
    assert made.of_scenario("org-placement", now) == (late, *new, early)
    assert made.fresh_of("org-placement") == len(new)
    assert made.of_scenario("nothing", now) == ()


BASE, VARIANT = next(
    (one, two) for one, two in itertools.pairwise(KEYS) if DECK.family(one) == DECK.family(two)
)


def test_a_newcomers_fortnight_has_no_two_of_a_family_on_one_day() -> None:
    answers: list[PracticeAnswer] = []
    for day in range(14):
        now = DAY + timedelta(days=day)
        due = ReviewSchedule(DECK, answers).due(now)
        assert len(set(families(due))) == len(due) >= ENOUGH_A_DAY
        answers += [
            answered(key, verdict, when=now)
            for key, verdict in zip(due, itertools.cycle(("advised", "unwise")), strict=False)
        ]
        later = ReviewSchedule(DECK, answers).due(now + timedelta(hours=2))
        assert set(later) <= set(due)


def test_a_variant_that_is_due_on_the_same_day_waits_for_the_next() -> None:
    answers = [answered(BASE, "unwise"), answered(VARIANT, "unwise")]
    tomorrow = DAY + timedelta(days=1)
    due = ReviewSchedule(DECK, answers).due(tomorrow)
    assert len({BASE, VARIANT} & set(due)) == 1
    [first] = {BASE, VARIANT} & set(due)
    [other] = {BASE, VARIANT} - {first}
    answers.append(answered(first, confidence=95, when=tomorrow))
    assert other not in ReviewSchedule(DECK, answers).due(tomorrow + timedelta(hours=3))
    assert other in ReviewSchedule(DECK, answers).due(tomorrow + timedelta(days=1))


def test_a_sitting_takes_one_of_a_family_while_there_are_others() -> None:
    for scenario in SCENARIO_IDS:
        first = ReviewSchedule(DECK, ()).sitting(scenario, DAY)
        assert len(first) == len(set(families(first))) == SITTING
        answers = [answered(key, confidence=95) for key in first]
        second = ReviewSchedule(DECK, answers).sitting(scenario, DAY + timedelta(hours=1))
        assert len(second) == SITTING
        unmet = [name for name in dict.fromkeys(families(KEYS)) if name.startswith(scenario + "/")]
        unmet = [name for name in unmet if name not in families(first)]
        left = min(len(unmet), SITTING)
        assert set(families(second[:left])) <= set(unmet) | set(families(first))
        assert all(one != two for one, two in itertools.pairwise(families(second)))


def test_intervals_grow_with_each_good_answer() -> None:
    answers: list[PracticeAnswer] = []
    when, gaps = DAY, []
    for _ in range(6):
        answers.append(answered(when=when))
        due = due_of(*answers)
        gaps.append(due - when)
        when = due
    assert gaps == sorted(gaps)
    assert gaps[-1] > timedelta(days=20)


# --- the journal is the truth


def test_nothing_is_left_to_chance_or_to_the_clock_of_the_machine() -> None:
    answers = [answered(key, when=DAY + timedelta(days=n)) for n, key in enumerate(KEYS[:12])]
    one, two = (ReviewSchedule(DECK, answers) for _ in range(2))
    assert [one.due_of(key) for key in KEYS] == [two.due_of(key) for key in KEYS]
    assert one.due(DAY + timedelta(days=30)) == two.due(DAY + timedelta(days=30))


def test_another_edition_of_a_card_is_new() -> None:
    known = answered(when=DAY)
    edited = answered(when=DAY, digest="f" * 12)
    assert ReviewSchedule(DECK, [known]).due_of(KEYS[0]) is not None
    assert ReviewSchedule(DECK, [edited]).due_of(KEYS[0]) is None
    tomorrow = DAY + timedelta(days=1)
    assert KEYS[0] in ReviewSchedule(DECK, [edited]).due(tomorrow)
    assert KEYS[0] not in ReviewSchedule(DECK, [answered(confidence=95)]).due(tomorrow)


# --- what is due


def test_a_newcomer_gets_five_minutes_of_cards_from_all_scenarios() -> None:
    due = ReviewSchedule(DECK, ()).due(DAY)
    assert len(due) == ENOUGH_A_DAY
    assert len({key.partition("/")[0] for key in due[:5]}) == 5


def test_what_is_overdue_comes_first_and_the_day_has_an_end() -> None:
    first = DECK.in_turn(SCENARIO_IDS[0])[:3]
    answers = [answered(key, "unwise", when=DAY) for key in first]
    later = DAY + timedelta(days=2)
    due = ReviewSchedule(DECK, answers).due(later)
    assert set(due[:3]) == set(first)
    assert len(due) == ENOUGH_A_DAY
    today = [answered(key, confidence=95, when=DAY) for key in ReviewSchedule(DECK, ()).due(DAY)]
    assert ReviewSchedule(DECK, today).due(DAY + timedelta(minutes=10)) == ()


def test_nothing_that_is_due_is_held_back_but_for_variants_of_the_same_day() -> None:
    answers = [answered(key, "unwise", when=DAY) for key in KEYS[:20]]
    due = ReviewSchedule(DECK, answers).due(DAY + timedelta(days=3))
    assert set(families(due)) >= set(families(KEYS[:20]))


# --- calibration, strengths, days
