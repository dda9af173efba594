"""The projector window: it waits calmly and follows; it shows the room's view and no more."""

from __future__ import annotations

import contextlib
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest
from support.disks import opened, running
from support.pilot import Stage, app_running
from support.rehearsed import rehearsal_file
from support.seen_codes import codes_on

from mops_tui.model.session import commands as cmd
from mops_tui.model.session.ballots import Choice
from mops_tui.model.session.state import Look, View
from mops_tui.sources.live import LiveSession
from mops_tui.sources.phones.book import Book
from mops_tui.sources.phones.keeping import BookKeeper
from mops_tui.storage.locking.presence import StagePresence
from mops_tui.tui import destinations
from mops_tui.tui.screens.replay.stage import StageScreen
from mops_tui.tui.widgets.timer import TimerPanel

WHERE = "demo/where"


@contextlib.asynccontextmanager
async def projecting(path: Path | None = None) -> AsyncIterator[Stage]:
    async with app_running(start=destinations.OpenStage(path)) as stage:
        await stage.on(StageScreen)
        yield stage


async def done(session: LiveSession, *commands: cmd.Command) -> None:
    for command in commands:
        session.ask(command)
    await session.settled()


async def test_without_a_session_it_waits_calmly(tmp_path: Path) -> None:
    async with projecting(tmp_path / "later.toml") as stage:
        text = await stage.sees("The stage is ready.", "Waiting for later.toml")
        assert "error" not in text.lower()
        assert "Traceback" not in text


async def test_it_follows_what_the_facilitator_does(tmp_path: Path) -> None:
    async with running(opened(tmp_path)) as session, projecting(session.path) as stage:
        await stage.sees("Where should the team sit?", "0 of 4 have voted")
        await done(session, cmd.CastVote(WHERE, "p1", Choice("a")))
        await stage.sees("1 of 4")
        await done(session, cmd.CloseRound(WHERE), cmd.Reveal(WHERE))
        await stage.sees("100 %")
        await done(session, cmd.Show(View("brief", "demo", back=True)))
        await stage.sees("We look at every kind of question once.")


async def test_the_session_may_begin_after_it(home: Path) -> None:
    async with projecting() as stage:
        await stage.sees("The stage is ready.", "Waiting for a workshop")
        async with running(opened(stage.app.places.sessions)) as session:
            await stage.sees("Where should the team sit?")
            await done(session, cmd.Close())
            assert session.durable.phase == "closed"


async def test_before_the_reveal_nothing_of_the_votes_is_on_it(tmp_path: Path) -> None:
    drawn = []
    for name, letters in (("one", "aacb"), ("two", "cbaa")):
        async with running(opened(tmp_path / name)) as session, projecting(session.path) as stage:
            votes = [cmd.CastVote(WHERE, f"p{n}", Choice(o)) for n, o in enumerate(letters, 1)]
            await done(session, *votes, cmd.CloseRound(WHERE))
            await stage.sees("4 of 4 have voted", "The vote is closed.")
            drawn.append((await stage.still()).split("\n", 2)[2])
    assert drawn[0] == drawn[1]


async def test_no_cues_no_controls_no_private_notes(tmp_path: Path) -> None:
    async with running(opened(tmp_path)) as session, projecting(session.path) as stage:
        await done(session, cmd.RecordNote("n", "Hush hush", private=True))
        text = await stage.sees("Where should the team sit?")
        for words in ("Ask the quiet ones first.", "Smile.", "Hush", "? Keys", "Call-outs"):
            assert words not in text
        before = session.path.read_bytes()
        await stage.press("space", "r", "c", "h", "g", "d", "u", "b")
        assert session.path.read_bytes() == before
        assert isinstance(stage.screen, StageScreen)


async def test_a_dark_screen_is_dark_and_comes_back(tmp_path: Path) -> None:
    async with running(opened(tmp_path)) as session, projecting(session.path) as stage:
        await stage.sees("Where should the team sit?")
        await done(session, cmd.Blank(True))
        await stage.misses("Where should the team sit?", "have voted")
        await done(session, cmd.Blank(False))
        await stage.sees("Where should the team sit?")


