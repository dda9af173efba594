"""Block letters: what can be set in them, how large it becomes, and what is left to plain text."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mops_tui.tui.letters.blocks import in_blocks
from mops_tui.tui.letters.font import LETTERS

WESTERN = "àáâãäåçèéêëìíîïñòóôõöùúûüýÿÀÁÂÃÄÅÇÈÉÊËÌÍÎÏÑÒÓÔÕÖÙÚÛÜÝŸßæøåÆØœŒ"
EASTERN = "ąćęłńśźżĄĆĘŁŃŚŹŻčďěňřšťůžČĎĚŇŘŠŤŮŽăâîșțĂÂÎȘȚőűŐŰğışĞİŞđĐ"
SIGNS = "0123456789 .,:;!?¡¿'\"‘’“”„«»()[]{}-–—_+−×÷=<>/\\|*%&#@$€£¥°·•…§"


def drawn(text: str) -> tuple[str, ...]:
    blocks = in_blocks(text, 10_000, 100)
    assert blocks is not None, text
    return blocks.rows


def test_every_letter_is_as_wide_in_each_of_its_rows_and_no_higher_than_the_line() -> None:
    for line in filter(None, LETTERS.split("\n")):
        character, *rows = line.split(" ")
        assert len(character) == 1, line
        assert {len(row) for row in rows} == {len(rows[0])}, line
        assert set("".join(rows)) <= {"#", "."}, line
        assert 3 <= len(rows) <= 9, line


@pytest.mark.parametrize("letters", [WESTERN, EASTERN, SIGNS])
def test_languages_in_latin_letters_have_all_of_theirs(letters: str) -> None:
    for letter in letters.replace(" ", ""):
        assert in_blocks(letter, 100, 10) is not None, letter


def test_no_two_letters_look_alike() -> None:
    seen: dict[tuple[str, ...], str] = {}
    for letter in (
        WESTERN + EASTERN + "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
    ):
        rows = drawn(letter)
        assert seen.setdefault(rows, letter) == letter, (letter, seen[rows])


def test_an_accent_is_the_same_whether_it_came_with_its_letter_or_after_it() -> None:
    assert drawn("é") == drawn(unicodedata.normalize("NFD", "é"))


@pytest.mark.parametrize("text", ["市場部", "Где MOps?", "Where? 🎯", "", "   ", "x" * 5_000, "ẍ̲"])
def test_what_the_typeface_does_not_have_is_left_to_plain_text(text: str) -> None:
    assert in_blocks(text, 100, 20) is None


def test_a_text_is_wrapped_between_words_into_lines_of_like_length() -> None:
    blocks = in_blocks("Pour ten points: how close should MOps sit to each room?", 112, 20)
    assert blocks is not None
    assert blocks.height == 14
    lengths = [max(map(len, blocks.rows[top : top + 5])) for top in (0, 5, 10)]
    assert max(lengths) - min(lengths) < 40


def test_a_word_that_is_longer_than_the_line_is_left_to_plain_text() -> None:
    assert in_blocks("Donaudampfschifffahrtsgesellschaft", 60, 20) is None
    assert in_blocks("Marketing Operations", 60, 20) is not None


def test_what_needs_more_rows_than_there_are_is_left_to_plain_text() -> None:
    assert in_blocks("one two", 20, 9) is not None
    assert in_blocks("one two", 20, 8) is None


@given(st.text(max_size=60), st.integers(1, 200), st.integers(1, 30))
def test_whatever_is_set_stays_within_its_room(text: str, width: int, height: int) -> None:
    blocks = in_blocks(text, width, height)
    if blocks is not None:
        assert blocks.width <= width
        assert 0 < blocks.height <= height
        assert set("".join(blocks.rows)) <= set("█▀▄ ")
