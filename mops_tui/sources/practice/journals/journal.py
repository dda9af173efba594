"""Practice journals: one file a month, in the session format, without a copy of the packs."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path

from mops_tui.model.session.events import PracticeEvent
from mops_tui.sources.clock import Now, local_now
from mops_tui.sources.open_journal import CHANGED_BY_OTHERS
from mops_tui.sources.practice.answers import PracticeAnswer, moment
from mops_tui.sources.practice.journals.mended import Mended
from mops_tui.sources.practice.journals.month import Month, SetAsideFile, month_name
from mops_tui.storage.files.errors import Busy, SessionError, WriteFailed

_OPENED_ANEW = CHANGED_BY_OTHERS | {"closed"}
"""Codes of `WriteFailed` after which practice goes on in the file that lies there now."""


class PracticeJournal:
    """The journal of the present month, open for writing; one answer, one fsync."""

    def __init__(self, folder: Path, now: Now = local_now) -> None:
        """Open this month's journal, or begin it.

        A file that cannot be read is put aside by name: see `set_aside`.

        Args:
            folder: Where the journals lie.
            now: The clock; its time zone says when a month ends.

        Raises:
            SessionError: It can be neither read nor made.
            Busy: Another window of the program is practising.
            WriteFailed: It cannot be opened for writing.
        """
        self._folder = folder
        self._now = now
        self._turn = threading.Lock()  # held for as long as the disk takes
        self._counting = threading.Lock()  # held for a moment: nobody waits for it
        self._waiting = 0
        self._closed = False
        self._month = Month(folder, now())

    @property
    def mended(self) -> Mended | None:
        """What was mended when the month's file was opened, or None."""
        return self._month.mended

    @property
    def set_aside(self) -> tuple[SetAsideFile, ...]:
        """What could not be read when the month's file was opened, and is called otherwise now."""
        return tuple(self._month.set_aside)

    @property
    def path(self) -> Path:
        """The file that answers go to."""
        return self._month.path

    def record(self, answer: PracticeEvent) -> PracticeAnswer:
        """Keep an answer, durably.

        A month that has ended, a clock that was ahead and is put right, a file that somebody has
        changed: then the answer goes to another file. No answer has the wrong day because the one
        before it had.

        Raises:
            WriteFailed: The disk refuses; nothing was kept.
        """
        return self.taken(answer)()

    def taken(self, answer: PracticeEvent) -> Callable[[], PracticeAnswer]:
        """Take an answer in, to be kept in another thread: what this returns does it, once.

        A journal that is closed meanwhile keeps what it has taken in, and then closes.

        Raises:
            WriteFailed: "closed".
        """
        with self._counting:
            if self._closed:
                raise WriteFailed("closed")
            self._waiting += 1
        return partial(self._keep, answer)

    def _keep(self, answer: PracticeEvent) -> PracticeAnswer:
        try:
            return self._write(answer)
        finally:
            with self._counting:
                self._waiting -= 1
                last = self._closed and not self._waiting
            if last:  # whoever closed it could not close what was in use
                self._month.close()

    def _write(self, answer: PracticeEvent) -> PracticeAnswer:
        with self._turn:
            now = self._now()
            if self._month.name != month_name(now) or self._month.ahead_of(now):
                self._turn_over(now)
            try:
                stamped = self._month.append(answer, now)
            except WriteFailed as error:
                if error.code not in _OPENED_ANEW or not self._begin_again(now):
                    raise
                stamped = self._month.append(answer, now)
            return PracticeAnswer(moment(self._month.opened, stamped), answer)

    def _turn_over(self, now: datetime) -> None:
        """Begin the new month's file; the old one goes on where that cannot be made.

        A window left open over the end of a month is no reason to lose an answer.
        """
        with contextlib.suppress(SessionError, Busy, WriteFailed):
            new = Month(self._folder, now)
            self._month.close()
            self._month = new

    def _begin_again(self, now: datetime) -> bool:
        """Open what lies there now, once the old file is let go of."""
        self._month.close()
        try:
            self._month = Month(self._folder, now)
        except (SessionError, Busy, WriteFailed):
            return False
        return True

    def close(self) -> None:
        """Release the file: at once, or when the answers that were taken in are on the disk."""
        with self._counting:
            self._closed = True
            free = not self._waiting
        if free:
            self._month.close()
