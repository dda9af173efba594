"""Below a replay: the chapter that plays, and what must be known about the moment."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.replays import REVEALED, keep, replay, replaying, to_end
from support.sessions import header

from mops_tui.model.session import commands as cmd
from mops_tui.tui.screens.dialogs.confirm import ChooseScreen
from mops_tui.tui.screens.replay.replay import ReplayScreen

pytestmark = pytest.mark.slow


async def test_with_a_filter_on_the_caption_tells_nothing_of_everybody(tmp_path: Path) -> None:
    async with replaying(keep(tmp_path / "s.toml", *REVEALED)) as stage:
        await to_end(stage)
        await stage.sees("● Where: Alpha leads")
        await stage.press("f")
        await stage.on(ChooseScreen)
        await stage.press("down", "enter")
        await stage.on(ReplayScreen)
        await stage.sees("● Where: the reveal")


async def test_an_edited_event_is_marked(tmp_path: Path) -> None:
    path = keep(tmp_path / "s.toml", *REVEALED)
    path.write_bytes(path.read_bytes().replace(b'option = "c"', b'option = "b"'))
    async with replaying(path) as stage:
        screen = replay(stage)
        screen.player.seek(0)
        for _ in range(9):
            await stage.press("full_stop")
            events = screen.player.timeline.events
            marked = "This event was edited by hand." in stage.text
            edited = events[screen.player.index - 1].seq in screen._recorded.condition.edited
            assert marked == edited
        assert screen._recorded.condition.edited


async def test_a_dark_screen_is_told_and_the_header_is_the_same(tmp_path: Path) -> None:
    async with replaying(keep(tmp_path / "s.toml", cmd.Blank(True))) as stage:
        await to_end(stage)
        await stage.sees("The room's screen was dark.")
        assert replay(stage)._recorded.header == header()


async def test_what_somebody_says_stands_there_until_something_else_happens(tmp_path: Path) -> None:
    said = (
        cmd.GiveReason("demo/where", 1, "p2", "I wait [b]."),
        cmd.ShowPrompt("demo/where", "why"),
    )
    async with replaying(keep(tmp_path / "s.toml", *REVEALED, *said)) as stage:
        await to_end(stage)
        assert "I wait" not in stage.text
        await stage.press("comma")
        await stage.sees("“I wait [b].”")


async def test_what_happened_in_a_rehearsal_stands_there_also_while_somebody_leaves(
    tmp_path: Path,
) -> None:
    happened = (
        cmd.RecordNote("disturbance-gone", "The CIO [b] is called away."),
        cmd.Leave("p2"),
        cmd.ShowPrompt("demo/where", "why"),
    )
    async with replaying(keep(tmp_path / "s.toml", *REVEALED, *happened)) as stage:
        await to_end(stage)
        assert "It happens" not in stage.text
        for _ in range(2):  # while they leave, and before
            await stage.press("comma")
            await stage.sees("It happens: The CIO [b] is called away.")
        await stage.press("comma")
        await stage.misses("It happens")
