"""The report as it reads: no mark of Markdown is left, and what was typed is letter for letter."""

from __future__ import annotations

from hypothesis import given
from support.journals import texts

from mops_tui.report.markup import bullets, heading, table, text
from mops_tui.tui.screens.review.plain import plain_lines
from mops_tui.words.safe import in_one_line, safe


def test_marks_are_gone() -> None:
    markdown = "\n".join(
        [
            *heading(2, "A *b*"),
            *bullets([f"**{text('Owner')}:** {text('M_x')}"]),
            "> **That is missing.**",
            "",
            *table(("What", "Who"), [("Do | it", "Ana\nIan")]),
            "```",
            "a ## 3",
            "```",
        ]
    )
    assert plain_lines(markdown, 40).plain.split("\n") == [
        "A *b*",
        "",
        "· Owner: M_x",
        "",
        "That is missing.",
        "",
        "What     Who",
        "──────────────────",
        "Do | it  Ana / Ian",
        "",
        "a ## 3",
    ]


@given(texts)
def test_what_was_typed_stands_there_as_it_was_typed(typed: str) -> None:
    shown = plain_lines("\n".join(bullets([f"**{text(typed)}**"])), 999).plain
    assert in_one_line(typed).split() == shown.removeprefix("· ").split() or not safe(typed).strip()
