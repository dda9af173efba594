"""A journal is opened here, whoever writes to it: locked, recovered, read, and held for writing.

What cannot be read gets no lock file beside it, and what cannot be opened is left as it was found:
a file that was made for it goes again, unless somebody else has put something into it meanwhile.
"""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from pathlib import Path

from mops_tui.model.session.condition import NOTHING_UNKNOWN, Unknown
from mops_tui.model.session.events import Event
from mops_tui.model.session.header import Header
from mops_tui.sources.pen import Pen
from mops_tui.storage.files.beside import real
from mops_tui.storage.files.disk import DISK, Disk
from mops_tui.storage.files.errors import SessionError, WriteFailed, refuse_practice, refusing
from mops_tui.storage.files.formats import refuse_newer
from mops_tui.storage.locking.locks import SessionLock
from mops_tui.storage.sessions import journal
from mops_tui.storage.sessions.recovery import Recovery, recover
from mops_tui.storage.sessions.repairing.repair import Repair, repair
from mops_tui.storage.sessions.writer import Writer

CHANGED_BY_OTHERS = frozenset({"gone", "replaced", "shrunk", "grown"})
"""Codes of `WriteFailed` for a file that somebody else has changed: it is theirs, too."""


@dataclass(frozen=True)
class OpenJournal:
    """A journal that is held for writing, and what it says.

    Attributes:
        pen: The means to write to it.
        header: What was settled before the first event.
        header_crc: The checksum of the header, for the `session-opened` event.
        events: What has happened so far.
        recovery: What was mended when it was opened, if anything.
        unknown: What a newer version has written into it; it stays there.
        repair: What was repaired when it was opened, in a month of practice.
    """

    pen: Pen
    header: Header
    header_crc: str
    events: tuple[Event, ...] = ()
    recovery: Recovery | None = None
    unknown: Unknown = NOTHING_UNKNOWN
    repair: Repair | None = None


def create_journal(path: Path, header: Header, disk: Disk = DISK) -> OpenJournal:
    """Make a journal that holds a header and no event yet, and open it.

    Args:
        path: Where; its folder is made when absent.
        header: What is settled from the beginning.
        disk: The operating system, or a test's idea of a bad one.

    Raises:
        SessionError: The file cannot be made or locked.
        Busy: Somebody else has that very file.
        WriteFailed: It cannot be opened for writing.
    """
    crc = journal.create(path, header)
    try:
        pen = Pen.open(path, None, 0, disk)
    except (SessionError, WriteFailed) as error:
        remove_unbegun(path, error)
        raise
    return OpenJournal(pen, header, crc)


def open_journal(path: Path, *, practice: bool = False, disk: Disk = DISK) -> OpenJournal:
    """Open a journal where it ends. A tail that was torn is cut off first, and kept beside it.

    Args:
        path: The file.
        practice: It is a month of practice, where a damage is repaired at once, with a backup; a
            workshop's is a person's to decide on.
        disk: The operating system, or a test's idea of a bad one.

    Raises:
        SessionError: It cannot be read; "damaged" where a repair is needed first; "practice"
            where a workshop is wanted.
        Busy: Somebody else is writing to it.
        WriteFailed: It cannot be opened for writing.
    """
    journal.load(path)
    refuse_newer(path)
    path = real(path)
    lock = SessionLock(path)
    lock.acquire()
    try:
        with refusing("cannot-read"):
            recovery = recover(path)
            reading = journal.read(path)
            repaired = None
            if practice and not reading.writable:
                repaired = repair(path)
                reading = journal.read(path)
        if not practice:
            refuse_practice(reading.header.session)
        if not reading.writable:
            raise SessionError("damaged", reading.damage.line if reading.damage else None)
        seq = reading.events[-1].seq if reading.events else 0
        pen = Pen(Writer(path, reading.length, disk), lock, seq, disk)
    except (SessionError, WriteFailed):
        lock.release()
        raise
    return OpenJournal(
        pen, reading.header, reading.header_crc, reading.events, recovery, reading.unknown, repaired
    )


def remove_unbegun(path: Path, error: SessionError | WriteFailed) -> None:
    """Take away a file that was made just now and could not be begun."""
    if error.code not in CHANGED_BY_OTHERS:
        with contextlib.suppress(OSError):
            path.unlink(missing_ok=True)
