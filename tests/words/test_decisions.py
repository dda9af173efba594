from __future__ import annotations

import pytest

from mops_tui.words.decisions import by_when


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("Friday", "by Friday"),
        (" 1 March ", "by 1 March"),
        ("after the summer", "after the summer"),
        ("By Easter", "By Easter"),
        ("  ", ""),
    ],
)
def test_a_time_that_says_when_by_itself_needs_no_by(typed: str, told: str) -> None:
    assert by_when(typed) == told
