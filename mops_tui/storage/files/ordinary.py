"""Files of others are opened here and nowhere else: only ordinary ones, and never waiting.

A named pipe, a device or a socket in the place of a file would hold up whoever opens it, and a
folder can hold any of them. What is opened is asked again what it is, since it may have been
exchanged in between.
"""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path
from typing import BinaryIO

_FLAGS = os.O_RDONLY
for _name in ("O_BINARY", "O_CLOEXEC", "O_NONBLOCK", "O_NOCTTY"):
    _FLAGS |= getattr(os, _name, 0)


class NotOrdinaryError(OSError):
    """A pipe, a device, a socket: something else than bytes that lie on a disk."""

    def __init__(self, path: Path) -> None:
        """Take the path that was asked for."""
        super().__init__(errno.EINVAL, "not an ordinary file", str(path))


def open_ordinary(path: Path) -> BinaryIO:
    """Open a file for reading; this never waits, whatever stands there.

    Raises:
        IsADirectoryError: It is a folder.
        NotOrdinaryError: It is neither a file nor a folder.
        OSError: It is not there, or cannot be opened.
        ValueError: There is a null character in its name.
    """
    _refuse(path, path.stat().st_mode)  # opening some devices does something already
    fd = os.open(path, _FLAGS)
    try:
        _refuse(path, os.fstat(fd).st_mode)
        return os.fdopen(fd, "rb")
    except BaseException:
        os.close(fd)
        raise


def read_ordinary(path: Path, most: int) -> bytes:
    """The first bytes of a file, `most` of them at most; see `open_ordinary`."""
    with open_ordinary(path) as file:
        return file.read(most)


def _refuse(path: Path, mode: int) -> None:
    if stat.S_ISDIR(mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    if not stat.S_ISREG(mode):
        raise NotOrdinaryError(path)
