"""A folder's sessions, listed again and again: only what has changed is read anew."""

from __future__ import annotations

import os
import stat
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from mops_tui.storage.files.beside import MOVED
from mops_tui.storage.files.formats import SUFFIX
from mops_tui.storage.sessions.copies import Journal, fold_copies, journal_of
from mops_tui.storage.sessions.moved import moved_to
from mops_tui.storage.sessions.summaries import SessionSummary, in_order, summary_of

_Stamp = tuple[int, int, int, int]


class SessionList:
    """The sessions of one folder, each of them once, and what was learnt about each file.

    Several threads may ask at once: each learns for itself, and leaves it to the others at its end.
    """

    def __init__(self, folder: Path) -> None:
        """Take the folder, which may be missing; nothing is read yet."""
        self._folder = folder
        self._summaries: dict[Path, tuple[_Stamp, SessionSummary | None]] = {}
        self._journals: dict[Path, tuple[_Stamp, Journal]] = {}

    def first(self, most: int) -> tuple[tuple[SessionSummary, ...], bool]:
        """The sessions whose files changed last, at once: no file is read whole.

        Returns:
            The sessions, and whether that is all there is to say of the folder. Otherwise ask
            `all` when there is time: there are more, or copies.
        """
        stamps, moved = self._look()
        latest = sorted(stamps, key=lambda path: stamps[path], reverse=True)[:most]
        learnt = self._summaries.copy()
        summaries = _read({path: stamps[path] for path in latest}, moved, learnt)
        self._summaries = learnt
        by_stamp: dict[object, SessionSummary] = {}
        for one in summaries:
            key = one.path if one.trouble else (one.id, one.opened)
            if key not in by_stamp or one.size > by_stamp[key].size:
                by_stamp[key] = one
        return in_order(by_stamp.values()), len(latest) == len(stamps) and len(by_stamp) == len(
            summaries
        )

    def count(self) -> int:
        """How many files there are, copies too; none is read."""
        return len(self._look()[0])

    def stamp(self) -> str:
        """Something short that is another one whenever a file was changed, came or went."""
        stamps, moved = self._look()
        told = repr((sorted((path.name, stamp) for path, stamp in stamps.items()), sorted(moved)))
        return sha256(told.encode("utf-8", "surrogateescape")).hexdigest()

    def all(self) -> tuple[SessionSummary, ...]:
        """Every session, with its copies: unfinished ones first, the latest first."""
        stamps, moved = self._look()
        learnt = {path: one for path, one in self._summaries.copy().items() if path in stamps}
        journals = {path: one for path, one in self._journals.copy().items() if path in stamps}

        def read(path: Path) -> Journal:
            known = journals.get(path)
            if known is None or known[0] != stamps[path]:
                known = journals[path] = stamps[path], journal_of(path)
            return known[1]

        found = fold_copies(_read(stamps, moved, learnt), read)
        self._summaries, self._journals = learnt, journals
        return found

    def _look(self) -> tuple[dict[Path, _Stamp], set[str]]:
        """When each session file changed last, and the names of forwarding notes."""
        stamps: dict[Path, _Stamp] = {}
        moved: set[str] = set()
        try:
            with os.scandir(self._folder) as entries:
                for entry in entries:
                    if entry.name.endswith(MOVED):
                        moved.add(entry.name)
                    elif entry.name.endswith(SUFFIX) and entry.name[0] != ".":
                        stamps[self._folder / entry.name] = _stamp(entry)
                        if entry.is_symlink():
                            moved.add(entry.name + MOVED)  # its note is beside the file itself
        except OSError:  # missing, or closed to us
            pass
        return stamps, moved


def _read(
    stamps: dict[Path, _Stamp],
    moved: set[str],
    learnt: dict[Path, tuple[_Stamp, SessionSummary | None]],
) -> list[SessionSummary]:
    summaries: list[SessionSummary] = []
    for path, stamp in stamps.items():
        known = learnt.get(path)
        if known is None or known[0] != stamp or not any(stamp):
            known = learnt[path] = stamp, summary_of(path, moves=False)
        one = known[1]
        if one is not None:
            marked = f"{path.name}{MOVED}" in moved and not (one.finished or one.trouble)
            summaries.append(replace(one, moved=moved_to(path)) if marked else one)
    return summaries


def _stamp(entry: os.DirEntry[str]) -> _Stamp:
    """What changes whenever a file does; zeros where that cannot be known."""
    try:
        status = entry.stat()
    except OSError:
        return 0, 0, 0, 0
    if not stat.S_ISREG(status.st_mode):
        return 0, 0, 0, 0
    return status.st_mtime_ns, status.st_ctime_ns, status.st_size, status.st_ino
