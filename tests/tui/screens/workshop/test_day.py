"""What a day is made of, by its keys: silence, pairs, a break, and the reading back of owners."""

from __future__ import annotations

import pytest
from support.disks import Ticks
from support.narrow import the
from support.pages import with_question
from support.pilot import workshop
from support.sessions import header
from support.sessions import workshop as tiny

from mops_tui.model.session import commands as cmd
from mops_tui.model.session.state import View
from mops_tui.tui.screens.dialogs.forms import FormScreen
from mops_tui.tui.screens.workshop.workshop import WorkshopScreen

pytestmark = pytest.mark.slow


async def test_t_counts_silence_then_pairs_then_the_vote_and_pauses_what_runs() -> None:
    made = with_question(tiny(), "where", minutes=9.0, alone=1.0, in_pairs=2.0)
    async with workshop(at="demo/where", head=header(workshop=made)) as stage:
        clock = stage.room.session._clock
        assert isinstance(clock, Ticks)
        await stage.sees("First: one minute in silence.", "t counts it")
        await stage.press("t")
        await stage.sees("Everybody thinks alone.")
        assert the(stage.head.timer).of == "alone"
        await stage.press("t")
        await stage.until(lambda: not the(stage.head.timer).running)
        await stage.press("t")
        await stage.until(lambda: the(stage.head.timer).running)
        assert the(stage.head.timer).of == "alone"
        clock.t += 200
        await stage.press("t")
        await stage.until(lambda: the(stage.head.timer).of == "pairs")
        clock.t += 200
        await stage.press("t")
        await stage.until(lambda: the(stage.head.timer).of == "vote")
        await stage.sees("Now we vote.")


async def test_a_break_is_one_key_long_and_undo_leads_back_from_it() -> None:
    [scenario] = tiny().scenarios
    with_break = scenario.model_copy(update={"break_after": 10.0})
    made = tiny().model_copy(update={"scenarios": (with_break,)})
    decision = cmd.Show(View("decision", "demo"))
    async with workshop(decision, at="demo/where", head=header(workshop=made)) as stage:
        await stage.press("space", "space")
        await stage.sees("Back at ", "Break: 10 minutes.")
        await stage.press("u")
        await stage.until(lambda: stage.head.place.of == "decision")
        assert stage.head.timer is None
        await stage.press("space", "space", "space")
        await stage.until(lambda: stage.head.place.of not in ("decision", "break"))
        assert stage.head.timer is None


async def test_d_opens_the_decision_that_nobody_owns_while_owners_are_read_back() -> None:
    async with workshop(
        cmd.RecordDecision("d1", "demo", "Move", owner="Olu"),
        cmd.RecordDecision("d2", "demo", "Stay"),
        cmd.RecordDecision("d3", "demo", "Wait", owner="Ana"),
        cmd.Show(View("owners")),
        at="demo/where",
    ) as stage:
        await stage.sees("Owner: Olu", "No owner yet: press d")
        await stage.press("d")
        await stage.on(FormScreen)
        await stage.sees("Stay")
        await stage.press("enter", "enter")
        await stage.type("Ian")
        await stage.press("f2")
        await stage.on(WorkshopScreen)
        await stage.sees("Owner: Ian")
        assert stage.head.decisions["d2"].owner == "Ian"
        assert stage.head.view == View("owners")
        await stage.misses("No owner yet")
        await stage.press("d")
        await stage.on(FormScreen)
        await stage.sees("Wait")
