"""One writer at a time: an operating system's locks on files that stand for the session."""

from __future__ import annotations

import contextlib
import errno
import os
import socket
import tempfile
import tomllib
from datetime import UTC, datetime
from pathlib import Path

import tomli_w
from filelock import FileLock, Timeout

from mops_tui.storage.files.beside import HOLDER, LOCK, beside, real
from mops_tui.storage.files.disk import FILE_MODE, replace_whole
from mops_tui.storage.files.errors import Busy, SessionError
from mops_tui.storage.files.ordinary import read_ordinary
from mops_tui.storage.folders.places import closed_folder, temporary_folder
from mops_tui.storage.locking.alive import alive

_NO_LOCKS = frozenset(
    {errno.ENOLCK, errno.EOPNOTSUPP, errno.ENOTSUP, errno.EINVAL, errno.ENOSYS, errno.EACCES}
)
"""What a file system answers that knows no locks, when an open file is to be locked."""
_INSTANT = 0.3
"""Seconds. Who holds a lock longer than this without saying who they are holds it for good."""

_mine: set[Path] = set()
"""The lock files that this process holds."""


def is_being_written(session: Path) -> bool:
    """Whether a session has a writer at this moment. Asking takes the lock for an instant."""
    path = lock_file(session)
    if not os.path.lexists(path):
        return False
    lock_path = file_lock(path)
    try:
        lock_path.acquire(blocking=False)
    except (Timeout, OSError):
        return True
    lock_path.release()
    return False


def lock_file(session: Path) -> Path:
    """The file that is locked for a session."""
    return beside(session, LOCK)


def why_no_locks(folder: Path) -> OSError | None:
    """Why files of a folder cannot be locked, or None where they can. Leaves nothing behind."""
    try:
        handle, name = tempfile.mkstemp(prefix=".mops_tui-", suffix=LOCK, dir=folder)
    except OSError as error:
        return error
    os.close(handle)
    probe = file_lock(Path(name))
    try:
        probe.acquire(blocking=False)
        probe.release()
    except Timeout:  # nobody else knows its name: "no" is all that this file system says
        return OSError(errno.ENOLCK, os.strerror(errno.ENOLCK))
    except OSError as error:
        return error
    finally:
        with contextlib.suppress(OSError):
            Path(name).unlink(missing_ok=True)
    return None


