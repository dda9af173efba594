"""The program on a disk that hangs or refuses when a file tells it to; run by `python -c`.

The file is named by `MOPS_TUI_SHAKY`. It holds "" for a sound disk, "hang SECONDS" for an fsync
that takes so long, "refuse" for a disk that takes nothing, or "crash" for a bug in the next key.
Only files in the folder of the sessions are concerned.
"""

from __future__ import annotations

import errno
import os
import time
from pathlib import Path

from mops_tui.storage.files.disk import OsDisk
from mops_tui.storage.folders.places import places

PROGRAM = "from support.shaky import main; main()"
VARIABLE = "MOPS_TUI_SHAKY"


def _instruction() -> list[str]:
    try:
        return Path(os.environ[VARIABLE]).read_text("utf-8").split()
    except OSError:
        return []


def _ours(fd: int) -> bool:
    return Path(f"/proc/self/fd/{fd}").readlink().is_relative_to(places().sessions)


def _refuse() -> None:
    raise OSError(errno.EIO, os.strerror(errno.EIO))


_write, _fsync = OsDisk.write, OsDisk.fsync


def _shaky_write(self: OsDisk, fd: int, data: bytes | memoryview) -> int:
    if _instruction() == ["refuse"] and _ours(fd):
        _refuse()
    return _write(self, fd, data)


def _shaky_fsync(self: OsDisk, fd: int) -> None:
    match _instruction():
        case ["hang", seconds] if _ours(fd):
            time.sleep(float(seconds))
        case ["refuse"] if _ours(fd):
            _refuse()
    _fsync(self, fd)


def main() -> None:
    """The program as ever, on that disk."""
    OsDisk.write, OsDisk.fsync = _shaky_write, _shaky_fsync  # type: ignore[method-assign]  # that is the disk
    from mops_tui.__main__ import main as program

    program()
