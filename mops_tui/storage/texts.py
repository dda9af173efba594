"""Files that people write: only ordinary ones are opened; any of the usual encodings is read."""

from __future__ import annotations

import codecs
import errno
import os
import stat
from pathlib import Path

_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
_MARKS = (  # UTF-32's first, since UTF-16's is how one of them begins
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


class NotText(Exception):  # noqa: N818 - it says what a file is
    """Bytes that are no text in UTF-8 or UTF-16.

    Attributes:
        line: The line, from 1, where that shows.
    """

    def __init__(self, line: int) -> None:
        super().__init__(line)
        self.line = line


def ordinary_bytes(path: Path, limit: int) -> bytes:
    """The first bytes of an ordinary file. A pipe or a device is not waited for.

    Args:
        path: The file.
        limit: How many bytes at most.

    Raises:
        OSError: It cannot be read, or is no ordinary file.
    """
    fd = os.open(path, _FLAGS)
    with os.fdopen(fd, "rb") as file:
        mode = os.fstat(fd).st_mode
        if stat.S_ISDIR(mode):
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        if not stat.S_ISREG(mode):
            raise OSError(0, "no ordinary file")
        return file.read(limit)


def decoded(data: bytes, *, whole: bool = True) -> str:
    """A text in UTF-8 or UTF-16, with a byte-order mark or without.

    Notepad and PowerShell write UTF-16, and UTF-8 with a mark. Where there is no mark, a null byte
    tells: TOML begins with a character of ASCII.

    Args:
        data: The bytes.
        whole: They are all there are; otherwise the last character may be cut in two.

    Raises:
        NotText: They are no such text.
    """
    name = next((name for mark, name in _MARKS if data.startswith(mark)), "")
    if not name:
        name = {b"\0": "utf-16-be"}.get(data[:1]) or {b"\0": "utf-16-le"}.get(data[1:2], "utf-8")
    try:
        return codecs.getincrementaldecoder(name)().decode(data, final=whole)
    except UnicodeDecodeError as error:
        raise NotText(data.count(b"\n", 0, error.start) + 1) from None
