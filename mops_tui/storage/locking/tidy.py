"""Cleaning up after killed programs: temporary files, lock files and marks nobody uses.

A file goes only when nobody can be using it: a temporary file when the process in its name is
gone, a lock file when it can be locked. Never by its age.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterable
from pathlib import Path

from filelock import Timeout

from mops_tui.storage.files.beside import DURABLE, HOLDER, LOCK, SIGNS, STAGE, companion_of
from mops_tui.storage.files.disk import TEMPORARY, in_use
from mops_tui.storage.files.formats import is_newer
from mops_tui.storage.folders.mounts import network_kind, synced_by
from mops_tui.storage.locking.alive import alive
from mops_tui.storage.locking.locks import file_lock, number_folder
from mops_tui.storage.locking.presence import StagePresence


def tidy_all(folders: Iterable[Path]) -> None:
    """Tidy the user's folders, and that of the locks that go by a file's number."""
    for folder in folders:
        tidy(folder)
    with contextlib.suppress(OSError):
        tidy(number_folder())


def tidy(folder: Path) -> tuple[Path, ...]:
    """Take away what nobody uses in a folder: temporary files, lock files, notes beside sessions.

    Returns:
        The temporary files that went.
    """
    try:
        with os.scandir(folder) as entries:
            names = [entry.name for entry in entries]
    except OSError:
        return ()
    # Where other machines write too, a process that is not here may be there.
    ours = not (network_kind(folder) or synced_by(folder))
    deleted = []
    sessions: set[Path] = set()
    for name in names:
        beside = companion_of(name)
        whose = _whose(name)
        if whose and is_newer(folder / whose):
            continue  # a later version's: nobody here knows what it means
        if ours and abandoned(folder / name):
            with contextlib.suppress(OSError):
                (folder / name).unlink()
                deleted.append(folder / name)
        elif beside and beside.suffix == STAGE:
            StagePresence(folder / beside.session).is_open()  # leaves no file that nobody holds
        elif beside and beside.suffix in SIGNS:
            sessions.add(folder / beside.session)
    for session in sessions:
        _unlock(session)
    return tuple(deleted)


def _whose(name: str) -> str:
    """The name of the session that a file belongs to, by its own name; or ""."""
    temporary = TEMPORARY.fullmatch(name)
    beside = companion_of(temporary["name"] if temporary else name)
    if beside is not None:
        return beside.session
    return temporary["name"] if temporary else ""


def abandoned(path: Path) -> bool:
    """Whether a file is a temporary one whose writer was killed."""
    match = TEMPORARY.fullmatch(path.name)
    if match is None:
        return False
    pid = int(match["pid"])
    return not in_use(path) if pid == os.getpid() else not alive(pid)


def _unlock(session: Path) -> None:
    """Take away what a dead writer said about its session, while nobody else can write."""
    if os.path.islink(session):  # noqa: PTH114 - never raises
        return
    lock = file_lock(session.with_name(f"{session.name}{LOCK}"))
    try:
        lock.acquire(blocking=False)
    except (Timeout, OSError):
        return
    for suffix in (HOLDER, DURABLE, LOCK):
        with contextlib.suppress(OSError):
            session.with_name(f"{session.name}{suffix}").unlink(missing_ok=True)
    lock.release()
