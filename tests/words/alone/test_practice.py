"""Practice in words: verdicts, confidence, when a card comes back."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from typing import Any, get_args

import pytest
from support.rehearsed import ours

from mops_tui.model.packs.cards import Verdict
from mops_tui.sources.practice.due import Due
from mops_tui.sources.practice.reviews import SURE
from mops_tui.words.alone.practice import (
    FIRMNESS,
    comes_back,
    confidence_steps,
    confidence_words,
    firmness_words,
    verdict_word,
    verdict_words,
)
from mops_tui.words.sources import source_names


def test_every_verdict_has_a_sentence() -> None:
    said = [verdict_words(verdict) for verdict in get_args(Verdict)]
    assert len(set(said)) == 3
    assert all(verdict_word(verdict) == verdict for verdict in get_args(Verdict))
    assert all(sentence.endswith(".") for sentence in said)


def test_two_advised_answers_are_both_owned_up_to() -> None:
    assert verdict_words("advised") == verdict_words("advised", 0) == "Advised here."
    assert verdict_words("advised", 1) == "Advised here, and so is one other."
    assert verdict_words("unwise", 2) == verdict_words("unwise")


@pytest.mark.parametrize("answers", [2, 3, 4, 5])
def test_the_lowest_step_is_chance_and_each_step_says_more_than_the_one_before(
    answers: int,
) -> None:
    steps = confidence_steps(answers)
    assert steps[0] == round(100 / answers)
    assert len(steps) == len(confidence_words()) == len(set(steps))
    assert list(steps) == sorted(steps)
    assert steps[-1] < 100


def test_sure_is_the_same_percentage_whatever_the_card_and_makes_an_advised_answer_easy() -> None:
    highest = {confidence_steps(answers)[-2:] for answers in (2, 3, 4, 5)}
    assert highest == {(SURE, 95)}
    assert all(step < SURE for answers in (2, 3, 4, 5) for step in confidence_steps(answers)[:-2])


def test_how_firmly_somebody_stands_by_an_answer_has_words_of_its_own() -> None:
    assert len(set(firmness_words())) == len(FIRMNESS) == len(confidence_words())
    assert not set(firmness_words()) & set(confidence_words())


EVENING = datetime(2026, 12, 11, 19, 5, tzinfo=timezone(timedelta(hours=1)))


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (0, "It is due now."),
        (1, "It comes back tomorrow."),
        (2, "It comes back on Sunday, 13 December."),
        (3, "It comes back on Monday, 14 December."),
        (13, "It comes back on Thursday, 24 December."),
        (14, "It comes back in 2 weeks, on 25 December."),
        (21, "It comes back in 3 weeks, on 1 January."),
        (33, "It comes back in about 5 weeks, on 13 January."),
        (90, "It comes back in about 13 weeks, on 11 March."),
    ],
)
def test_the_day_on_which_a_card_comes_back(days: int, words: str) -> None:
    assert comes_back(EVENING, Due(EVENING.date() + timedelta(days=days))) == words


def test_the_moment_at_which_a_card_comes_back_is_that_of_the_clock_on_the_wall() -> None:
    at = datetime(2026, 12, 11, 18, 15, tzinfo=UTC)
    assert comes_back(EVENING, Due(EVENING.date(), at)) == "It comes back at 19:15."
    assert comes_back(at, Due(at.date(), at)) == "It is due now."
    late = EVENING.replace(hour=23, minute=58)
    after = late + timedelta(minutes=10)
    assert comes_back(late, Due(after.date(), after)) == "It comes back tomorrow, at 0:08."


def test_sources_are_named_in_words_and_each_once() -> None:
    assert source_names(("P1", "P3")) == "Hwang, 2022"
    assert source_names(("P1", "C4")) == "Hwang, 2022; a report from the MO Pros camp, 2021"
    assert source_names(("R5", "R9")) == (
        "Gartner, 2019, as a consultant quotes it; "
        "a consultant, almost fifteen years in the field, after Sept. 2019"
    )
    assert source_names(()) == source_names(("?",)) == ""


def test_every_card_and_fact_that_comes_along_has_a_source_with_a_name() -> None:
    parts: list[Any] = [
        part
        for scenario in ours().scenarios.values()
        for part in (
            *scenario.cards,
            *(answer for card in scenario.cards for answer in card.answers),
            *(fact for question in scenario.questions for fact in question.facts),
        )
    ]
    keys = {key for part in parts for key in part.sources}
    assert keys
    assert [key for key in keys if not source_names((key,))] == []
