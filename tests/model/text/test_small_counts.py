"""A count of few people leaves a text; other numbers stay."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mops_tui.model.text.small_counts import without_small_counts

NINE = frozenset((8, 9))


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("We voted 7-2.", "We voted […]."),
        ("Move to IT (7 to 2)", "Move to IT ([…])"),
        ("Nine to two? Seven to two!", "Nine to two? […]!"),
        ("7:2 for growth", "[…] for growth"),
        ("7 – 2", "[…]"),
        ("7 of 9 want it", "[…] want it"),
        ("Six out of eight", "[…]"),
        ("Only one voted no", "Only […] voted no"),
        ("Two of us want IT", "[…] of us want IT"),
        ("2 were against it", "[…] were against it"),
        ("Two thirds of us agree", "[…] of us agree"),
        ("77 % voted for it", "[…] voted for it"),
        ("half of the room", "[…] of the room"),
        ("A majority of one", "[…]"),
        ("Zwei waren dagegen, vier stimmten dafür", "[…] waren dagegen, […] stimmten dafür"),
        ("Sieben zu zwei", "[…]"),
    ],
)
def test_few_people_are_not_counted(typed: str, told: str) -> None:
    assert without_small_counts(typed, NINE) == told


@pytest.mark.parametrize(
    "typed",
    [
        "Close 2 of 12 gaps in 2-3 weeks, by 3-4 March, at 9:30.",
        "Raise the budget by 10 % or two thirds of it.",
        "Hire two people and one architect; both teams move on 24/11.",
        "All 9 agree, and 30 of 40 voted for it.",
        "Phase 1 of 3. Option 2: two tools to one team.",
        "Is it one for all?",
    ],
)
def test_other_numbers_stay(typed: str) -> None:
    assert without_small_counts(typed, NINE) == typed


@given(st.text(max_size=40))
def test_nothing_else_of_a_text_changes(text: str) -> None:
    made = without_small_counts(text, NINE)
    assert made == text or "[…]" in made
