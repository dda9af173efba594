"""How well rooms were predicted, in words: nothing of fewer than five, and figures that add up."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mops_tui.sources.practice.predicting import Pool
from mops_tui.words.alone.predicting import (
    average_words,
    left_out_words,
    nothing_words,
    waiting_words,
)


def test_there_is_no_average_of_fewer_than_five() -> None:
    assert average_words([]) == ()
    assert average_words([90]) == ("4 more predictions, and there is an average.",)
    assert average_words([90] * 4) == ("1 more prediction, and there is an average.",)


def test_the_average_and_the_way_so_far_are_told_five_by_five() -> None:
    assert average_words([50, 60, 70, 80, 90]) == (
        "In 5 predictions you placed 70 % of the votes right on average.",
    )
    assert average_words([50] * 5 + [70] * 5 + [100]) == (
        "In 11 predictions you placed 64 % of the votes right on average.",
        "Your average over each five, the latest last: 50 % · 70 %",
    )


@given(st.lists(st.integers(0, 100), max_size=40))
def test_the_average_is_within_what_was_scored(scores: list[int]) -> None:
    for line in average_words(scores):
        assert "%" in line or len(scores) < 5


@pytest.mark.parametrize(
    ("pool", "words"),
    [
        (Pool(), "No room of yours has answered a question yet, with three votes or more."),
        (Pool(predicted=1), "You have predicted the one question that your rooms have answered."),
        (Pool(predicted=7), "You have predicted all 7 questions that your rooms have answered."),
    ],
)
def test_where_there_is_nothing_it_says_why_and_how_to_get_something(
    pool: Pool, words: str
) -> None:
    why, how = nothing_words(pool)
    assert why == words
    assert "rehearse one with a simulated room" in how


def test_what_was_not_looked_at_is_not_counted() -> None:
    assert waiting_words(3, Pool()) == ("3 more questions wait.",)
    assert waiting_words(3, Pool(more=True)) == ("More questions wait for you.",)
    assert waiting_words(0, Pool()) == ()
    assert left_out_words(Pool(unread=1, unsure=2, older=True)) == (
        "1 session is left out: it cannot be read.",
        "2 sessions are left out: something in them is lost, changed by hand, or newer.",
        "Older sessions were not looked at.",
    )
