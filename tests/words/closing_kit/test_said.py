from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.examples import examples

from mops_tui.words.closing_kit.said import cut_said, rest_words
from mops_tui.words.safe import cells

TOM = "Tom chose “Stay”: “Nothing big has failed for two years, so why would we.”"
LU = "Lu chose “Desks”: “Most of our waiting happens between two floors.”"


def test_what_fits_stays() -> None:
    assert cut_said("Tom would wait.", 40, ("Tom",), rest_words) == "Tom would wait."


def test_what_is_said_word_for_word_goes_and_who_said_it_stays() -> None:
    told = cut_said(f"{TOM} {LU} 2 more saw it otherwise.", 95, ("Tom", "Lu"), rest_words)
    assert told == "Tom chose “Stay”: “…” Lu chose “Desks”: “…” 2 more saw it otherwise."


def test_the_first_words_of_somebody_stay_as_long_as_there_is_room() -> None:
    assert cut_said(f"{TOM} {LU}", 110) == f"{TOM} Lu chose “Desks”: “…”"


def test_who_falls_off_is_named_and_a_count_at_the_end_stays() -> None:
    long = "Tom would wait until the budget is known and the new year has begun for all of us. "
    told = cut_said(
        f"{long}Lu would wait as well, if only for the desks. Three more agree with them.",
        130,
        ("Tom", "Lu"),
        rest_words,
    )
    assert told.endswith("Three more agree with them. More below, also of Lu.")
    assert told.startswith("Tom would wait")
    assert cells(told) <= 130


@pytest.mark.parametrize(
    ("names", "brief", "expected"),
    [
        ((), False, "More below."),
        (("Lu",), True, "More in the whole report, also of Lu."),
        (("Lu", "Tom", "Ann"), False, "More below, also of Lu and two more."),
    ],
)
def test_where_the_rest_is(names: Sequence[str], brief: bool, expected: str) -> None:
    assert rest_words(names, brief=brief) == expected


@examples(20)
@given(
    st.lists(st.sampled_from((TOM, LU, "word " * 30, "営業" * 40, "2 more.", "“x")), max_size=8),
    st.integers(46, 300),
)
def test_it_never_takes_more_cells_than_it_may(texts: list[str], most: int) -> None:
    assert cells(cut_said(" ".join(texts), most, ("Tom", "Lu"), rest_words)) <= most
