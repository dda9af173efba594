from __future__ import annotations

import pytest

from mops_tui.model.text.limits import MOST_WORDS
from mops_tui.words.closing_kit.days import day_in_words, days_in_words, time_said_first


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2027-06-15", "15 June 2027"),
        ("2028-02-29", "29 February 2028"),
        ("", ""),
        ("after the fair", "after the fair"),
        ("2027-02-30", "2027-02-30"),
    ],
)
def test_a_day_reads_as_a_person_says_it(day: str, expected: str) -> None:
    assert day_in_words(day) == expected


def test_two_days_are_told_once_where_they_are_the_same() -> None:
    assert days_in_words("2027-06-15", "2027-06-15") == "15 June 2027"
    assert days_in_words("2027-06-15", "") == "15 June 2027"
    assert days_in_words("2027-06-15", "2027-06-16") == "15 June 2027 to 16 June 2027"


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("By Friday, ask them", "Friday"),
        ("bis Ende des Monats, fragen", "Ende des Monats"),
        ("until 1. March , ask", "1. March"),
        ("By moving all of it over, we save", ""),
        ("By Friday ask them", ""),
        ("By Friday,", ""),
    ],
)
def test_a_time_that_a_text_begins_with_is_told(text: str, time: str) -> None:
    assert time_said_first(text) == time


@pytest.mark.parametrize("letter", ["a", "田", "a.", "a ", "a, "])
def test_whatever_is_typed_behind_by_is_looked_at_once(letter: str) -> None:
    """A pattern that tries every way to part a long word would not end."""
    assert time_said_first("By " + letter * MOST_WORDS) in ("", "a")
