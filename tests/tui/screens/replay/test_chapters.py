"""The list of chapters: it tells what came of each, filters, and leads there."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.journals import file_of, numbered
from support.pilot import Stage
from support.replays import REVEALED, keep, replay, replaying
from textual.widgets import OptionList

from mops_tui.model.session import commands as cmd
from mops_tui.tui.screens.replay.chapters import ChaptersScreen
from mops_tui.tui.screens.replay.replay import ReplayScreen

pytestmark = pytest.mark.slow
DECIDED = cmd.RecordDecision("d", "demo", "We move to Beta.")


async def opened(stage: Stage) -> OptionList:
    await stage.press("c")
    await stage.on(ChaptersScreen)
    await stage.sees("Decision: We move to Beta.")
    return stage.screen.query_one(OptionList)


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_enter_leads_to_a_chapter_and_behind_its_event(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with replaying(keep(tmp_path / "s.toml", *REVEALED, DECIDED), size=size) as stage:
        await opened(stage)
        await stage.sees("○ Where: the vote", "● Where: Alpha leads", "✓ Decision: We move")
        await stage.press("end", "enter")
        await stage.on(ReplayScreen)
        player = replay(stage).player
        assert player.index == player.timeline.markers[-1].index


async def test_it_opens_at_the_chapter_that_plays(tmp_path: Path) -> None:
    async with replaying(keep(tmp_path / "s.toml", *REVEALED, DECIDED)) as stage:
        await stage.press("right_square_bracket", "right_square_bracket")
        listed = await opened(stage)
        assert listed.highlighted == 1
        assert "▸" in next(line for line in stage.text.splitlines() if "Alpha leads" in line)


async def test_a_filter_leaves_what_has_the_words_and_escape_takes_it_off_first(
    tmp_path: Path,
) -> None:
    async with replaying(keep(tmp_path / "s.toml", *REVEALED, DECIDED)) as stage:
        await opened(stage)
        await stage.press("slash")
        await stage.type("alpha where")
        await stage.misses("Decision: We move")
        await stage.sees("● Where: Alpha leads")
        await stage.press("escape")
        await stage.sees("Decision: We move")
        await stage.press("slash")
        await stage.type("nowhere")
        await stage.sees("No chapter has these words.")
        await stage.press("enter")
        assert isinstance(stage.screen, ChaptersScreen)
        await stage.press("escape", "escape")
        await stage.on(ReplayScreen)


async def test_enter_in_the_filter_leads_to_the_first_that_fits(tmp_path: Path) -> None:
    async with replaying(keep(tmp_path / "s.toml", *REVEALED, DECIDED)) as stage:
        await opened(stage)
        await stage.press("slash")
        await stage.type("alpha")
        await stage.misses("Decision: We move")
        await stage.press("enter")
        await stage.on(ReplayScreen)
        assert replay(stage).player.index == replay(stage).player.timeline.markers[1].index


async def test_the_mouse_chooses_too(tmp_path: Path) -> None:
    async with replaying(keep(tmp_path / "s.toml", *REVEALED, DECIDED)) as stage:
        await opened(stage)
        row = next(n for n, line in enumerate(stage.text.splitlines()) if "Alpha leads" in line)
        await stage.pilot.click(offset=(30, row))
        await stage.on(ReplayScreen)
        assert replay(stage).player.index == replay(stage).player.timeline.markers[1].index


async def test_a_session_without_a_chapter_says_so(tmp_path: Path) -> None:
    path = tmp_path / "s.toml"
    path.write_bytes(file_of(numbered()))
    async with replaying(path) as stage:
        await stage.press("c")
        await stage.sees("There is no chapter yet.")
        await stage.press("enter", "escape")
        await stage.on(ReplayScreen)


async def test_it_tells_nothing_that_was_never_revealed(tmp_path: Path) -> None:
    async with replaying(keep(tmp_path / "s.toml", cmd.CloseRound("demo/where"))) as stage:
        await stage.press("c")
        text = await stage.sees("○ Where: the vote")
        assert "Alpha" not in text


async def test_the_list_tells_a_corrected_count_as_the_caption_does(tmp_path: Path) -> None:
    late = cmd.SetTally("demo/where", (("", "a", 0), ("", "b", 9)))
    path = keep(tmp_path / "s.toml", cmd.CountHeads(12), *REVEALED, late, DECIDED)
    async with replaying(path) as stage:
        await opened(stage)
        await stage.sees("● Where: only 3 of 12 voted")  # it lies ahead: as the room saw it
        await stage.press("end", "enter")
        await stage.on(ReplayScreen)
        await opened(stage)
        await stage.misses("only 3 of 12 voted")
        await stage.sees("● Where: Beta leads")
