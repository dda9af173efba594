"""Standard output and standard error: UTF-8 whatever the locale says, and a way out when they fail.

A disk that is full, a pipe that nobody reads any more and a stream that was closed before the start
show only when something is written or flushed, maybe at the very end. All of it ends here.
"""

from __future__ import annotations

import errno
import io
import os
import select
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from mops_tui.words.i18n import _

if TYPE_CHECKING:
    from typing_extensions import Buffer

FAILED = 1
"""The exit status when what was asked for could not be written."""
_GONE = (errno.EPIPE, errno.ESHUTDOWN)
_STDOUT, _STDERR = 1, 2


class OutputFailed(Exception):  # noqa: N818 - it says what happened
    """Standard output takes nothing more.

    It is no OSError on purpose: a command that watches a file of its own must not take it for that.

    Attributes:
        reason: The system's words, or "" when the reader has simply gone.
    """

    def __init__(self, error: OSError) -> None:
        gone = error.errno in _GONE
        closed = _("it is closed") if error.errno == errno.EBADF else ""
        self.reason = "" if gone else (closed or error.strerror or str(error))
        super().__init__(self.reason)


class _Raw(io.FileIO):
    """A descriptor that tells its failure once, and from then on swallows what it is given."""

    def __init__(self, number: int, *, loud: bool) -> None:
        super().__init__(number, "wb", closefd=False)
        self._loud = loud
        self._dead = False

    def write(self, data: Buffer, /) -> int:
        size = memoryview(data).nbytes
        if self._dead:
            return size
        try:
            while (written := super().write(data)) is None:  # a pipe that is full and may not block
                select.select((), (self,), ())
        except OSError as error:
            self._dead = True
            if self._loud:
                raise OutputFailed(error) from error
            return size
        return written


def guarded(run: Callable[[], None]) -> None:
    """Run the program with streams that can be trusted.

    Args:
        run: The program; it may end itself.

    Raises:
        SystemExit: Standard output could not be written; what to say about it is said.
    """
    _occupy()
    sys.stdout = _utf8(sys.stdout, _STDOUT, loud=True)
    sys.stderr = _utf8(sys.stderr, _STDERR, loud=False)
    sys.stdin = sys.stdin or open(0, closefd=False)  # noqa: SIM115 - it lasts as long
    _reconfigure(sys.stdin, "replace")
    try:
        try:
            run()
        finally:
            sys.stdout.flush()
    except OutputFailed as failed:
        if failed.reason:
            words = _("Standard output cannot be written: {why}.").format(why=failed.reason)
            sys.stderr.write(words + "\n")
            sys.stderr.flush()
        sys.exit(FAILED)


def _occupy() -> None:
    """Fill the places of streams that were closed, or the next file that is opened takes one.

    What is opened here cannot be written to: whoever asked for output is told that there is none.
    """
    for number in (0, _STDOUT, _STDERR):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDONLY)  # the lowest number that is free: this one


def _utf8(stream: object, number: int, *, loud: bool) -> io.TextIOWrapper:
    """A stream that takes every character; a terminal stays what it is."""
    if isinstance(stream, io.TextIOWrapper) and stream.isatty():
        _reconfigure(stream, "backslashreplace")
        return stream
    if isinstance(stream, io.TextIOWrapper):
        stream.flush()
    raw = _Raw(number, loud=loud)
    return io.TextIOWrapper(
        io.BufferedWriter(raw),
        encoding="utf-8",
        errors="backslashreplace",
        line_buffering=not loud,
    )


def _reconfigure(stream: object, errors: str) -> None:
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(encoding="utf-8", errors=errors)
