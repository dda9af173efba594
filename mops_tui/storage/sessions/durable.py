"""How much of a session file is durable, told to whoever follows it.

Bytes can be read before fsync has confirmed them, and a disk that fails takes them back. What the
room must not see too early is held back by this note: a small file beside the session, there as
long as somebody writes to it.
"""

from __future__ import annotations

import contextlib
import os
import re
import stat
from pathlib import Path

from mops_tui.storage.files.beside import DURABLE, beside
from mops_tui.storage.files.disk import BINARY, create_private

LENGTH = 21
"""Bytes of the note: twenty digits and a newline."""
_OURS = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
"""It is a file of our own: where a link leads, or a pipe waits, nothing is written."""
_NOTE = re.compile(rb"([0-9]{20})\n")


class DurableLength:
    """The writer's side. Nothing here is worth a failure: a note that cannot be kept goes."""

    def __init__(self, session: Path) -> None:
        """Take the session file; nothing is made yet."""
        self._path = note_path(session)
        self._fd: int | None = None
        self._closed = False

    def publish(self, length: int) -> None:
        """Say that so many bytes are durable."""
        if self._closed:  # a write that came back late, after its session was given up
            return
        try:
            if self._fd is None:
                self._fd = self._open()
            os.lseek(self._fd, 0, os.SEEK_SET)
            if os.write(self._fd, b"%020d\n" % length) != LENGTH:
                self.close()
        except OSError:
            self.close()

    def _open(self) -> int:
        """A file of our own, in the place of whatever lies there.

        What was left by a writer that died, and what somebody put there, is taken away and never
        written through: a link may lead to any file of the user's.

        Raises:
            OSError: It cannot be made.
        """
        with contextlib.suppress(OSError):  # a folder of that name: the next line says so
            self._path.unlink(missing_ok=True)
        return create_private(self._path)

    def close(self) -> None:
        """Nobody writes any more: everything that is whole counts."""
        self._closed = True
        if self._fd is not None:
            with contextlib.suppress(OSError):
                os.close(self._fd)
            self._fd = None
        with contextlib.suppress(OSError):
            self._path.unlink(missing_ok=True)


def note_path(session: Path) -> Path:
    """Where the note of a session stands."""
    return beside(session, DURABLE)


def durable_length(session: Path) -> int | None:
    """How many bytes of a session are durable; None where nobody says so.

    Raises:
        ValueError: The note is just being written; look again.
    """
    try:
        fd = os.open(note_path(session), os.O_RDONLY | BINARY | _OURS)
        try:
            ordinary = stat.S_ISREG(os.fstat(fd).st_mode)
            data = os.read(fd, LENGTH + 1) if ordinary else b""
        finally:
            os.close(fd)
    except OSError:  # a link, too
        return None
    if not ordinary:
        return None
    match = _NOTE.fullmatch(data)
    if match is None:
        raise ValueError(data)
    return int(match[1])
