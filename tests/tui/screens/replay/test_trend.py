"""A trend on the screen: what it comes to in short, and each measure with its days and its ends."""

from __future__ import annotations

from datetime import timedelta

import pytest
from support.compared import run, session
from support.pilot import app_running

from mops_tui.model.comparison.measures import measures, trend_session
from mops_tui.model.comparison.trend import Trend, trend
from mops_tui.tui.destinations import ShowTrend
from mops_tui.tui.screens.replay.trend import TrendScreen

pytestmark = pytest.mark.slow


def sevens() -> Trend:
    """Seven sessions, a month between each."""
    each = []
    for number in range(7):
        one = session(run(number % 3 + 1))
        moved = type(one)(f"s{number}", one.title, one.opened + timedelta(days=30 * number),
                          one.state)  # fmt: skip
        each.append((trend_session(moved), measures(moved)))
    return trend(each)


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_a_measure_is_plotted_over_its_days(size: tuple[int, int]) -> None:
    async with app_running(size) as stage:
        stage.app.push_screen(TrendScreen(sevens(), ["x.toml is empty."]))
        await stage.on(TrendScreen)
        await stage.sees("The trend of 7 sessions, 2026-01-05 to 2026-07-04")
        await stage.sees("What changed most")
        await stage.press("space")
        await stage.sees("Decided most often")
        await stage.press("down")
        await stage.sees("Asked in all 7 sessions.")
        assert "●" in stage.text
        assert "2026-01-05" in stage.text.split("Asked in all")[1]
        assert not [line for line in stage.text.split("\n") if len(line) > size[0]]


async def test_a_trend_of_nothing_is_shown_too() -> None:
    async with app_running(start=ShowTrend(trend([]), ("x.toml is empty.",))) as stage:
        await stage.on(TrendScreen)
        await stage.sees("x.toml is empty.")
