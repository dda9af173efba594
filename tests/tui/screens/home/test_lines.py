"""The lines of the two lists at home: in their cells, told apart, with their day."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from support.replays import keep

from mops_tui.storage.packs.summaries import PackSummary
from mops_tui.storage.sessions.summaries import summary_of
from mops_tui.tui.screens.home.lines import session_lines, workshop_lines

LONG = "The way in which our people work together every day, number "


@pytest.mark.parametrize("width", [30, 50])
def test_workshops_whose_titles_begin_alike_are_told_apart(width: int) -> None:
    packs = [
        PackSummary(Path(f"{n}.toml"), f"w{n}", "workshop", f"{LONG}{n}", "", 30, n > 1)
        for n in (1, 2, 3)
    ]
    lines = [line.plain for line in workshop_lines(packs, width)]
    assert len(set(lines)) == 3
    assert max(map(len, lines)) <= width
    assert all(line.endswith("yours") for line in lines[1:])


def test_titles_stand_below_each_other_however_long_a_workshop_takes() -> None:
    packs = [PackSummary(Path("a"), "w", "workshop", "Title", "", n, False) for n in (5, 45, 240)]
    lines = [line.plain for line in workshop_lines(packs, 30)]
    assert lines == ["  5 min Title", " 45 min Title", "240 min Title"]
    assert workshop_lines([], 30) == []


@pytest.mark.parametrize("width", [30, 50])
def test_a_session_keeps_its_day_behind_a_title_that_tells_it_apart(
    tmp_path: Path, width: int
) -> None:
    found = summary_of(keep(tmp_path / "s.toml"))
    assert found is not None
    opened = datetime(2025, 3, 9, 12, tzinfo=UTC)
    sessions = [replace(found, title=f"{LONG}{n}", opened=opened) for n in (1, 2)]
    one, other = (line.plain for line in session_lines(sessions, width))
    assert one != other
    assert one.rstrip().endswith("03-09")
    assert max(len(one), len(other)) <= width
