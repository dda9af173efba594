"""The live source: commands become events, events become durable, and then they are shown.

`ask` decides at once on the head and queues the events' bytes. `run` is the one task that takes
them to the disk, a batch at a time, one fsync a batch, in a thread. Only what the disk has
confirmed reaches `durable`. When the disk fails, nothing is dropped: the queue waits, the file is
restored, and the batch is written again, here or in another folder.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Callable
from pathlib import Path

from mops_tui.model.apply import apply
from mops_tui.model.commands import Command, OpenSession, Pause, Refusal, Resume
from mops_tui.model.decide import Outcome, decide
from mops_tui.model.events import Event, TallySet, VoteCast
from mops_tui.model.header import Header
from mops_tui.model.state import WorkshopState, begin, fold
from mops_tui.sources.base import Listener, Saving
from mops_tui.sources.clock import Clock, session_clock
from mops_tui.storage import journal
from mops_tui.storage.beside import real
from mops_tui.storage.blocks import encode
from mops_tui.storage.disk import DISK, Disk
from mops_tui.storage.durable import DurableMark
from mops_tui.storage.errors import SessionError, WriteFailed, refuse_practice, refusing
from mops_tui.storage.locks import SessionLock
from mops_tui.storage.moved import mark_moved
from mops_tui.storage.recovery import Recovery, recover
from mops_tui.storage.writer import Writer

RETRY_SECONDS = 1.0
"""How long a failed write rests before the next try, unless somebody presses a key for it."""


class LiveSession:
    """One session that is being written.

    Attributes:
        header: What was settled before.
        path: Where the journal lies; it changes when the session carries on elsewhere.
        recovery: What was mended when the session was resumed, if anything.
    """

    def __init__(
        self,
        header: Header,
        state: WorkshopState,
        writer: Writer,
        lock: SessionLock,
        clock: Clock,
        recovery: Recovery | None = None,
        disk: Disk = DISK,
    ) -> None:
        self.header = header
        self.recovery = recovery
        self._head = state
        self._durable = state
        self._writer = writer
        self._lock = lock
        self._clock = clock
        self._queue: list[Event] = []
        self._trouble = ""
        self._listeners: list[Listener] = []
        self._disk = disk
        self._mark = DurableMark(writer.path)
        self._mark.publish(writer.length)
        self._writing = asyncio.Lock()
        self._wake = asyncio.Event()
        self._idle = asyncio.Event()
        self._idle.set()
        self._ended = False

    @classmethod
    def create(
        cls, folder: Path, header: Header, clock: Clock | None = None, disk: Disk = DISK
    ) -> LiveSession:
        """Begin a new session in a folder.

        Args:
            folder: The folder; it is made when absent.
            header: What is settled from the beginning.
            clock: Seconds since the session was opened.
            disk: The operating system, or a test's idea of a bad one.

        Raises:
            SessionError: The file cannot be made.
            Busy: Somebody else has that very file.
            WriteFailed: It cannot be opened.
        """
        path = folder / f"{header.id}.toml"
        crc = journal.create(path, header)
        lock = SessionLock(path)
        try:
            lock.acquire()
            with refusing("cannot-read"):
                size = path.stat().st_size
            writer = Writer(path, size, disk)
        except (SessionError, WriteFailed):
            with contextlib.suppress(OSError):  # what could not be begun leaves nothing behind
                path.unlink(missing_ok=True)
            lock.release()
            raise
        clock = clock or session_clock(header.opened)
        session = cls(header, begin(header), writer, lock, clock, disk=disk)
        session.ask(OpenSession(crc))
        return session

    @classmethod
    def resume(cls, path: Path, clock: Clock | None = None, disk: Disk = DISK) -> LiveSession:
        """Go on with a session where its journal ends, mending a torn tail first.

        Args:
            path: The session file.
            clock: Seconds since the session was opened.
            disk: The operating system, or a test's idea of a bad one.

        Raises:
            SessionError: It cannot be read; "damaged" where a repair is needed first.
            Busy: Somebody else is writing to it.
            WriteFailed: It cannot be opened for writing.
        """
        journal.load(path)  # what cannot be read gets no lock file beside it
        path = real(path)
        lock = SessionLock(path)
        lock.acquire()
        try:
            recovery = recover(path)
            reading = journal.read(path)
            refuse_practice(reading.header.session)
            if reading.damage is not None or not reading.writable:
                line = reading.damage.line if reading.damage else None
                raise SessionError("damaged", line)
            writer = Writer(path, reading.length, disk)
        except (SessionError, WriteFailed, OSError):
            lock.release()
            raise
        state = fold(reading.header, reading.events)
        clock = clock or session_clock(reading.header.opened, state.t)
        session = cls(reading.header, state, writer, lock, clock, recovery, disk)
        if state.phase == "new":
            session.ask(OpenSession(reading.header_crc))
        else:
            session.ask(Resume(after_crash=state.phase == "open"))
        return session

    @property
    def path(self) -> Path:
        """Where the journal lies."""
        return self._writer.path

    @property
    def head(self) -> WorkshopState:
        """Everything decided."""
        return self._head

    @property
    def durable(self) -> WorkshopState:
        """Everything that the disk has confirmed."""
        return self._durable

    @property
    def saving(self) -> Saving:
        """How many votes wait for the disk, and what is wrong with it."""
        votes = sum(1 for event in self._queue if isinstance(event, VoteCast | TallySet))
        return Saving(votes, self._trouble)

    def now(self) -> float:
        """Seconds since the session was opened."""
        return self._clock()

    def ask(self, command: Command) -> Outcome:
        """Decide a command on the head and queue what it makes happen."""
        made = decide(self._head, command, self.now())
        if isinstance(made, Refusal) or not made:
            return made
        for event in made:
            self._head = apply(self._head, event)
        self._queue += made
        self._idle.clear()
        self._wake.set()
        self._tell()
        return made

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Be called after each change of the head, the durable state or the trouble."""
        self._listeners.append(listener)

        def end() -> None:
            with contextlib.suppress(ValueError):
                self._listeners.remove(listener)

        return end

    def _tell(self) -> None:
        for listener in tuple(self._listeners):
            listener()

    def _tell_soon(self) -> None:
        """Tell from the loop, so that a screen that fails does not end the writing."""
        asyncio.get_running_loop().call_soon(self._tell)

    async def run(self) -> None:
        """Take the queue to the disk until the session ends. One task runs this."""
        while not (self._ended and not self._queue):
            await self._wake.wait()
            self._wake.clear()
            while self._queue:
                if not await self._write(len(self._queue)):
                    await self._rest()
                    if self._ended:
                        return

    async def _write(self, count: int) -> bool:
        batch = self._queue[:count]
        try:
            async with self._writing:
                await asyncio.to_thread(self._store, batch, again=bool(self._trouble))
        except WriteFailed as error:
            self._trouble = str(error.params.get("reason") or error.code)
            self._tell_soon()
            return False
        del self._queue[:count]
        self._trouble = ""
        for event in batch:
            self._durable = apply(self._durable, event)
        self._tell_soon()
        if not self._queue:
            self._idle.set()
        return True

    def _store(self, batch: list[Event], *, again: bool) -> None:
        if again:
            self._writer.restore()
        self._writer.append(b"".join(encode(event) for event in batch))
        self._mark.publish(self._writer.length)

    async def _rest(self) -> None:
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._wake.wait(), RETRY_SECONDS)
        self._wake.clear()

    async def settled(self) -> None:
        """Wait until everything that was asked for is durable."""
        await self._idle.wait()

    async def carry_on(self, folder: Path) -> Path:
        """Go on in another folder: copy what is durable there, then write the queue.

        Beside the old copy a mark says where it goes on.

        Raises:
            SessionError: The copy cannot be made.
            Busy: Somebody has a session of that name there.
            WriteFailed: What is durable cannot be read.
        """
        async with self._writing:
            length = self._writer.length
            path = self._writer.copy_to(folder)
            lock = SessionLock(path)
            try:
                lock.acquire()
                writer = Writer(path, length, self._disk)
            except (SessionError, WriteFailed):
                with contextlib.suppress(OSError):  # or this copy would pass for the session
                    path.unlink(missing_ok=True)
                lock.release()
                raise
            mark_moved(self._writer.path, path)
            self._mark.close()
            self._writer.close()
            self._lock.release()
            self._writer, self._lock, self._mark = writer, lock, DurableMark(path)
            self._mark.publish(length)
        self._wake.set()
        return path

    def pause(self) -> None:
        """Note that the workshop rests, unless it does already."""
        if self._head.phase == "open":
            self.ask(Pause())

    def end(self) -> None:
        """Let `run` finish after what is queued, and give up on a disk that does not take it."""
        self._ended = True
        self._wake.set()

    def close(self) -> None:
        """Release the file. Call it when `run` has finished."""
        self._mark.close()
        self._writer.close()
        self._lock.release()
