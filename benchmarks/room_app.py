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

from needs import needs

needs()

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from mops_tui.__main__ import main
from mops_tui.tui import app as program

STEP = 0.01
"""Seconds."""


class WatchedApp(program.MopsApp):
    """The app, which notes how late its loop is."""

    watch = Path()

    def on_mount(self) -> None:
        """Begin to watch."""
        self._lags: list[float] = []
        self._frames = 0
        self._loop = asyncio.get_running_loop()
        self._loop.add_signal_handler(signal.SIGUSR1, self._write)
        self._due = self._loop.time() + STEP
        self._loop.call_at(self._due, self._look)

    def _look(self) -> None:
        now = self._loop.time()
        self._lags.append((now - self._due) * 1000)
        self._due = now + STEP
        self._loop.call_at(self._due, self._look)

    def post_display_hook(self) -> None:
        """Something was drawn."""
        self._frames = getattr(self, "_frames", 0) + 1
        super().post_display_hook()

    def _write(self) -> None:
        noted = {"lags": self._lags, "frames": self._frames}
        self._lags, self._frames = [], 0
        part = self.watch.with_suffix(".part")
        part.write_text(json.dumps(noted), "utf-8")
        part.replace(self.watch)


if __name__ == "__main__":
    WatchedApp.watch = Path(sys.argv[1])
    program.MopsApp = WatchedApp  # type: ignore[misc] - `entry` imports it when it opens the app
    sys.argv = ["mops-tui", *sys.argv[2:]]
    main()
