"""How they came to it, on one page: up to the moment where the replay stands, or all of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.asking import Room
from support.pilot import Stage
from support.rehearsed import rehearsal_file
from support.replays import REVEALED, keep, replaying, to_end

from mops_tui.model.session import commands as cmd
from mops_tui.model.session.audience import visible
from mops_tui.tui.screens.replay.account import AccountScreen, account_lines
from mops_tui.tui.screens.replay.replay import ReplayScreen

pytestmark = pytest.mark.slow
DECIDED = cmd.RecordDecision("d", "demo", "We move to Beta.", "It is near.")


async def opened(stage: Stage) -> None:
    await stage.press("h")
    await stage.on(AccountScreen)
    await stage.sees("How they decided")


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_it_tells_no_more_than_the_moment_knows_until_it_is_asked(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with replaying(keep(tmp_path / "s.toml", *REVEALED, DECIDED), size=size) as stage:
        await opened(stage)
        text = await stage.sees("Nothing was voted on by this moment.", "Up to 0:00 of")
        assert "Alpha" not in text
        await stage.press("tab")
        await stage.sees("The whole session, to its end.", "Alpha leads with 2 of 3.")
        await stage.sees("✓ Decision", "We move to Beta.", "because")
        await stage.press("tab")
        await stage.misses("Alpha leads")
        await stage.press("escape")
        await stage.on(ReplayScreen)


async def test_of_a_rehearsal_it_says_that_it_was_one(tmp_path: Path) -> None:
    async with replaying(rehearsal_file(tmp_path / "r.toml", people=3)) as stage:
        await to_end(stage)
        await opened(stage)
        await stage.sees("Rehearsal  The whole session")


async def test_at_the_end_it_is_all_of_it_and_scrolls(tmp_path: Path) -> None:
    again = (cmd.OpenRound("demo/where"), *REVEALED, DECIDED)
    async with replaying(keep(tmp_path / "s.toml", *REVEALED, *again)) as stage:
        await to_end(stage)
        await opened(stage)
        await stage.sees("The whole session", "Vote 2", "Nobody answered.")
        await stage.press("end", "end")
        await stage.sees("The workshop was not closed: the file ends here.")
        await stage.press("h")
        await stage.on(ReplayScreen)


async def test_opened_for_the_analyst_it_still_tells_only_what_the_room_saw(
    tmp_path: Path,
) -> None:
    async with replaying(keep(tmp_path / "s.toml"), opened=True) as stage:
        await to_end(stage)
        await opened(stage)
        text = await stage.sees("Never revealed: 3 voted.")
        assert "Alpha" not in text


def test_every_line_fits_its_width() -> None:
    room = Room()
    room.do(cmd.RecordDecision("d", "demo", "x" * 300 + " 席" * 90))
    lines = account_lines(visible(room.state, "room"), 60, whole=True)
    assert max(line.cell_length for line in lines.split("\n")) <= 60
