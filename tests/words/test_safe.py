from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from mops_tui.words.safe import cells, lines_joined, safe

anything = st.text(st.characters(codec=None), max_size=60)
PIECES = (
    *("\x1b[31m", "\x1b]0;x\x07", "\x9b2J", "\x00", "\ud800", "\r\n", "\u2028", "\u202e"),
    *("\u2066", "\u200d", "\ufe0f", "\u0301", "👨\u200d👩\u200d👧", "👍🏽", "🇷🇴", "漢", "é"),
    *("[red]", "# ", "a", " "),
)
hostile = st.lists(st.sampled_from(PIECES)).map("".join)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ana", "Ana"),
        ("\x1b[31mred\x1b[0m", "red"),
        ("\x1b]0;title\x07name", "name"),
        ("\x1b]8;;http://x\x1b\\link\x1b]8;;\x1b\\", "link"),
        ("\x1b]never ends", "never ends"),
        ("a\x9b2Jb", "ab"),
        ("two\r\nlines\nhere", "two lines here"),
        ("a\tb", "a b"),
        ("a\u2028b", "a b"),
        ("\u202eevil\u202c", "evil"),
        ("👨\u200d👩\u200d👧", "👨👩👧"),
        ("❤\ufe0f", "❤"),
        ("👍🏽", "👍"),
        ("🇷🇴", "RO"),
        ("a\ud800b", "a\ufffdb"),
        ("e\u0301", "é"),
        ("\u0301x", "x"),
        ("x" + "\u0336" * 50, "x" + "\u0336" * 2),
        ("[/ hi [b", "[/ hi [b"),
        ("Ion\u00a0Pop", "Ion Pop"),
        ("soft\u00adhyphen", "softhyphen"),
    ],
)
def test_examples(text: str, expected: str) -> None:
    assert safe(text) == expected


def test_line_breaks_can_be_kept() -> None:
    assert safe("a\r\nb\u2029c\x0bd", keep=True) == "a\nb\nc\nd"


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("abcdef", 6, "abcdef"),
        ("abcdef", 5, "abcd…"),
        ("abcdef", 1, "…"),
        ("abcdef", 0, ""),
        ("漢字漢字", 8, "漢字漢字"),
        ("漢字漢字", 6, "漢字…"),
        ("漢字漢字", 2, "…"),
        ("漢", 1, "…"),
        ("", 0, ""),
        ("x" * 10_000, 3, "xx…"),
        ("\u202e" * 10_000 + "x", 3, ""),
    ],
)
def test_cutting(text: str, width: int, expected: str) -> None:
    assert safe(text, width) == expected


@given(anything | hostile)
def test_nothing_dangerous_is_left(text: str) -> None:
    made = safe(text)
    assert not {unicodedata.category(c) for c in made} & {"Cc", "Cf", "Cs", "Cn", "Me", "Zl", "Zp"}
    assert not re.search(r"[\ufe00-\ufe0f\U0001f1e6-\U0001f1ff]", made)
    made.encode()


@given(anything | hostile)
def test_once_is_enough(text: str) -> None:
    assert safe(safe(text)) == safe(text)


@given(anything | hostile, st.integers(0, 30))
def test_it_fits(text: str, width: int) -> None:
    made = safe(text, width)
    assert cells(made) <= width
    assert safe(made, width) == made


@given(anything | hostile)
def test_the_terminal_library_counts_the_same_cells(text: str) -> None:
    made = safe(text)
    assert cells(made) == cell_len(made)


@pytest.mark.slow
def test_every_character_has_the_width_that_the_library_gives_it() -> None:
    """All at once, each behind a letter that no mark melts into; controls could eat the next."""
    every = [chr(code) for code in range(0x110000) if chr(code) != "q"]
    others = [c for c in every if unicodedata.category(c) != "Cc"]
    _nothing, *together = safe("".join("q" + c for c in others)).split("q")
    assert len(together) == len(others)
    made = {*together, *(safe("q" + c)[1:] for c in every if unicodedata.category(c) == "Cc")}
    assert len(made) > 100_000
    assert [ascii(c) for c in made if cells("q" + c) != cell_len("q" + c)] == []


@given(st.text(st.characters(min_codepoint=32, max_codepoint=126)))
def test_plain_text_is_left_alone(text: str) -> None:
    assert safe(text) == text


def test_a_dot_parts_what_was_typed_in_lines() -> None:
    typed = "The budget follows.\n\n \x1b[31mNobody asked.\r\n"
    assert lines_joined(typed) == "The budget follows. · Nobody asked."
    assert lines_joined(typed, 21) == "The budget follows. …"
    assert lines_joined("\n ") == ""
