"""What somebody said stands between quotation marks of its own."""

from __future__ import annotations

from mops_tui.words.rehearsals.said import spoken


def test_marks_within_what_was_said_become_single_ones() -> None:
    assert spoken("“One in IT”. I moved from “No” to “Yes”.") == (
        "“‘One in IT’. I moved from ‘No’ to ‘Yes’.”"
    )
    assert spoken("\x1b[2JNo.") == "“No.”"
