"""Cues open only once the room may see this screen; nothing of them is anywhere before."""

from __future__ import annotations

from support.pilot import workshop

from mops_tui.model import commands as cmd
from mops_tui.model.ballots import Choice
from mops_tui.tui.screens.confirm import ConfirmScreen
from mops_tui.tui.screens.cues import CuesScreen
from mops_tui.tui.screens.workshop import WorkshopScreen

CUES = ("Ask the quiet ones first.", "Smile.")


async def test_it_asks_first_and_the_careful_answer_is_selected() -> None:
    async with workshop(at="demo/where") as stage:
        await stage.press("c")
        await stage.on(ConfirmScreen)
        text = await stage.sees("Show the cues here?", "on a projector that is the whole room")
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
    votes = [cmd.Cast("demo/where", f"p{n}", Choice("a")) for n in (1, 2, 3)]
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


async def test_a_place_without_cues_says_so() -> None:
    async with workshop() as stage:
        stage.room.may_see_cues = True
        await stage.press("c")
        await stage.on(CuesScreen)
        await stage.sees("There is no cue for this place.")
