"""Practice journals: one file a month, in the session format, without a copy of the packs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from mops_tui import __version__
from mops_tui.model.events import AnswerCommitted, CardAnswered, Event, SessionOpened, stamp
from mops_tui.model.header import Header
from mops_tui.model.workshop import Workshop
from mops_tui.storage import journal
from mops_tui.storage.blocks import encode
from mops_tui.storage.errors import SessionError, WriteFailed
from mops_tui.storage.locks import SessionLock
from mops_tui.storage.recovery import Recovery, recover
from mops_tui.storage.repair import repair
from mops_tui.storage.writer import Writer

Now = Callable[[], datetime]


def utc_now() -> datetime:
    """The wall clock."""
    return datetime.now(UTC)


@dataclass(frozen=True)
class Practised:
    """One answer of a practice journal.

    Attributes:
        when: When it was given.
        event: The answer.
    """

    when: datetime
    event: CardAnswered | AnswerCommitted


class PracticeJournal:
    """The journal of the present month, open for writing; one answer, one fsync.

    Attributes:
        recovery: What was mended when it was opened, or None.
    """

    def __init__(self, folder: Path, now: Now = utc_now) -> None:
        """Open this month's journal, or begin it.

        Raises:
            SessionError: It can be neither read nor made.
            Busy: Another window of the program is practising.
            WriteFailed: It cannot be opened for writing.
        """
        self._now = now
        self.recovery: Recovery | None = None
        opened = now()
        self._path = folder / f"practice-{opened:%Y-%m}.toml"
        fresh = not self._path.exists()
        if fresh:
            crc = journal.create(self._path, _header(opened))
        self._lock = SessionLock(self._path)
        self._lock.acquire()
        try:
            if not fresh:
                self.recovery = recover(self._path)
            reading = journal.read(self._path)
            if not reading.writable:
                # A damaged journal is mended at once, with a backup: practice goes on.
                repair(self._path)
                reading = journal.read(self._path)
            self._writer = Writer(self._path, reading.length)
        except (SessionError, WriteFailed, OSError):
            self._lock.release()
            raise
        self._unsure = False
        self._opened = reading.header.opened
        self._seq = reading.events[-1].seq if reading.events else 0
        self._t = reading.events[-1].t if reading.events else 0.0
        if not reading.events:
            try:
                self._append(SessionOpened(header_crc=crc if fresh else reading.header_crc))
            except WriteFailed:
                self.close()
                raise

    def record(self, answer: CardAnswered | AnswerCommitted) -> Practised:
        """Keep an answer, durably.

        Raises:
            WriteFailed: The disk refuses; nothing was kept.
        """
        kept = self._append(answer)
        when = self._opened + timedelta(seconds=kept.t)
        return Practised(when, answer)

    def _append(self, event: Event) -> Event:
        t = max(self._t, (self._now() - self._opened).total_seconds())
        stamped = stamp(event, self._seq + 1, t)
        if self._unsure:
            self._writer.restore()
        self._unsure = True
        self._writer.append(encode(stamped))
        self._unsure = False
        self._seq, self._t = stamped.seq, stamped.t
        return stamped

    def close(self) -> None:
        """Release the file."""
        self._writer.close()
        self._lock.release()


def _header(opened: datetime) -> Header:
    return Header(
        id=f"practice-{opened:%Y-%m}",
        title=f"Practice, {opened:%Y-%m}",
        opened=opened.replace(microsecond=0),
        session="practice",
        app=__version__,
        workshop=Workshop(id="practice", title="Practice", minutes=5, scenarios=()),
    )


def read_practice(folder: Path) -> tuple[tuple[Practised, ...], tuple[str, ...]]:
    """All answers of all months, in order, as far as the journals can be read.

    Returns:
        The answers, and the names of files that hold something unreadable.
    """
    answers: list[Practised] = []
    damaged: list[str] = []
    try:
        paths = sorted(folder.glob("practice-*.toml"))
    except OSError:
        return (), ()
    for path in paths:
        try:
            reading = journal.read(path)
        except SessionError:
            damaged.append(path.name)
            continue
        if reading.damage is not None:
            damaged.append(path.name)
        answers += [
            Practised(reading.header.opened + timedelta(seconds=event.t), event)
            for event in reading.events
            if isinstance(event, CardAnswered | AnswerCommitted)
        ]
    answers.sort(key=lambda one: one.when)
    return tuple(answers), tuple(damaged)
