"""The one writer of outputs: reports, comparisons, recordings, pictures, new packs.

A file appears whole or not at all, is readable by this user alone, and never takes the place of a
session, of what belongs to one, or of a pack. A symbolic link is refused, not followed and not
replaced: whoever made it knows where it leads. What somebody has edited stays, beside a new file
with a number. A pipe or a device is written to as it is, and never read.
"""

from __future__ import annotations

import errno
import os
import re
import stat
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from mops_tui.storage.files.beside import companion_of
from mops_tui.storage.files.checksums import unedited
from mops_tui.storage.files.disk import DISK, create_whole, replace_whole, write_all
from mops_tui.storage.files.kinds import kind_of
from mops_tui.storage.files.ordinary import read_ordinary
from mops_tui.storage.files.remembered import Remembered

LONGEST = 1 << 26
"""Bytes; a file that is longer is none that was written here."""
PATIENCE = 5.0
"""Seconds that a named pipe may take to find a reader."""
_LOOK = 0.05
_OWN_FD = re.compile(r"/(?:dev|proc/self)/fd/(\d{1,6})")
_NAMED_FD = {"/dev/stdout": 1, "/dev/stderr": 2}


class OutputRefused(Exception):  # noqa: N818 - it says what happened
    """Somewhere that nothing is written to.

    Attributes:
        code: "session", "companion", "pack", "link", "folder", "disk" or "nobody-reads".
        params: What the sentence needs.
    """

    def __init__(self, code: str, params: Mapping[str, object] | None = None) -> None:
        super().__init__(code)
        self.code = code
        self.params: dict[str, object] = dict(params or {})


@dataclass(frozen=True)
class WrittenFile:
    """Where something was written.

    Attributes:
        path: The file.
        kept: The file that was asked for and stays as somebody edited it, or None.
    """

    path: Path
    kept: Path | None = None


def stream_number(path: Path) -> int | None:
    """The descriptor of this process that a name such as `/dev/stdout` or `/dev/fd/63` stands for.

    It is used itself: opened anew, a file behind it would be written from its beginning.
    """
    name = path.as_posix()
    match = _OWN_FD.fullmatch(name)
    return int(match[1]) if match else _NAMED_FD.get(name)


def is_stream(path: Path) -> bool:
    """Whether a path is a pipe, a device or a socket, or leads to one."""
    if stream_number(path) is not None:
        return True
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError):
        return False
    return not stat.S_ISREG(mode) and not stat.S_ISDIR(mode)


def is_terminal(path: Path) -> bool:
    """Whether a path leads to a terminal, which shows text alone."""
    number = stream_number(path)
    if number is not None:
        return os.isatty(number)
    try:
        if not path.is_char_device():
            return False
        fd = os.open(path, os.O_WRONLY | getattr(os, "O_NOCTTY", 0) | getattr(os, "O_NONBLOCK", 0))
    except (OSError, ValueError):  # writing says what is wrong
        return False
    try:
        return os.isatty(fd)
    finally:
        os.close(fd)


def check_output(path: Path) -> None:
    """Refuse at once what will not be written to, before any work is done.

    Raises:
        OutputRefused: It says why.
    """
    if is_stream(path):
        if stream_number(path) is None and stat.S_ISBLK(path.stat().st_mode):
            raise OutputRefused("disk")
        return
    if path.is_symlink():
        raise OutputRefused("link", {"target": os.fspath(path.readlink())})
    if path.is_dir():
        raise OutputRefused("folder")
    if session := _belongs_to(path):
        raise OutputRefused("companion", {"session": session})
    if kind := kind_of(path):
        raise OutputRefused(kind)


