"""Practice journals: one file a month, in the session format, without a copy of the packs."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from mops_tui import __version__
from mops_tui.model.digest import question_digest
from mops_tui.model.events import AnswerCommitted, CardAnswered, Event, SessionOpened, stamp
from mops_tui.model.header import Header
from mops_tui.model.pack import Scenario
from mops_tui.model.workshop import Workshop
from mops_tui.storage import journal
from mops_tui.storage.blocks import encode
from mops_tui.storage.errors import Busy, SessionError, WriteFailed
from mops_tui.storage.locks import SessionLock
from mops_tui.storage.recovery import Recovery, recover
from mops_tui.storage.repair import repair
from mops_tui.storage.writer import Writer

Now = Callable[[], datetime]


def utc_now() -> datetime:
    """The wall clock."""
    return datetime.now(UTC)


def local_now() -> datetime:
    """The wall clock where the person is: days begin at their midnight."""
    return utc_now().astimezone()


@dataclass(frozen=True)
class Practised:
    """One answer of a practice journal.

    Attributes:
        when: When it was given, in UTC.
        event: The answer.
    """

    when: datetime
    event: CardAnswered | AnswerCommitted


class PracticeJournal:
    """The journal of the present month, open for writing; one answer, one fsync."""

    def __init__(self, folder: Path, now: Now = local_now) -> None:
        """Open this month's journal, or begin it.

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
        self._month = _Month(folder, now())

    @property
    def recovery(self) -> Recovery | None:
        """What was mended when the month's file was opened, or None."""
        return self._month.recovery

    def record(self, answer: CardAnswered | AnswerCommitted) -> Practised:
        """Keep an answer, durably.

        Raises:
            WriteFailed: The disk refuses; nothing was kept.
        """
        now = self._now()
        if self._month.name != month_name(now):
            self._turn_over(now)
        kept = self._month.append(answer, now)
        return Practised(_moment(self._month.opened, kept), answer)

    def _turn_over(self, now: datetime) -> None:
        """Begin the new month's file; the old one goes on where that cannot be made.

        A window left open over the end of a month is no reason to lose an answer.
        """
        with contextlib.suppress(SessionError, Busy, WriteFailed):
            new = _Month(self._folder, now)
            self._month.close()
            self._month = new

    def close(self) -> None:
        """Release the file."""
        self._month.close()


def month_name(now: datetime) -> str:
    """The name of a month's file."""
    return f"practice-{now:%Y-%m}.toml"


class _Month:
    """One month's file, locked and open for appending."""

    def __init__(self, folder: Path, now: datetime) -> None:
        self.name = month_name(now)
        self.recovery: Recovery | None = None
        path = folder / self.name
        fresh = not path.exists()
        if fresh:
            crc = journal.create(path, _header(now))
        self._lock = SessionLock(path)
        try:
            self._lock.acquire()
            if not fresh:
                self.recovery = recover(path)
            reading = journal.read(path)
            if not reading.writable:
                # A damaged journal is mended at once, with a backup: practice goes on.
                repair(path)
                reading = journal.read(path)
            self._writer = Writer(path, reading.length)
        except (SessionError, WriteFailed, OSError):
            if fresh:  # what could not be begun leaves nothing behind
                with contextlib.suppress(OSError):
                    path.unlink(missing_ok=True)
            self._lock.release()
            raise
        self._unsure = False
        self.opened = reading.header.opened
        self._seq = reading.events[-1].seq if reading.events else 0
        self._t = reading.events[-1].t if reading.events else 0.0
        if not reading.events:
            try:
                self.append(SessionOpened(header_crc=crc if fresh else reading.header_crc), now)
            except WriteFailed:
                self.close()
                raise

    def append(self, event: Event, now: datetime) -> Event:
        t = max(self._t, (now - self.opened).total_seconds())
        stamped = stamp(event, self._seq + 1, t)
        if self._unsure:
            self._writer.restore()
        self._unsure = True
        self._writer.append(encode(stamped))
        self._unsure = False
        self._seq, self._t = stamped.seq, stamped.t
        return stamped

    def close(self) -> None:
        self._writer.close()
        self._lock.release()


def walked(answers: Iterable[Practised], scenario: Scenario) -> int:
    """How many questions of a scenario, from its first, were answered in the last walk through it.

    A walk that came to its end is over: 0, as where none was begun. Questions that read otherwise
    by now were not answered.
    """
    keys = {
        f"{scenario.id}/{question.id}": (number, question_digest(question))
        for number, question in enumerate(scenario.questions)
    }
    done: set[int] = set()
    for one in answers:
        if not isinstance(one.event, AnswerCommitted) or one.event.question not in keys:
            continue
        number, digest = keys[one.event.question]
        if digest == one.event.digest:
            done = {0} if number == 0 else done | {number}
    last = max(done, default=-1)
    return 0 if last + 1 >= len(scenario.questions) else last + 1


def _moment(opened: datetime, event: Event) -> datetime:
    """When an event of a journal happened, in UTC, as the scheduler wants it."""
    return (opened + timedelta(seconds=event.t)).astimezone(UTC)


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
            Practised(_moment(reading.header.opened, event), event)
            for event in reading.events
            if isinstance(event, CardAnswered | AnswerCommitted)
        ]
    answers.sort(key=lambda one: one.when)
    return tuple(answers), tuple(damaged)
