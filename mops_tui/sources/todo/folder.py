"""What is to be done over all sessions of a folder, and marking it done where it came from."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from mops_tui.model.session.commands import MarkDone, MarkFirstStep, MarkReviewed, Together
from mops_tui.model.session.step import Outcome
from mops_tui.sources.afterwards import say_afterwards
from mops_tui.sources.todo.reading import LeftFile, LeftSession, read_left
from mops_tui.sources.todo.tracked import Tracked, tracked
from mops_tui.storage.files.disk import DISK, Disk
from mops_tui.storage.files.errors import Busy
from mops_tui.storage.sessions.listing import SessionList
from mops_tui.storage.sessions.summaries import SessionSummary, current

_TRIES, _PAUSE = 20, 0.05
"""How often, and after how many seconds, somebody tries again who finds a session in use."""
Watched = Callable[[Iterable[Path]], Iterable[Path]]
"""Goes through the files as they are read, to show how far that is."""


@dataclass(frozen=True)
class FolderTodo:
    """What is to be done over all sessions of a folder.

    Attributes:
        things: Each thing once, done or not, the oldest session first.
        sessions: How many workshops were looked at.
        rehearsals: How many rehearsals were left out.
        unread: The files that could not be read, or not whole.
        redacted: How many sessions without somebody's name were left out, since the original is
            there as well.
        copied: The sessions of which there are copies, each counted once.
    """

    things: tuple[Tracked, ...]
    sessions: int
    rehearsals: int
    redacted: int
    unread: tuple[LeftFile, ...]
    copied: tuple[SessionSummary, ...]


def todo_of(folder: Path, watched: Watched = iter) -> FolderTodo:
    """Read all workshops of a folder; rehearsals and practice are not among them.

    Args:
        folder: The folder; a missing one holds none.
        watched: Goes through the files as they are read.
    """
    summaries = SessionList(folder).all()
    live = [one for one in summaries if one.trouble or one.session == "live"]
    wanted = _originals(live)
    paths = [one.path if one.trouble else current(one) for one in wanted]
    sessions: list[tuple[Path, LeftSession]] = []
    unread: list[LeftFile] = []
    for file in read_left(watched(paths)):
        if file.session is None:
            unread.append(file)
            continue
        if file.session.state.session == "live":
            sessions.append((file.path, file.session))
        if file.condition.unread_from is not None:
            unread.append(file)
    return FolderTodo(
        tracked(sessions),
        len(sessions),
        sum(1 for one in summaries if not one.trouble and one.session == "rehearsal"),
        len(live) - len(wanted),
        tuple(unread),
        tuple(one for one in wanted if one.copies),
    )


def _originals(summaries: Sequence[SessionSummary]) -> list[SessionSummary]:
    """Each session once, where one of the same moment stands there without somebody's name, too.

    Of several without names, whose original is gone, the one that was written last stays.
    """
    by_age = sorted(summaries, key=lambda one: (one.redacted, -one.modified.timestamp()))
    first: dict[datetime, SessionSummary] = {}
    for one in by_age:
        if not one.trouble:
            first.setdefault(one.opened, one)
    return [one for one in summaries if not one.redacted or first.get(one.opened) in (None, one)]


def mark(things: Sequence[Tracked], *, done: bool, disk: Disk = DISK) -> Outcome:
    """Say of some things of one session that they are done, or open again, in its file.

    Args:
        things: All of one file.
        done: They are done.
        disk: The operating system, or a test's idea of a bad one.

    Returns:
        What happened, or why it cannot be.

    Raises:
        SessionError: It cannot be read; "damaged" where a repair is needed first.
        Busy: Somebody else is writing to it: it may be running.
        WriteFailed: It cannot be written.
    """
    commands = tuple(_command(one, done=done) for one in things)
    said = commands[0] if len(commands) == 1 else Together(commands)
    for _again in range(_TRIES):
        try:
            return say_afterwards(things[0].path, said, disk)
        except Busy as busy:
            if busy.own:
                break
        time.sleep(_PAUSE)  # another shell, perhaps, that marks something, too
    return say_afterwards(things[0].path, said, disk)


def _command(one: Tracked, *, done: bool) -> MarkDone | MarkFirstStep | MarkReviewed:
    if one.kind == "action":
        return MarkDone(one.key, done)
    return MarkFirstStep(one.key, done) if one.kind == "first-step" else MarkReviewed(one.key, done)
