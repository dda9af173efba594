"""The agenda: go there, skip, catch up, and give the day more time."""

from __future__ import annotations

import pytest
from support.disks import Ticks
from support.pilot import workshop
from support.sessions import header
from support.sessions import workshop as tiny

from mops_tui.model.session import commands as cmd
from mops_tui.tui.screens.dialogs.agenda import AgendaScreen
from mops_tui.tui.screens.workshop.workshop import WorkshopScreen


@pytest.mark.slow
async def test_it_lists_every_question_and_enter_goes_there() -> None:
    async with workshop(at="demo/where") as stage:
        await stage.press("a")
        await stage.on(AgendaScreen)
        text = await stage.sees("▸ Where", "· Points", "Ideas", "Demo")
        assert text.index("Points") < text.index("Ready") < text.index("Waves")
        await stage.press("down", "down", "enter")
        await stage.on(WorkshopScreen)
        await stage.sees("How far along are you?")
        assert stage.head.place.name == "demo/ready"


@pytest.mark.slow
async def test_x_skips_and_takes_back() -> None:
    async with workshop(at="demo/where") as stage:
        await stage.press("a")
        await stage.on(AgendaScreen)
        await stage.press("down", "x")
        await stage.sees("skipped")
        assert stage.head.skipped == ("demo/points",)
        await stage.press("x")
        await stage.misses("skipped")
        assert not stage.head.skipped


@pytest.mark.slow
async def test_running_late_it_names_what_to_drop_and_c_does_it() -> None:
    async with workshop(at="demo/where") as stage:
        clock = stage.room.session._clock
        assert isinstance(clock, Ticks)
        clock.t = 36 * 60.0
        await stage.press("a")
        await stage.on(AgendaScreen)
        await stage.sees("Running late. To catch up, drop:", "36 of 40 minutes used")
        await stage.press("c")
        await stage.sees("dropped.")
        assert stage.head.skipped
        assert "demo/order" in stage.head.skipped  # the optional one goes first
        await stage.press("escape", "u")
        await stage.until(lambda: stage.head.skipped == ())


@pytest.mark.slow
async def test_five_minutes_more_and_fewer() -> None:
    async with workshop(at="demo/where") as stage:
        await stage.press("a")
        await stage.on(AgendaScreen)
        await stage.press("plus", "plus", "minus")
        await stage.sees("0 of 45 minutes used")
        assert stage.head.minutes == 45


async def test_nothing_to_drop_is_said() -> None:
    late = cmd.SetAgenda((), 500)
    async with workshop(late, at="demo/where") as stage:
        await stage.press("a")
        await stage.on(AgendaScreen)
        await stage.press("c")
        await stage.sees("There is nothing to drop.")


@pytest.mark.slow
async def test_a_break_stands_where_it_comes_stays_when_it_is_late_and_enter_goes_there() -> None:
    [scenario] = tiny().scenarios
    with_break = scenario.model_copy(update={"break_after": 10.0})
    head = header(workshop=tiny().model_copy(update={"scenarios": (with_break,)}))
    async with workshop(at="demo/where", head=head) as stage:
        clock = stage.room.session._clock
        assert isinstance(clock, Ticks)
        clock.t = 36 * 60.0
        await stage.press("a")
        await stage.on(AgendaScreen)
        await stage.sees("Break  10 min", "Breaks stay: 10 minutes.")
        await stage.press("end", "enter")
        await stage.on(WorkshopScreen)
        await stage.sees("Back at ", "Break: 10 minutes.")
        assert stage.head.timer is not None
