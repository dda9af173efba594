"""Cues open only once the room may see this screen; nothing of them is anywhere before."""

from __future__ import annotations

import pytest
from support.pilot import workshop
from support.sessions import workshop as tiny

from mops_tui.model.session import commands as cmd
from mops_tui.model.session.audience import visible
from mops_tui.model.session.ballots import Choice
from mops_tui.model.session.fold import fold
from mops_tui.storage.sessions import journal
from mops_tui.tui.screens.dialogs.confirm import ConfirmScreen
from mops_tui.tui.screens.workshop.cues import CuesScreen
from mops_tui.tui.screens.workshop.workshop import WorkshopScreen

pytestmark = pytest.mark.slow

HEAR = "Hear Mara Diaz (Alpha) and Ana Novak (Gamma) first."
AIM = "Whether anybody chose Gamma."
CUES = ("Ask the quiet ones first.", "Smile.")


async def test_it_asks_first_and_the_careful_answer_is_selected() -> None:
    async with workshop(at="demo/where") as stage:
        await stage.press("c")
        await stage.on(ConfirmScreen)
        text = await stage.sees("Show the cues here?", "on a projector that is")
        assert not any(cue in text for cue in CUES)
        await stage.press("enter")
        await stage.on(WorkshopScreen)
        assert not any(cue in stage.text for cue in CUES)
        await stage.press("c")
        await stage.on(ConfirmScreen)
        await stage.press("down", "enter")
        await stage.on(CuesScreen)
        await stage.sees("For you alone", *CUES)
        await stage.press("escape")
        await stage.on(WorkshopScreen)
        assert not any(cue in stage.text for cue in CUES)
        # Asked once, it does not ask again on this screen.
        await stage.press("c")
        await stage.on(CuesScreen)
        await stage.sees(*CUES)


async def test_no_screen_of_the_room_holds_a_cue() -> None:
    votes = [cmd.CastVote("demo/where", f"p{n}", Choice("a")) for n in (1, 2, 3)]
    async with workshop() as stage:
        seen = [stage.text]
        for keys in (("space",), ("space",)):
            await stage.press(*keys)
            seen.append(stage.text)
        await stage.do(*votes, cmd.Reveal("demo/where"))
        for _ in range(4):
            await stage.press("tab")
            seen.append(stage.text)
        await stage.press("o")
        seen.append(stage.text)
        for key in ("a", "p", "l", "question_mark"):
            await stage.press(key)
            seen.append(stage.text)
            await stage.press("escape")
            await stage.on(WorkshopScreen)
        assert not [text for text in seen for cue in CUES if cue in text]


async def test_they_hold_what_to_look_for_and_who_might_speak_first() -> None:
    votes = [cmd.CastVote("demo/where", f"p{n}", Choice(o)) for n, o in enumerate("aac", 1)]
    async with workshop(*votes, cmd.Reveal("demo/where"), at="demo/where") as stage:
        stage.room.may_see_cues = True
        await stage.press("c")
        await stage.on(CuesScreen)
        await stage.sees(HEAR, f"Look for: {AIM}", *CUES, "f shows the room who might speak first")


async def test_the_room_sees_who_first_when_she_puts_it_there_and_so_does_a_stage() -> None:
    votes = [cmd.CastVote("demo/where", f"p{n}", Choice(o)) for n, o in enumerate("aac", 1)]
    async with workshop(*votes, cmd.Reveal("demo/where"), at="demo/where") as stage:
        await stage.sees("Arguments")
        assert HEAR not in stage.text
        await stage.press("f")
        await stage.sees(HEAR, "The room sees who might speak first.")
        # It is an event: whoever reads the file sees the same, and knows when.
        await stage.settled()
        reading = journal.read(stage.room.session.path)
        assert reading.events[-1].keys()["told"] == ("first",)
        assert visible(fold(reading.header, reading.events), "room").look.told == ("first",)
        await stage.press("f")
        await stage.misses(HEAR)
        await stage.press("F")
        await stage.sees(AIM, "The room sees what to look for.")
        await stage.press("f")
        await stage.sees(AIM, HEAR)
        await stage.press("v")
        await stage.sees("Round 2")
        await stage.misses(AIM, HEAR)


async def test_nobody_is_put_there_where_nobody_stands_apart() -> None:
    votes = [cmd.CastVote("demo/where", f"p{n}", Choice("a")) for n in (1, 2, 3)]
    async with workshop(*votes, cmd.Reveal("demo/where"), at="demo/where") as stage:
        await stage.press("f")
        await stage.sees("Nobody's answer stands apart from the others here.")
        assert stage.head.look.told == ()


async def test_being_late_is_said_to_the_facilitator_alone() -> None:
    late = cmd.SetAgenda((), 5)
    async with workshop(late, at="demo/where") as stage:
        await stage.press("x")
        await stage.press("space")
        await stage.misses("late")
        stage.room.may_see_cues = True
        await stage.press("c")
        await stage.on(CuesScreen)
        await stage.sees("minutes late. The agenda, a, shows what could be")
        await stage.press("escape")
        for _ in range(3):  # space may ask once before it goes on
            await stage.press("space")
            if "minutes late." in stage.text:
                break
        await stage.sees("minutes late.")


async def test_a_place_without_cues_says_so() -> None:
    roomy = tiny().model_copy(update={"minutes": 60})  # a day that is late has something to say
    async with workshop(workshop=roomy) as stage:
        stage.room.may_see_cues = True
        await stage.press("c")
        await stage.on(CuesScreen)
        await stage.sees("There is no cue here.")
