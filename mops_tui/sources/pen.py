"""One session file held for writing: the writer, the lock, and the note of its durable length.

Threads take turns at it. The loop's writing has it most of the time; at the end of a program that
no longer runs in good order, whoever ends it takes the last turn. A write that hangs keeps its
turn: then the file is given up, and closes itself when the write comes back.
"""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable, Sequence
from pathlib import Path

from mops_tui.model.session.events import Event
from mops_tui.sources.saving import SLOW, trouble
from mops_tui.storage.files.disk import DISK, Disk
from mops_tui.storage.files.errors import SessionError, WriteFailed, refusing
from mops_tui.storage.locking.locks import SessionLock
from mops_tui.storage.sessions.blocks import encode
from mops_tui.storage.sessions.durable import DurableLength
from mops_tui.storage.sessions.moved import write_forwarding_note
from mops_tui.storage.sessions.writer import Writer, copy_into


class Pen:
    """A session file held for writing: its lock, its writer and its durable length.

    Attributes:
        path: The file.
        stored: The `seq` of the last event that the disk has confirmed, and how many bytes the
            file has up to there; both at once, since another thread may ask.
        left: Nothing more is written here.
    """

    def __init__(self, writer: Writer, lock: SessionLock, seq: int, disk: Disk = DISK) -> None:
        """Take a writer, and the lock that its file is held by.

        Args:
            writer: The writer.
            lock: The lock, acquired.
            seq: The `seq` of the last event in the file.
            disk: The disk that a copy is written with.
        """
        self.path = writer.path
        self.stored = (seq, writer.length)
        self.left = False
        self._writer = writer
        self._lock = lock
        self._disk = disk
        self._durable = DurableLength(writer.path)
        self._durable.publish(writer.length)
        self._turn = threading.Lock()
        self._unsure = False

    @classmethod
    def open(cls, path: Path, length: int | None, seq: int, disk: Disk = DISK) -> Pen:
        """Lock a file and open it.

        Args:
            path: The file.
            length: Its length as it was read; as it is now, with None.
            seq: The `seq` of its last event.
            disk: The operating system, or a test's idea of a bad one.

        Raises:
            Busy: Somebody else has it.
            SessionError: It cannot be locked, or not be read.
            WriteFailed: It cannot be opened for writing, or is not of that length.
        """
        lock = SessionLock(path)
        lock.acquire()
        try:
            with refusing("cannot-read"):
                size = path.stat().st_size if length is None else length
            return cls(Writer(path, size, disk), lock, seq, disk)
        except (SessionError, WriteFailed):
            lock.release()
            raise

    def store(self, events: Sequence[Event]) -> None:
        """Append events and return once they are durable.

        Raises:
            WriteFailed: They are not; "closed" where the file was given up.
        """
        try:
            with self._turn:
                self._append(events)
        finally:
            if self.left:  # meanwhile, and whoever left could not close what was in use
                self._close_if_free()

    def store_last(self, waiting: Callable[[int], Sequence[Event]], patience: float) -> str:
        """Append what still waits, and close the file: the last turn, from any thread.

        Args:
            waiting: Gives the events after a `seq`.
            patience: How long to wait for a write that is under way, in seconds.

        Returns:
            "" where everything is durable here, else the trouble, as `Saving` has it.
        """
        had = self._turn.acquire(timeout=patience)
        try:
            if not had:
                return SLOW
            self._append(waiting(self.stored[0]))
        except WriteFailed as error:
            return trouble(error)
        else:
            return ""
        finally:
            self.left = True
            if had:
                self._close()
                self._turn.release()

    def check(self) -> None:
        """See whether the file is still what was written.

        Raises:
            WriteFailed: Somebody else has changed it.
        """
        with self._turn:
            self._writer.check()

    def make_whole(self) -> None:
        """Put back what somebody cut off the file, or the file that somebody took away.

        Raises:
            WriteFailed: It holds something else by now, or the disk refuses.
        """
        with self._turn:
            self._writer.make_whole()

    def continue_in(self, folder: Path) -> Pen:
        """Copy what is durable into another folder, and open the copy. This file stays open.

        Raises:
            SessionError: The copy cannot be made.
            Busy: Somebody has a session of that name there.
            WriteFailed: It cannot be opened.
        """
        seq, length = self.stored
        path = self.copy_to(folder, length)
        try:
            return Pen.open(path, length, seq, self._disk)
        except (SessionError, WriteFailed):
            with contextlib.suppress(OSError):  # or this copy would pass for the session
                path.unlink(missing_ok=True)
            raise

    def copy_to(self, folder: Path, length: int, more: bytes = b"") -> Path:
        """Write the first bytes of the file, and some more, into a new file of another folder.

        Raises:
            SessionError: The copy cannot be made.
        """
        return copy_into(folder, self.path.name, self._writer.whole(length) + more)

    def leave(self, there: Path | None = None) -> None:
        """Release the file, at once or when a write that hangs comes back.

        Args:
            there: Where the session goes on, if anywhere; a forwarding note says so.
        """
        self.left = True
        if there is not None:
            write_forwarding_note(self.path, there)
        self._close_if_free()

    def _close_if_free(self) -> None:
        if self._turn.acquire(blocking=False):
            try:
                self._close()
            finally:
                self._turn.release()

    def _append(self, events: Sequence[Event]) -> None:
        if self.left:
            raise WriteFailed("closed")
        if self._unsure:
            self._writer.restore()
            self._unsure = False
        if not events:
            self._writer.check()
            return
        self._unsure = True
        self._writer.append(b"".join(encode(event) for event in events))
        self._unsure = False
        self.stored = (events[-1].seq, self._writer.length)
        self._durable.publish(self._writer.length)

    def _close(self) -> None:
        self._durable.close()
        self._writer.close()
        self._lock.release()