def edited(path: Path, new: str | bytes = "", known: Remembered | None = None) -> bool:
    """Whether a file holds something that must not be lost: all but our own, as it was written.

    Args:
        path: The file.
        new: What would take its place. A file that this begins with loses nothing, such as a
            table that has only grown since.
        known: Files of ours that have no checksum in them.
    """
    try:
        data = read_ordinary(path, LONGEST)
    except FileNotFoundError:
        return False
    except OSError:  # what cannot be read cannot be known
        return True
    if _encoded(new).startswith(data) or _has_checksum(data):
        return False
    return known is None or not known.holds(data)


def write_output(
    path: Path, content: str | bytes, *, over: bool = False, known: Remembered | None = None
) -> WrittenFile:
    """Write a text, or bytes, into a file, durably and whole.

    Args:
        path: The file; one that somebody has edited stays, and the new one gets a number.
        content: What is written; a text as UTF-8.
        over: Take the place of an edited file, too: somebody has agreed.
        known: Where a file is remembered that has no checksum in it.

    Raises:
        OutputRefused: It is no place for an output.
        OSError: It cannot be written; what was there is as it was.
    """
    check_output(path)
    data = _encoded(content)
    target = path if over else free_name(path, data, known)
    replace_whole(target, data)
    if known is not None and not _has_checksum(data):
        known.add(data)
    return WrittenFile(target, None if target == path else path)


def _encoded(content: str | bytes) -> bytes:
    return content if isinstance(content, bytes) else content.encode("utf-8", "backslashreplace")


def _has_checksum(data: bytes) -> bool:
    """Whether these bytes are a text of ours with a checksum that is right."""
    try:
        return unedited(data.decode())
    except UnicodeDecodeError:
        return False


def write_fresh(path: Path, data: bytes) -> None:
    """Write a file that must not exist yet, durably and whole.

    Raises:
        OutputRefused: It is no place for an output.
        FileExistsError: It exists.
        OSError: It cannot be written; nothing is left behind.
    """
    if os.path.lexists(path):
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), os.fspath(path))
    check_output(path)
    create_whole(path, data)


def write_stream(path: Path, data: bytes) -> None:
    """Write into a pipe or a device, which is neither read nor made.

    Raises:
        OutputRefused: "nobody-reads": a named pipe has no reader, and none came.
        OSError: It takes nothing more; `EPIPE` where its reader has gone.
    """
    number = stream_number(path)
    fd = os.dup(number) if number is not None else _open_stream(path)
    try:
        write_all(DISK, fd, data)
    finally:
        os.close(fd)


def free_name(path: Path, new: str | bytes = "", known: Remembered | None = None) -> Path:
    """The file itself where nothing would be lost, else `NAME (2).md`, `NAME (3).md` and so on.

    Args:
        path: The file.
        new: What is written there.
        known: Files of ours that have no checksum in them.
    """
    candidate, number = path, 1
    while os.path.lexists(candidate) and (candidate.is_symlink() or edited(candidate, new, known)):
        number += 1
        candidate = path.with_name(f"{path.stem} ({number}){path.suffix}")
    return candidate


def _open_stream(path: Path) -> int:
    """Open for writing without waiting for ever: a named pipe opens only once somebody reads it."""
    flags = os.O_WRONLY | getattr(os, "O_NOCTTY", 0) | getattr(os, "O_BINARY", 0)
    if sys.platform == "win32":
        return os.open(path, flags)
    until = time.monotonic() + PATIENCE
    while True:
        try:
            fd = os.open(path, flags | os.O_NONBLOCK)
        except OSError as error:
            if error.errno != errno.ENXIO:
                raise
            if time.monotonic() >= until:
                raise OutputRefused("nobody-reads") from error
            time.sleep(_LOOK)  # nothing tells when a reader comes
        else:
            os.set_blocking(fd, True)
            return fd


def _belongs_to(path: Path) -> str:
    """The name of the session that a file of this name belongs to, or ""."""
    match = companion_of(path.name)
    if match is None:
        return ""
    session = path.with_name(match.session)
    ours = match.session.lower().endswith(".toml") or kind_of(session) == "session"
    return match.session if ours else ""
