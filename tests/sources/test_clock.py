"""Session time never goes backwards, and sleeping counts once."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from mops_tui.sources.clock import running_clock, session_clock


def test_a_session_counts_from_its_opening_and_not_before_its_last_event() -> None:
    opened = datetime.now(UTC) - timedelta(seconds=100)
    assert session_clock(opened)() == pytest.approx(100, abs=2)
    assert session_clock(opened, floor=500)() == pytest.approx(500, abs=2)


def test_a_running_clock_knows_only_how_long_ago_it_stood_somewhere() -> None:
    assert running_clock(3600)() == pytest.approx(3600, abs=2)
    assert running_clock(3600, age=30)() == pytest.approx(3630, abs=2)
    assert running_clock(3600, age=-5)() >= 3600
