"""The bytes that go to the terminal of a command with a screen of its own name no other session."""

from __future__ import annotations

import os
import re
import select
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from support.compared import written
from support.disks import opened, running
from support.terminal import PATIENCE, settings_of

pty = pytest.importorskip("pty", reason="no pseudo-terminals here")

SECRET = b"Xylophon"
_CODES = re.compile(rb"\x1b(\[[0-9;?<>=]*[ -/]*[@-~]|[()].|[^\[])")


def bytes_of(home: Path, done: Callable[[bytes], object], *arguments: str) -> bytes:
    """All that a command writes to its terminal until something is so."""
    import fcntl
    import struct
    import termios

    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    program = subprocess.Popen(
        [sys.executable, "-m", "mops_tui", *arguments],
        stdin=theirs, stdout=theirs, stderr=theirs, env=settings_of(home),
    )  # fmt: skip
    os.close(theirs)
    seen = b""
    deadline = time.monotonic() + PATIENCE
    try:
        while not done(_CODES.sub(b"", seen)):
            assert time.monotonic() < deadline, seen
            if select.select([ours], [], [], 0.1)[0]:
                seen += os.read(ours, 65536)
    finally:
        program.kill()
        program.wait()
        os.close(ours)
    return seen


@pytest.mark.parametrize(
    ("arguments", "shown"),
    [
        (("stage",), b"The stage is ready."),
        (("replay", "s-1.toml"), b"event"),
        (("run", "placement-only"), b"Continue: who is in the room?"),
    ],
)
async def test_no_title_of_another_session_is_ever_written(
    arguments: tuple[str, ...], shown: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path / "mops"
    async with running(opened(home / "sessions", title=SECRET.decode())) as session:
        await session.settled()
    written(tmp_path, 1)[0].rename(tmp_path / "s-1.toml")
    monkeypatch.chdir(tmp_path)
    assert SECRET not in bytes_of(home, lambda seen: shown in seen, *arguments)
    # Home does write it: the search can find something.
    assert SECRET in bytes_of(home, lambda seen: SECRET in seen)
