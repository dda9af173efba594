"""Session time never goes backwards, and sleeping counts once."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta

import pytest

from mops_tui.sources.clock import running_clock, session_clock


def test_a_session_counts_from_its_opening_and_not_before_its_last_event() -> None:
    began = time.monotonic()
    opened = datetime.now(UTC) - timedelta(seconds=100)
    times = [session_clock(opened)(), session_clock(opened, floor=500)()]
    assert times == [since(100, began), since(500, began)]


def test_a_running_clock_knows_only_how_long_ago_it_stood_somewhere() -> None:
    began = time.monotonic()
    times = [running_clock(3600)(), running_clock(3600, age=30)(), running_clock(3600, age=-5)()]
    assert times == [since(3600, began), since(3630, began), since(3600, began)]


def since(t: float, began: float) -> object:
    """That time, or later by no more than has gone by since."""
    passed = time.monotonic() - began
    return pytest.approx(t + passed / 2, abs=passed / 2 + 0.01)
