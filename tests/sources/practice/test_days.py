"""Calendar days of practice."""

from __future__ import annotations

from datetime import timedelta

from support.practised import DAY, DECK, answered

from mops_tui.sources.practice.progress import Progress


def test_a_missed_day_takes_nothing_away() -> None:
    answers = [answered(when=DAY + timedelta(days=n)) for n in (0, 0, 1, 4, 20)]
    assert Progress(DECK, answers).days(DAY + timedelta(days=4)) == (3, 4)
    assert Progress(DECK, answers).days(DAY + timedelta(days=21)) == (1, 4)
    assert Progress(DECK, answers).days(DAY + timedelta(days=90)) == (0, 4)
    assert Progress(DECK, ()).days(DAY) == (0, 0)
