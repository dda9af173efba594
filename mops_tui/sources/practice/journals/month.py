"""One file of a month of practice: found or begun, open for appending.

A file that nothing can go on in is put aside by name. A clock that was wrong and is put right
begins another file: no answer has the wrong day because the one before it had. Each file says the
how-manieth it is, so that the order of writing is known, whatever the clock said.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from mops_tui import __version__
from mops_tui.model.packs.workshop import Workshop
from mops_tui.model.session.events import Event, SessionOpened, stamp
from mops_tui.model.session.header import Header
from mops_tui.sources.open_journal import create_journal, open_journal, remove_unbegun
from mops_tui.sources.practice.journals.clocks import SLACK
from mops_tui.sources.practice.journals.mended import mended
from mops_tui.sources.practice.journals.written import written_files
from mops_tui.storage.files.errors import SessionError, WriteFailed, refusing
from mops_tui.storage.locking.locks import SessionLock
from mops_tui.storage.sessions import journal

UNREADABLE = frozenset({"empty", "not-utf8", "not-a-session", "bad-header"})
"""What is wrong with a file that no practice can go on in, and that is put aside."""


@dataclass(frozen=True)
class SetAsideFile:
    """A file that could not be read and was given another name, so that practice goes on.

    Attributes:
        file: The name that it had; likewise `now`, the one that it has.
        why: A code of `SessionError`.
        again: A name that it can have once it is put right: then its answers count again.
        line: Where it cannot be read.
    """

    file: str
    now: str
    why: str
    again: str
    line: int | None = None


class Month:
    """One file of a month, locked and open for appending.

    What could not be begun leaves nothing behind.

    Attributes:
        name: The name of the month's first file.
        path: The file that is open.
        opened: When it was begun.
        mended: What was mended when it was opened, or None.
        set_aside: The files that could not be read.
    """

    def __init__(self, folder: Path, now: datetime) -> None:
        """Open the month's file that practice can go on in, or begin one.

        Raises:
            SessionError: It can be neither read nor made.
            Busy: Somebody else writes to it.
            WriteFailed: It cannot be opened for writing, or takes no first event.
        """
        self.name = month_name(now)
        self.set_aside: list[SetAsideFile] = []
        files = written_files(folder)
        path = self._choose(folder, now, files[-1].path if files else None)
        with refusing("cannot-read"):
            fresh = not path.exists()
        if fresh:
            part = max((one.part for one in files), default=0) + 1
            opened = create_journal(path, _header(now, path.stem, part))
        else:
            opened = open_journal(path, practice=True)
        self._pen = opened.pen
        self.path = opened.pen.path
        self.opened = opened.header.opened
        self.mended = mended(self.path, opened.events, opened.recovery, opened.repair)
        self._t = opened.events[-1].t if opened.events else 0.0
        if not opened.events:
            try:
                self.append(SessionOpened(header_crc=opened.header_crc), now)
            except WriteFailed as error:
                self.close()
                if fresh:
                    remove_unbegun(path, error)
                raise

    def _choose(self, folder: Path, now: datetime, last: Path | None) -> Path:
        """The month's file that practice can go on in, or the name of a new one.

        That is the file that was written last of all, if it is of this month.
        """
        number = 1
        while True:
            path = folder / month_name(now, number)
            if not os.path.lexists(path):
                return path
            try:
                reading = journal.read(path)
            except SessionError as error:
                if error.code == "permission":
                    raise
                if error.code in UNREADABLE:
                    self.set_aside.append(put_aside(path, error, _free(path, now)))
                    continue
                number += 1  # a folder, or a file of a later version: leave it alone
                continue
            t = reading.events[-1].t if reading.events else 0.0
            goes_on = reading.header.session == "practice" and path == last
            if goes_on and not _ahead(reading.header.opened, t, now):
                return path
            number += 1

    def ahead_of(self, now: datetime) -> bool:
        """Whether the last answer is later than now: the clock was ahead, and is put right."""
        return _ahead(self.opened, self._t, now)

    def append(self, event: Event, now: datetime) -> Event:
        """Keep an event, durably, and say how it was stamped.

        Raises:
            WriteFailed: The disk refuses; nothing was kept.
        """
        t = max(self._t, (now - self.opened).total_seconds())
        stamped = stamp(event, self._pen.stored[0] + 1, t)
        self._pen.store((stamped,))
        self._t = stamped.t
        return stamped

    def close(self) -> None:
        """Release the file."""
        self._pen.leave()


def month_name(now: datetime, number: int = 1) -> str:
    """The name of a month's file, or of the next ones where the clock was put right."""
    return f"practice-{now:%Y-%m}{f'-{number}' if number > 1 else ''}.toml"


def _ahead(opened: datetime, t: float, now: datetime) -> bool:
    return opened + timedelta(seconds=t) - now > SLACK


def put_aside(path: Path, error: SessionError, again: str) -> SetAsideFile:
    """Give a file that cannot be read another name, beside its old one.

    Args:
        path: The file.
        error: Why it cannot be read.
        again: Under which name it counts again, once it is put right.

    Raises:
        SessionError: "permission" or "cannot-write".
        Busy: Somebody is writing to it.
    """
    with SessionLock(path), refusing("cannot-write"):
        number = 1
        while os.path.lexists(there := path.with_name(f"{path.name}.unreadable{number}")):
            number += 1
        path.rename(there)
    return SetAsideFile(path.name, there.name, error.code, again, error.line)


def _free(path: Path, now: datetime) -> str:
    """A name of the month that no file has, nor the one that comes in the place of `path`."""
    number = 2
    while (name := month_name(now, number)) == path.name or os.path.lexists(path.with_name(name)):
        number += 1
    return name


def _header(opened: datetime, name: str, part: int) -> Header:
    return Header(
        id=name,
        title=f"Practice, {opened:%Y-%m}",
        opened=opened.replace(microsecond=0),
        session="practice",
        part=part,
        app=__version__,
        workshop=Workshop(id="practice", title="Practice", minutes=5, scenarios=()),
    )
