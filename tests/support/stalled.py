"""The program on a pseudo-terminal of its own, which can stall, and go away, at any moment."""

from __future__ import annotations

import contextlib
import fcntl
import os
import pty
import re
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Iterator
from pathlib import Path

from support.terminal import ROOT, settings_of

PATIENCE = 90.0
STANDS = 8
"""So many looks in a row see the main thread wait for a lock: it does not go on."""
_CODES = re.compile(rb"\x1b\[[0-9;?<>=]*[a-zA-Z$]")
_BOX = re.compile(r"[\s│▌╭╮╰╯─█]+")


class Program:
    """The program, and the other end of its terminal.

    Attributes:
        home: The folder that holds everything the program keeps.
        out: The bytes that the terminal was sent since `forget`.
        began: How long it took into the room, in seconds: a busy machine takes its time.
    """

    def __init__(self, home: Path, *arguments: str, code: str = "", **variables: str) -> None:
        """Start it with some arguments; `code` is run instead of the package's own start."""
        self.home = home
        self.out = b""
        self.began = 0.0
        self._born = time.monotonic()
        home.mkdir(parents=True, exist_ok=True)
        paths = os.pathsep.join((str(ROOT), str(ROOT / "tests")))
        start = ("-c", code) if code else ("-m", "mops_tui")
        self.pid, self._terminal = pty.fork()
        if self.pid == 0:
            variables = settings_of(home) | {"PYTHONPATH": paths} | variables
            os.execve(sys.executable, [sys.executable, *start, *arguments], variables)
        size = struct.pack("HHHH", 30, 100, 0, 0)
        fcntl.ioctl(self._terminal, termios.TIOCSWINSZ, size)

    def keys(self, keys: str) -> None:
        """Press keys, as the bytes that a terminal sends."""
        os.write(self._terminal, keys.encode())

    def read(self, seconds: float = 0.05) -> None:
        """Take what the program paints."""
        if select.select([self._terminal], [], [], seconds)[0]:
            with contextlib.suppress(OSError):  # it has ended
                self.out += os.read(self._terminal, 65536)

    @property
    def text(self) -> str:
        """What was painted, without codes and frames."""
        return _BOX.sub(" ", _CODES.sub(b"", self.out).decode("utf-8", "replace"))

    def forget(self) -> None:
        """Look only at what comes from now on."""
        self.out = b""

    def wait_for(self, text: str) -> None:
        """Read until a text was painted."""
        deadline = time.monotonic() + PATIENCE
        while text not in self.text:
            assert time.monotonic() < deadline, f"waited for {text!r}: {self.text[-2000:]}"
            self.read()

    def stall(self) -> None:
        """Read no more, and have the program paint until it stands in its own output."""
        deadline = time.monotonic() + PATIENCE
        looks = 0
        while looks < STANDS:
            assert time.monotonic() < deadline, "the program does not stand"
            for key in ("?", "\x1b"):
                self.keys(key)
                time.sleep(0.03)
            # The main thread waits for a lock; where it is at rest it waits for its loop.
            standing = "futex" in Path(f"/proc/{self.pid}/wchan").read_text()
            looks = looks + 1 if standing else 0

    def signal(self, number: signal.Signals) -> None:
        """Send a signal."""
        os.kill(self.pid, number)

    def has_begun(self) -> None:
        """Note how long that took."""
        self.began = time.monotonic() - self._born

    def hang_up(self) -> None:
        """The terminal is gone."""
        os.close(self._terminal)
        self._terminal = -1

    def wait_exit(self) -> int:
        """Wait until the program has ended, reading what it still paints; its exit status."""
        deadline = time.monotonic() + PATIENCE
        while not (found := os.waitpid(self.pid, os.WNOHANG))[0]:
            assert time.monotonic() < deadline, "the program lives on"
            if self._terminal < 0:
                time.sleep(0.02)
            else:
                self.read()
        if self._terminal >= 0:
            self.read(0)
        self.pid = 0
        return os.waitstatus_to_exitcode(found[1])

    def cooked(self) -> bool:
        """Whether the terminal is as a shell wants it."""
        return bool(termios.tcgetattr(self._terminal)[3] & termios.ICANON)

    def session(self) -> Path:
        """The one session file."""
        (found,) = (self.home / "sessions").glob("*.toml")
        return found

    def close(self) -> None:
        """End what still runs."""
        if self._terminal >= 0:
            self.hang_up()
        if self.pid:
            with contextlib.suppress(ProcessLookupError):
                os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)


@contextlib.contextmanager
def running(home: Path, *arguments: str, code: str = "", **variables: str) -> Iterator[Program]:
    """The program, ended at the end."""
    program = Program(home, *arguments, code=code, **variables)
    try:
        yield program
    finally:
        program.close()


def into_the_room(program: Program) -> None:
    """Eight people, and the first brief, everything saved."""
    program.wait_for("Continue: who is in the room?")
    program.keys("\r")
    program.wait_for("How many people")
    program.keys("\r")
    program.wait_for("8 people present")
    program.keys(" ")
    program.wait_for("The counterpoint on IT")
    program.has_begun()
