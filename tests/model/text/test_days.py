"""A day as people type it, or no day."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mops_tui.model.text.days import day_meant, is_written_out, time_typed
from mops_tui.model.text.limits import MOST_WORDS

SINCE = "2026-11-02"


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2027-03-01", "2027-03-01"),
        (" 2027-3-1 ", "2027-03-01"),
        ("1 March", "2027-03-01"),
        ("1st of March", "2027-03-01"),
        ("march 1", "2027-03-01"),
        ("Mar. 1st, 2028", "2028-03-01"),
        ("1 Mar 2028", "2028-03-01"),
        ("1. March", "2027-03-01"),
        ("1.3.2027", "2027-03-01"),
        ("1.3.", "2027-03-01"),
        ("2 November", "2026-11-02"),
        ("1 November", "2027-11-01"),
        ("Monday 1 March", "2027-03-01"),
        ("Mon, 1 March.", "2027-03-01"),
        ("29 February", "2028-02-29"),
        ("2020-01-01", "2020-01-01"),
    ],
)
def test_a_day_is_understood_without_a_year_as_the_next_one(typed: str, day: str) -> None:
    assert day_meant(typed, SINCE) == day


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "next Friday",
        "Monday",
        "by Q2",
        "before Friday",
        "next week",
        "end of the week",
        "after the summer",
        "in 0 days",
        "in 9999 years",
        "end of year 9999",
        "the end of the next March",
        "3/1/2027",
        "01-03-2027",
        "30 February",
        "2027-02-30",
        "Tuesday 1 March",
        "2027",
        "March",
        "1 Marchmallow",
        "1 ma",
        "1 March or 8 March",
        "١ مارس",
        "1 March " + "x" * 10_000,
    ],
)
def test_words_and_what_could_be_two_days_are_no_day(typed: str) -> None:
    assert day_meant(typed, SINCE) == ""


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("Friday", "2026-11-06"),
        ("by Friday", "2026-11-06"),
        ("This Fri.", "2026-11-06"),
        ("by 1 March", "2027-03-01"),
        ("tomorrow", "2026-11-03"),
        ("in four weeks", "2026-11-30"),
        ("within 2 weeks", "2026-11-16"),
        ("in six months", "2027-05-02"),
        ("end of March", "2027-03-31"),
        ("by the end of March 2028", "2028-03-31"),
        ("end of November", "2026-11-30"),
        ("end of the month", "2026-11-30"),
        ("end of next month", "2026-12-31"),
        ("the end of the year", "2026-12-31"),
        ("end of next quarter", "2027-03-31"),
        ("Q2", "2027-06-30"),
        ("in Q4", "2026-12-31"),
        ("end of Q1 2028", "2028-03-31"),
    ],
)
def test_words_that_name_one_day_are_that_day_and_are_no_day_by_themselves(
    typed: str, day: str
) -> None:
    assert day_meant(typed, SINCE) == day
    assert is_written_out(typed) == typed.endswith("1 March")
    assert day_meant(typed, "") == ""


def test_a_month_later_is_its_last_day_where_it_is_shorter() -> None:
    assert day_meant("in a month", "2027-01-31") == "2027-02-28"
    assert is_written_out("Monday 1 March")


def test_a_day_without_a_year_is_none_where_nobody_knows_when_it_was_typed() -> None:
    assert day_meant("1 March", "") == ""
    assert day_meant("1 March 2027", "") == "2027-03-01"


@given(st.dates(date(1971, 1, 1), date(8000, 1, 1)), st.integers(0, 300))
def test_every_day_of_the_year_to_come_is_found_by_its_name(since: date, later: int) -> None:
    meant = since + timedelta(days=later)
    for typed in (f"{meant:%A} {meant.day} {meant:%B}", f"{meant:%b} {meant.day}", str(meant)):
        assert day_meant(typed, since.isoformat()) == meant.isoformat()


@given(st.text(max_size=80))
def test_whatever_is_typed_is_a_day_or_none(typed: str) -> None:
    found = day_meant(typed, SINCE)
    assert found == "" or date.fromisoformat(found)


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("By Friday, ask them", "by Friday"),
        ("bis Ende des Monats, fragen", "bis Ende des Monats"),
        ("until 1. March , ask", "until 1. March"),
        ("By moving all of it over, we save", ""),
        ("By Friday ask them", ""),
        ("By Friday,", ""),
        ("By Monday: ask them", "by Monday"),
        ("Write the list by 4 December", "by 4 December"),
        ("Write the list, by Friday.", "by Friday"),
        ("Write the list (by the end of March 2028)", "by the end of March 2028"),
        ("Liste schreiben bis 1. March", "bis 1. March"),
        ("Ask IT whether they can deliver, by Friday", "by Friday"),
        ("Ask IT whether they can deliver by Friday", ""),
        ("Have it signed by Helen", ""),
        ("Sell by May", ""),
        ("by Friday", ""),
        ("by", ""),
        ("Stand by", ""),
    ],
)
def test_a_time_that_a_text_begins_with_is_told(text: str, time: str) -> None:
    assert time_typed("", text) == time
    assert time_typed(" ", text) == time
    assert time_typed("in May", text) == "in May"


@given(st.lists(st.sampled_from(["by", "(by", "bis", "Friday", "1.", "March)", "ask,", "if"])))
def test_a_time_that_a_text_ends_with_is_a_day(words: list[str]) -> None:
    text = "Ask " + " ".join(words)
    if (time := time_typed("", text)) and not text.startswith(time):
        assert day_meant(time, "2024-02-29")
        assert time.split()[1] in text


@pytest.mark.parametrize("letter", ["a", "田", "a.", "a ", "a, "])
def test_whatever_is_typed_behind_by_is_looked_at_once(letter: str) -> None:
    """A pattern that tries every way to part a long word would not end."""
    assert time_typed("", "By " + letter * MOST_WORDS) in ("", "by a")
