"""A facilitator types what the room says; the line is read as meant or named as unclear."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mops_tui.model.session.callouts import CallOut, LineFlaw, applied, numbers_of, read_line

NAMES = (("marketing", "Nearer Marketing"), ("it", "Nearer IT"), ("revops", "RevOps"))


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("5 marketing, 3 it", [("marketing", 5, False), ("it", 3, False)]),
        ("marketing 5; it: 3", [("marketing", 5, False), ("it", 3, False)]),
        ("+1 r", [("revops", 1, True)]),
        ("-2 IT", [("it", -2, True)]),
        ("3x #2", [("it", 3, False)]),
        ("3 2, 1 3", [("it", 3, False), ("revops", 1, False)]),
        ("  ", []),
    ],
)
def test_counts_and_names_come_in_either_order(
    line: str, expected: list[tuple[str, int, bool]]
) -> None:
    assert read_line(line, NAMES) == tuple(CallOut(*part) for part in expected)


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("5 near", "callout-ambiguous"),
        ("5 finance", "callout-unknown"),
        ("marketing", "callout-no-count"),
        ("2 #9", "callout-unknown"),
    ],
)
def test_an_unclear_part_is_named(line: str, code: str) -> None:
    flaw = read_line(line, NAMES)
    assert isinstance(flaw, LineFlaw)
    assert flaw.code == code


@given(st.text(max_size=60))
def test_any_line_is_read_or_named(line: str) -> None:
    assert isinstance(read_line(line, NAMES), tuple | LineFlaw)


def test_named_counts_are_set_and_signed_ones_added() -> None:
    cells = (("", "it", 2), ("", "revops", 1))
    calls = (CallOut("it", 5, False), CallOut("revops", -1, True))
    assert applied(cells, "", calls) == (("", "it", 5),)


def test_a_number_of_five_thousand_digits_is_only_a_flaw() -> None:
    for line in ("9" * 5000 + " alpha", "alpha " + "9" * 5000):
        assert isinstance(read_line(line, NAMES), LineFlaw)


def test_and_stands_for_a_comma_and_a_missing_one_is_told() -> None:
    calls = read_line("2 mar and 3 it", NAMES)
    assert not isinstance(calls, LineFlaw)
    assert [(call.category, call.count) for call in calls] == [("marketing", 2), ("it", 3)]
    assert read_line("2 mar 3 it", NAMES) == LineFlaw("callout-no-comma", "mar 3 it")


def test_an_answer_that_stands_there_twice_is_asked_about() -> None:
    assert read_line("2 mar, 3 mar", NAMES) == LineFlaw("callout-twice", "mar")


POSITIONS = tuple(
    zip(
        ("-2", "-1", "0", "1", "2", "-2", "2"),
        ("left", "rather left", "middle", "rather right", "right", "the wiring", "the story"),
        strict=True,
    )
)


def test_a_position_is_called_by_its_place_from_the_left_and_never_by_its_id() -> None:
    calls = read_line("1 2, 2 5, 1 story", POSITIONS[:-1])
    assert isinstance(calls, LineFlaw)  # "story" is not there
    assert read_line("1 2, 2 5", POSITIONS) == (CallOut("-1", 1, False), CallOut("2", 2, False))
    assert read_line("3 left", POSITIONS) == (CallOut("-2", 3, False),)
    assert read_line("3 0", POSITIONS) == LineFlaw("callout-unknown", "0")
    assert read_line("3 rather", POSITIONS) == LineFlaw("callout-ambiguous", "rather")
    assert read_line("3 left, 2 wiring", POSITIONS) == LineFlaw("callout-twice", "wiring")


def test_a_scale_with_numbers_of_its_own_is_called_by_them() -> None:
    levels = (("0", "0 · Time lost"), ("1", "1 · A little"), ("2", "2 · Fair"))
    assert read_line("4 0, 1 2", levels) == (CallOut("0", 4, False), CallOut("2", 1, False))
    assert numbers_of(["low", "high"]) == {"1": "low", "2": "high"}


def test_a_number_that_may_mean_two_answers_is_asked_about() -> None:
    days = (("long", "5 days"), ("short", "1 day"))
    assert read_line("3 1", days) == LineFlaw("callout-ambiguous", "1")
    assert read_line("3 5", days) == (CallOut("long", 3, False),)


def test_thousands_of_blanks_are_one() -> None:
    assert read_line(f"Marketing{' ' * 20_000}4", NAMES) == read_line("Marketing 4", NAMES)
    assert isinstance(read_line(" x " * 5_000, NAMES), LineFlaw)
