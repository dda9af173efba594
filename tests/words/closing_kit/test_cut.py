from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mops_tui.words.closing_kit.cut import cut, cut_lines
from mops_tui.words.safe import cells, in_one_line


@pytest.mark.parametrize(
    ("text", "most", "expected"),
    [
        ("We stay in Marketing", 20, "We stay in Marketing"),
        ("We stay in Marketing", 19, "We stay in…"),
        ("We stay in Marketing, for now", 24, "We stay in Marketing…"),
        ("It is near. It is ours. It is cheap.", 30, "It is near. It is ours. …"),
        ("Donaudampfschifffahrtsgesellschaft", 12, "Donaudampfs…"),
        ("two\nlines", 30, "two lines"),
        ("", 30, ""),
    ],
)
def test_a_long_text_ends_at_a_sentence_or_a_word(text: str, most: int, expected: str) -> None:
    assert cut(text, most) == expected


@given(st.text(), st.integers(3, 60))
def test_nothing_is_longer_than_its_room_and_what_is_cut_is_seen_to_be(
    text: str, most: int
) -> None:
    shown, whole = cut(text, most), in_one_line(text)
    assert cells(shown) <= most
    assert shown == whole or shown.endswith("…")


@pytest.mark.parametrize(
    ("text", "most", "expected"),
    [
        ("We move.\nPriya leads it.", 200, "We move.\nPriya leads it."),
        ("One\n\nTwo\n\n", 200, "One\n\nTwo"),
        ("One\nTwo\nThree", 100, "One\nTwo…"),
        ("", 100, ""),
    ],
)
def test_lines_stay_lines(text: str, most: int, expected: str) -> None:
    assert cut_lines(text, most) == expected


@given(st.text(), st.integers(50, 300))
def test_lines_that_are_cut_keep_within_their_room(text: str, most: int) -> None:
    kept = cut_lines(text, most)
    assert sum(map(cells, kept.split("\n"))) <= most + 1
    assert len(kept.split("\n")) <= most // 50 + 1
    assert cut_lines(kept, 10_000) == kept.rstrip("\n")