class SessionLock:
    """The right to write to a session, held until `release` or the end of the process.

    The locks decide, never what is written about them: that only tells a refused second writer
    who has them. They stand in files of their own, since Windows keeps others from reading a
    locked file and older versions of filelock empty it. There are two: one beside the session,
    which holds for everybody who sees its folder; and one by the number of the file itself, since
    a hard link in another folder is the same session under another name.

    Attributes:
        path: The session file.
        lock_path: The file beside it that is locked. It goes when the lock is given back.
        who_path: The file that says who holds the lock.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.lock_path = lock_file(path)
        self.who_path = beside(path, HOLDER)
        self._beside = _Hold(self.lock_path, self.who_path)
        self._number: _Hold | None = None

    @property
    def held(self) -> bool:
        """Whether this object holds the lock."""
        return self._beside.held

    def acquire(self) -> None:
        """Take the lock, or be refused at once.

        Raises:
            Busy: Somebody else holds it.
            SessionError: "cannot-lock": the lock file cannot be made; "no-locks": nothing in that
                folder can be locked. Nothing is left behind.
        """
        if self.held:
            return
        self._beside.acquire()
        try:
            self._number = _by_number(real(self.path))
        except Busy:
            self._beside.release()
            raise

    def release(self) -> None:
        """Give the lock back, and take the files of it away."""
        if self._number is not None:
            self._number.release()
            self._number = None
        self._beside.release()

    def __enter__(self) -> SessionLock:
        self.acquire()
        return self

    def __exit__(self, *_exc: object) -> None:
        self.release()


class _Hold:
    """One locked file, and the note of who holds it."""

    def __init__(self, lock_path: Path, who_path: Path) -> None:
        self._lock_path = lock_path
        self._who_path = who_path
        self._lock = file_lock(lock_path)

    @property
    def held(self) -> bool:
        return self._lock.is_locked

    def acquire(self) -> None:
        fresh = not os.path.lexists(self._lock_path)
        try:
            self._take()
        except OSError as error:
            if fresh:
                with contextlib.suppress(OSError):
                    self._lock_path.unlink(missing_ok=True)
            reason = error.strerror or str(error)
            code = "no-locks" if _cannot_be_locked(error) else "cannot-lock"
            raise SessionError(code, None, {"reason": reason}) from error
        _mine.add(self._lock_path)
        keys = {
            "host": socket.gethostname(),
            "pid": os.getpid(),
            "since": datetime.now(UTC).replace(microsecond=0).isoformat(),
        }
        with contextlib.suppress(OSError):  # a courtesy: a full disk must not stop a resume
            replace_whole(self._who_path, tomli_w.dumps(keys).encode())

    def _take(self) -> None:
        with contextlib.suppress(Timeout):
            self._lock.acquire(blocking=False)
            return
        busy = _who_has(self._lock_path, self._who_path)
        if busy.code != "busy-unknown":
            raise busy
        # Somebody only asks whether there is a writer, or tidies up, or has just come.
        try:
            self._lock.acquire(timeout=_INSTANT, poll_interval=_INSTANT / 20)
        except Timeout as error:
            if why := why_no_locks(self._lock_path.parent):
                raise why from error  # some network drives say "busy" and mean "no"
            raise _who_has(self._lock_path, self._who_path) from error

    def release(self) -> None:
        """The files go first, while nobody else can hold them.

        Whoever has opened the lock file by then finds, once it is locked, that it has no name any
        more, and begins anew; filelock looks for that.
        """
        if not self.held:
            return
        for path in (self._who_path, self._lock_path):
            with contextlib.suppress(OSError):  # Windows lets no open file go; filelock removes it
                path.unlink(missing_ok=True)
        _mine.discard(self._lock_path)
        self._lock.release()


def file_lock(path: Path) -> FileLock:
    """A lock of the operating system on a file that this user alone can read.

    It is not thread-local: a worker thread may write on behalf of the loop that acquired it. It is
    never a "soft" lock, which is only a file: that would outlive a process that was killed.
    """
    return FileLock(path, mode=FILE_MODE, thread_local=False, fallback_to_soft=False)


def _cannot_be_locked(error: OSError) -> bool:
    """Whether it was the locking that failed, and not the making of the file."""
    return error.errno in _NO_LOCKS and error.filename is None


def _who_has(lock_path: Path, who_path: Path) -> Busy:
    own = lock_path in _mine
    try:
        keys = tomllib.loads(read_ordinary(who_path, 4096).decode())
        since, host, pid = (
            datetime.fromisoformat(keys["since"]),
            str(keys["host"]),
            int(keys["pid"]),
        )
        if own or host != socket.gethostname() or alive(pid):
            return Busy(host, pid, since, own=own)
        return Busy()  # the note of a writer that was killed; somebody else has the lock now
    except (OSError, ValueError, KeyError, TypeError):
        return Busy(own=own)


def _by_number(session: Path) -> _Hold | None:
    """The lock on the file itself, whatever its name; None where there is no such thing.

    It is taken beside the other one, so where it cannot be made nothing is lost but the refusal
    of a hard link.

    Raises:
        Busy: The same file is being written under another name.
    """
    try:
        status = session.stat()
        folder = number_folder()
    except OSError:
        return None
    name = f"{status.st_dev:x}-{status.st_ino:x}"
    hold = _Hold(folder / f"{name}{LOCK}", folder / f"{name}{HOLDER}")
    try:
        hold.acquire()
    except SessionError:
        return None
    return hold


def number_folder() -> Path:
    """The folder of locks by number: one for each user of this machine, for nobody else to enter.

    Raises:
        OSError: It cannot be made, or somebody else has made it.
    """
    return closed_folder(temporary_folder())
