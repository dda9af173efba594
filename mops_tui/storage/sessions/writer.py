"""Appending to a session file, and coming back after a disk that failed."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

from mops_tui.storage.files.disk import DISK, Disk, create_whole, write_all
from mops_tui.storage.files.errors import SessionError, WriteFailed, refusing
from mops_tui.storage.folders.places import private_folder


class Writer:
    """The one writer of a session file, which recovery has made sound before.

    Not for two threads at a time. After `WriteFailed` nothing of the failed batch counts: call
    `restore`, then append it again.

    It remembers what is durable, byte for byte: somebody may cut the file short, or take it away,
    and what was acknowledged must still be at hand.

    Attributes:
        path: The file.
        length: How many of its bytes are durable.
    """

    def __init__(self, path: Path, length: int, disk: Disk = DISK) -> None:
        """Open a file for appending.

        Args:
            path: The file.
            length: Its length as it was read: `JournalReading.length`.
            disk: The operating system, or a test's idea of a bad one.

        Raises:
            WriteFailed: It cannot be opened, or is not of that length.
        """
        self.path = path
        self.length = length
        self._disk = disk
        self._fd: int | None = None
        self._dirty = False
        self._whole = bytearray()
        try:
            self._fd = disk.open(path)
            self.check()
            self._whole += _read(self._fd, length)
        except OSError as error:
            self.close()
            raise _failed(error) from error
        except WriteFailed:
            self.close()
            raise

    def append(self, blocks: bytes) -> None:
        """Write blocks and return once they are durable.

        Raises:
            WriteFailed: They are not durable; `length` has not moved.
        """
        if self._fd is None:
            raise WriteFailed("closed")
        if self._dirty:
            raise WriteFailed("not-restored")
        try:
            self.check()
            self._dirty = True
            write_all(self._disk, self._fd, blocks)
            self._disk.fsync(self._fd)
        except OSError as error:
            raise _failed(error) from error
        self._whole += blocks
        self.length += len(blocks)
        self._dirty = False

    def whole(self, length: int) -> bytes:
        """The first bytes of what is durable, from memory. For any thread."""
        return bytes(self._whole[:length])

    def restore(self) -> None:
        """Cut the file back to what is durable and open it anew.

        A new descriptor, because after a failed fsync the old one no longer tells of it.

        Raises:
            WriteFailed: The disk still fails, or the file is no longer ours to cut. May be tried
                again.
        """
        try:
            fd = self._disk.open(self.path)
        except OSError as error:
            raise _failed(error) from error
        try:
            if self._fd is not None and not os.path.samestat(os.fstat(fd), os.fstat(self._fd)):
                raise WriteFailed("replaced")
            size = os.fstat(fd).st_size
            if size < self.length:
                raise WriteFailed("shrunk")
            if size > self.length and not self._dirty:  # not our bytes, so not ours to cut
                raise WriteFailed("grown")
            self._disk.truncate(fd, self.length)
            self._disk.fsync(fd)
        except OSError as error:
            self._drop(fd)
            raise _failed(error) from error
        except WriteFailed:
            self._drop(fd)
            raise
        old, self._fd, self._dirty = self._fd, fd, False
        if old is not None:
            self._drop(old)

    def make_whole(self) -> None:
        """Put back what somebody has cut off the file, or the file that somebody took away.

        Raises:
            WriteFailed: "replaced" where it holds other bytes than ours; or the disk refuses.
        """
        try:
            with contextlib.suppress(FileExistsError):
                if not self.path.exists():
                    create_whole(self.path, self.whole(self.length))
            fd = self._disk.open(self.path)
        except OSError as error:
            raise _failed(error) from error
        try:
            rest = self.whole(self.length)[os.fstat(fd).st_size :]
            if _read(fd, self.length - len(rest)) != self.whole(self.length - len(rest)):
                raise WriteFailed("replaced")
            write_all(self._disk, fd, rest)
            self._disk.fsync(fd)
        except OSError as error:
            self._drop(fd)
            raise _failed(error) from error
        except WriteFailed:
            self._drop(fd)
            raise
        old, self._fd = self._fd, fd
        if old is not None:
            self._drop(old)

    def close(self) -> None:
        """Close the file. Everything appended is durable already."""
        if self._fd is not None:
            self._drop(self._fd)
            self._fd = None

    def check(self) -> None:
        """Refuse a file that somebody else has changed, or put another in its place.

        Raises:
            WriteFailed: "gone", "replaced", "shrunk", "grown" or "closed"; "write" where it
                cannot be looked at.
        """
        if self._fd is None:
            raise WriteFailed("closed")
        try:
            open_file, file_at_path = os.fstat(self._fd), self.path.stat()
        except OSError as error:
            raise _failed(error) from error
        if not os.path.samestat(open_file, file_at_path):
            raise WriteFailed("replaced")
        if open_file.st_size != self.length:
            raise WriteFailed("shrunk" if open_file.st_size < self.length else "grown")

    def _drop(self, fd: int) -> None:
        with contextlib.suppress(OSError):  # it is not needed any more, come what may
            self._disk.close(fd)


def _read(fd: int, length: int) -> bytes:
    """The first bytes of a file, or fewer where it is shorter."""
    parts = bytearray()
    os.lseek(fd, 0, os.SEEK_SET)
    while len(parts) < length and (part := os.read(fd, length - len(parts))):
        parts += part
    return bytes(parts)


def copy_into(folder: Path, name: str, data: bytes) -> Path:
    """Write bytes into a new file of a folder, which is made when absent, durably.

    Args:
        folder: The folder.
        name: The file's name; a number goes before its ending where it is taken.
        data: The bytes.

    Raises:
        SessionError: "permission", "cannot-create", or "exists" when `folder` is a file.
    """
    wanted = Path(name)
    number = 1
    while True:
        suffix = f"-{number}" if number > 1 else ""
        path = folder / f"{wanted.stem}{suffix}{wanted.suffix}"
        try:
            with refusing("cannot-create"):
                private_folder(folder)
                create_whole(path, data)
        except SessionError as error:
            if error.code != "exists" or not path.exists():  # not so when `folder` is a file
                raise
            number += 1
        else:
            return path


def _failed(error: OSError) -> WriteFailed:
    return WriteFailed("gone" if isinstance(error, FileNotFoundError) else "write", error)
