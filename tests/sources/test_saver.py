"""The word that one event is durable: it comes when that is true, and nobody waits for ever."""

from __future__ import annotations

import asyncio
import errno
from pathlib import Path

import pytest
from support.disks import PATIENCE, BadDisk, GatedDisk, opened, running, until

from mops_tui.model.session import commands as cmd
from mops_tui.model.session import events as ev
from mops_tui.model.session.ballots import Choice
from mops_tui.model.session.commands import Refusal
from mops_tui.sources import saver
from mops_tui.sources.live import LiveSession
from mops_tui.sources.saving import SLOW, NotSaved
from mops_tui.storage.sessions import journal

WHERE = "demo/where"


@pytest.fixture(autouse=True)
def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(saver, "RETRY_SECONDS", 0.01)


def vote(session: LiveSession, who: str = "p1") -> int:
    made = session.ask(cmd.CastVote(WHERE, who, Choice("a")))
    assert not isinstance(made, Refusal)
    return made[-1].seq


def written(path: Path) -> int:
    return sum(isinstance(event, ev.VoteCast) for event in journal.read(path).events)


async def test_it_comes_though_others_never_stop_voting(tmp_path: Path) -> None:
    async with running(opened(tmp_path)) as session:
        stop = False

        async def others() -> None:
            while not stop:
                vote(session, "p2")
                await asyncio.sleep(0)

        busy = asyncio.create_task(others())
        await asyncio.wait_for(session.saved(vote(session)), PATIENCE)
        assert session.saving.waiting
        stop = True
        await busy


async def test_who_waits_is_told_when_the_session_goes_on_elsewhere(tmp_path: Path) -> None:
    disk = BadDisk(tmp_path / "full")
    async with running(opened(tmp_path / "full", disk)) as session:
        await session.settled()
        disk.fsync_error = errno.EIO
        waiting = asyncio.ensure_future(session.saved(vote(session)))
        await until(session, lambda: bool(session.saving.trouble))
        path = await session.continue_in(tmp_path / "other")
        await asyncio.wait_for(waiting, PATIENCE)
        assert written(path) == 1


async def test_a_trouble_that_passes_is_waited_for(tmp_path: Path) -> None:
    disk = BadDisk()
    async with running(opened(tmp_path, disk)) as session:
        await session.settled()
        disk.full_after = 0
        waiting = asyncio.ensure_future(session.saved(vote(session)))
        await until(session, lambda: bool(session.saving.trouble))
        assert not waiting.done()
        disk.heal()
        await asyncio.wait_for(waiting, PATIENCE)


async def test_a_disk_that_refuses_or_hangs_is_said_in_time_and_asked_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(saver, "SAVED_SECONDS", 0.05)
    disk = GatedDisk()
    async with running(opened(tmp_path, disk)) as session:
        await session.settled()
        disk.hold()
        hanging = vote(session)
        with pytest.raises(NotSaved) as not_saved:
            await session.saved(hanging)
        assert not_saved.value.trouble == SLOW
        disk.release()
        monkeypatch.setattr(saver, "SAVED_SECONDS", PATIENCE)
        await session.saved(hanging)
        assert written(session.path) == 1


async def test_nobody_is_left_waiting_when_the_session_ends(tmp_path: Path) -> None:
    disk = BadDisk()
    async with running(opened(tmp_path, disk)) as session:
        await session.settled()
        disk.fsync_error = errno.EIO
        waiting = [asyncio.ensure_future(session.saved(vote(session))) for _one in range(3)]
        await until(session, lambda: bool(session.saving.trouble))
    for one in waiting:
        with pytest.raises(NotSaved):
            await asyncio.wait_for(one, PATIENCE)
    with pytest.raises(NotSaved):
        await session.saved(session.head.seq)


async def test_what_waits_when_the_writing_is_cancelled_is_told(tmp_path: Path) -> None:
    disk = GatedDisk()
    session = opened(tmp_path, disk)
    task = asyncio.create_task(session.run())
    await session.settled()
    disk.hold()
    waiting = asyncio.ensure_future(session.saved(vote(session)))
    await asyncio.wait_for(disk.waiting.wait(), PATIENCE)
    task.cancel()
    with pytest.raises(NotSaved):
        await asyncio.wait_for(waiting, PATIENCE)
    disk.release()
    session.close()


async def test_who_hangs_up_does_not_hold_up_the_rest(tmp_path: Path) -> None:
    disk = GatedDisk()
    async with running(opened(tmp_path, disk)) as session:
        await session.settled()
        disk.hold()
        gone, stays = (
            asyncio.ensure_future(session.saved(vote(session, who))) for who in ("p1", "p2")
        )
        await asyncio.wait_for(disk.waiting.wait(), PATIENCE)
        gone.cancel()
        disk.release()
        await asyncio.wait_for(stays, PATIENCE)


async def test_what_is_durable_already_is_not_waited_for(tmp_path: Path) -> None:
    async with running(opened(tmp_path)) as session:
        seq = vote(session)
        await session.settled()
        await session.saved(seq)
    await session.saved(seq)
