"""The live source: commands become events, events become durable, and then they are shown.

`ask` decides at once on the head and queues the events' bytes. `run` is the one task that takes
them to the disk, a batch at a time, one fsync a batch, in a thread. Only what the disk has
confirmed reaches `durable`. When the disk fails, nothing is dropped: the queue waits, the file is
restored, and the batch is written again, here or in another folder. When it hangs, the session can
carry on in another folder without it, and `rescue` ends the session from any thread, whatever the
loop does.
"""

from __future__ import annotations

import asyncio
import contextlib
import threading
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from mops_tui.model.session.apply import apply
from mops_tui.model.session.commands import Command, OpenSession, Pause, Refusal, Resume
from mops_tui.model.session.events import Event, TallySet, VoteCast
from mops_tui.model.session.fold import fold
from mops_tui.model.session.header import Header
from mops_tui.model.session.rules.rounds import waits_for_disk
from mops_tui.model.session.state import WorkshopState
from mops_tui.model.session.step import Outcome, refuses, step
from mops_tui.sources.background import in_background, within
from mops_tui.sources.base import SLOW, Listener, Saving, trouble
from mops_tui.sources.clock import Clock, session_clock
from mops_tui.sources.opening import OpenJournal, create_journal, open_journal
from mops_tui.sources.pen import Pen
from mops_tui.storage.files.disk import DISK, Disk
from mops_tui.storage.files.errors import SessionError, WriteFailed
from mops_tui.storage.sessions.blocks import encode
from mops_tui.storage.sessions.moved import write_forwarding_note
from mops_tui.storage.sessions.recovery import Recovery

RETRY_SECONDS = 1.0
"""How long a failed write rests before the next try, unless somebody presses a key for it."""
SLOW_SECONDS = 2.0
"""After so long a write that does not come back is said to hang."""
COURTESY_SECONDS = 1.0
"""How long the mark beside an old copy is waited for: its disk may be the one that hangs."""


