"""Textual's driver for POSIX terminals, mended where a terminal goes away, stops or comes back.

Its signal handlers run in the middle of whatever the main thread does, even while that holds the
lock of the output queue: suspending there can stand for ever. Here they do nothing, and `Watch`
has the loop do it. A terminal that is gone ends the app instead of keeping a thread busy.
"""

from __future__ import annotations

import contextlib
import os
import signal
import sys
import termios
from typing import Any

from textual.drivers.linux_driver import LinuxDriver

GIVE_BACK = "".join(
    f"\x1b[{what}"
    for what in (
        *("?1000l", "?1003l", "?1015l", "?1006l", "?1016l"),
        *("?2004l", "?2048l", "?7h", "<u", "?1049l", "?25h", "?1004l"),
    )
)
"""What gives the terminal back as it was: mouse, pastes, wrapping, keys, screen, cursor, focus."""


class SteadyDriver(LinuxDriver):
    """The terminal."""

    def __init__(self, *arguments: Any, **named: Any) -> None:
        """As Textual makes it."""
        super().__init__(*arguments, **named)
        stderr, stdout = sys.__stderr__, sys.__stdout__
        if stderr is not None and stdout is not None and not stderr.isatty():
            self._file = stdout  # somebody keeps what is said beside the screen: 2>file
        self._own_attributes: list[Any] | None = None

    def _sigtstp_application(self, *_: object) -> None:
        """Nothing: the loop suspends the app."""

    def _sigcont_application(self, *_: object) -> None:
        """Nothing: the loop brings the app back."""

    def start_application_mode(self) -> None:
        """Take the terminal."""
        if self._file is not None:
            with contextlib.suppress(OSError):  # a program before us may have left it otherwise
                os.set_blocking(self._file.fileno(), True)
        super().start_application_mode()  # type: ignore[no-untyped-call]  # untyped in Textual
        with contextlib.suppress(termios.error):
            self._own_attributes = termios.tcgetattr(self.fileno)

    def take_again(self) -> None:
        """Take the terminal once more, after the process was stopped without being asked."""
        if self._own_attributes is not None:
            with contextlib.suppress(termios.error):
                termios.tcsetattr(self.fileno, termios.TCSANOW, self._own_attributes)
        self.write("\x1b[?1049h\x1b[?25l\x1b[?1004h")
        self._enable_mouse_support()
        self._enable_bracketed_paste()
        self._disable_line_wrap()

    def give_back_now(self, words: str) -> None:
        """Give the terminal back without its writer thread, which may stand; then say something.

        Waits for nothing: what a terminal does not take at once is not said.
        """
        # A process in the background would be stopped for it.
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGTTOU})
        if self.attrs_before is not None:
            with contextlib.suppress(termios.error):
                termios.tcsetattr(self.fileno, termios.TCSANOW, self.attrs_before)
        with contextlib.suppress(OSError):
            own = os.open(os.ttyname(self._out()), os.O_WRONLY | os.O_NOCTTY | os.O_NONBLOCK)
            try:
                os.write(own, f"{GIVE_BACK}{words}".encode())
            finally:
                os.close(own)

    def _out(self) -> int:
        return -1 if self._file is None else self._file.fileno()

    def _run_input_thread(self) -> None:
        with contextlib.suppress(OSError):  # the terminal is gone, which `Watch` sees by itself
            self.run_input_thread()
