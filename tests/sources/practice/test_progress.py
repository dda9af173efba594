"""Progress: all of it is folded from the answers, and nothing else is kept."""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta, timezone
from functools import partial
from pathlib import Path
from typing import Any

import fsrs
import pytest
from support.rehearsed import ours

from mops_tui.model.packs.cards import Card
from mops_tui.model.packs.digest import card_digest
from mops_tui.model.session.events import AnswerCommitted, CardAnswered
from mops_tui.sources.practice.answers import PracticeAnswer, read_practice
from mops_tui.sources.practice.journal import PracticeJournal
from mops_tui.sources.practice.progress import ENOUGH_A_DAY, SITTING, Deck, Progress, grade

DECK = Deck.of(s for s in ours().scenarios.values() if not s.closing)
KEYS = tuple(DECK.cards)
DAY = datetime(2026, 11, 2, 9, 30, tzinfo=UTC)


def answered(
    key: str = KEYS[0],
    verdict: str = "advised",
    confidence: int = 60,
    when: datetime = DAY,
    **changes: Any,
) -> PracticeAnswer:
    card = DECK.cards.get(key)
    event = CardAnswered.model_validate(
        {
            "card": key,
            "digest": card_digest(card) if card else "0" * 12,
            "answer": next((a.id for a in card.answers if a.verdict == verdict), "a")
            if card
            else "a",
            "confidence": confidence,
            "verdict": verdict,
        }
        | changes
    )
    return PracticeAnswer(when, event)


def due_of(*answers: PracticeAnswer, key: str = KEYS[0]) -> datetime:
    found = Progress(DECK, answers).due_of(key)
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
    made = Progress(DECK, answers)
    assert len(made.due(evening)) == ENOUGH_A_DAY - 3
    assert made.days(evening) == (1, 1)


def test_a_scenarios_cards_are_the_late_ones_the_new_ones_and_then_the_rest() -> None:
    mine = DECK.in_turn("org-placement")
    late, early, *new = mine
    answers = (
        answered(early, confidence=95, when=DAY + timedelta(minutes=1)),
        answered(late, "unwise"),
    )
    made = Progress(DECK, answers)
    now = DAY + timedelta(hours=2)
    assert made.of_scenario("org-placement", now) == (late, *new, early)
    assert made.fresh_of("org-placement") == len(new)
    assert made.of_scenario("nothing", now) == ()


# --- variants of one card


def families(keys: Iterable[str]) -> list[str]:
    return [DECK.family(key) for key in keys]


SCENARIO_IDS = sorted({key.partition("/")[0] for key in KEYS})
BASE, VARIANT = next(
    (one, two) for one, two in itertools.pairwise(KEYS) if DECK.family(one) == DECK.family(two)
)


def test_the_first_of_all_families_comes_before_the_second_of_any() -> None:
    for scenario in SCENARIO_IDS:
        turn = DECK.in_turn(scenario)
        bases = dict.fromkeys(families(turn))
        assert list(turn[: len(bases)]) == list(bases)
        assert sorted(turn) == sorted(key for key in KEYS if key.partition("/")[0] == scenario)


def test_a_newcomers_fortnight_has_no_two_of_a_family_on_one_day() -> None:
    answers: list[PracticeAnswer] = []
    for day in range(14):
        now = DAY + timedelta(days=day)
        due = Progress(DECK, answers).due(now)
        assert len(set(families(due))) == len(due) >= ENOUGH_A_DAY
        answers += [
            answered(key, verdict, when=now)
            for key, verdict in zip(due, itertools.cycle(("advised", "unwise")), strict=False)
        ]
        later = Progress(DECK, answers).due(now + timedelta(hours=2))
        assert set(later) <= set(due)


def test_a_variant_that_is_due_on_the_same_day_waits_for_the_next() -> None:
    answers = [answered(BASE, "unwise"), answered(VARIANT, "unwise")]
    tomorrow = DAY + timedelta(days=1)
    due = Progress(DECK, answers).due(tomorrow)
    assert len({BASE, VARIANT} & set(due)) == 1
    [first] = {BASE, VARIANT} & set(due)
    [other] = {BASE, VARIANT} - {first}
    answers.append(answered(first, confidence=95, when=tomorrow))
    assert other not in Progress(DECK, answers).due(tomorrow + timedelta(hours=3))
    assert other in Progress(DECK, answers).due(tomorrow + timedelta(days=1))


def test_a_sitting_takes_one_of_a_family_while_there_are_others() -> None:
    for scenario in SCENARIO_IDS:
        first = Progress(DECK, ()).sitting(scenario, DAY)
        assert len(first) == len(set(families(first))) == SITTING
        answers = [answered(key, confidence=95) for key in first]
        second = Progress(DECK, answers).sitting(scenario, DAY + timedelta(hours=1))
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
    one, two = (Progress(DECK, answers) for _ in range(2))
    assert [one.due_of(key) for key in KEYS] == [two.due_of(key) for key in KEYS]
    assert one.due(DAY + timedelta(days=30)) == two.due(DAY + timedelta(days=30))


