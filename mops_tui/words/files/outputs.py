"""Sentences about files that are written: why one is refused, and where it went."""

from __future__ import annotations

from pathlib import Path

from mops_tui.storage.files.outputs import OutputRefused
from mops_tui.words.i18n import _
from mops_tui.words.safe import safe


def refused(error: OutputRefused | OSError, path: Path) -> str:
    """Why a file is not written."""
    name = safe(str(path))
    if isinstance(error, FileNotFoundError):
        words = _("{file} cannot be written: there is no folder {folder}.")
        return words.format(file=name, folder=safe(str(path.parent)))
    if isinstance(error, FileExistsError | NotADirectoryError) and error.filename:
        words = _("{file} cannot be written: {folder} is a file and no folder.")
        return words.format(file=name, folder=safe(str(error.filename)))
    if isinstance(error, OSError):
        words = _("{file} cannot be written: {why}.")
        return words.format(file=name, why=error.strerror or safe(str(error)))
    params = {key: safe(str(value)) for key, value in error.params.items()}
    return _sentences()[error.code].format(file=name, **params)


def _sentences() -> dict[str, str]:
    return {
        "session": _("{file} is a session. Choose another file."),
        "pack": _("{file} is a pack. Choose another file."),
        "companion": _("{file} belongs to the session {session}. Choose another name."),
        "link": _("{file} is a link to {target}. Name that file itself, or another one."),
        "folder": _("{file} cannot be written: it is a folder."),
        "disk": _("{file} is a whole disk. Choose a file."),
        "nobody-reads": _("{file} is a pipe that nobody reads. Start its reader first."),
    }


def stayed(edited: Path, written: Path) -> str:
    """That a file which somebody edited stays, and where the new one is."""
    words = _("{kept} may have been edited, so it stays. The new one: {file}")
    return words.format(kept=safe(str(edited)), file=safe(str(written)))


def write_over(path: Path) -> str:
    """Whether an edited file may be lost."""
    words = _("{file} may have been edited. Write over it? (No keeps both)")
    return words.format(file=safe(str(path)))
