"""Compare: picked at home, read in the smallest window, every gap named at the end."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.compared import SPELL, run, session, written
from support.narrow import a, the
from support.pilot import Stage, app_running
from textual.containers import VerticalScroll

from mops_tui.model.comparison.comparison import Comparison, compare
from mops_tui.model.session import commands as cmd
from mops_tui.pictures.shapes import GridPicture
from mops_tui.storage.folders.places import places
from mops_tui.tui.destinations import Compare
from mops_tui.tui.screens.home.home import HomeScreen
from mops_tui.tui.screens.replay.comparison import CompareScreen
from mops_tui.tui.screens.replay.pick import PickScreen
from mops_tui.tui.screens.replay.same import SameScreen
from mops_tui.tui.widgets.picture import PictureView

pytestmark = pytest.mark.slow

HOSTILE = "[/ hi [b \x1b[31m"


async def pages(stage: Stage) -> str:
    """All that can be scrolled to."""
    box = stage.screen.query_one("#compare", VerticalScroll)
    seen = [stage.text]
    while box.scroll_offset.y < box.max_scroll_y:
        box.scroll_relative(y=max(1, box.size.height - 2), animate=False)
        await stage.pilot.pause()
        seen.append(stage.text)
    return "\n".join(seen)


async def read(comparison: Comparison, size: tuple[int, int] = (80, 24)) -> str:
    """The whole screen of a comparison."""
    async with app_running(size) as stage:
        stage.app.push_screen(CompareScreen(comparison))
        await stage.on(CompareScreen)
        await stage.sees("Sessions side by side")
        return await pages(stage)


async def test_then_and_now_stand_in_one_line() -> None:
    found = compare(session(run(7, "full-walk", people=9)), session(run(8, "full-walk", people=9)))
    text = await read(found)
    for words in ("The spell", "Ten points over four rooms", "→", "│", "○", "Decisions"):
        assert words in text
    for one in found.questions:
        assert the(found.sessions[0].state.workshop.question(one.ref)).title in text
    assert "Everything could be compared." in text


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_no_line_of_figures_wraps(size: tuple[int, int]) -> None:
    found = compare(session(run(7, "full-walk", people=9)), session(run(8, "full-walk", people=9)))
    text = await read(found, size)
    assert "█" in text
    assert not [line for line in text.split("\n") if line.strip() in ("0 %", "100 %")]


async def test_grids_are_overlaid_with_the_same_peoples_moves() -> None:
    found = compare(session(run(7, "full-walk", people=9)), session(run(8, "full-walk", people=9)))
    async with app_running() as stage:
        stage.app.push_screen(CompareScreen(found))
        await stage.on(CompareScreen)
        views = list(stage.screen.query(PictureView))
        assert len(views) == len(found.grids) == 2
        for view, shift in zip(views, found.grids, strict=True):
            assert len(a(GridPicture, view.picture).moves) == len(shift.arrows)
            assert len(a(GridPicture, view.picture).marks) == shift.standings[-1].n


async def test_of_anonymous_rooms_only_medians_are_drawn() -> None:
    rooms = [session(run(seed, "full-walk", people=9), "anonymous") for seed in (7, 8)]
    async with app_running() as stage:
        stage.app.push_screen(CompareScreen(compare(*rooms)))
        await stage.on(CompareScreen)
        for view in stage.screen.query(PictureView):
            assert {mark.label for mark in a(GridPicture, view.picture).marks} <= {"S1", "S2"}
        text = await pages(stage)
    names = {p.name for p in rooms[0].state.participants.values()}
    grids = text[text.index("The MOPS grid") :]
    assert not [name for name in names if name and name in grids]


async def test_gaps_and_actions_that_came_back_are_named() -> None:
    action = cmd.RecordAction("a", HOSTILE)
    one = session(run(1), "named", action)
    two = session(run(2, words=SPELL), "named", action)
    text = await read(compare(one, two))
    assert "Actions that came back" in text
    assert "[/ hi [b" in text
    assert "Worded differently" in text
    assert "“The spell”" in text


async def test_three_sessions_have_a_small_plot() -> None:
    text = await read(compare(*(session(run(seed)) for seed in (1, 2, 3))))
    assert "S3" in text
    assert any(len(set(line) & set("▁▂▃▄▅▆▇█")) for line in text.split("\n"))


async def test_home_lets_two_be_ticked(home: Path) -> None:
    written(places().sessions, 1, 2)
    async with app_running() as stage:
        await stage.sees("rehearsal:")
        await stage.press("c")
        await stage.on(PickScreen)
        await stage.press("enter")
        await stage.sees("Tick two or more first.")
        await stage.press("space", "down", "space")
        await stage.sees("First 2026-01-05 10:00 → second 2026-01-05 11:00.")
        await stage.press("enter")
        await stage.on(CompareScreen)
        await stage.sees("S2")
        await stage.press("escape")
        await stage.on(HomeScreen)


async def test_home_says_that_it_takes_two(home: Path) -> None:
    written(places().sessions, 1)
    async with app_running() as stage:
        await stage.on(HomeScreen)
        await stage.press("c")
        await stage.sees("It takes two sessions to compare.")
        assert isinstance(stage.screen, HomeScreen)


async def test_the_command_line_opens_it_at_once(tmp_path: Path) -> None:
    paths = tuple(written(tmp_path, 1, 2))
    async with app_running(start=Compare(paths)) as stage:
        await stage.on(CompareScreen)


async def test_a_session_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    paths = (*written(tmp_path, 1), tmp_path / "gone.toml")
    async with app_running(start=Compare(paths)) as stage:
        assert "gone.toml: there is no such file." in await stage.refused()


async def test_a_reworded_question_is_compared_when_somebody_says_that_it_is_the_same() -> None:
    found = compare(session(run(1)), session(run(2, words=SPELL)))
    async with app_running() as stage:
        stage.app.push_screen(CompareScreen(found))
        await stage.on(CompareScreen)
        await stage.sees("Same question")
        await stage.press("s")
        await stage.on(SameScreen)
        await stage.sees("And now, honestly?")
        await stage.press("space", "enter")
        await stage.on(CompareScreen)
        await stage.pilot.pause()
        text = await pages(stage)
        assert "Compared because somebody said that it asks the same: the wording" in text
        assert "What cannot be compared" not in text
        await stage.press("s")
        await stage.on(SameScreen)
        await stage.press("space", "enter")
        await stage.on(CompareScreen)
        await stage.pilot.pause()
        assert "Worded differently in S2" in await pages(stage)


async def test_where_nothing_is_worded_otherwise_there_is_no_such_key() -> None:
    async with app_running() as stage:
        stage.app.push_screen(CompareScreen(compare(session(run(1)), session(run(2)))))
        await stage.on(CompareScreen)
        await stage.sees("Back")
        assert "Same question" not in stage.text


async def test_which_session_is_the_earlier_stays_in_sight() -> None:
    async with app_running() as stage:
        stage.app.push_screen(CompareScreen(compare(session(run(1)), session(run(2)))))
        await stage.on(CompareScreen)
        await stage.press("end")
        await stage.sees("Everything could be compared.")
        assert "First S1, 2026-01-05" in stage.text
