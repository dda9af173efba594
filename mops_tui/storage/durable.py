"""How much of a session file is durable, told to whoever follows it.

Bytes can be read before fsync has confirmed them, and a disk that fails takes them back. What the
room must not see too early is held back by this mark: a small file beside the session, there as
long as somebody writes to it.
"""

from __future__ import annotations

import contextlib
import os
import re
from pathlib import Path

from mops_tui.storage.disk import FILE_MODE
from mops_tui.storage.ordinary import read_ordinary

SUFFIX = ".durable"
LENGTH = 21
"""Bytes of a mark: twenty digits and a newline."""
_BINARY = getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
_MARK = re.compile(rb"([0-9]{20})\n")


class DurableMark:
    """The writer's side. Nothing here is worth a failure: a mark that cannot be kept goes."""

    def __init__(self, session: Path) -> None:
        """Take the session file; nothing is made yet."""
        self._path = mark_path(session)
        self._fd: int | None = None
        self._closed = False

    def publish(self, length: int) -> None:
        """Say that so many bytes are durable."""
        if self._closed:  # a write that came back late, after its session was given up
            return
        try:
            if self._fd is None:
                flags = os.O_RDWR | os.O_CREAT | _BINARY
                self._fd = os.open(self._path, flags, FILE_MODE)
            os.lseek(self._fd, 0, os.SEEK_SET)
            if os.write(self._fd, b"%020d\n" % length) != LENGTH:
                self.close()
        except OSError:
            self.close()

    def close(self) -> None:
        """Nobody writes any more: everything that is whole counts."""
        self._closed = True
        if self._fd is not None:
            with contextlib.suppress(OSError):
                os.close(self._fd)
            self._fd = None
        with contextlib.suppress(OSError):
            self._path.unlink(missing_ok=True)


def mark_path(session: Path) -> Path:
    """Where the mark of a session stands."""
    return session.with_name(f"{session.name}{SUFFIX}")


def durable_length(session: Path) -> int | None:
    """How many bytes of a session are durable; None where nobody says so.

    Raises:
        ValueError: The mark is just being written; look again.
    """
    try:
        data = read_ordinary(mark_path(session), LENGTH + 1)
    except OSError:
        return None
    found = _MARK.fullmatch(data)
    if found is None:
        raise ValueError(data)
    return int(found[1])
