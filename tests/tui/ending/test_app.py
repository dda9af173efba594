"""Leaving and failing, as far as no process has to end for it."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from support.disks import BadDisk, GatedDisk
from support.narrow import input_of
from support.pilot import app_running, workshop

from mops_tui.model.session import commands as cmd
from mops_tui.model.session.ballots import Choice
from mops_tui.storage.sessions import journal
from mops_tui.storage.sessions.moved import moved_to
from mops_tui.tui.app import MopsApp
from mops_tui.tui.screens.workshop.workshop import WorkshopScreen

REF = "demo/where"
VOTE = cmd.CastVote(REF, "p1", Choice("a"))


async def test_ctrl_c_says_what_quits_and_shows_no_markup() -> None:
    async with workshop() as stage:
        await stage.press("ctrl+c")
        text = await stage.sees("Ctrl+q quits.")
        assert "[b]" not in text


@pytest.mark.slow
async def test_a_disk_that_hangs_is_said_and_left_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("mops_tui.sources.saver.SLOW_SECONDS", 0.05)
    disk = GatedDisk()
    async with workshop(at=REF, disk=disk, folder=tmp_path / "hung") as stage:
        old = stage.room.session.path
        disk.hold()
        stage.room.session.ask(VOTE)
        await stage.sees("1 vote not yet saved: the disk does not answer. F8", "f8")
        monkeypatch.setattr(disk, "fsync", super(GatedDisk, disk).fsync)  # the other folder's
        await stage.press("f8")
        await stage.sees("Carry on in another folder")
        input_of(stage.screen, "#folder").value = str(tmp_path / "well")
        await stage.press("enter")
        await stage.on(WorkshopScreen)
        await stage.sees("1 of 3 has voted")
        path = stage.room.session.path
        assert path.parent == tmp_path / "well"
        assert moved_to(old) == path
        assert path.read_text("utf-8").count('kind = "vote-cast"') == 1
        disk.release()


@pytest.mark.parametrize("harm", ["cut", "deleted"])
async def test_a_file_that_is_no_longer_whole_is_written_again(tmp_path: Path, harm: str) -> None:
    async with workshop(at=REF, folder=tmp_path) as stage:
        path = stage.room.session.path
        if harm == "cut":
            path.write_bytes(path.read_bytes()[:200])
            why = "the file was cut short by another program"
        else:
            path.unlink()
            why = "the file was moved or deleted"
        stage.room.session.ask(VOTE)
        await stage.sees(f"1 vote not yet saved: {why}")
        await stage.press("f8")
        await stage.sees("The file is not whole", "Write the whole file again, in the same place")
        await stage.press("enter")
        await stage.settled()
        reading = journal.read(path)
        assert reading.writable
        assert [event.seq for event in reading.events] == list(range(1, stage.head.seq + 1))


@pytest.mark.slow
async def test_what_a_refusing_disk_did_not_take_is_kept_elsewhere_on_leaving(
    tmp_path: Path,
) -> None:
    disk = BadDisk(tmp_path / "bad")
    async with workshop(at=REF, disk=disk, folder=tmp_path / "bad") as stage:
        disk.full_after = 0
        room = stage.room
        room.session.ask(VOTE)
        await stage.sees("1 vote not yet saved")
        assert not await room.finish(0.01)
        assert room.rescue is not None
        assert room.rescue.path is not None
        assert room.rescue.waiting == 1
        kinds = [event.kind for event in journal.read(room.rescue.path).events]
        assert kinds[-2:] == ["vote-cast", "session-paused"]
        assert moved_to(room.session.path) == room.rescue.path


async def test_what_a_screen_keeps_is_kept_where_a_disk_refuses_the_session(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    disk = BadDisk(tmp_path / "bad")
    kept: list[str] = []

    async def keep(screen: WorkshopScreen) -> None:
        kept.append(type(screen).__name__)

    monkeypatch.setattr(WorkshopScreen, "keep_before_quit", keep)
    async with workshop(at=REF, disk=disk, folder=tmp_path / "bad") as stage:
        disk.full_after = 0
        stage.room.session.ask(VOTE)
        await stage.sees("1 vote not yet saved")
        await stage.press("ctrl+q")
        await stage.sees("Not everything is saved")
        assert not kept
        await stage.press("end", "enter")
        await stage.until(lambda: kept, "for what is kept")
        disk.heal()
        await stage.until(lambda: stage.app._exit, "for the end")


async def test_what_fails_in_a_callback_is_a_crash_and_no_silence() -> None:
    async def crash() -> None:
        async with app_running() as stage:
            apps.append(stage.app)
            asyncio.get_running_loop().call_soon(lambda: 1 // 0)
            await stage.until(lambda: stage.app._exception, "for the crash")

    apps: list[MopsApp] = []
    with pytest.raises(ZeroDivisionError):
        await crash()
    assert apps[0].status == 1
    assert "private log" in apps[0].last_words()
