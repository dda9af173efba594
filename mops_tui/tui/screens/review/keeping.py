"""Where the edits of a report are kept: in the session that is held here, or in a file."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Protocol

from mops_tui.model.session.commands import EditReport, Refusal
from mops_tui.model.session.state import ReportEdits
from mops_tui.sources.afterwards import say_afterwards
from mops_tui.sources.background import in_background
from mops_tui.storage.files.errors import Busy, SessionError, WriteFailed
from mops_tui.tui.paths import short_path
from mops_tui.tui.room import Room
from mops_tui.words.files import sessions as session_words
from mops_tui.words.refusals import refusal


class EditKeeper(Protocol):
    """Keeps what was changed in a report, as an event of its session."""

    @property
    def path(self) -> Path:
        """The session file."""
        ...

    async def keep(self, edits: ReportEdits) -> str:
        """Keep the report as it is edited; why it cannot be kept, or ""."""
        ...


class RoomKeeper:
    """Of a session that this program holds, closed or not."""

    def __init__(self, room: Room) -> None:
        """Take the room."""
        self._room = room

    @property
    def path(self) -> Path:
        """The session file, wherever it was carried on."""
        return self._room.session.path

    async def keep(self, edits: ReportEdits) -> str:
        """Ask the session, and leave it to its own writing; it says itself when a disk refuses."""
        return self._room.ask(_command(edits))


class FileKeeper:
    """Of a session that nobody runs: its file is opened for as long as it takes."""

    def __init__(self, path: Path) -> None:
        """Take the file."""
        self.path = path

    async def keep(self, edits: ReportEdits) -> str:
        """Write it into the file; a session that somebody else runs is theirs."""
        try:
            said = await in_background(partial(say_afterwards, self.path, _command(edits)))
        except (SessionError, Busy, WriteFailed) as error:
            return session_words.sentence(error, short_path(self.path))
        return refusal(said) if isinstance(said, Refusal) else ""


def _command(edits: ReportEdits) -> EditReport:
    return EditReport(edits.title, edits.summary, edits.left_out)
