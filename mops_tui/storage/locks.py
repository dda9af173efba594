"""One writer at a time: an operating system's lock on a file beside the session."""

from __future__ import annotations

import contextlib
import os
import socket
import tomllib
from datetime import UTC, datetime
from pathlib import Path

import tomli_w
from filelock import FileLock, Timeout

from mops_tui.storage.disk import FILE_MODE, replace_whole
from mops_tui.storage.errors import Busy, SessionError
from mops_tui.storage.ordinary import read_ordinary


def somebody_writes(session: Path) -> bool:
    """Whether a session has a writer at this moment. Asking takes the lock for an instant."""
    path = lock_file(session)
    if not path.exists():
        return False
    asked = FileLock(path, mode=FILE_MODE, thread_local=False)
    try:
        asked.acquire(blocking=False)
    except (Timeout, OSError):
        return True
    asked.release()
    return False


def lock_file(session: Path) -> Path:
    """The file that is locked for a session."""
    return session.with_name(f"{session.name}.lock")


class SessionLock:
    """The right to write to a session, held until `release` or the end of the process.

    The lock decides, never what is written about it: that only tells a refused second writer who
    has it. It stands in a file of its own, since Windows keeps others from reading a locked file
    and older versions of filelock empty it.

    Attributes:
        path: The session file.
        lock_path: The file that is locked. It stays, because removing it would race.
        who_path: The file that says who holds the lock.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.lock_path = lock_file(path)
        self.who_path = path.with_name(f"{path.name}.lock-holder")
        # not thread-local: a worker thread may write on behalf of the loop that acquired it
        self._lock = FileLock(self.lock_path, mode=FILE_MODE, thread_local=False)

    @property
    def held(self) -> bool:
        """Whether this object holds the lock."""
        return self._lock.is_locked

    def acquire(self) -> None:
        """Take the lock, or be refused at once.

        Raises:
            Busy: Somebody else holds it.
            SessionError: "cannot-lock": the lock file cannot be made.
        """
        if self.held:
            return
        try:
            self._lock.acquire(blocking=False)
        except Timeout as error:
            raise self._busy() from error
        except OSError as error:
            reason = error.strerror or str(error)
            raise SessionError("cannot-lock", None, {"reason": reason}) from error
        keys = {
            "host": socket.gethostname(),
            "pid": os.getpid(),
            "since": datetime.now(UTC).replace(microsecond=0).isoformat(),
        }
        with contextlib.suppress(OSError):  # a courtesy: a full disk must not stop a resume
            replace_whole(self.who_path, tomli_w.dumps(keys).encode())

    def release(self) -> None:
        """Give the lock back; the note of who had it goes first, while nobody else can write it."""
        if self.held:
            with contextlib.suppress(OSError):
                self.who_path.unlink(missing_ok=True)
            self._lock.release()

    def __enter__(self) -> SessionLock:
        self.acquire()
        return self

    def __exit__(self, *_exc: object) -> None:
        self.release()

    def _busy(self) -> Busy:
        try:
            keys = tomllib.loads(read_ordinary(self.who_path, 4096).decode())
            return Busy(str(keys["host"]), int(keys["pid"]), datetime.fromisoformat(keys["since"]))
        except (OSError, ValueError, KeyError, TypeError):
            return Busy()