@dataclass(frozen=True)
class Rescue:
    """What became of what waited, when a session had to end.

    Attributes:
        saved: Everything is in the session's own file.
        path: Else the file that holds the whole session, or None where no folder took it.
        waiting: How many votes were not in the session's own file.
        trouble: Why they were not, as `Saving` has it.
    """

    saved: bool
    path: Path | None = None
    waiting: int = 0
    trouble: str = ""


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
        pen: Pen,
        clock: Clock,
        recovery: Recovery | None = None,
    ) -> None:
        self.header = header
        self.recovery = recovery
        self._head = state
        self._durable = state
        self._pen = pen
        self._clock = clock
        self._queue: list[Event] = []
        self._trouble = ""
        self._listeners: list[Listener] = []
        self._carrying = asyncio.Lock()
        self._wake = asyncio.Event()
        self._turned = asyncio.Event()
        self._idle = asyncio.Event()
        self._idle.set()
        self._ended = False
        self._ending = threading.Lock()
        self._rescue: Rescue | None = None

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
        opened = create_journal(folder / f"{header.id}.toml", header, disk)
        return cls._begin(opened, clock)

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
        return cls._begin(open_journal(path, disk=disk), clock)

    @classmethod
    def _begin(cls, opened: OpenJournal, clock: Clock | None) -> LiveSession:
        state = fold(opened.header, opened.events)
        clock = clock or session_clock(opened.header.opened, state.t)
        session = cls(opened.header, state, opened.pen, clock, opened.recovery)
        if state.phase == "new":
            session.ask(OpenSession(opened.header_crc))
        else:
            session.ask(Resume(after_crash=state.phase == "open"))
        return session

    @property
    def path(self) -> Path:
        """Where the journal lies."""
        return self._pen.path

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
        return Saving(_votes(self._queue), self._trouble)

    def now(self) -> float:
        """Seconds since the session was opened."""
        return self._clock()

    def ask(self, command: Command) -> Outcome:
        """Decide a command on the head and queue what it makes happen."""
        refused = self._waits(command)
        outcome = refused or step(self._head, command, self.now())
        if isinstance(outcome, Refusal):
            return outcome
        if outcome.events:
            self._head = outcome.state
            self._queue += outcome.events
            self._idle.clear()
            self._wake.set()
            self._tell()
        return outcome.events

    def refuses(self, command: Command) -> Refusal | None:
        """Why a command would be refused at this moment; nothing is carried out."""
        return self._waits(command) or refuses(self._head, command, self.now())

    def _waits(self, command: Command) -> Refusal | None:
        return waits_for_disk(command) if self._trouble else None

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
                if self._pen.left:
                    return
                if not await self._write():
                    await self._rest()
                    if self._ended:
                        return

    async def _write(self) -> bool:
        """Write what waits; give up waiting for the disk where the session goes on elsewhere.

        Returns:
            False where the disk refused.
        """
        pen, batch = self._pen, tuple(self._queue)
        self._turned.clear()
        storing = in_background(partial(pen.store, batch))
        turned = asyncio.ensure_future(self._turned.wait())
        try:
            done = await _first(storing, turned, seconds=SLOW_SECONDS)
            if not done:
                self._trouble = self._trouble or SLOW
                self._tell_soon()
                await _first(storing, turned)
        finally:
            turned.cancel()
            storing.add_done_callback(_heard)
        async with self._carrying:  # whoever carries on decides first which file it is
            if pen is not self._pen or not storing.done():
                return True
        try:
            storing.result()
        except WriteFailed as error:
            self._trouble = trouble(error)
            self._tell_soon()
            return False
        self._trouble = ""
        self._tell_soon()
        self._confirm(batch[-1].seq)
        return True

    def _confirm(self, seq: int) -> None:
        """The disk has everything up to an event."""
        stored = [event for event in self._queue if event.seq <= seq]
        del self._queue[: len(stored)]
        for event in stored:
            self._durable = apply(self._durable, event)
        if not self._queue:
            self._idle.set()

    async def _rest(self) -> None:
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._wake.wait(), RETRY_SECONDS)
        self._wake.clear()

    async def settled(self) -> None:
        """Wait until everything that was asked for is durable."""
        await self._idle.wait()

    async def continue_in(self, folder: Path) -> Path:
        """Go on in another folder: copy what is durable there, then write the queue.

        Works while the old disk hangs: nothing is read from it. Beside the old copy a mark says
        where it goes on.

        Raises:
            SessionError: The copy cannot be made.
            Busy: Somebody has a session of that name there.
            WriteFailed: The copy cannot be opened.
        """
        async with self._carrying:
            old = self._pen
            self._pen = pen = await in_background(partial(old.carry_to, folder))
            self._confirm(pen.stored[0])
            self._trouble = ""
            leaving = in_background(partial(old.leave, pen.path))
            leaving.add_done_callback(_heard)
            self._turned.set()
            self._wake.set()
            await _first(leaving, seconds=COURTESY_SECONDS)
        self._tell_soon()
        return pen.path

    async def make_whole(self) -> None:
        """Write the file whole again where somebody cut it short or took it away.

        Raises:
            WriteFailed: It holds something else by now, or the disk refuses.
        """
        await in_background(self._pen.make_whole)
        self._wake.set()

    async def is_whole(self) -> bool:
        """Whether the file is still what was written: nothing may have been written since."""
        checking = in_background(self._pen.check)
        checking.add_done_callback(_heard)
        await _first(checking, seconds=COURTESY_SECONDS)
        return checking.done() and checking.exception() is None

    def rescue(self, folders: Iterable[Path], patience: float) -> Rescue:
        """Pause and save what waits, here or else in another folder; then release the file.

        For any thread, whatever the loop does, and for the end alone: nothing is written after it.
        Where the disk refuses or hangs, a copy of the whole session is written into the first
        folder that takes it, and a mark beside the old file says where it goes on.

        Args:
            folders: Where to try, in order.
            patience: Seconds to wait for each disk.
        """
        with self._ending:
            if self._rescue is None:
                self._rescue = self._rescued(folders, patience)
            return self._rescue

    def _rescued(self, folders: Iterable[Path], patience: float) -> Rescue:
        pen = self._pen
        why = within(2 * patience, lambda: pen.store_last(self._after, patience))
        if why == "":
            return Rescue(saved=True)
        why = self._trouble if why in (None, "closed") else why
        pen.left = True
        waiting = self._after(pen.stored[0])  # read before `stored` moves on, so it may be too many
        seq, length = pen.stored
        more = b"".join(encode(event) for event in waiting if event.seq > seq)
        for folder in folders:
            with contextlib.suppress(SessionError):
                path = within(patience, partial(pen.copy_to, folder, length, more))
                if path is not None:
                    within(patience, partial(write_forwarding_note, pen.path, path, at_once=True))
                    return Rescue(False, path, _votes(waiting), why or SLOW)
        return Rescue(False, None, _votes(waiting), why or SLOW)

    def _after(self, seq: int) -> tuple[Event, ...]:
        """What is decided after an event, and that the workshop rests."""
        waiting = tuple(event for event in tuple(self._queue) if event.seq > seq)
        if self._head.phase != "open":
            return waiting
        paused = step(self._head, Pause(), self.now())
        return waiting if isinstance(paused, Refusal) else waiting + paused.events

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
        if self._rescue is None and not self._queue:
            self._rescue = Rescue(saved=True)
        self._pen.leave()
        self._turned.set()


def _votes(events: Sequence[Event]) -> int:
    return sum(1 for event in events if isinstance(event, VoteCast | TallySet))


async def _first(*futures: asyncio.Future[Any], seconds: float | None = None) -> bool:
    """Wait until one of some futures is done; False where none is in time."""
    done, _ = await asyncio.wait(futures, timeout=seconds, return_when=asyncio.FIRST_COMPLETED)
    return bool(done)


def _heard(future: asyncio.Future[Any]) -> None:
    """Take the error of a thread that was given up, so that asyncio does not report it."""
    if not future.cancelled():
        future.exception()
