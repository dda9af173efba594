"""Days as they are said."""

from __future__ import annotations

from datetime import date, timedelta

from mops_tui.words.alone.days import day_words, weekday_words


def test_every_day_of_a_year_has_a_name() -> None:
    days = [date(2026, 1, 1) + timedelta(days=n) for n in range(365)]
    assert len({day_words(day) for day in days}) == 365
    assert [weekday_words(day) for day in days[:7]] == [f"{day:%A}" for day in days[:7]]