async def test_a_crash_and_a_resume_are_survived(tmp_path: Path) -> None:
    async with running(opened(tmp_path)) as session:
        await session.settled()
        path = session.path
    async with projecting(path) as stage:
        await stage.sees("0 of 4 have voted")
        with path.open("ab") as file:
            file.write(b"[[event]]\nseq = 99")  # what a crash leaves
        async with running(LiveSession.resume(path)) as session:
            await done(session, cmd.CastVote(WHERE, "p1", Choice("a")))
            await stage.sees("1 of 4")


async def test_a_pause_shows_the_waiting_screen(tmp_path: Path) -> None:
    async with running(opened(tmp_path)) as session, projecting(session.path) as stage:
        await stage.sees("Where should the team sit?")
        await done(session, cmd.Pause())
        await stage.sees("The stage is ready.", "The workshop is paused.")
        await done(session, cmd.Resume())
        await stage.sees("Where should the team sit?")


async def test_while_it_is_open_others_can_know(tmp_path: Path) -> None:
    async with running(opened(tmp_path)) as session:
        await session.settled()
        facilitator = StagePresence(session.path)
        assert not facilitator.is_open()
        async with projecting(session.path) as stage:
            await stage.sees("Where should the team sit?")
            assert facilitator.is_open()
        assert not facilitator.is_open()


async def test_a_finished_session_shows_its_end(tmp_path: Path) -> None:
    path = rehearsal_file(tmp_path / "r.toml")
    async with projecting(path) as stage:
        await stage.misses("The stage is ready.")


async def test_it_turns_the_page_with_the_facilitator_and_shows_none_of_the_keys(
    tmp_path: Path,
) -> None:
    async with running(opened(tmp_path)) as session, projecting(session.path) as stage:
        for seat, option in enumerate("aab", 1):
            await done(session, cmd.CastVote(WHERE, f"p{seat}", Choice(option)))
        await done(session, cmd.CloseRound(WHERE))
        text = await stage.sees("The vote is closed.")
        assert "Space" not in text
        await done(session, cmd.Reveal(WHERE), cmd.TurnPage(Look("names")))
        await stage.sees("Alpha  Beta  Gamma", "Person 1  ●")
        await done(session, cmd.OpenRound(WHERE), cmd.TurnPage(Look("votes", 1)))
        text = await stage.sees("67 %", "round 1 of 2")
        assert "y turns" not in text
        assert "Statistics" not in text  # nobody can open it there
        await done(session, cmd.StartTimer(300))
        await stage.until(lambda: stage.screen.query_one(TimerPanel).display, "for the timer")
        await stage.pilot.pause()
        assert "t pauses" not in stage.text  # it never stands still: its large figures run
        await done(session, cmd.Show(View("workshop")))
        text = await stage.sees("No decision is written down.")
        assert "Space" not in text


async def test_its_help_lists_the_few_keys_that_work_here(tmp_path: Path) -> None:
    async with projecting(tmp_path / "later.toml") as stage:
        await stage.press("question_mark")
        text = await stage.sees("Scroll up", "Close this window", "Everywhere")
        assert "In the workshop" not in text
        assert "Reveal" not in text
        assert "At home" not in text


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_it_shows_how_to_join_while_the_facilitator_does(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with (
        running(opened(tmp_path)) as session,
        app_running(size, start=destinations.OpenStage(session.path)) as stage,
    ):
        keeper = BookKeeper(stage.app.places.state, session.header.id)
        book = Book(host="192.168.1.20", port=8420, open=True)
        await keeper.keep(book)
        scanned = f"HTTP://192.168.1.20:8420/{book.code}"
        await done(session, cmd.ShowCode(on=True))
        await stage.sees("http://192.168.1.20:8420", "Nobody has joined by phone yet.")
        assert codes_on(stage.screen) == [scanned]
        await done(session, cmd.Blank(on=True))
        await stage.until(lambda: codes_on(stage.screen) == [])
        await done(session, cmd.Blank(on=False))
        await stage.until(lambda: codes_on(stage.screen) == [scanned])
        # Nothing is written when the code is changed: the stage looks by itself.
        await keeper.keep(replace(book, code="00000000"))
        await stage.until(lambda: codes_on(stage.screen) == [scanned[:-8] + "00000000"])
        await keeper.keep(replace(book, open=False))
        await stage.until(lambda: codes_on(stage.screen) == [])
        await keeper.keep(book)
        await stage.until(lambda: codes_on(stage.screen) == [scanned])
        await done(session, cmd.ShowCode(on=False))
        await stage.sees("0 of 4 voted")
        assert codes_on(stage.screen) == []
