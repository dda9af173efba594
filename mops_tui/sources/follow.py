"""The follow source: a session that somebody else is writing, seen as it grows.

It polls, because locks block readers on Windows and a repair changes the file's inode. A tail
that is not whole yet is left for the next look; a file that shrank or was replaced is read anew.
"""

from __future__ import annotations

import os
from pathlib import Path

from mops_tui.model.session.apply import apply
from mops_tui.model.session.audience import VisibleState, visible
from mops_tui.model.session.events import Event
from mops_tui.model.session.fold import begin
from mops_tui.model.session.header import Header
from mops_tui.model.session.state import WorkshopState
from mops_tui.storage.files.errors import SessionError
from mops_tui.storage.files.formats import FORMAT
from mops_tui.storage.files.ordinary import open_ordinary
from mops_tui.storage.locking.locks import is_being_written
from mops_tui.storage.sessions import journal
from mops_tui.storage.sessions.blocks import scan
from mops_tui.storage.sessions.copies import all_paths
from mops_tui.storage.sessions.durable import durable_length
from mops_tui.storage.sessions.listing import SessionList
from mops_tui.storage.sessions.moved import moved_to
from mops_tui.storage.sessions.parsing import parsed_blocks
from mops_tui.storage.sessions.summaries import current

POLL = 0.05
"""Seconds between two looks at the file, when nothing stirs in it."""
LOOKS_BEFORE_LISTING = 20
"""After so many looks the folder is listed again, while no session runs."""
LOOKS_UNTIL_WRITER_GONE = 60
"""After so many looks at a file that stays as it is, a writer that was mending it is gone."""


class Follower:
    """Follows a session file that another program writes, by the blocks that are whole.

    Attributes:
        header: Of the session; None while there is nothing to read.
        state: What has happened so far.
        modified: When the file was last written to, in seconds since 1970.
    """

    def __init__(self, path: Path | None, folder: Path) -> None:
        """Follow a file, or the session in a folder that is being run.

        Args:
            path: The file, which may appear later; None for whichever is being run.
            folder: Where the user's sessions are.
        """
        self._named = path
        self._list = SessionList(folder)
        self._path = path
        self._inode: tuple[int, int] | None = None
        self._format = FORMAT
        self._offset = 0
        self._looks = 0
        self._moves = 0
        self._size = 0
        self._durable: int | None = None
        self._same = 0
        self.modified = 0.0
        self.header: Header | None = None
        self.state: WorkshopState | None = None
        self._seen: tuple[WorkshopState, VisibleState] | None = None

    @property
    def seen(self) -> VisibleState | None:
        """What the room may see of it; the same until something happens."""
        if self.state is not None and (self._seen is None or self._seen[0] is not self.state):
            self._seen = (self.state, visible(self.state, "room"))
        return self._seen[1] if self._seen is not None else None

    @property
    def named(self) -> Path | None:
        """The file that it was told to follow; None for whichever is being run."""
        return self._named

    @property
    def path(self) -> Path | None:
        """The file that is followed at the moment."""
        return self._path

    def stirred(self) -> bool:
        """Whether a look may find something new: cheaper to ask than to look.

        The system is asked for the file's size, not for when it changed, which it may tell much
        later. While some of the file is not durable yet, the note of how much is gets read, too.
        """
        if self._path is None or self._inode is None:
            return False
        try:
            status = self._path.stat()
            if (status.st_dev, status.st_ino) != self._inode or status.st_size != self._size:
                return True
            return status.st_size > self._offset and durable_length(self._path) != self._durable
        except (OSError, ValueError):  # gone, or the note is just being written
            return False

    def poll(self) -> bool:
        """Look once.

        Returns:
            Whether anything has changed.
        """
        if self._named is None and self._idle():
            # Listing a folder takes longer than looking at a file: once a second is enough.
            if self._looks % LOOKS_BEFORE_LISTING == 0:
                self._choose()
            self._looks += 1
        if self._path is None:
            return False
        self._move()
        try:
            with open_ordinary(self._path) as file:
                status = os.fstat(file.fileno())
                inode = (status.st_dev, status.st_ino)
                end = self._end(status.st_size)
                self.modified = status.st_mtime
                if inode != self._inode or status.st_size < self._offset:
                    return self._reload(file.read(end), inode)
                if end <= self._offset:
                    return False
                file.seek(self._offset)
                return self._grow(file.read(end - self._offset))
        except OSError:
            return False

    def _end(self, size: int) -> int:
        """How far the file counts: what its writer calls durable, while there is a writer.

        A writer that died may have said too little. Its file no longer changes, and nobody has
        its lock: then all of it counts, as it will for whoever resumes it.
        """
        assert self._path is not None
        self._same = self._same + 1 if size == self._size else 0
        self._size = size
        try:
            durable = durable_length(self._path)
        except ValueError:  # just being written, or half of it by a writer that died
            durable = self._offset
        self._durable = durable
        if durable is None or durable >= size:
            return size
        if self._same >= LOOKS_UNTIL_WRITER_GONE:
            if not is_being_written(self._path):
                return size
            self._same = 0  # a slow disk is no death: ask again later
        return durable

    def _idle(self) -> bool:
        """Whether nothing goes on in what is followed: another session may have begun."""
        return self.state is None or self.state.phase in ("paused", "closed")

    def _move(self) -> None:
        """Go where the session went, when its disk refused; looked for once a second."""
        self._moves = (self._moves + 1) % LOOKS_BEFORE_LISTING
        there = moved_to(self._path) if self._path is not None and self._moves == 0 else None
        if there is not None and there.exists():
            self._path = there
            self._inode = None

    def _choose(self) -> None:
        """The latest session that somebody is running, if it is another one.

        One that was left unfinished last week is nobody's business on a wall.
        """
        for summary in self._list.all():
            if summary.finished or summary.trouble:
                return  # as are all behind it
            # Of two ends the shorter one may be the one that goes on: somebody has chosen it.
            for path in dict.fromkeys((current(summary), *all_paths(summary))):
                if is_being_written(path):
                    if path != self._path:
                        self._path = path
                        self._inode = None
                    return

    def _reload(self, data: bytes, inode: tuple[int, int]) -> bool:
        try:
            opening = journal.read_header_block(data)
        except SessionError:
            return False
        self._inode = inode
        self._offset = opening.end
        self.header = journal.marked_header(data, opening)
        self._format = opening.format
        self.state = begin(self.header)
        self._grow(data[opening.end :])
        return True

    def _grow(self, data: bytes) -> bool:
        """Apply the whole blocks of what was added; leave an unfinished one for later."""
        if self.state is None:
            return False
        changed, end = False, 0
        for step in parsed_blocks(scan(data), self._format, self.state.seq, self.state.t):
            if not step.block.whole:
                break
            end = step.block.end
            if step.event is None or step.damage is not None:
                break
            self._take(step.event)
            changed = True
        self._offset += end
        return changed

    def _take(self, event: Event) -> None:
        """One more event has happened."""
        assert self.state is not None
        self.state = apply(self.state, event)
