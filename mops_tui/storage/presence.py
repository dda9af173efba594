"""Whether a projector window follows a session: an OS lock on a file beside it."""

from __future__ import annotations

from pathlib import Path

from filelock import FileLock, Timeout

from mops_tui.storage.disk import FILE_MODE

SUFFIX = ".stage"


class StagePresence:
    """A sign that a stage is open. It goes away with its process, however that ends."""

    def __init__(self, session: Path) -> None:
        """Take the session file; nothing is made yet."""
        self._lock = FileLock(session.with_name(f"{session.name}{SUFFIX}"), mode=FILE_MODE)

    def announce(self) -> bool:
        """Say that a stage is open.

        Returns:
            False when another stage has said so already, or it cannot be said.
        """
        if self._lock.is_locked:
            return True
        try:
            self._lock.acquire(blocking=False)
        except (Timeout, OSError):
            return False
        return True

    def somebody(self) -> bool:
        """Whether a stage is open, asked by another process."""
        try:
            self._lock.acquire(blocking=False)
        except Timeout:
            return True
        except OSError:
            return False
        self._lock.release()
        return False

    def release(self) -> None:
        """The stage is gone."""
        if self._lock.is_locked:
            self._lock.release()
