from __future__ import annotations

import pytest

from mops_tui.words.closing_kit.days import day_in_words, days_in_words


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
