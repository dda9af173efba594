"""Home: the workshops, the sessions with the unfinished first, packs of one's own."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest
from support.pilot import app_running
from support.sessions import OPENED, header
from textual.widgets import OptionList

from mops_tui.model.session import commands as cmd
from mops_tui.sources.live import LiveSession
from mops_tui.storage.folders.places import places
from mops_tui.tui.beside_loop import read_beside
from mops_tui.tui.destinations import ResumeSession, SetUpWorkshop
from mops_tui.tui.screens.dialogs.confirm import ChooseScreen, ConfirmScreen
from mops_tui.tui.screens.dialogs.help import HelpScreen
from mops_tui.tui.screens.home import lists
from mops_tui.tui.screens.home.arrivals import ListsReady
from mops_tui.tui.screens.home.home import HomeScreen
from mops_tui.tui.screens.home.setup import SetupScreen
from mops_tui.tui.screens.review.review import ReviewScreen
from mops_tui.tui.screens.workshop.workshop import WorkshopScreen

pytestmark = pytest.mark.usefixtures("kept_packs")

PACK = """format = 1
kind = "workshop"
id = "ours"
title = "Our own morning"
summary = "Made here."
minutes = 20

[[agenda]]
scenario = "org-placement"
questions = ["spell"]
"""


async def session(name: str, *, days: int = 0, closed: bool = False, title: str = "") -> Path:
    """A session file of the user's."""
    made = LiveSession.create(
        places().sessions,
        header(id=name, title=title or name, opened=OPENED + timedelta(days=days)),
    )
    task = asyncio.create_task(made.run())
    made.ask(cmd.CountHeads(3))
    if closed:
        made.ask(cmd.Close())
    else:
        made.pause()
    await made.settled()
    made.end()
    await task
    made.close()
    return made.path


async def test_without_sessions_it_explains_itself() -> None:
    async with app_running() as stage:
        await stage.sees("The full walk", "None yet.", "It can", "Choose scenarios")
        await stage.sees("Half an hour, four rooms, one spell")
        assert not places().sessions.exists()


@pytest.mark.slow
async def test_unfinished_sessions_stand_first_and_enter_resumes() -> None:
    await session("done-late", days=9, closed=True)
    await session("open-early", days=1)
    await session("open-late", days=2)
    async with app_running() as stage:
        text = await stage.sees("open-late", "open-early", "done-late")
        assert text.index("open-late") < text.index("open-early") < text.index("done-late")
        lines = {name: line for line in text.splitlines() for name in ("late", "early", "done")
                 if f"-{name}" in line or f"{name}-" in line}  # fmt: skip
        assert "resume" not in lines["done"]
        assert "resume" in lines["early"]
        stage.screen.query_one("#sessions").focus()
        await stage.sees("open-late · A tiny workshop", "unfinished.")
        await stage.press("enter")
        await stage.on(WorkshopScreen)
        assert stage.head.phase == "open"
        assert stage.room.session.path.stem == "open-late"


async def test_coming_home_from_a_closed_session_shows_it_finished() -> None:
    await session("s-9")
    async with app_running() as stage:
        stage.screen.query_one("#sessions").focus()
        await stage.sees("unfinished.")
        await stage.press("enter")
        await stage.on(WorkshopScreen)
        await stage.do(cmd.Close())
        await stage.press("escape")
        await stage.on(HomeScreen)
        await stage.sees("· finished.")
        await stage.misses("unfinished", "resume")


async def test_a_list_that_comes_late_moves_nobody_and_an_older_one_is_not_shown() -> None:
    await session("kept", closed=True)
    async with app_running() as stage:
        await stage.sees("kept", "Choose scenarios")
        home = stage.screen
        assert isinstance(home, HomeScreen)
        await stage.press("down", "down")
        packs = tuple(home._packs.values())
        home.post_message(ListsReady(packs, (), 0))
        await stage.pilot.pause()
        assert stage.screen.query_one("#workshops", OptionList).highlighted == 2
        assert "kept" in stage.text


async def test_a_hostile_title_is_only_text() -> None:
    await session("evil", title="[/ hi [b] \x1b[31mred\x1b[0m \u202eturned " + "x" * 120)
    async with app_running() as stage:
        await stage.sees("[/ hi [b]")
        assert all(len(line) <= 80 for line in stage.text.splitlines())
        stage.screen.query_one("#sessions").focus()
        await stage.sees("[/ hi [b] red turned")
        await stage.press("delete")
        await stage.on(ChooseScreen)
        await stage.sees("“[/ hi [b] red turned")


