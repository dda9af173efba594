"""The way out of the program that needs no loop: a thread that hears signals and sees terminals go.

The main loop may stand: in Textual's bounded output queue, when a terminal takes nothing more, or
in a call to a disk. No handler runs there then. This thread hears of a signal all the same, asks
the loop to leave in good order, and ends the process when that is not done in time, once it has
saved what can be saved.
"""

from __future__ import annotations

import contextlib
import math
import os
import select
import signal
import socket
import sys
import termios
import threading
import time
from typing import TYPE_CHECKING, Any

from mops_tui.tui.ending.driver import SteadyDriver

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType

    from mops_tui.tui.ending.app import EndingApp

ORDER_SECONDS = 1.4
"""How long leaving in good order may take once the terminal may be gone."""
LAST_SECONDS = 2.6
"""When the process ends for certain, counted from the signal."""
CRASH_SECONDS = 6.0
"""The same, counted from a crash: the loop tidies up, and the terminal is there."""
LOOK_SECONDS = 1.0
"""How often it is looked whether the terminal is there, where nothing tells of it."""
_LEAVE = (signal.SIGTERM, signal.SIGINT, *((signal.SIGHUP,) if sys.platform != "win32" else ()))


class Watch:
    """Watches over one run of an app: `with Watch(app): app.run()`."""

    def __init__(self, app: EndingApp) -> None:
        """Take the app; nothing is watched yet."""
        self.continued = threading.Event()
        self._app = app
        self._ending = threading.Lock()
        self._last = math.inf
        self._over = threading.Event()
        self._heard, self._told = socket.socketpair()
        self._old: dict[signal.Signals, Any] = {}

    def __enter__(self) -> Watch:
        """Hear signals from now on. For the main thread."""
        for end in (self._heard, self._told):
            end.setblocking(False)
        signal.set_wakeup_fd(self._told.fileno(), warn_on_full_buffer=False)
        for number in _LEAVE:
            self._old[number] = signal.signal(number, _heard)
        self._app.guard = self
        self._start(self._run)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """The app has ended; where the process was to end, it still is, whatever comes after."""
        self._over.set()
        signal.set_wakeup_fd(-1)
        if not self.ending:
            for number, old in self._old.items():
                signal.signal(number, old)

    @property
    def ending(self) -> bool:
        """Whether the process is about to end."""
        return self._last < math.inf

    def lost(self) -> None:
        """The terminal is gone, or somebody wants the process to end: from any thread."""
        self._end_within(ORDER_SECONDS, LAST_SECONDS)
        self._app.from_thread(self._app.leave_now)

    def end_after_crash(self) -> None:
        """The app ends by itself; see to it that it does. From any thread."""
        self._end_within(CRASH_SECONDS / 2, CRASH_SECONDS)

    def _end_within(self, order: float, last: float) -> None:
        """See to it that the process ends, by the earliest time that was asked for.

        Args:
            order: Seconds until it is no longer left to the loop.
            last: Seconds until it ends for certain.
        """
        end = time.monotonic() + last
        with self._ending:
            if end >= self._last:
                return
            self._last = end
        self._start(lambda: self._end(end, order))

    def _start(self, work: Callable[[], None]) -> None:
        threading.Thread(target=work, name="mops-tui-watch", daemon=True).start()

    def _run(self) -> None:
        """Wait for signals, and for the terminal to go."""
        terminal = _terminal()
        poll = select.poll()
        poll.register(self._heard, select.POLLIN)
        if terminal is not None:
            poll.register(terminal, 0)
        while not self._over.is_set():
            for fd, what in poll.poll(LOOK_SECONDS * 1000):
                if fd == self._heard.fileno():
                    self._hear()
                elif what & select.POLLNVAL:  # a system that cannot wait for terminals
                    poll.unregister(fd)
                elif what & (select.POLLHUP | select.POLLERR):
                    poll.unregister(fd)
                    self.lost()
            if terminal is not None and not _there(terminal):
                self.lost()
                terminal = None

    def _hear(self) -> None:
        with contextlib.suppress(BlockingIOError):
            for number in self._heard.recv(256):
                if number in _LEAVE:
                    self.lost()
                elif number == signal.SIGTSTP:
                    self._app.from_thread(self._app.action_suspend_process)
                elif number == signal.SIGCONT:
                    self.continued.set()
                    self._app.from_thread(self._app.come_back)

    def _end(self, end: float, order: float) -> None:
        """The last resort."""
        self._over.wait(order)
        left = end - time.monotonic()
        if self._over.is_set():
            time.sleep(max(0.0, left))  # the interpreter ends meanwhile, and this thread with it
            os._exit(self._app.status)
        saving = threading.Thread(target=self._app.save_what_waits, daemon=True)
        saving.start()
        saving.join(max(0.1, left - 0.2))
        driver = self._app.driver
        if isinstance(driver, SteadyDriver):
            words = self._app.last_words()
            with contextlib.suppress(RuntimeError):
                driver.give_back_now(f"{words}\n" if words else "")
        os._exit(self._app.status)


def _heard(_number: int, _frame: object) -> None:
    """Nothing: the interpreter has written the number down for the thread already."""


def _terminal() -> int | None:
    if sys.__stdin__ is None or not sys.__stdin__.isatty():
        return None
    return sys.__stdin__.fileno()


def _there(terminal: int) -> bool:
    try:
        termios.tcgetattr(terminal)
    except (termios.error, OSError):
        return False
    return True
