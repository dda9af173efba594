"""The program as it is, in a terminal, with a watch on its loop.

    python benchmarks/room_app.py WATCH.json ARGUMENT...

For `room.py`. Every ten milliseconds the loop is asked for; how late it comes is its lag. At
SIGUSR1 what was noted since the last one is written into the file: lags in milliseconds, and how
many times the screen was drawn.
"""

from __future__ import annotations

import asyncio
import json
import signal
import sys
from pathlib import Path
from typing import ClassVar

from needs import needs

needs()

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from mops_tui.cli.commands import main as command_line
from mops_tui.tui import app as program
from mops_tui.tui.app import MopsApp

STEP = 0.01
"""Seconds."""


class LagWatch:
    """Notes how late a loop is, until it is asked for it."""

    def __init__(self, written: Path) -> None:
        """Begin in the loop that runs."""
        self.frames = 0
        self._lags: list[float] = []
        self._written = written
        self._loop = asyncio.get_running_loop()
        # Not by the loop's own means: the program watches for other signals by them.
        soon = self._loop.call_soon_threadsafe
        signal.signal(signal.SIGUSR1, lambda *_: soon(self._write))
        self._due = self._loop.time() + STEP
        self._loop.call_at(self._due, self._look)

    def _look(self) -> None:
        now = self._loop.time()
        self._lags.append((now - self._due) * 1000)
        self._due = now + STEP
        self._loop.call_at(self._due, self._look)

    def _write(self) -> None:
        noted = {"lags": self._lags, "frames": self.frames}
        self._lags, self.frames = [], 0
        part = self._written.with_suffix(".part")
        part.write_text(json.dumps(noted), "utf-8")
        part.replace(self._written)


class WatchedApp(MopsApp):
    """The app, with a watch on its loop."""

    CSS_PATH: ClassVar = str(Path(program.__file__).with_suffix(".tcss"))
    lag: LagWatch | None = None

    def on_mount(self) -> None:
        """Begin to watch."""
        self.lag = LagWatch(Path(sys.argv[1]))

    def post_display_hook(self) -> None:
        """Something was drawn."""
        if self.lag is not None:
            self.lag.frames += 1
        super().post_display_hook()


if __name__ == "__main__":
    # `entry` imports it when it opens the app.
    program.MopsApp = WatchedApp  # type: ignore[misc]
    command_line(sys.argv[2:], prog_name="mops-tui")