def test_the_order_in_which_journals_lie_does_not_matter(tmp_path: Path) -> None:
    draw = random.Random(5)
    months = [DAY - timedelta(days=31 * back) for back in range(4)]
    made = [
        (month + timedelta(hours=n), answered(draw.choice(KEYS[:5]), draw.choice(
            ("advised", "defensible", "unwise")), draw.choice((20, 60, 95))))
        for month in months
        for n in range(6)
    ]  # fmt: skip

    def kept(folder: Path, order: list[datetime]) -> Progress:
        for month in order:
            moments = iter([month, *(when for when, _ in made if when.month == month.month)] * 2)
            journal = PracticeJournal(folder, partial(next, moments))
            for when, one in made:
                if when.month == month.month:
                    assert isinstance(one.event, CardAnswered)
                    journal.record(one.event)
            journal.close()
        answers, damaged = read_practice(folder)
        assert damaged == ()
        assert len(answers) == len(made)
        return Progress(DECK, answers)

    first = kept(tmp_path / "a", months)
    second = kept(tmp_path / "b", months[::-1])
    assert [first.due_of(key) for key in KEYS] == [second.due_of(key) for key in KEYS]
    assert first.calibration == second.calibration


def test_another_edition_of_a_card_is_new() -> None:
    known = answered(when=DAY)
    edited = answered(when=DAY, digest="f" * 12)
    assert Progress(DECK, [known]).due_of(KEYS[0]) is not None
    assert Progress(DECK, [edited]).due_of(KEYS[0]) is None
    tomorrow = DAY + timedelta(days=1)
    assert KEYS[0] in Progress(DECK, [edited]).due(tomorrow)
    assert KEYS[0] not in Progress(DECK, [answered(confidence=95)]).due(tomorrow)


def test_a_card_that_is_gone_troubles_nobody() -> None:
    progress = Progress(DECK, [answered("gone/card")])
    assert "gone/card" not in progress.due(DAY + timedelta(days=99))
    assert progress.strengths("practice") == ()
    assert sum(band.n for band in progress.calibration) == 1


# --- what is due


def test_a_newcomer_gets_five_minutes_of_cards_from_all_scenarios() -> None:
    due = Progress(DECK, ()).due(DAY)
    assert len(due) == ENOUGH_A_DAY
    assert len({key.partition("/")[0] for key in due[:5]}) == 5


def test_what_is_overdue_comes_first_and_the_day_has_an_end() -> None:
    first = DECK.in_turn(SCENARIO_IDS[0])[:3]
    answers = [answered(key, "unwise", when=DAY) for key in first]
    later = DAY + timedelta(days=2)
    due = Progress(DECK, answers).due(later)
    assert set(due[:3]) == set(first)
    assert len(due) == ENOUGH_A_DAY
    today = [answered(key, confidence=95, when=DAY) for key in Progress(DECK, ()).due(DAY)]
    assert Progress(DECK, today).due(DAY + timedelta(minutes=10)) == ()


def test_nothing_that_is_due_is_held_back_but_for_variants_of_the_same_day() -> None:
    answers = [answered(key, "unwise", when=DAY) for key in KEYS[:20]]
    due = Progress(DECK, answers).due(DAY + timedelta(days=3))
    assert set(families(due)) >= set(families(KEYS[:20]))


# --- calibration, strengths, days


def test_calibration_counts_how_often_one_was_right_by_how_sure_one_was() -> None:
    progress = Progress(
        DECK,
        [
            answered(confidence=20),
            answered(confidence=95),
            answered(verdict="unwise", confidence=95),
            answered(verdict="defensible", confidence=95),
            answered(verdict="unwise", confidence=60),
        ],
    )
    assert [(band.n, band.right) for band in progress.calibration] == [
        (1, 1), (0, 0), (1, 0), (0, 0), (3, 1),
    ]  # fmt: skip


def test_every_confidence_has_one_band() -> None:
    for percent in range(101):
        bands = Progress(DECK, [answered(confidence=percent)]).calibration
        assert [band.n for band in bands].count(1) == 1


def test_strengths_by_practice_and_by_persona_with_the_weakest_first() -> None:
    answers = [answered(key, "advised") for key in KEYS[:10]]
    answers += [answered(KEYS[0], "unwise"), answered(KEYS[0], "defensible")]
    for by in ("practice", "persona"):
        wanted: dict[str, list[int]] = {}
        for one in answers:
            event = one.event
            assert isinstance(event, CardAnswered)
            name = getattr(DECK.cards[event.card], by)
            if name is not None:
                tally = wanted.setdefault(name, [0, 0, 0])
                tally[0] += 1
                tally[1] += event.verdict == "advised"
                tally[2] += event.verdict == "defensible"
        found = Progress(DECK, answers).strengths(by)
        assert {one.name: [one.n, one.right, one.fair] for one in found} == wanted
        shares = [one.right / one.n for one in found]
        assert shares == sorted(shares)


def test_a_missed_day_takes_nothing_away() -> None:
    answers = [answered(when=DAY + timedelta(days=n)) for n in (0, 0, 1, 4, 20)]
    assert Progress(DECK, answers).days(DAY + timedelta(days=4)) == (3, 4)
    assert Progress(DECK, answers).days(DAY + timedelta(days=21)) == (1, 4)
    assert Progress(DECK, answers).days(DAY + timedelta(days=90)) == (0, 4)
    assert Progress(DECK, ()).days(DAY) == (0, 0)


def test_questions_walked_alone_are_not_cards() -> None:
    walked = AnswerCommitted(question="demo/where", digest="0" * 12, answer="A", confidence=95)
    progress = Progress(DECK, [PracticeAnswer(DAY, walked)])
    assert progress.answers == ()
    assert sum(band.n for band in progress.calibration) == 0


def test_every_card_of_the_deck_can_be_found_again() -> None:
    assert all(isinstance(DECK.cards[key], Card) for key in KEYS)
    assert len(KEYS) >= 40
