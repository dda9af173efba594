"""A list of home that goes on below its frame says so."""

from __future__ import annotations

from support.pilot import app_running
from textual.widgets import OptionList

from mops_tui.tui.screens.home.home import HomeScreen


async def test_a_small_window_says_how_much_of_a_list_is_below() -> None:
    async with app_running((80, 24)) as stage:
        await stage.on(HomeScreen)
        await stage.sees("Run a workshop")
        listed = stage.screen.query_one("#workshops", OptionList)
        below = listed.option_count - listed.size.height
        assert below > 0
        await stage.sees(f"{below} more below")
        await stage.press("end")
        await stage.misses("more below")
        await stage.press("home")
        await stage.sees(f"{below} more below")
        await stage.pilot.resize_terminal(120, 60)
        await stage.misses("more below")
