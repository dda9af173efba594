"""The sessions of a trend, by number, day, title and file."""

from __future__ import annotations

from datetime import datetime, timedelta

from mops_tui.model.comparison.measures import TrendSession
from mops_tui.model.comparison.trend import trend
from mops_tui.words.comparison.moments import rehearsals_line, session_lines

START = datetime(2026, 1, 5, 9, 30)


def test_a_session_is_told_by_its_day_title_and_file_and_a_rehearsal_as_one() -> None:
    spring = TrendSession("a", "Spring", START, "live", 8, file="spring.toml")
    again = [
        TrendSession(str(n), "Dry run", START + timedelta(days=9, hours=n), "rehearsal", 1)
        for n in (1, 2)
    ]
    made = trend([(one, []) for one in (spring, *again)])
    assert session_lines(made) == [
        "Session 1: 2026-01-05, Spring, spring.toml, 8 people",
        "Session 2: 2026-01-14 10:30, Dry run, one person, a rehearsal",
        "Session 3: 2026-01-14 11:30, Dry run, one person, a rehearsal",
    ]
    assert rehearsals_line(made) == "2 of them are rehearsals: their people are simulated."
    assert rehearsals_line(trend([(spring, [])])) == ""
