"""What a stranger's file may do to whoever lists it: nothing.

A named pipe keeps whoever opens it waiting for ever; a key of many thousand parts does so in
tomllib, whose work on it grows with their square.
"""

from __future__ import annotations

import errno
import os
import re
import stat
from pathlib import Path
from typing import BinaryIO

_FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_BINARY", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_NONBLOCK", 0)
)

_LONG_KEY = re.compile(rb"""(?<![\w-])(?:(?:[\w-]++|"[^"\n]*+"|'[^'\n]*+')[ \t]*+\.[ \t]*+){32}""")


def has_long_key(text: bytes) -> bool:
    """Whether a TOML text has a key of more than 32 parts, which no file of ours has."""
    return _LONG_KEY.search(text) is not None


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
