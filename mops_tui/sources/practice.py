"""Practice journals: one file a month, in the session format, without a copy of the packs."""

from __future__ import annotations

import contextlib
import os
import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

from mops_tui import __version__
from mops_tui.model.packs.digest import question_digest
from mops_tui.model.packs.pack import Scenario
from mops_tui.model.packs.workshop import Workshop
from mops_tui.model.session.events import AnswerCommitted, CardAnswered, Event, SessionOpened, stamp
from mops_tui.model.session.header import Header
from mops_tui.storage.files.errors import Busy, SessionError, WriteFailed, refusing
from mops_tui.storage.locking.locks import SessionLock
from mops_tui.storage.sessions import journal
from mops_tui.storage.sessions.blocks import encode
from mops_tui.storage.sessions.recovery import Recovery, recover
from mops_tui.storage.sessions.repair import repair
from mops_tui.storage.sessions.writer import Writer

Now = Callable[[], datetime]


def utc_now() -> datetime:
    """The wall clock."""
    return datetime.now(UTC)


def local_now() -> datetime:
    """The wall clock where the person is: days begin at their midnight."""
    return utc_now().astimezone()


@dataclass(frozen=True)
class PracticeAnswer:
    """One answer of a practice journal.

    Attributes:
        when: When it was given, in UTC.
        event: The answer.
    """

    when: datetime
    event: CardAnswered | AnswerCommitted


SLACK = 60.0
"""Seconds that a clock may be set back before another file begins."""
_UNREADABLE = frozenset({"empty", "not-utf8", "not-a-session", "bad-header"})
"""What is wrong with a file that no practice can go on in, and that is put aside."""
_NOT_OURS = frozenset({"gone", "replaced", "shrunk", "grown", "closed"})
"""What is wrong with a file that somebody else has changed: practice goes on in what is there."""


@dataclass(frozen=True)
class SetAsideFile:
    """A file that could not be read and was given another name, so that practice goes on.

    Attributes:
        file: The name that it had; likewise `now`, the one that it has.
        why: A code of `SessionError`.
    """

    file: str
    now: str
    why: str
    code: str = "set-aside"
    line: int | None = None

    @property
    def params(self) -> dict[str, object]:
        """What the sentence needs."""
        return {"file": self.file, "kept": self.now}


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
        self._month = _Month(folder, now())

    @property
    def recovery(self) -> Recovery | None:
        """What was mended when the month's file was opened, or None."""
        return self._month.recovery

    @property
    def set_aside(self) -> tuple[SetAsideFile, ...]:
        """What could not be read when the month's file was opened, and is called otherwise now."""
        return tuple(self._month.set_aside)

    @property
    def path(self) -> Path:
        """The file that answers go to."""
        return self._month.path

    def record(self, answer: CardAnswered | AnswerCommitted) -> PracticeAnswer:
        """Keep an answer, durably.

        A month that has ended, a clock that was ahead and is put right, a file that somebody has
        changed: then the answer goes to another file. No answer has the wrong day because the one
        before it had.

        Raises:
            WriteFailed: The disk refuses; nothing was kept.
        """
        return self.taken(answer)()

    def taken(self, answer: CardAnswered | AnswerCommitted) -> Callable[[], PracticeAnswer]:
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

    def _keep(self, answer: CardAnswered | AnswerCommitted) -> PracticeAnswer:
        try:
            return self._write(answer)
        finally:
            with self._counting:
                self._waiting -= 1
                last = self._closed and not self._waiting
            if last:  # whoever closed it could not close what was in use
                self._month.close()

    def _write(self, answer: CardAnswered | AnswerCommitted) -> PracticeAnswer:
        with self._turn:
            now = self._now()
            if self._month.month != month_name(now) or self._month.ahead_of(now):
                self._turn_over(now)
            try:
                kept = self._month.append(answer, now)
            except WriteFailed as error:
                if error.code not in _NOT_OURS or not self._begin_again(now):
                    raise
                kept = self._month.append(answer, now)
            return PracticeAnswer(_moment(self._month.opened, kept), answer)

    def _turn_over(self, now: datetime) -> None:
        """Begin the new month's file; the old one goes on where that cannot be made.

        A window left open over the end of a month is no reason to lose an answer.
        """
        with contextlib.suppress(SessionError, Busy, WriteFailed):
            new = _Month(self._folder, now)
            self._month.close()
            self._month = new

    def _begin_again(self, now: datetime) -> bool:
        """Open what lies there now, once the old file is let go of."""
        self._month.close()
        try:
            self._month = _Month(self._folder, now)
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


