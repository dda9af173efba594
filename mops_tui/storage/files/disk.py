"""What storage asks of the operating system, in one place, so that tests can play a bad disk."""

from __future__ import annotations

import contextlib
import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

if sys.platform == "darwin":
    import fcntl

BINARY = getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
"""Flags of every file that is opened here: its bytes as they are, and for this process alone."""
FILE_MODE = 0o600
"""Readable by this user alone: whatever is made by this program."""


class Disk(Protocol):
    """The operations of a writer."""

    def open(self, path: Path) -> int:
        """Open an existing file for reading and appending."""

    def write(self, fd: int, data: bytes | memoryview) -> int:
        """Append, and say how many bytes were taken."""

    def fsync(self, fd: int) -> None:
        """Return once everything written will survive a power cut."""

    def truncate(self, fd: int, length: int) -> None:
        """Cut the file to a length."""

    def close(self, fd: int) -> None:
        """Close the descriptor."""


class OsDisk:
    """The real one."""

    def open(self, path: Path) -> int:
        """Open an existing file for reading and appending."""
        return os.open(path, os.O_RDWR | os.O_APPEND | BINARY)

    def write(self, fd: int, data: bytes | memoryview) -> int:
        """Append, and say how many bytes were taken."""
        return os.write(fd, data)

    def fsync(self, fd: int) -> None:
        """Return once everything written will survive a power cut."""
        if sys.platform == "darwin":  # there fsync leaves the bytes in the drive's cache
            with contextlib.suppress(OSError):
                fcntl.fcntl(fd, fcntl.F_FULLFSYNC)
                return
        os.fsync(fd)

    def truncate(self, fd: int, length: int) -> None:
        """Cut the file to a length."""
        os.ftruncate(fd, length)

    def close(self, fd: int) -> None:
        """Close the descriptor."""
        os.close(fd)


DISK = OsDisk()


def sync_folder(folder: Path) -> None:
    """Make a rename durable, where folders can be opened: not on Windows, nor on every network."""
    if sys.platform == "win32":
        return
    with contextlib.suppress(OSError):
        fd = os.open(folder, os.O_RDONLY | BINARY)
        try:
            os.fsync(fd)
        finally:
            os.close(fd)


def create_private(path: Path) -> int:
    """Make a file that must not exist yet, readable by this user alone, and open it.

    Returns:
        Its descriptor, for reading and writing.

    Raises:
        FileExistsError: It exists, be it a link that leads nowhere.
        OSError: It cannot be made.
    """
    return os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL | BINARY, FILE_MODE)


def write_new(path: Path, data: bytes) -> None:
    """Write a file that must not exist yet, durably, readable by this user alone.

    Raises:
        FileExistsError: It exists.
        OSError: It cannot be written; nothing is left behind.
    """
    fd = create_private(path)
    try:
        try:
            write_all(DISK, fd, data)
            DISK.fsync(fd)
        finally:
            os.close(fd)
    except OSError:
        path.unlink(missing_ok=True)
        raise


def write_all(disk: Disk, fd: int, data: bytes) -> None:
    """Write until all is written: a disk that fills up takes a part first.

    Raises:
        OSError: The disk takes no more.
    """
    view = memoryview(data)
    while view:
        written = disk.write(fd, view)
        if written <= 0:
            raise OSError(0, "no bytes were taken")
        view = view[written:]


def write_beside(path: Path, suffix: str, data: bytes) -> Path:
    """Write a new file beside another one: `NAME.bak`, or `NAME.bak2` and so on when taken.

    Raises:
        OSError: It cannot be written.
    """
    number = 1
    while True:
        sibling = path.with_name(f"{path.name}{suffix}{number if number > 1 else ''}")
        try:
            write_new(sibling, data)
        except FileExistsError:
            number += 1
        else:
            sync_folder(path.parent)
            return sibling


TEMPORARY = re.compile(r"\.(?P<name>.+)\.(?P<pid>[0-9]{1,10})\.new")
"""The names of files that are written first: of which file, and by which process."""
_in_use: set[Path] = set()


def temporary(path: Path) -> Path:
    """The name of the file that is written first, in the same folder so that a rename works."""
    return path.with_name(f".{path.name}.{os.getpid()}.new")


def in_use(path: Path) -> bool:
    """Whether this process is writing a temporary file at this moment."""
    return path.absolute() in _in_use


@contextlib.contextmanager
def _written_first(path: Path, data: bytes) -> Iterator[Path]:
    """A temporary file with all the bytes, for the time of a `with`; it is gone afterwards.

    Raises:
        OSError: It cannot be written.
    """
    new = temporary(path)
    name = new.absolute()
    _in_use.add(name)
    try:
        new.unlink(missing_ok=True)  # left by a process of the same number that died
        write_new(new, data)
        yield new
    finally:
        with contextlib.suppress(OSError):  # what went wrong before is worth more
            new.unlink(missing_ok=True)
        _in_use.discard(name)


def create_whole(path: Path, data: bytes) -> None:
    """Make a file appear with all its bytes or not at all, never over another one.

    Raises:
        FileExistsError: It exists.
        OSError: It cannot be written; nothing is left behind.
    """
    with _written_first(path, data) as new:
        try:
            os.link(new, path)  # unlike a rename, refuses to overwrite
        except FileExistsError:
            raise
        except OSError:  # a file system without links: reserve the name, then rename over it
            os.close(create_private(path))
            try:
                new.replace(path)
            except OSError:
                path.unlink(missing_ok=True)
                raise
    sync_folder(path.parent)


def replace_whole(path: Path, data: bytes) -> None:
    """Put new bytes in the place of a file: after a crash it holds the old or the new ones.

    Raises:
        OSError: They cannot be written; the file is as it was.
    """
    with _written_first(path, data) as new:
        new.replace(path)
    sync_folder(path.parent)
