"""A trend on the screen: what it comes to in short, and each measure with its days and its ends."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from support.compared import SPELL, run, session, written
from support.pilot import app_running
from textual.widgets import OptionList

from mops_tui.model.comparison.decisions import DecisionHistory
from mops_tui.model.comparison.measures import measures, trend_session
from mops_tui.model.comparison.trend import Trend, trend
from mops_tui.storage.folders.places import places
from mops_tui.tui.destinations import ShowTrend
from mops_tui.tui.screens.home.home import HomeScreen
from mops_tui.tui.screens.replay.trend import TrendScreen, _heights, _plot
from mops_tui.words.comparison.course import trend_figures
from mops_tui.words.comparison.trend import trend_label, trend_value

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
        if "Decided most often" not in stage.text:
            await stage.press("space")
        await stage.sees("Decided most often")
        await stage.press("down")
        await stage.sees("Asked in all 7 sessions.", "●")
        assert "2026-01-05" in stage.text.split("Asked in all")[1]
        assert not [line for line in stage.text.split("\n") if len(line) > size[0]]


async def test_what_each_session_decided_otherwise_was_decided_most_often_by_none() -> None:
    said = tuple((one,) for one in ("Move", "Stay", "Wait"))
    otherwise = DecisionHistory("s", "Where to?", said, (True,) * 3)
    found = replace(sevens(), decisions=(otherwise,))
    async with app_running((120, 40)) as stage:
        stage.app.push_screen(TrendScreen(found))
        await stage.sees("Decided differently each time")
        await stage.sees("“Move”, “Stay” and “Wait”")
        assert "Decided most often" not in stage.text


async def test_a_trend_of_nothing_is_shown_too() -> None:
    async with app_running(start=ShowTrend(trend([]), ("x.toml is empty.",))) as stage:
        await stage.on(TrendScreen)
        await stage.sees("x.toml is empty.")


async def test_home_opens_the_trend_of_all_its_sessions(home: Path) -> None:
    written(places().sessions, 1, 2)
    async with app_running() as stage:
        await stage.sees("rehearsal:")
        await stage.press("t")
        await stage.on(TrendScreen)
        await stage.sees("The trend of 2 sessions")
        await stage.press("escape")
        await stage.on(HomeScreen)


async def test_home_without_a_session_has_no_trend(home: Path) -> None:
    async with app_running() as stage:
        await stage.on(HomeScreen)
        await stage.press("t")
        await stage.sees("There is no session yet.")


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_no_name_and_no_figure_is_cut(size: tuple[int, int]) -> None:
    one = session(run(7, "full-walk", people=9))
    made = trend([(trend_session(one), measures(one))])
    async with app_running(size) as stage:
        stage.app.push_screen(TrendScreen(made))
        await stage.on(TrendScreen)
        options = stage.screen.query_one(OptionList)
        shown = "\n".join(str(option.prompt) for option in options.options)
        said = " ".join(shown.split())
        assert "…" not in shown
        for line in made.lines:
            assert trend_label(line) in said
            assert trend_figures(line) in said


def test_the_names_of_steps_stand_on_rows_of_their_own() -> None:
    one = session(run(7, "full-walk", people=9))
    [roti] = [
        line
        for line in trend([(trend_session(one), measures(one))]).lines
        if line.key == "closing/roti" and line.unit == "step"
    ]
    for rows in range(1, 8):
        heights = _heights(roti, 0, 4, 1, rows)
        assert len(heights) <= max(2, rows)


def test_a_dot_stands_in_the_row_of_the_tick_that_names_it() -> None:
    # 3 of 7 reads 43 %, as does the tick in the middle of 30 to 55 %.
    made = trend([(trend_session(s), measures(s)) for s in (session(run(1)),)])
    one = next(line for line in made.lines if line.unit == "share" and line.key == SPELL)
    days = [trend_session(session(run(1))).opened] * 7
    for value in (3 / 7, 0.425, 0.3, 0.5):
        for rows in range(6, 20):
            made_of = replace(one, values=(value,) * 7, ns=(7,) * 7, short=(None,) * 7)
            canvas = _plot(days, made_of, made_of.firm, 70, rows)
            drawn = ["".join(part[0] for part in canvas.runs(y)) for y in range(canvas.height)]
            named = [row for row in drawn if f"{trend_value(made_of, value)} ┤" in row]
            assert all("●" in row for row in named)