def month_name(now: datetime, number: int = 1) -> str:
    """The name of a month's file, or of the next ones where the clock was put right."""
    return f"practice-{now:%Y-%m}{f'-{number}' if number > 1 else ''}.toml"


class _Month:
    """One file of a month, locked and open for appending.

    What could not be begun leaves nothing behind.

    Attributes:
        month: The name of the month's first file.
        set_aside: The files that could not be read.

    Raises:
        SessionError: It can be neither read nor made.
        Busy: Somebody else writes to it.
        WriteFailed: It cannot be opened for writing, or takes no first event.
    """

    def __init__(self, folder: Path, now: datetime) -> None:
        self.month = month_name(now)
        self.recovery: Recovery | None = None
        self.set_aside: list[SetAsideFile] = []
        self.path = path = self._choose(folder, now)
        with refusing("cannot-read"):
            fresh = not path.exists()
        if fresh:
            crc = journal.create(path, _header(now, path.stem))
        self._lock = SessionLock(path)
        try:
            with refusing("cannot-read"):
                self._lock.acquire()
                if not fresh:
                    self.recovery = recover(path)
                reading = journal.read(path)
                if not reading.writable:
                    # A damaged journal is mended at once, with a backup: practice goes on.
                    repair(path)
                    reading = journal.read(path)
                self._writer = Writer(path, reading.length)
        except (SessionError, WriteFailed) as error:
            if fresh:
                self._unmake(error)
            self._lock.release()
            raise
        self._unsure = False
        self.opened = reading.header.opened
        self._seq = reading.events[-1].seq if reading.events else 0
        self._t = reading.events[-1].t if reading.events else 0.0
        if not reading.events:
            try:
                self.append(SessionOpened(header_crc=crc if fresh else reading.header_crc), now)
            except WriteFailed as error:
                if fresh:
                    self._unmake(error)
                self.close()
                raise

    def _unmake(self, error: SessionError | WriteFailed) -> None:
        """Take away a file that was made just now; not what somebody else has put there."""
        if error.code not in _NOT_OURS:
            with contextlib.suppress(OSError):
                self.path.unlink(missing_ok=True)

    def _choose(self, folder: Path, now: datetime) -> Path:
        """The first of the month's files that practice can go on in, or the name of a new one."""
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
                if error.code in _UNREADABLE:
                    self.set_aside.append(_put_aside(path, error.code))
                    continue
                number += 1  # a folder, or a file of a later version: leave it alone
                continue
            last = reading.events[-1].t if reading.events else 0.0
            if reading.header.session == "practice" and not _ahead(
                reading.header.opened, last, now
            ):
                return path
            number += 1

    def ahead_of(self, now: datetime) -> bool:
        """Whether the last answer is later than now: the clock was ahead, and is put right."""
        return _ahead(self.opened, self._t, now)

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


def _ahead(opened: datetime, t: float, now: datetime) -> bool:
    return t - (now - opened).total_seconds() > SLACK


def _put_aside(path: Path, why: str) -> SetAsideFile:
    """Give a file that cannot be read another name, beside its old one.

    Raises:
        SessionError: "permission" or "cannot-write".
        Busy: Somebody is writing to it.
    """
    with SessionLock(path), refusing("cannot-write"):
        number = 1
        while os.path.lexists(there := path.with_name(f"{path.name}.unreadable{number}")):
            number += 1
        path.rename(there)
    return SetAsideFile(path.name, there.name, why)


def walked(answers: Iterable[PracticeAnswer], scenario: Scenario) -> int:
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


def _header(opened: datetime, name: str) -> Header:
    return Header(
        id=name,
        title=f"Practice, {opened:%Y-%m}",
        opened=opened.replace(microsecond=0),
        session="practice",
        app=__version__,
        workshop=Workshop(id="practice", title="Practice", minutes=5, scenarios=()),
    )


def read_practice(folder: Path) -> tuple[tuple[PracticeAnswer, ...], tuple[str, ...]]:
    """All answers of all months, in order, as far as the journals can be read.

    Returns:
        The answers, and the names of files that hold something unreadable.
    """
    answers: list[PracticeAnswer] = []
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
            PracticeAnswer(_moment(reading.header.opened, event), event)
            for event in reading.events
            if isinstance(event, CardAnswered | AnswerCommitted)
        ]
    answers.sort(key=lambda one: one.when)
    return tuple(answers), tuple(damaged)
