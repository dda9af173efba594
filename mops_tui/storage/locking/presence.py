"""Whether a projector window follows a session: an OS lock on a file beside it."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

from filelock import Timeout

from mops_tui.storage.files.beside import STAGE, beside
from mops_tui.storage.locking.locks import file_lock, why_no_locks


class StagePresence:
    """A sign that a stage is open. It goes away with its process, however that ends."""

    def __init__(self, session: Path) -> None:
        """Take the session file; nothing is made yet."""
        self._path = beside(session, STAGE)
        self._lock = file_lock(self._path)

    def announce(self) -> bool:
        """Say that a stage is open.

        Returns:
            False when another stage has said so already, or it cannot be said.
        """
        return self._lock.is_locked or self._take() is None

    def is_open(self) -> bool:
        """Whether a stage is open, asked by another process. Asking leaves no file behind."""
        if not os.path.lexists(self._path):
            return False
        refused = self._take()
        self.release()
        return isinstance(refused, Timeout)

    def release(self) -> None:
        """The stage is gone, and the file with it."""
        if self._lock.is_locked:
            self._forget()  # while it is ours: whoever opened it by now finds it has no name
            self._lock.release()

    def _take(self) -> Timeout | OSError | None:
        """Lock the file; what refused it, or None."""
        fresh = not os.path.lexists(self._path)
        try:
            self._lock.acquire(blocking=False)
        except Timeout as error:
            # Some network drives say "taken" and mean "no"; then nobody has the file.
            if fresh and (why := why_no_locks(self._path.parent)) is not None:
                self._forget()
                return why
            return error
        except OSError as error:  # a folder closed to us, or a drive that knows no locks
            if fresh:
                self._forget()
            return error
        return None

    def _forget(self) -> None:
        with contextlib.suppress(OSError):  # Windows lets no open file go; filelock removes it
            self._path.unlink(missing_ok=True)
