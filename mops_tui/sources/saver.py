"""Taking events to the disk, a batch at a time, one fsync a batch, in a thread.

When the disk fails, nothing is dropped: the queue waits, the file is restored, and the batch is
written again, here or in another folder. When it hangs, the session can go on in another folder
without it, and `rescue` ends it from any thread, whatever the loop does.
"""

from __future__ import annotations

import asyncio
import contextlib
import threading
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from mops_tui.model.session.events import Event, TallySet, VoteCast
from mops_tui.sources.background import in_background, within
from mops_tui.sources.pen import Pen
from mops_tui.sources.saving import (
    SAVED_SECONDS,
    SLOW,
    SLOW_SECONDS,
    NotSaved,
    Rescue,
    Saving,
    trouble,
)
from mops_tui.storage.files.errors import SessionError, WriteFailed
from mops_tui.storage.sessions.blocks import encode
from mops_tui.storage.sessions.moved import write_forwarding_note

RETRY_SECONDS = 1.0
"""How long a failed write rests before the next try, unless somebody presses a key for it."""
COURTESY_SECONDS = 1.0
"""How long the note beside an old copy is waited for: its disk may be the one that hangs."""


class Saver:
    """What was decided and is not durable yet, and the one task that makes it so.

    Attributes:
        trouble: Why the last write failed, or has not come back, as `Saving` has it.
    """

    def __init__(
        self,
        pen: Pen,
        confirmed: Callable[[Sequence[Event]], None],
        changed: Callable[[], None],
        begun: Callable[[], None],
    ) -> None:
        """Take the file; nothing waits yet.

        Args:
            pen: The means to write to it.
            confirmed: Is told, in order, which events the disk has.
            changed: Is told soon after each write, from the loop, and after each trouble.
            begun: Is told when all that is queued so far begins to be written.
        """
        self.trouble = ""
        self._pen = pen
        self._confirmed = confirmed
        self._changed = changed
        self._begun = begun
        self._queue: list[Event] = []
        self._moving = asyncio.Lock()
        self._wake = asyncio.Event()
        self._moved = asyncio.Event()
        self._awaited: list[tuple[int, asyncio.Future[None]]] = []
        self._idle = asyncio.Event()
        self._idle.set()
        self._ended = False
        self._over = False
        self._ending = threading.Lock()
        self._rescue: Rescue | None = None

    @property
    def path(self) -> Path:
        """Where the journal lies."""
        return self._pen.path

    @property
    def saving(self) -> Saving:
        """How many votes wait for the disk, and what is wrong with it."""
        return Saving(_votes(self._queue), self.trouble)

    def add(self, events: Sequence[Event]) -> None:
        """Queue events, in order."""
        self._queue += events
        self._idle.clear()
        self._wake.set()

    async def run(self) -> None:
        """Take the queue to the disk until the session ends. One task runs this."""
        try:
            await self._run()
        finally:
            self._tell_who_waits()

    async def _run(self) -> None:
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
        self._moved.clear()
        self._begun()
        storing = in_background(partial(pen.store, batch))
        moved = asyncio.ensure_future(self._moved.wait())
        try:
            done = await _first(storing, moved, seconds=SLOW_SECONDS)
            if not done:
                self.trouble = self.trouble or SLOW
                self._tell_soon()
                await _first(storing, moved)
        finally:
            moved.cancel()
            storing.add_done_callback(_take_notice)
        async with self._moving:  # whoever moves the session decides first which file it is
            if pen is not self._pen or not storing.done():
                return True
        try:
            storing.result()
        except WriteFailed as error:
            self.trouble = trouble(error)
            self._tell_soon()
            return False
        self.trouble = ""
        self._tell_soon()
        self._confirm(batch[-1].seq)
        return True

    def _confirm(self, seq: int) -> None:
        """The disk has everything up to an event."""
        stored = [event for event in self._queue if event.seq <= seq]
        del self._queue[: len(stored)]
        self._confirmed(stored)
        for awaited, future in self._awaited:
            if awaited <= seq and not future.done():
                future.set_result(None)
        self._awaited = [(at, future) for at, future in self._awaited if not future.done()]
        if not self._queue:
            self._idle.set()

    def _tell_soon(self) -> None:
        """Tell from the loop, so that a screen that fails does not end the writing."""
        asyncio.get_running_loop().call_soon(self._changed)

    async def _rest(self) -> None:
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._wake.wait(), RETRY_SECONDS)
        self._wake.clear()

    async def settled(self) -> None:
        """Wait until everything that was asked for is durable."""
        await self._idle.wait()

    async def saved(self, seq: int) -> None:
        """Wait until the disk has everything up to an event; what comes later is not waited for.

        Raises:
            NotSaved: The disk has not taken it in time, or nothing is written any more. It may be
                saved later: it is still in the queue.
        """
        if not self._queue or self._queue[0].seq > seq:
            return
        if self._over:
            raise NotSaved("closed")
        loop = asyncio.get_running_loop()
        future: asyncio.Future[None] = loop.create_future()
        self._awaited.append((seq, future))
        giving_up = loop.call_later(SAVED_SECONDS, self._give_up, future)
        try:
            await future
        finally:
            giving_up.cancel()

    def _give_up(self, future: asyncio.Future[None]) -> None:
        if not future.done():
            future.set_exception(NotSaved(self.trouble or SLOW))

    def _tell_who_waits(self) -> None:
        """Nothing is written any more: nobody is left waiting for it."""
        self._over = True
        for _seq, future in self._awaited:
            if not future.done():
                future.set_exception(NotSaved("closed"))
        self._awaited = []

    async def continue_in(self, folder: Path) -> Path:
        """Go on in another folder: copy what is durable there, then write the queue.

        Works while the old disk hangs: nothing is read from it. Beside the old copy a note says
        where it goes on.

        Raises:
            SessionError: The copy cannot be made.
            Busy: Somebody has a session of that name there.
            WriteFailed: The copy cannot be opened.
        """
        async with self._moving:
            old = self._pen
            self._pen = pen = await in_background(partial(old.continue_in, folder))
            self._confirm(pen.stored[0])
            self.trouble = ""
            leaving = in_background(partial(old.leave, pen.path))
            leaving.add_done_callback(_take_notice)
            self._moved.set()
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
        checking.add_done_callback(_take_notice)
        await _first(checking, seconds=COURTESY_SECONDS)
        return checking.done() and checking.exception() is None

    def rescue(
        self, folders: Iterable[Path], patience: float, last: Callable[[], Sequence[Event]]
    ) -> Rescue:
        """Save what waits, here or else in another folder; then release the file.

        For any thread, whatever the loop does, and for the end alone: nothing is written after it.
        Where the disk refuses or hangs, a copy of the whole session is written into the first
        folder that takes it, and a note beside the old file says where it goes on.

        Args:
            folders: Where to try, in order.
            patience: Seconds to wait for each disk.
            last: Gives the events that end the session, after those that wait.
        """
        with self._ending:
            if self._rescue is None:
                self._rescue = self._rescued(folders, patience, last)
            return self._rescue

    def _rescued(
        self, folders: Iterable[Path], patience: float, last: Callable[[], Sequence[Event]]
    ) -> Rescue:
        def after(seq: int) -> tuple[Event, ...]:
            return (*(event for event in tuple(self._queue) if event.seq > seq), *last())

        pen = self._pen
        why = within(2 * patience, lambda: pen.store_last(after, patience))
        if why == "":
            return Rescue(saved=True)
        why = self.trouble if why in (None, "closed") else why
        pen.left = True
        waiting = after(pen.stored[0])  # read before `stored` moves on, so it may be too many
        seq, length = pen.stored
        more = b"".join(encode(event) for event in waiting if event.seq > seq)
        for folder in folders:
            with contextlib.suppress(SessionError):
                path = within(patience, partial(pen.copy_to, folder, length, more))
                if path is not None:
                    within(patience, partial(write_forwarding_note, pen.path, path, at_once=True))
                    return Rescue(False, path, _votes(waiting), why or SLOW)
        return Rescue(False, None, _votes(waiting), why or SLOW)

    def end(self) -> None:
        """Let `run` finish after what is queued, and give up on a disk that does not take it."""
        self._ended = True
        self._wake.set()

    def close(self) -> None:
        """Release the file. Call it when `run` has finished."""
        if self._rescue is None and not self._queue:
            self._rescue = Rescue(saved=True)
        self._pen.leave()
        self._moved.set()
        self._tell_who_waits()


def _votes(events: Sequence[Event]) -> int:
    return sum(1 for event in events if isinstance(event, VoteCast | TallySet))


async def _first(*futures: asyncio.Future[Any], seconds: float | None = None) -> bool:
    """Wait until one of some futures is done; False where none is in time."""
    done, _ = await asyncio.wait(futures, timeout=seconds, return_when=asyncio.FIRST_COMPLETED)
    return bool(done)


def _take_notice(future: asyncio.Future[Any]) -> None:
    """Take the error of a thread that was given up, so that asyncio does not report it."""
    if not future.cancelled():
        future.exception()
