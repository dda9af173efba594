"""One id is one session: the copies that a synced folder, or a hand, has made of it.

A folder that is synced keeps both files when two machines have written: "x (1).toml",
"x-DESKTOP.toml", "x (Ana's conflicted copy 2026-11-26).toml". They say the same id and the same
opening. The longest journal stands for the session; of the others it is known what they lack.
Files are read whole only where an id occurs twice.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from mops_tui.storage.files.bounds import SESSION_SIZE
from mops_tui.storage.files.formats import SUFFIX, format_in
from mops_tui.storage.files.ordinary import open_ordinary
from mops_tui.storage.sessions.blocks import find_opening, scan
from mops_tui.storage.sessions.seal import header_crc, was_edited
from mops_tui.storage.sessions.summaries import Copy, SessionSummary, in_order, summary_of
from mops_tui.storage.sessions.versions.upcast import liftable, lifted_event

_START = 4096


@dataclass(frozen=True)
class Journal:
    """The events of one file, as far as they can be read in order.

    Attributes:
        events: Of each, whether its checksum is right, and its keys.
        intact: The header is the one that the first event sealed.
    """

    events: tuple[tuple[bool, dict[str, Any]], ...] = ()
    intact: bool = False

    def common(self, other: Journal) -> int:
        """How many events both begin with."""
        pairs = zip(self.events, other.events, strict=False)
        return next(
            (n for n, (one, two) in enumerate(pairs) if one != two),
            min(len(self.events), len(other.events)),
        )


def journal_of(path: Path) -> Journal:
    """Read a file for comparing; what cannot be read has no events."""
    try:
        with open_ordinary(path) as file:
            data = file.read(SESSION_SIZE)
    except OSError:
        return Journal()
    end = find_opening(data)
    if end < 0:
        return Journal()
    events: list[tuple[bool, dict[str, Any]]] = []
    named = liftable(format_in(data))
    for block in scan(data, end):
        table = None if block.table is None else lifted_event(block.table, named)
        if not block.whole or table is None or table.get("seq") != len(events) + 1:
            break
        events.append((block.crc_ok, table))
    intact = bool(events) and not was_edited(header_crc(data[:end]), events[0][1])
    return Journal(tuple(events), intact)


def fold_copies(
    summaries: Iterable[SessionSummary], read: Callable[[Path], Journal] = journal_of
) -> tuple[SessionSummary, ...]:
    """Sessions, each of them once, with the copies that were found beside it.

    Args:
        summaries: What each file is.
        read: How a file is read whole, which is done where an id occurs twice.
    """
    by_id: dict[tuple[str, datetime], list[SessionSummary]] = {}
    folded: list[SessionSummary] = []
    for one in summaries:
        if one.trouble is None:
            by_id.setdefault((one.id, one.opened), []).append(one)
        else:
            folded.append(one)
    for same in by_id.values():
        folded += same if len(same) == 1 else _families(same, read)
    return in_order(folded)


def _families(
    summaries: list[SessionSummary], read: Callable[[Path], Journal]
) -> list[SessionSummary]:
    """One summary a session; an id that stands for two sessions (it was typed) gives both."""
    journals = {one.path: read(one.path) for one in summaries}
    families: list[list[SessionSummary]] = []
    for one in sorted(summaries, key=lambda one: _rank(one, journals[one.path]), reverse=True):
        mine = journals[one.path]
        for family in families:
            if not mine.events or mine.common(journals[family[0].path]):
                family.append(one)
                break
        else:
            families.append([one])
    return [
        replace(main, copies=tuple(_copy(one, journals[one.path], main, journals[main.path])
                                   for one in others))
        for main, *others in families
    ]  # fmt: skip


def _rank(one: SessionSummary, journal: Journal) -> tuple[object, ...]:
    """The longest first, then the one that nobody has edited, then the plainest name."""
    sealed = sum(1 for right, _table in journal.events if right)
    plain = one.path.name == f"{one.id}{SUFFIX}"
    short = (-len(one.path.name), [-ord(char) for char in one.path.name])
    return len(journal.events), journal.intact, sealed, plain, short


def _copy(one: SessionSummary, journal: Journal, main: SessionSummary, whole: Journal) -> Copy:
    common = journal.common(whole)
    missing = whole.events[common:]
    since = None
    if missing:
        t = missing[0][1].get("t")
        if isinstance(t, int | float) and 0 <= t < 1e9:
            since = main.opened + timedelta(seconds=t)
    return Copy(one.path, len(missing), since, len(journal.events) - common, one.latest)


def family(path: Path) -> SessionSummary | None:
    """The session that a file belongs to, with its copies in the same folder.

    Returns:
        What stands for the session, which may be another file; None where the file is no session
        that can be read.
    """
    mine = summary_of(path)
    if mine is None or mine.trouble is not None:
        return None
    folded = fold_copies([mine, *_others_with(mine.id, path.parent, path.name)])
    return next((one for one in folded if path in all_paths(one)), None)


def by_id(folder: Path, session: str) -> SessionSummary | None:
    """The session of that id in a folder, whatever its file is called."""
    folded = fold_copies(_others_with(session, folder))
    return next((one for one in folded if one.trouble is None and one.id == session), None)


def all_paths(one: SessionSummary) -> tuple[Path, ...]:
    """The files of a session in its folder: what stands for it first, then the copies."""
    return (one.path, *(copy.path for copy in one.copies))


def _others_with(session: str, folder: Path, but: str = "") -> list[SessionSummary]:
    """What in a folder, but for one name, says that id: a glance at each file is enough."""
    wanted = session.encode()
    others: list[SessionSummary] = []
    try:
        beside = [other for other in folder.iterdir() if other.name.endswith(SUFFIX)]
    except OSError:
        return []
    for other in beside:
        if other.name == but or other.name.startswith("."):
            continue
        try:
            with open_ordinary(other) as file:
                near = wanted in file.read(_START)
        except OSError:
            continue
        one = summary_of(other) if near else None
        if one is not None and one.trouble is None and one.id == session:
            others.append(one)
    return others
