"""What the home screen says of a session in its list: whatever is cut, two stay apart."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from mops_tui.storage.sessions.summaries import SessionSummary
from mops_tui.tui.screens.home.lines import cut, session_line
from mops_tui.words.safe import cells

OPENED = datetime(2024, 1, 9, 12, tzinfo=UTC)
ONE = SessionSummary(
    Path("s.toml"), "s", "", OPENED, "rehearsal", "named", "", True, OPENED, OPENED, 9
)


@pytest.mark.parametrize("width", [30, 32, 40, 52])
@pytest.mark.parametrize("people", [(4, 40), (9, 1000)])
def test_two_sessions_of_one_workshop_are_told_apart(width: int, people: tuple[int, int]) -> None:
    titles = [f"Are we ready for the change that comes to all of us? ({n})" for n in people]
    lines = [session_line(replace(ONE, title=title), width).plain for title in titles]
    assert lines[0] != lines[1]
    for line, n in zip(lines, people, strict=True):
        assert cells(line) <= width
        assert line.startswith("● 01-09  rehearsal: ")
        assert line.endswith(f"… ({n})")


def test_two_days_of_one_title_are_told_apart_by_what_comes_first() -> None:
    lines = [
        session_line(replace(ONE, title="x" * 90, opened=OPENED.replace(day=day)), 32).plain[:7]
        for day in (9, 10)
    ]
    assert lines == ["● 01-09", "● 01-10"]


@pytest.mark.parametrize("title", ["", "x", "席" * 60, "No. (", "(4)", "a (" + "b" * 70 + ")"])
@pytest.mark.parametrize("width", [20, 33])
def test_whatever_a_title_is_it_fits(title: str, width: int) -> None:
    shown = cut(title, width)
    assert cells(shown) <= width
    assert shown == title or "…" in shown