@pytest.mark.slow
async def test_deleting_asks_and_keeps_by_default() -> None:
    path = await session("doomed")
    async with app_running() as stage:
        await stage.sees("doomed")
        await stage.press("delete")
        await stage.sees("Select a session first.")
        stage.screen.query_one("#sessions").focus()
        await stage.press("delete")
        await stage.on(ChooseScreen)
        await stage.press("enter")
        await stage.on(HomeScreen)
        assert path.exists()
        await stage.press("delete")
        await stage.on(ChooseScreen)
        await stage.press("down", "enter")
        await stage.on(HomeScreen)
        await stage.sees("None yet.")
        assert not path.exists()


async def test_the_report_is_opened_and_written_beside_it() -> None:
    path = await session("told", closed=True)
    async with app_running() as stage:
        await stage.sees("told")
        stage.screen.query_one("#sessions").focus()
        await stage.press("r")
        await stage.on(ReviewScreen)
        await stage.press("f2")
        await stage.sees("1 file written")
        assert list(path.parent.glob("told*-report.html"))


@pytest.mark.slow
async def test_a_pack_of_ones_own_shows_up() -> None:
    places().packs.mkdir(parents=True)
    (places().packs / "ours.toml").write_text(PACK, "utf-8")
    async with app_running() as stage:
        await stage.sees("Our own morning", "yours")
        listed = stage.screen.query_one("#workshops", OptionList)
        ids = [option.id for option in listed.options]
        listed.highlighted = ids.index("ours")
        await stage.sees("Made here.")
        await stage.press("enter")
        await stage.on(SetupScreen)
        await stage.sees("Our own morning", "The map and the spell")


async def test_a_broken_pack_is_named() -> None:
    places().packs.mkdir(parents=True)
    (places().packs / "broken.toml").write_text(PACK.replace("minutes = 20", "minuets = 20"))
    async with app_running() as stage:
        await stage.sees("Choose scenarios")
        await stage.press("enter")
        await stage.until(lambda: stage.app._notifications, "for a sentence")
        (words,) = [note.message for note in stage.app._notifications]
        assert "broken.toml, line 6" in words
        assert "minuets" in words
        assert "minutes" in words  # the nearest right key


async def test_a_damaged_file_is_listed_with_what_to_do() -> None:
    places().sessions.mkdir(parents=True)
    (places().sessions / "rubbish.toml").write_bytes(b"\x00\xff not a session")
    async with app_running() as stage:
        await stage.sees("rubbish", "cannot be read")
        stage.screen.query_one("#sessions").focus()
        await stage.sees("Run: mops-tui check")
        await stage.press("enter")
        await stage.until(lambda: stage.app._notifications, "for a sentence")
        assert isinstance(stage.screen, HomeScreen)
        assert stage.app.room is None


@pytest.mark.slow
async def test_run_and_resume_go_there_at_once() -> None:
    async with app_running(start=SetUpWorkshop("placement-only")) as stage:
        await stage.on(SetupScreen)
        await stage.sees("Where should MOps sit?")
    async with app_running(start=SetUpWorkshop("no-such")) as stage:
        assert "There is no workshop “no-such”." in await stage.refused()
    path = await session("at-once")
    async with app_running(start=ResumeSession(path)) as stage:
        await stage.on(WorkshopScreen)


async def moved(to: Path) -> Path:
    """A session of the user's that went on in another folder."""
    path = await session("s-1", title="Spring")
    made = LiveSession.resume(path)
    task = asyncio.create_task(made.run())
    await made.continue_in(to)
    made.ask(cmd.CountHeads(5))
    made.pause()
    await made.settled()
    made.end()
    await task
    made.close()
    return path


@pytest.mark.slow
async def test_a_session_that_went_on_elsewhere_is_resumed_there(tmp_path: Path) -> None:
    old = await moved(tmp_path / "stick")
    async with app_running() as stage:
        await stage.sees("elsewhere  Spring")
        await stage.press("tab")
        await stage.sees("Enter resumes it where it was continued:")
        await stage.press("enter")
        await stage.on(WorkshopScreen)
        assert stage.room.session.path == tmp_path / "stick" / old.name
        assert stage.head.head_count == 5


@pytest.mark.slow
async def test_when_the_other_folder_is_not_there_the_old_copy_is_used_only_on_demand(
    tmp_path: Path,
) -> None:
    old = await moved(tmp_path / "stick")
    (tmp_path / "stick").rename(tmp_path / "pulled-out")
    async with app_running(start=ResumeSession(old)) as stage:
        await stage.on(ConfirmScreen)
        await stage.sees(
            "This session was continued elsewhere", "Leave it until the other file is back"
        )
        await stage.press("enter")
        await stage.on(HomeScreen)
        await stage.sees("elsewhere  Spring")
        await stage.press("tab", "enter")
        await stage.on(ConfirmScreen)
        await stage.press("down", "enter")
        await stage.on(WorkshopScreen)
        assert stage.room.session.path == old
        assert stage.head.head_count == 3
    async with app_running() as stage:
        await stage.sees("resume  Spring")


