"""Deleting a session, with everything beside it that still holds its votes."""

from __future__ import annotations

import contextlib
from pathlib import Path

from mops_tui.storage.files.beside import DURABLE, KEPT, NOTES, STAGE, beside, companion_of, real
from mops_tui.storage.files.disk import TEMPORARY, in_use, sync_folder
from mops_tui.storage.files.errors import refusing
from mops_tui.storage.files.formats import refuse_newer
from mops_tui.storage.locking.locks import SessionLock
from mops_tui.storage.sessions.moved import all_moves


def delete(path: Path) -> tuple[Path, ...]:
    """Delete a session file, the backups of its repairs, torn ends, and what killed writers left.

    Behind a symbolic link, the file goes and the link with it. A report that was written beside
    it stays: that is for somebody to read. So does the file in which the session went on
    elsewhere: see `goes_on`.

    Returns:
        What was deleted and held something of the session, the session itself first.

    Raises:
        Busy: Somebody is writing to it.
        SessionError: "cannot-lock", "no-locks", "permission" or "cannot-delete"; the session is
            still there. "newer-format": nobody here knows what else belongs to it.
    """
    there = real(path)
    refuse_newer(there)
    with SessionLock(path), refusing("cannot-delete"):
        others = sorted(other for other in there.parent.iterdir() if _holds_part(other, there))
        for other in others:
            other.unlink()
        there.unlink()
        for suffix in (*NOTES, DURABLE):
            beside(there, suffix).unlink(missing_ok=True)
        with contextlib.suppress(OSError):  # a stage that is still open keeps it on Windows
            beside(there, STAGE).unlink(missing_ok=True)
        if path != there:
            path.unlink(missing_ok=True)
        sync_folder(there.parent)
    return (path, *((there,) if path != there else ()), *others)


def goes_on(path: Path) -> tuple[Path, ...]:
    """The files in which a session went on elsewhere and that are there: they hold its votes."""
    return tuple(there for there in all_moves(path) if there.is_file())


def _holds_part(other: Path, session: Path) -> bool:
    """Whether a file beside a session holds votes of it: a backup, or one that was half written.

    Whoever asks has the session's lock, so nobody is writing one.
    """
    temporary = TEMPORARY.fullmatch(other.name)
    if temporary is not None:
        whose = temporary["name"]
        mine = whose == session.name or _beside_of(whose, session.name)
        return mine and not in_use(other)
    companion = companion_of(other.name)
    return companion is not None and companion.session == session.name and companion.suffix in KEPT


def _beside_of(name: str, session: str) -> bool:
    return name.startswith(f"{session}.")
