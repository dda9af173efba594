"""Text is fitted by size, then cut at a word; a word longer than a line is broken."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mops_tui.report.slides.fitting import (
    cut_text,
    fitted,
    fitted_line,
    height_of,
    lines_of,
    text_width,
    whole_ones,
)
from mops_tui.report.slides.parts import Paragraph, SlideBox

BOX = SlideBox(0, 0, 4, 1)


@given(st.text(max_size=300), st.floats(0.5, 12), st.sampled_from([14, 28]))
def test_no_line_is_wider_than_its_box(text: str, width: float, size: int) -> None:
    lines = lines_of(text, width, size)
    assert all(len(line) == 1 or text_width(line, size) <= width + 1e-6 for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())


@given(st.text(alphabet=st.sampled_from("ab cd\n.,"), max_size=300), st.integers(1, 4))
def test_a_cut_text_has_at_most_its_lines_and_begins_as_the_whole_does(
    text: str, most: int
) -> None:
    cut = cut_text(text, 2.0, 14, most)
    assert len(lines_of(cut, 2.0, 14)) <= most or cut == "…"
    assert text.startswith(cut) or cut.endswith("…")
    assert text.startswith(cut.removesuffix("…"))


def test_a_text_is_cut_at_a_word() -> None:
    assert cut_text("one two three four five six seven", 2.0, 14, 1) == "one two three…"


def test_what_fits_is_as_large_as_it_can_be() -> None:
    fit = fitted([Paragraph("Short")], BOX, (28, 20, 14))
    assert (fit.size, fit.cut) == (28, False)
    assert fitted([Paragraph("word " * 20)], BOX, (28, 20, 14)).size < 28


def test_texts_that_are_cut_share_the_room_and_short_ones_stay_whole() -> None:
    texts = [Paragraph("Ana", "Owner"), Paragraph("why " * 200, "Why")]
    fit = fitted(texts, SlideBox(0, 0, 4, 2), (14,))
    assert fit.cut
    assert fit.paragraphs[0] == texts[0]
    assert fit.paragraphs[1].label == "Why"
    assert fit.paragraphs[1].text.endswith("…")
    assert 1.6 < height_of(fit.paragraphs, 3.9, 14) <= 1.9


def test_what_has_no_room_is_counted() -> None:
    fit = fitted([Paragraph(f"Item {n}") for n in range(50)], BOX, (14,))
    assert fit.cut
    assert fit.paragraphs[-1].text == f"… and {50 - len(fit.paragraphs) + 1} more"


def test_a_sentence_is_cut_at_its_end_and_no_number_is_left_without_what_it_counts() -> None:
    text = "Since round 1, 93 of the 969 who answered both times changed their answer. 58 of the 93"
    for most in range(1, 4):
        for width in (2.0, 3.0, 4.0, 5.0, 6.0):
            cut = cut_text(f"{text} went to “On the line between them”.", width, 14, most)
            assert not cut.rstrip("… ").rpartition(" ")[2].isdigit(), cut
    assert cut_text(f"{text} went on.", 4.6, 14, 2).endswith("changed their answer. …")


@given(st.lists(st.sampled_from(["58", "of", "the", "93", "1,000", "went."]), max_size=60))
def test_no_cut_ends_in_a_number(words: list[str]) -> None:
    cut = cut_text("The room " + " ".join(words), 2.0, 14, 2)
    if cut.endswith("…"):
        assert not cut.rstrip("… ").rpartition(" ")[2].replace(",", "").isdigit()


def test_of_several_texts_as_many_are_whole_as_have_room() -> None:
    texts = [Paragraph(f"Item {n} of the list") for n in range(9)]
    fit = whole_ones(texts, BOX, (14,))
    assert fit.cut
    assert fit.paragraphs[:-1] == tuple(texts[: len(fit.paragraphs) - 1])
    assert fit.paragraphs[-1].text == f"… and {9 - len(fit.paragraphs) + 1} more"


@pytest.mark.parametrize("text", ["", "   ", "\n"])
def test_nothing_is_a_line_too(text: str) -> None:
    assert fitted_line(text, 3.0) == ("", 14, False)


@pytest.mark.parametrize("typed", [" ", "1 ", "\n"])
def test_a_text_that_ends_in_thousands_of_blanks_or_numbers_is_cut_at_once(typed: str) -> None:
    """A pattern that begins anew at each of them would take minutes."""
    cut = cut_text(f"We buy it {typed * 20_000}and say why.", 4, 18, 200)
    assert cut.startswith("We buy it")
    assert cut.endswith("…")


@pytest.mark.parametrize("typed", ["\n- ", ". "])
def test_a_text_of_signs_that_no_cut_ends_with_is_fitted_at_once(typed: str) -> None:
    """A text that does not grow would be cut anew for each of its lines, however many they are."""
    fit = fitted([Paragraph(typed * 3_000), Paragraph("Why")], BOX, (14,))
    assert fit.cut
    assert fit.paragraphs[-1].text == "Why"
