"""What there is to practise today, in words."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from mops_tui.sources.practice.schedule import Today
from mops_tui.words.alone.today import about_today, today_sentences

NOW = datetime(2026, 12, 11, 8, 14, tzinfo=UTC)
NOTHING = Today(due=(), new=(), changed=0, later=(), after=None, more=(), mix=())
SOON = NOW + timedelta(minutes=10)


@pytest.mark.parametrize(
    ("today", "words"),
    [
        (NOTHING, ("Nothing is due.",)),
        (replace(NOTHING, new=("a",)), ("1 new card for today: about 1 min.",)),
        (replace(NOTHING, new=("a",) * 7), ("7 new cards for today: about 5 min.",)),
        (replace(NOTHING, due=("a",)), ("1 card is due: about 1 min.",)),
        (replace(NOTHING, due=("a",) * 60), ("60 cards are due: about 42 min.",)),
        (
            replace(NOTHING, due=("a",) * 3, new=("b",) * 4),
            ("7 cards for today, about 5 min. Due: 3. New: 4.",),
        ),
        (
            replace(NOTHING, due=("a",), later=(SOON,)),
            ("1 card is due: about 1 min.", "1 more comes back at 8:24."),
        ),
        (
            replace(NOTHING, new=("a",), later=(SOON, SOON)),
            ("1 new card for today: about 1 min.", "2 more come back today, the first at 8:24."),
        ),
        (
            replace(NOTHING, later=(SOON,)),
            ("Nothing is due now. 1 card comes back at 8:24.",),
        ),
        (
            replace(NOTHING, later=(SOON, SOON)),
            ("Nothing is due now. 2 cards come back, the first at 8:24.",),
        ),
        (
            replace(NOTHING, after=(date(2026, 12, 12), 1)),
            ("Nothing more is due today. 1 card comes back tomorrow.",),
        ),
        (
            replace(NOTHING, after=(date(2026, 12, 14), 3)),
            ("Nothing more is due today. 3 cards come back on Monday, 14 December.",),
        ),
    ],
)
def test_what_waits_now_and_what_comes_next_is_said(today: Today, words: tuple[str, ...]) -> None:
    assert today_sentences(today, NOW) == words


def test_why_these_cards_are_for_today_is_said() -> None:
    new = replace(NOTHING, new=("a",) * 3)
    assert about_today(new) == "Nothing is due, so these cards are new: up to seven a day."
    changed = about_today(replace(new, changed=2))
    assert "2 of them are companies that you have met, with one fact changed." in changed
    assert "most overdue first" in about_today(replace(NOTHING, due=("a",)))
