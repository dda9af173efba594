"""An app that ends in good order, whatever ends it: a key, a signal, a lost terminal, a crash.

The session is paused, what waits is saved, here or elsewhere, the terminal is given back, and the
last words say what became of it. No words hold what anybody typed.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
import sys
import threading
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from textual.worker import WorkerFailed

from mops_tui.tui.door import Door
from mops_tui.tui.host import Host
from mops_tui.tui.unsaved import WAITING_SECONDS
from mops_tui.words.i18n import _
from mops_tui.words.safe import safe

if TYPE_CHECKING:
    from textual.driver import Driver

    from mops_tui.tui.ending.guard import Guard

HURRIED_SECONDS = 0.7
"""How long leaving waits for the disk where the terminal may be gone."""
STOPPED_SECONDS = 0.5
"""Within so long a process that was told to stop has stopped, where a shell can stop it at all."""
MOST_CRASHES = 5
"""So many logs are written at one end: one fault may bring a hundred others along."""


class EndingApp(Host):
    """What every way out of the app comes to.

    Attributes:
        guard: The thread that hears signals; None in tests and on Windows.
    """

    def __init__(self, *arguments: Any, **named: Any) -> None:
        """As `Host` is made."""
        super().__init__(*arguments, **named)
        self.guard: Guard | None = None
        self._leaving: asyncio.Task[None] | None = None
        self._refusal = ""
        self._lost = ""
        self._crashes = 0
        self._crash_log: Path | None = None
        self._suspended = False

    # --- leaving

    async def action_quit(self) -> None:
        """Leave; a session that runs is paused and saved first.

        Where something that was typed would be lost, or the disk refuses, it is asked about first.
        """
        for screen in self._doors():
            if screen.asks_before_quit():
                screen.close_above()  # what it says is to be seen
                return
        if self.room is not None and self.room.unsaved:
            from mops_tui.tui.screens.dialogs.unsaved import before_losing

            before_losing(self, self.room, self._keep_and_leave)
        else:  # beside the app's own queue, which has to show what is said meanwhile
            self.run_worker(self._keep_and_leave(), exclusive=False)

    def _doors(self) -> Sequence[Door[Any]]:
        """The screens that are open, the one on top first."""
        return [screen for screen in reversed(self.screen_stack) if isinstance(screen, Door)]

    async def _keep_and_leave(self) -> None:
        for screen in self._doors():
            await screen.keep_before_quit()
        await self.leave()

    async def leave(self, patience: float | None = None) -> None:
        """Leave; what could not be saved is told in the terminal that is left.

        Whoever asks a second time, by key or by signal, waits for the same end.

        Args:
            patience: How long to wait for the disk, in seconds; long by default.
        """
        if self._leaving is None:
            self._leaving = asyncio.create_task(self._finish(patience))
        elif patience is not None:
            self.unsaved.hurry()
            if self.room is not None:
                self.room.hurry()
        await asyncio.shield(self._leaving)
        self.exit(return_code=self.status)

    def leave_now(self) -> None:
        """Leave soon, without a word on the screen: it may be gone."""
        self.run_worker(self.leave(HURRIED_SECONDS), exclusive=False)

    def end_refusing(self, words: str, status: int) -> None:
        """End: what the program was started for cannot be done. The first reason counts.

        Args:
            words: Why, for the terminal that is left; "" where it has been said.
            status: The exit status.
        """
        if not self._exit:
            self._refusal = safe(words, keep=True)
            self.exit(return_code=status)

    async def _finish(self, patience: float | None) -> None:
        room = self.room
        if self.unsaved:
            from mops_tui.words.files.saving import answer_lost, answer_waits

            saving = asyncio.ensure_future(self.unsaved.settled(patience))
            if not await self._done_soon(saving):
                self.notify(answer_waits(), severity="warning", timeout=3600)
            if trouble := await saving:
                self._lost = answer_lost(trouble)
        if room is None:
            return
        finishing = asyncio.ensure_future(room.finish(patience))
        if not await self._done_soon(finishing):
            from mops_tui.words.files.saving import leaving_waits

            self.notify(leaving_waits(room.session.saving), severity="warning", timeout=3600)
        if not await finishing:
            from mops_tui.words.files.saving import where_kept

            self._lost = where_kept(room.rescue)

    async def _done_soon(self, waiting: asyncio.Future[Any]) -> bool:
        done, _pending = await asyncio.wait({waiting}, timeout=WAITING_SECONDS)
        return bool(done)

    # --- what is left

    @property
    def status(self) -> int:
        """The exit status of the process."""
        return 1 if self._crashes or self._lost else self.return_code or 0

    @property
    def driver(self) -> Driver | None:
        """The terminal."""
        return self._driver

    def save_what_waits(self) -> None:
        """Save what a loop that no longer runs has left waiting: from any thread, at the end."""
        room = self.room
        if self.unsaved and not self._lost:
            from mops_tui.words.files.saving import answer_lost

            self._lost = answer_lost()
        if room is None or self._lost:
            return
        from mops_tui.words.files.saving import where_kept

        room.rescue = room.save_what_waits()
        self._lost = where_kept(room.rescue)

    def last_words(self) -> str:
        """What the terminal that is left should say."""
        words = [self._refusal] if self._refusal else []
        if self._crashes:
            from mops_tui.words.files.crash import paused, stopped
            from mops_tui.words.files.saving import resume_command

            words.append(stopped(self._crash_log))
            if self.room is not None and not self._lost:
                path = self.room.session.path
                own = path.parent == self.places.sessions
                words.append(paused(resume_command(path.stem if own else path)))
        if self._lost:
            words.append(self._lost)
        return "\n".join(words)

    def _print_error_renderables(self) -> None:
        """Nothing: `last_words` are said once everything is saved, and they are plain text."""
        self._exit_renderables.clear()

    # --- crashes

    def on_mount(self) -> None:
        """Hear of what fails beside the screens: in callbacks, in the writing of a session."""
        asyncio.get_running_loop().set_exception_handler(self._failed_in_loop)

    def _handle_exception(self, error: Exception) -> None:
        """Something failed: write its private log, and end in good order."""
        cause = error.error if isinstance(error, WorkerFailed) else error
        if self._exit:  # it ends already, and everything is saved: screens came too late
            _write_crash(cause)
        else:
            self._crash(cause)
        self._stop(error)

    def panic(self, *renderables: object) -> None:  # noqa: ARG002 - they may show anything
        """Textual would show these and end: end, and show nothing."""
        self._handle_exception(RuntimeError())

    def _crash(self, error: BaseException) -> None:
        """Keep what is known of a crash; from any thread."""
        self._crashes += 1
        if self._crashes <= MOST_CRASHES:
            log = _write_crash(error)
            self._crash_log = self._crash_log or log
        if self.guard is not None:
            self.guard.end_after_crash()

    def _stop(self, error: BaseException) -> None:
        if self._exception is None and isinstance(error, Exception):
            self._exception = error  # the pilot of a test raises it
            self._exception_event.set()
        self._close_messages_no_wait()

    def _failed_in_loop(self, _loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        error = context.get("exception")
        if not isinstance(error, Exception):
            return
        if self._running and "never retrieved" not in str(context.get("message")):
            self._handle_exception(error)
        else:
            _write_crash(error)

    def failed_in_thread(self, error: BaseException, thread: threading.Thread | None) -> None:
        """A thread has failed. Textual's writer has lost its terminal: let nobody wait for it."""
        from textual.drivers._writer_thread import WriterThread

        if not isinstance(thread, WriterThread):
            self._crash(error)
            self.from_thread(partial(self._stop, error))
            return
        if not isinstance(error, OSError):
            self._crash(error)
        if self.guard is not None:
            self.guard.lost()
        while thread._queue.get() is not None:  # the loop would stand, were it full
            pass

    def from_thread(self, call: Callable[[], object]) -> None:
        """Have the loop do something, where it still runs."""
        loop = self._loop

        def here() -> None:
            with self._context():
                call()

        if loop is not None:
            with contextlib.suppress(RuntimeError):  # it is closed
                loop.call_soon_threadsafe(here)

    # --- the terminal for somebody else

    def action_help_quit(self) -> None:
        """Ctrl+C copies and does not quit: say what does."""
        from mops_tui.tui.keys.registry import key_words

        for key, active in self.active_bindings.items():
            if active.binding.action in ("quit", "app.quit"):
                self.notify(_("{key} quits.").format(key=key_words(key)))
                return

    def action_suspend_process(self) -> None:
        """Give the terminal to the shell, until `fg`."""
        driver = self._driver
        if sys.platform == "win32" or driver is None or not driver.can_suspend:
            return
        if self.guard is None or self._leaving is not None:
            return
        self._suspended = True
        self._suspend_signal()
        driver.suspend_application_mode()
        while True:
            self.guard.continued.clear()
            old = signal.signal(signal.SIGTSTP, signal.SIG_DFL)
            os.kill(0, signal.SIGTSTP)  # all of the job, or the shell would go on waiting for it
            self.guard.continued.wait(STOPPED_SECONDS)
            signal.signal(signal.SIGTSTP, old)
            if self.guard.ending:
                return
            if _in_foreground():
                break
        driver.resume_application_mode()
        self._suspended = False
        self._resume_signal()
        self.refresh(layout=True)

    def come_back(self) -> None:
        """The process was stopped and goes on; whatever was done to the terminal, draw it whole."""
        from mops_tui.tui.ending.driver import SteadyDriver

        if isinstance(self._driver, SteadyDriver) and not self._suspended and self._running:
            self._driver.take_again()
            self.refresh(layout=True)


def _write_crash(error: BaseException) -> Path | None:
    from mops_tui.storage.folders.crash_log import write_crash  # late: a start has no need of it

    return write_crash(error)


def _in_foreground() -> bool:
    """Whether the shell lets us have the terminal."""
    try:
        return os.tcgetpgrp(sys.__stdin__.fileno()) == os.getpgrp()  # type: ignore[union-attr]  # none is caught below
    except (OSError, AttributeError):
        return True
