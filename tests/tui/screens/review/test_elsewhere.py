from __future__ import annotations

from pathlib import Path

import pytest

from mops_tui.tui.screens.review.elsewhere import folder_named


@pytest.mark.parametrize(
    "typed", ["", "a\0b", "~no-such-person-here/x", "\ud800", "reports", "First line, second line"]
)
def test_what_no_folder_can_be_called_is_none(typed: str) -> None:
    assert folder_named(typed) is None


def test_a_folder_of_ones_own_is_found() -> None:
    assert folder_named("~/reports") == Path.home() / "reports"
