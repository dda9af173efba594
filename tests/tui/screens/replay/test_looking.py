"""Who watches turns the page, the round and the grid; the room's own turn comes back."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.rehearsed import rehearsal_file
from support.replays import REVEALED, WHERE, keep, replaying, to_end

from mops_tui.model.session import commands as cmd
from mops_tui.model.session.ballots import Choice
from mops_tui.model.session.state import Look
from mops_tui.tui.screens.replay.replay import ReplayScreen

pytestmark = pytest.mark.slow


async def test_the_room_turns_its_pages_in_a_replay_too(tmp_path: Path) -> None:
    turned = (*REVEALED, cmd.TurnPage(Look("names")))
    async with replaying(keep(tmp_path / "s.toml", *turned)) as stage:
        await to_end(stage)
        await stage.sees("Mara  ●", "Ana   ·      ·     ●")
        await stage.press("tab")
        await stage.sees("It is near.")
        await stage.press("comma", "full_stop")
        await stage.sees("Mara  ●")


async def test_the_round_before_and_the_grid_can_be_looked_at(tmp_path: Path) -> None:
    again: tuple[cmd.Command, ...] = (
        cmd.OpenRound(WHERE),
        *(cmd.CastVote(WHERE, f"p{n}", Choice("b")) for n in (1, 2, 3)),
    )
    async with replaying(keep(tmp_path / "s.toml", *REVEALED, *again, *REVEALED)) as stage:
        await to_end(stage)
        await stage.sees("100 %")
        await stage.press("y")
        await stage.sees("67 %")
        await stage.press("y")
        await stage.sees("100 %")
        await stage.press("q")
        await stage.sees("The MOPS grid")
        await stage.press("q")
        await stage.sees("100 %")


async def test_the_statistics_open_over_a_reveal_and_a_click_turns_its_pages(
    tmp_path: Path,
) -> None:
    async with replaying(keep(tmp_path / "s.toml", *REVEALED)) as stage:
        await to_end(stage)
        text = await stage.sees("Statistics")
        [row] = [line for line in text.splitlines() if "Arguments" in line]
        start = stage.screen.query_one("#pages").region.x
        await stage.pilot.click("#pages", offset=(row.index("Talk") - start, 0))
        await stage.sees("Why there?")
        await stage.press("S")
        await stage.sees("Agreement A tells")
        await stage.press("escape")
        await stage.on(ReplayScreen)


async def test_why_is_told_on_a_quadrant_and_elsewhere_it_is_said_where(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(ReplayScreen, "notify", lambda _self, text, **_how: said.append(text))
    path = rehearsal_file(tmp_path / "r.toml", people=5)
    async with replaying(path) as stage:
        await to_end(stage)
        await stage.press("w")
        assert said == ["Marks are explained on the page of the whole quadrant: q."]
        await stage.press("q")
        await stage.sees("technology")
        await stage.press("w")
        await stage.sees("answers point there", "w: the next person")
