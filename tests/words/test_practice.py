"""Practice in words: verdicts, confidence, when a card comes back."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any, get_args

import pytest
from support.rehearsed import ours

from mops_tui.model.packs.cards import Verdict
from mops_tui.sources.practice.calibration import BANDS
from mops_tui.sources.practice.schedule import SURE
from mops_tui.words.practice import (
    CONFIDENCES,
    comes_back,
    confidence_words,
    verdict_word,
    verdict_words,
)
from mops_tui.words.sources import source_names

NOW = datetime(2026, 11, 2, 9, 30, tzinfo=UTC)


def test_every_verdict_has_a_sentence() -> None:
    said = [verdict_words(verdict) for verdict in get_args(Verdict)]
    assert len(set(said)) == 3
    assert all(verdict_word(verdict) == verdict for verdict in get_args(Verdict))
    assert all(sentence.endswith(".") for sentence in said)


def test_two_advised_answers_are_both_owned_up_to() -> None:
    assert verdict_words("advised") == verdict_words("advised", 0) == "Advised here."
    assert verdict_words("advised", 1) == "Advised here, and so is one other."
    assert verdict_words("unwise", 2) == verdict_words("unwise")


def test_each_step_of_confidence_has_a_name_and_a_band_of_its_own() -> None:
    assert len(confidence_words()) == len(CONFIDENCES) == len(BANDS)
    bands = [next(b for b in BANDS if b[0] <= percent <= b[1]) for percent in CONFIDENCES]
    assert bands == list(BANDS)
    assert SURE in CONFIDENCES


@pytest.mark.parametrize(
    ("later", "words"),
    [
        (timedelta(minutes=10), "within the hour"),
        (timedelta(hours=5), "today"),
        (timedelta(days=1), "in 1 day."),
        (timedelta(days=8), "in 8 days."),
        (timedelta(minutes=-1), "within the hour"),
    ],
)
def test_when_a_card_comes_back(later: timedelta, words: str) -> None:
    assert words in comes_back(NOW, NOW + later)


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
