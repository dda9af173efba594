from __future__ import annotations

import pytest

from mops_tui.words.results.quoting import ended, named, plain, quoted, titled
from mops_tui.words.safe import cells


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("Marketing", "Marketing"),
        ("RevOps", "RevOps"),
        ("Head of Sales", "“Head of Sales”"),
        ("R&D", "R&D"),
        ("No.", "“No”"),
        ("No", "“No”"),
        ("Yes!", "“Yes!”"),
        ("here?", "“here?”"),
        ("“quoted”", "“quoted”"),
        ('say "no" twice', "“say ‘no’ twice”"),
        ("“a” or “b”", "“‘a’ or ‘b’”"),
        ('“the "best" one”', "“‘the ‘best’ one’”"),
        ("No Idea", "“No Idea”"),
        ("All Of Us", "“All Of Us”"),
        ("We", "“We”"),
        ("Most", "“Most”"),
        ("3 People", "“3 People”"),
        ("はい。", "はい"),
        ("本当？", "“本当？”"),
        ("We did, in MOps", "“We did, in MOps”"),
        ("営業部", "営業部"),
        ("3", "“3”"),
        ("…", "“…”"),
        ("\u200b", "“…”"),
    ],
)
def test_a_name_stands_as_it_is_and_all_else_is_quoted(label: str, expected: str) -> None:
    assert named(label) == expected


def test_a_label_of_any_length_keeps_to_its_cells() -> None:
    assert cells(quoted("長い" * 100, 20)) <= 22
    assert cells(named("Xx " * 100, 20)) <= 22


def test_a_sentence_ends_once() -> None:
    assert ended("All 4 say “here?”.") == "All 4 say “here?”"
    assert ended("All 4 say “no”.") == "All 4 say “no”."
    assert ended("All 4 say “本当？”.") == "All 4 say “本当？”"
    assert ended("Skipped: Is it true?.") == "Skipped: Is it true?"
    assert ended("Skipped: No..") == "Skipped: No."
    assert ended("Skipped: Order.") == "Skipped: Order."


def test_a_title_leads_its_sentence_whatever_it_ends_with() -> None:
    assert titled("Ten points", "Sales leads.") == "Ten points: Sales leads."
    assert titled("Who would be CMO?", "Sales leads.") == "Who would be CMO? Sales leads."
    assert titled("Ten points.", "Sales leads.") == "Ten points: Sales leads."
    assert titled("Ten points", "") == ""
    assert titled("営業？", "Sales leads.") == "営業？ Sales leads."
    assert titled("はい。", "Sales leads.") == "はい: Sales leads."


@pytest.mark.parametrize(
    ("end", "expected"), [("technology", "technology"), ("3", "“3”"), ("-", "“-”")]
)
def test_the_end_of_an_axis_is_plain_where_it_is_words(end: str, expected: str) -> None:
    assert plain(end) == expected
