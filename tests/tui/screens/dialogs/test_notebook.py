"""The notebook shows what was written whole, and marks where it cannot."""

from __future__ import annotations

import pytest

from mops_tui.tui.screens.dialogs.notebook import MOST, _option


@pytest.mark.parametrize("length", [1, 300, 301, MOST])
def test_a_company_or_a_note_as_long_as_people_write_stands_there_whole(length: int) -> None:
    assert str(_option("n", "Note", "x" * length).prompt).count("x") == length


def test_what_is_cut_says_so() -> None:
    shown = str(_option("n", "Note", "word " * MOST).prompt)
    assert shown.endswith("word…")
    assert len(shown) < MOST + 20
