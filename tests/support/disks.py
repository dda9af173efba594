"""Disks that fail when told to, and a live session that runs beside a test."""

from __future__ import annotations

import asyncio
import contextlib
import errno
import os
import threading
from collections.abc import AsyncIterator, Callable
from pathlib import Path

from support.sessions import header

from mops_tui.model.session import commands as cmd
from mops_tui.model.session.state import View
from mops_tui.sources.live import LiveSession
from mops_tui.storage.files.disk import OsDisk

PATIENCE = 60.0


class BadDisk(OsDisk):
    """The real disk, until it is told to fail.

    Attributes:
        full_after: How many more bytes a write takes; None for no limit.
        fsync_error: What fsync fails with, or 0.
        open_error: What opening fails with, or 0.
        folder: Only files below it are concerned; None for all.
        synced: The bytes of the file at each fsync that succeeded.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self.full_after: int | None = None
        self.fsync_error = 0
        self.open_error = 0
        self.folder = folder
        self.synced: list[int] = []
        self._paths: dict[int, Path] = {}

    def heal(self) -> None:
        self.full_after, self.fsync_error, self.open_error = None, 0, 0

    def _concerned(self, path: Path) -> bool:
        return self.folder is None or path.is_relative_to(self.folder)

    def open(self, path: Path) -> int:
        if self.open_error and self._concerned(path):
            raise OSError(self.open_error, os.strerror(self.open_error))
        fd = super().open(path)
        self._paths[fd] = path
        return fd

    def write(self, fd: int, data: bytes | memoryview) -> int:
        if self.full_after is None or not self._concerned(self._paths[fd]):
            return super().write(fd, data)
        if not self.full_after:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        written = super().write(fd, data[: self.full_after])
        self.full_after -= written
        return written

    def fsync(self, fd: int) -> None:
        if self.fsync_error and self._concerned(self._paths[fd]):
            raise OSError(self.fsync_error, os.strerror(self.fsync_error))
        super().fsync(fd)
        self.synced.append(os.fstat(fd).st_size)


class GatedDisk(BadDisk):
    """A disk whose fsync waits until it is let through."""

    def __init__(self) -> None:
        super().__init__()
        self._loop = asyncio.get_running_loop()
        self._gate = threading.Event()
        self._gate.set()
        self.waiting = asyncio.Event()

    def hold(self) -> None:
        self._gate.clear()
        self.waiting.clear()

    def release(self) -> None:
        self._gate.set()

    def fsync(self, fd: int) -> None:
        with contextlib.suppress(RuntimeError):  # the loop is closed: nobody looks any more
            self._loop.call_soon_threadsafe(self.waiting.set)
        if not self._gate.wait(PATIENCE):
            raise TimeoutError
        super().fsync(fd)


@contextlib.asynccontextmanager
async def running(session: LiveSession) -> AsyncIterator[LiveSession]:
    """A session with its writing task, ended in good order."""
    task = asyncio.create_task(session.run())
    try:
        yield session
    finally:
        session.end()
        await asyncio.wait_for(task, PATIENCE)
        session.close()


async def until(session: LiveSession, holds: Callable[[], bool]) -> None:
    """Wait until a condition holds; it is checked after each change of the session."""
    changed = asyncio.Event()
    end = session.subscribe(changed.set)
    try:
        async with asyncio.timeout(PATIENCE):
            while not holds():
                await changed.wait()
                changed.clear()
    finally:
        end()


class Ticks:
    """A clock that a test turns by hand."""

    def __init__(self, t: float = 0.0) -> None:
        self.t = t

    def __call__(self) -> float:
        return self.t


def opened(
    folder: Path, disk: OsDisk | None = None, people: int = 4, **changes: object
) -> LiveSession:
    """A session in which so many people, p1 and so on, look at the open first question."""
    session = LiveSession.create(folder, header(**changes), Ticks(), disk or OsDisk())
    for seat in range(1, people + 1):
        session.ask(cmd.Join(f"p{seat}", f"Person {seat}"))
    session.ask(cmd.Show(View("question", "demo/where")))
    return session