@pytest.mark.slow
async def test_coming_home_selects_the_session_that_was_left() -> None:
    await session("older", days=1, title="Older")
    async with app_running() as stage:
        await stage.sees("resume  Older")
        await stage.press("enter")
        await stage.on(SetupScreen)
        await stage.press("enter")
        await stage.until(lambda: stage.screen.query_one("#start").has_focus)
        await stage.press("enter")
        await stage.on(WorkshopScreen)
        await stage.settled()
        await stage.do(cmd.Close())
        await stage.press("escape")
        await stage.on(HomeScreen)
        await stage.sees("Where should MOps sit? · opened", "finished.")
        await stage.press("r")
        await stage.on(ReviewScreen)
        await stage.press("f2")
        await stage.sees("1 file written")
        assert len(list(places().sessions.glob("*-report.html"))) == 1
        assert not (places().sessions / "older-report.html").exists()


@pytest.mark.parametrize("slow", [False, True])
async def test_a_pack_that_cannot_be_run_is_not_offered(
    slow: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if slow:  # then the lists come behind the first frame
        monkeypatch.setattr(lists, "read_beside", partial(read_beside, patience=0.0))
    places().packs.mkdir(parents=True)
    (places().packs / "ours.toml").write_text(PACK)
    broken = (
        PACK.replace('"ours"', '"broken"').replace("Our own", "Broken").replace("minutes", "minuts")
    )
    (places().packs / "broken.toml").write_text(broken)
    async with app_running() as stage:
        await stage.sees("minuts")
        await stage.misses("Broken morning")
        await stage.sees("Our own morning")


async def test_a_session_that_was_finished_elsewhere_is_not_opened_again(tmp_path: Path) -> None:
    old = await moved(tmp_path / "stick")
    there = LiveSession.resume(tmp_path / "stick" / old.name)
    task = asyncio.create_task(there.run())
    there.ask(cmd.Close())
    await there.settled()
    there.end()
    await task
    there.close()
    before = there.path.read_bytes()
    async with app_running(start=ResumeSession(old)) as stage:
        await stage.sees("This workshop is finished")
        await stage.press("end", "enter")
        await stage.on(HomeScreen)
        await stage.until(lambda: stage.screen.query_one("#sessions", OptionList).option_count)
        stage.screen.query_one("#sessions").focus()
        await stage.press("r")
        await stage.on(ReviewScreen)
        await stage.press("f2")
        await stage.sees("1 file written")
    assert there.path.read_bytes() == before
    assert there.path.with_name(f"{there.path.stem}-report.html").exists()
    assert not list(old.parent.glob("*.html"))


async def test_copies_are_one_line_and_two_ends_are_a_choice() -> None:
    path = await session("twice", title="Spring")
    (path.parent / "twice (1).toml").write_bytes(path.read_bytes())
    async with app_running() as stage:
        await stage.sees("Spring", "1 copy")
        assert len(stage.screen.query_one("#sessions", OptionList).options) == 1
    for end in (path, path.parent / "twice (1).toml"):
        made = LiveSession.resume(end)
        task = asyncio.create_task(made.run())
        made.ask(cmd.CountHeads(4 if end == path else 7))
        await made.settled()
        made.end()
        await task
        made.close()
    async with app_running() as stage:
        await stage.sees("two versions  Spring")  # before the title, which may be long
        stage.screen.query_one("#sessions").focus()
        await stage.press("enter")
        await stage.on(ChooseScreen)
        await stage.sees("twice.toml", "twice (1).toml", "of its own")
        await stage.press("escape")
        await stage.on(HomeScreen)
        assert stage.app.room is None


async def test_that_a_screen_opens_is_seen_before_it_is_begun(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A busy machine takes seconds over the first one."""
    seen: list[str] = []
    async with app_running() as stage:
        await stage.sees("Half an hour, four rooms, one spell")
        monkeypatch.setattr(
            "mops_tui.tui.navigation.navigator.navigate",
            lambda _app, _destination: seen.append(stage.text),
        )
        await stage.press("enter")
        await stage.until(lambda: seen, "for the way")
        assert "Opening …" in seen[0]
        await stage.sees("Half an hour, four rooms, one spell")
        assert isinstance(stage.screen, HomeScreen)


async def test_its_lists_are_as_wide_as_the_window_becomes() -> None:
    title = "A workshop whose title is longer than a small window"
    await session("s-1", title=title)
    async with app_running() as stage:
        await stage.misses(title)
        before = await stage.still()
        await stage.pilot.resize_terminal(160, 24)
        await stage.sees(title[:40].rsplit(" ", 1)[0])
        await stage.press("tab", "question_mark")
        await stage.on(HelpScreen)
        await stage.pilot.resize_terminal(80, 24)
        await stage.press("escape", "shift+tab")
        await stage.on(HomeScreen)
        assert before.splitlines()[6:14] == (await stage.still()).splitlines()[6:14]
