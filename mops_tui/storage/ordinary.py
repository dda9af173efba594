"""Opening ordinary files only: a named pipe keeps whoever opens it waiting for ever."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path
from typing import BinaryIO

_FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_BINARY", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_NONBLOCK", 0)
)


def open_ordinary(path: Path) -> BinaryIO:
    """Open a file for reading, if it is one.

    Raises:
        IsADirectoryError: It is a folder.
        OSError: It cannot be opened, or is a pipe, a socket or a device (`errno.EINVAL`).
    """
    fd = os.open(path, _FLAGS)
    try:
        mode = os.fstat(fd).st_mode
        if stat.S_ISDIR(mode):
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
        if not stat.S_ISREG(mode):
            raise OSError(errno.EINVAL, "not an ordinary file", str(path))
        return os.fdopen(fd, "rb")
    except OSError:
        os.close(fd)
        raise
