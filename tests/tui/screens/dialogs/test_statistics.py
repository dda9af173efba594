"""The statistics of a reveal: one key, a legend in plain words, and every way out."""

from __future__ import annotations

import pytest
from support.pilot import Stage, workshop

from mops_tui.model.session import commands as cmd
from mops_tui.model.session.ballots import Choice, Positions
from mops_tui.tui.screens.dialogs.statistics import StatisticsScreen
from mops_tui.tui.screens.workshop.workshop import WorkshopScreen

pytestmark = pytest.mark.slow

LEAN = tuple(
    cmd.CastVote("demo/lean", f"p{n}", Positions(("craft", "drive"), (at, 0)))
    for n, at in enumerate((-2, -1, 1), start=1)
)


async def opened(stage: Stage, key: str = "S") -> str:
    await stage.press(key)
    await stage.on(StatisticsScreen)
    return await stage.sees("Statistics")


@pytest.mark.parametrize("key", ["escape", "S", "space", "enter"])
async def test_one_key_opens_the_figures_and_these_close_them(key: str) -> None:
    async with workshop(*LEAN, cmd.Reveal("demo/lean"), at="demo/lean") as stage:
        text = await opened(stage)
        assert "round 1" in text
        assert "median" in text
        await stage.press(key)
        await stage.on(WorkshopScreen)


async def test_two_answers_have_no_figures() -> None:
    votes = [cmd.CastVote("demo/where", f"p{n}", Choice("a")) for n in (1, 2)]
    async with workshop(*votes, cmd.Reveal("demo/where"), at="demo/where") as stage:
        await opened(stage)
        await stage.sees("they take three answers or more")


async def test_before_the_reveal_the_key_does_nothing() -> None:
    async with workshop(*LEAN, at="demo/lean") as stage:
        await stage.press("S")
        await stage.on(WorkshopScreen)


async def test_a_click_on_a_tab_turns_the_page_and_on_the_last_opens_the_figures() -> None:
    async with workshop(*LEAN, cmd.Reveal("demo/lean"), at="demo/lean") as stage:
        text = await stage.sees("Talk", "Statistics")
        [row] = [line for line in text.splitlines() if "Statistics" in line]
        start = stage.screen.query_one("#pages").region.x
        await stage.pilot.click("#pages", offset=(row.index("Talk") - start, 0))
        await stage.until(lambda: stage.room.seen.look.page == "talk", "for the talk")
        await stage.pilot.click("#pages", offset=(row.index("Statistics") - start, 0))
        await stage.on(StatisticsScreen)
