"""What may be a name is found for a person to look at; ordinary words are not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mops_tui.model.people.near_names import MayName, NearNames

NAMES = ("Tomas Lind", "Priya Raman", "Ann Lee", "Zoë Müller-O’Brien")
NEAR = NearNames(NAMES, "You mark the grid, and ask Sales.")


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("T.", "Tomas Lind"),
        ("Thomas", "Tomas Lind"),
        ("Tommy", "Tomas Lind"),
        ("tlind", "Tomas Lind"),
        ("tomasl", "Tomas Lind"),
        ("PR", "Priya Raman"),
        ("Priiya", "Priya Raman"),
        ("Prya", "Priya Raman"),
        ("praman", "Priya Raman"),
        ("Annie", "Ann Lee"),
        ("zmo", "Zoë Müller-O’Brien"),
        ("Möller", "Zoë Müller-O’Brien"),
    ],
)
def test_what_may_be_a_name_is_found_with_whose(written: str, name: str) -> None:
    assert list(NEAR.found(f"so {written} says")) == [MayName(written, name)]


def test_ordinary_words_are_nobody() -> None:
    told = "Plan B. In the U.S. we priced it: Prime, Price, Priority. Sales and Market, e.g. there."
    assert list(NEAR.found(told)) == []
    assert list(NearNames(()).found("T. and Tommy")) == []


@given(st.text(max_size=40))
def test_whatever_is_typed_what_is_found_stands_in_it(text: str) -> None:
    for one in NEAR.found(text):
        assert one.written in text
        assert one.name in NAMES


def test_a_word_without_an_end_is_nobody() -> None:
    """Without each of its letters it would be ten thousand words of ten thousand letters."""
    assert not [*NEAR.found("T" + "omas" * 10_000)]
