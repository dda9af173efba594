"""The live source: commands become events, events become durable, and then they are shown.

`ask` decides at once on the head and hands the events to the `Saver`. Only what the disk has
confirmed reaches `durable`.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from mops_tui.model.session.apply import apply
from mops_tui.model.session.commands import Command, OpenSession, Pause, Refusal, Resume
from mops_tui.model.session.events import Event
from mops_tui.model.session.fold import fold
from mops_tui.model.session.header import Header
from mops_tui.model.session.rules.rounds import waits_for_disk
from mops_tui.model.session.state import WorkshopState
from mops_tui.model.session.step import Outcome, refuses, step
from mops_tui.sources.clock import Clock, session_clock
from mops_tui.sources.open_journal import OpenJournal, create_journal, open_journal
from mops_tui.sources.saver import Saver
from mops_tui.sources.saving import Rescue, Saving
from mops_tui.storage.files.disk import DISK, Disk

Listener = Callable[[], None]


class LiveSession:
    """One session that is being written.

    Attributes:
        header: What was settled before.
        path: Where the journal lies; it changes when the session carries on elsewhere.
        recovery: What was mended when the session was resumed, if anything.
        unknown: What a newer version has written into the file; it stays there.
        after_crash: It was running when the program that ran it died.
    """

    def __init__(self, opened: OpenJournal, clock: Clock | None = None) -> None:
        """Go on with an open journal where it ends; the opening or the return is noted in it.

        Args:
            opened: The journal.
            clock: Seconds since the session was opened.
        """
        state = fold(opened.header, opened.events)
        self.header = opened.header
        self.recovery = opened.recovery
        self.unknown = opened.unknown
        self.after_crash = state.phase == "open"
        self._head = state
        self._durable = state
        self._clock = clock or session_clock(opened.header.opened, state.t)
        self._listeners: list[Listener] = []
        self._written = state
        self._saver = Saver(opened.pen, self._confirm, self._tell, self._begin)
        if state.phase == "new":
            self.ask(OpenSession(opened.header_crc))
        else:
            self.ask(Resume(after_crash=state.phase == "open"))

    @classmethod
    def create(
        cls, folder: Path, header: Header, clock: Clock | None = None, disk: Disk = DISK
    ) -> LiveSession:
        """Begin a new session in a folder.

        Args:
            folder: The folder; it is made when absent.
            header: What is settled from the beginning.
            clock: Seconds since the session was opened.
            disk: The operating system, or a test's idea of a bad one.

        Raises:
            SessionError: The file cannot be made.
            Busy: Somebody else has that very file.
            WriteFailed: It cannot be opened.
        """
        return cls(create_journal(folder / f"{header.id}.toml", header, disk), clock)

    @classmethod
    def resume(cls, path: Path, clock: Clock | None = None, disk: Disk = DISK) -> LiveSession:
        """Go on with a session where its journal ends, mending a torn tail first.

        Args:
            path: The session file.
            clock: Seconds since the session was opened.
            disk: The operating system, or a test's idea of a bad one.

        Raises:
            SessionError: It cannot be read; "damaged" where a repair is needed first.
            Busy: Somebody else is writing to it.
            WriteFailed: It cannot be opened for writing.
        """
        return cls(open_journal(path, disk=disk), clock)

    @property
    def path(self) -> Path:
        """Where the journal lies."""
        return self._saver.path

    @property
    def head(self) -> WorkshopState:
        """Everything decided."""
        return self._head

    @property
    def durable(self) -> WorkshopState:
        """Everything that the disk has confirmed."""
        return self._durable

    @property
    def is_closed(self) -> bool:
        """Whether the workshop is closed for good, saved or not yet."""
        return self._head.phase == "closed"

    @property
    def saving(self) -> Saving:
        """How many votes wait for the disk, and what is wrong with it."""
        return self._saver.saving

    def now(self) -> float:
        """Seconds since the session was opened."""
        return self._clock()

    def ask(self, command: Command) -> Outcome:
        """Decide a command on the head and queue what it makes happen."""
        refused = self._waits(command)
        outcome = refused or step(self._head, command, self.now())
        if isinstance(outcome, Refusal):
            return outcome
        if outcome.events:
            self._head = outcome.state
            self._saver.add(outcome.events)
            self._tell()
        return outcome.events

    def refuses(self, command: Command) -> Refusal | None:
        """Why a command would be refused at this moment; nothing is carried out."""
        return self._waits(command) or refuses(self._head, command, self.now())

    def _waits(self, command: Command) -> Refusal | None:
        return waits_for_disk(command) if self._saver.trouble else None

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Be called after each change of the head, the durable state or the trouble."""
        self._listeners.append(listener)

        def end() -> None:
            with contextlib.suppress(ValueError):
                self._listeners.remove(listener)

        return end

    def _tell(self) -> None:
        for listener in tuple(self._listeners):
            listener()

    def _begin(self) -> None:
        """All that is decided so far is being written."""
        self._written = self._head

    def _confirm(self, events: Sequence[Event]) -> None:
        """Apply to `durable` what the disk has confirmed."""
        if events and events[-1].seq == self._written.seq:  # what it comes to is known
            self._durable = self._written
            return
        for event in events:
            self._durable = apply(self._durable, event)

    def pause(self) -> None:
        """Note that the workshop rests, unless it does already."""
        if self._head.phase == "open":
            self.ask(Pause())

    # --- saving, and how it ends

    async def run(self) -> None:
        """Take what is decided to the disk until the session ends. One task runs this."""
        await self._saver.run()

    async def settled(self) -> None:
        """Wait until everything that was asked for is durable."""
        await self._saver.settled()

    async def saved(self, seq: int) -> None:
        """Wait until an event is durable, whatever else is asked for meanwhile.

        Args:
            seq: The event's number, as `ask` has given it.

        Raises:
            NotSaved: The disk has not taken it in time, or the session has ended.
        """
        await self._saver.saved(seq)

    async def continue_in(self, folder: Path) -> Path:
        """Go on in another folder; see `Saver.continue_in`."""
        return await self._saver.continue_in(folder)

    async def make_whole(self) -> None:
        """Write the file whole again; see `Saver.make_whole`."""
        await self._saver.make_whole()

    async def is_whole(self) -> bool:
        """Whether the file is still what was written: nothing may have been written since."""
        return await self._saver.is_whole()

    def rescue(self, folders: Iterable[Path], patience: float) -> Rescue:
        """Pause, and save what waits, from any thread, for the end; see `Saver.rescue`."""
        return self._saver.rescue(folders, patience, self._rest)

    def _rest(self) -> Sequence[Event]:
        """That the workshop rests, unless it does already."""
        paused = step(self._head, Pause(), self.now()) if self._head.phase == "open" else None
        return () if paused is None or isinstance(paused, Refusal) else paused.events

    def end(self) -> None:
        """Let `run` finish after what is queued, and give up on a disk that does not take it."""
        self._saver.end()

    def close(self) -> None:
        """Release the file. Call it when `run` has finished."""
        self._saver.close()
