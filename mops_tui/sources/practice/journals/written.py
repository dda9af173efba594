"""The files of practice in the order in which they were written."""

from __future__ import annotations

import contextlib
import os
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from mops_tui.storage.files.errors import SessionError, refusing
from mops_tui.storage.sessions import journal


@dataclass(frozen=True)
class PracticeFile:
    """A file of practice.

    Attributes:
        path: Where it is.
        part: The how-manieth it is; 0 of an older file, which does not say.
        opened: When it was begun, as the clock said.
    """

    path: Path
    part: int
    opened: datetime


def practice_files(folder: Path) -> tuple[Path, ...]:
    """All files of a folder that are called like a month of practice, by name."""
    try:
        return tuple(sorted(folder.glob("practice-*.toml")))
    except OSError:
        return ()


def refuse_closed(folder: Path) -> None:
    """Refuse a folder that may not be read: it would look as if nothing had been answered.

    Raises:
        SessionError: "permission" or "cannot-read".
    """
    with refusing("cannot-read"), contextlib.suppress(FileNotFoundError, NotADirectoryError):
        os.scandir(folder).close()


def written_files(folder: Path) -> tuple[PracticeFile, ...]:
    """The files whose header can be read, in the order in which they were begun."""
    found = []
    for path in practice_files(folder):
        try:
            header = journal.read_header_block(journal.load(path)).header
        except SessionError:
            continue
        if header.session == "practice":
            found.append(PracticeFile(path, header.part or 0, header.opened))
    return tuple(sorted(found, key=lambda one: (one.part, one.opened, one.path.name)))
