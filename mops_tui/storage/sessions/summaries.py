"""The list of sessions: what each file is, without reading all of it or importing the model."""

from __future__ import annotations

import tomllib
from codecs import BOM_UTF8
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, BinaryIO

from mops_tui.storage.files.bounds import HEAD_ENTRIES, excess_in
from mops_tui.storage.files.formats import FORMAT, newer_format
from mops_tui.storage.files.ordinary import NotOrdinaryError, open_ordinary
from mops_tui.storage.sessions.blocks import scan
from mops_tui.storage.sessions.moved import moved_to
from mops_tui.storage.sessions.seal import header_edited
from mops_tui.storage.sessions.versions.kinds import AFTERWARDS, KINDS
from mops_tui.storage.sessions.versions.upcast import lifted_event, lifted_header, named_format

_START = 4096
_TAIL = 4096
_MOST_T = 1e10
_YEARS = range(1970, 9000)  # as in the header's own model, which is not imported here
_MOST_TRIES = 20  # so many blocks at the end are looked at for one that can be read
_EDITED = b'\nkind = "report-edited"\n'
_MOST_READ = 4 << 20  # an edited title is looked for in so many bytes at the end
_MOST_HEAD = 1 << 20  # a file whose first megabyte holds no [workshop] is no session of ours


@dataclass(frozen=True)
class Copy:
    """Another file of the same session, such as a synced folder makes.

    Attributes:
        path: The file.
        lacks: How many events it lacks that the session has.
        since: When the first of those happened, or None.
        own: How many events it has that the session's file lacks: both go on from one point.
        latest: When its last event happened.
    """

    path: Path
    lacks: int
    since: datetime | None
    own: int
    latest: datetime


@dataclass(frozen=True)
class SessionSummary:
    """One session of the list.

    Attributes:
        path: The file.
        title: What it is called: as its facilitator edited the report's title, or at first.
        id: The session's id, empty where it cannot be read; so are the texts below.
        opened: When it was opened; when the file was changed where that cannot be read.
        session: "live", "rehearsal" or "practice".
        anonymity: "named", "pseudonyms" or "anonymous".
        finished: Its last event is `session-closed`.
        latest: When its last event happened.
        modified: When the file was last changed.
        size: Its length in bytes.
        moved: Where it goes on, when its disk refused and it was carried on elsewhere.
        header_edited: Its header, title and all, was changed after it was opened.
        redacted: It is another session without somebody's name.
        copies: Other files of the same session; known only where somebody looked for them.
        trouble: Why it cannot be read ("permission", "not-a-session", "newer-format" and so on,
            as in `SessionError`), or None.
    """

    path: Path
    id: str
    title: str
    opened: datetime
    session: str
    anonymity: str
    workshop_title: str
    finished: bool
    latest: datetime
    modified: datetime
    size: int
    trouble: str | None = None
    moved: Path | None = None
    header_edited: bool = False
    redacted: bool = False
    copies: tuple[Copy, ...] = ()

    @property
    def rivals(self) -> tuple[Copy, ...]:
        """Copies that hold events of their own: somebody has to say which one goes on."""
        return tuple(copy for copy in self.copies if copy.own)


def current(summary: SessionSummary) -> Path:
    """The file that has all of a session: where it went on, if that is there."""
    return summary.moved if summary.moved is not None and summary.moved.exists() else summary.path


class _Trouble(Exception):  # noqa: N818 - inside this file only
    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def in_order(summaries: Iterable[SessionSummary]) -> tuple[SessionSummary, ...]:
    """Sessions as they are listed: unfinished ones first, the latest first; broken ones last."""
    latest = sorted(summaries, key=lambda one: (one.latest, one.path.name), reverse=True)
    latest.sort(key=lambda one: (one.trouble is not None, one.finished, one.moved is not None))
    return tuple(latest)


def summary_of(path: Path, *, moves: bool = True) -> SessionSummary | None:
    """What one file is; None when there is no such file.

    Args:
        path: The file.
        moves: Look whether the session went on elsewhere, too.
    """
    try:
        status = path.stat()
    except FileNotFoundError:
        return None
    except OSError:
        return _broken(path, datetime.fromtimestamp(0, UTC), 0, "cannot-read")
    modified = datetime.fromtimestamp(status.st_mtime, UTC)
    size = status.st_size
    try:
        with open_ordinary(path) as file:
            keys = _keys(file)
            kind, t = _last_event(file, size, named_format(keys))
            edited = header_edited(file)
            title = _edited_title(file, size, named_format(keys))
        summary = _session(path, lifted_header(keys), kind, t, modified, size)
        moved = moved_to(path) if moves and not summary.finished else None
        return replace(summary, title=title or summary.title, moved=moved, header_edited=edited)
    except _Trouble as trouble:
        return _broken(path, modified, size, trouble.code)
    except FileNotFoundError:
        return None
    except PermissionError:
        code = "folder" if path.is_dir() else "permission"
    except IsADirectoryError:
        code = "folder"
    except NotOrdinaryError:
        code = "not-a-file"
    except OSError:
        code = "cannot-read"
    return _broken(path, modified, size, code)


def _session(
    path: Path, keys: dict[str, Any], kind: str, t: float, modified: datetime, size: int
) -> SessionSummary:
    opened, format_found = keys.get("opened"), keys.get("format")
    if not isinstance(opened, datetime) or not isinstance(keys.get("id"), str):
        raise _Trouble("not-a-session")
    if isinstance(format_found, int) and format_found > FORMAT:
        raise _Trouble("newer-format")
    policy, workshop = keys.get("policy", {}), keys.get("workshop")
    if (
        opened.tzinfo is None
        or opened.year not in _YEARS
        or not isinstance(policy, dict)
        or not isinstance(workshop, dict)
    ):
        raise _Trouble("bad-header")
    try:
        latest = opened + timedelta(seconds=t)
    except (OverflowError, ValueError):
        latest = opened
    return SessionSummary(
        path=path,
        id=str(keys["id"]),
        title=str(keys.get("title", "")),
        opened=opened,
        session=str(keys.get("session", "live")),
        anonymity=str(policy.get("anonymity", "named")),
        workshop_title=str(workshop.get("title", "")),
        finished=kind == "session-closed",
        latest=latest,
        modified=modified,
        size=size,
        redacted=keys.get("redacted") is True,
    )


def _broken(path: Path, modified: datetime, size: int, code: str) -> SessionSummary:
    return SessionSummary(
        path, "", path.stem, modified, "", "", "", False, modified, modified, size, code
    )


def _keys(file: BinaryIO) -> dict[str, Any]:
    """The header up to the first table inside `[workshop]`, and no further."""
    data, end = b"", -1
    while end < 0 and len(data) < _MOST_HEAD:
        part = file.read(_START)
        if not data and newer_format(part):
            raise _Trouble("newer-format")
        data += part
        end = _workshop_end(data, complete=not part)
        if not part:
            break
    if not data.strip():
        raise _Trouble("empty")
    text = data[: end if end >= 0 else len(data)].removeprefix(BOM_UTF8)
    try:
        read = text.decode()
        if excess_in(read, HEAD_ENTRIES):
            raise _Trouble("bad-header")
        return tomllib.loads(read)
    except UnicodeDecodeError as error:
        raise _Trouble("not-utf8") from error
    except (ValueError, RecursionError) as error:
        raise _Trouble("bad-header" if end >= 0 else "not-a-session") from error


def _workshop_end(data: bytes, *, complete: bool) -> int:
    """Where the scalars of `[workshop]` end, or -1 when that is not among these bytes."""
    start = data.find(b"\n[workshop]")
    if start < 0:
        return -1
    end = data.find(b"\n[", start + 2)
    if end >= 0:
        return end + 1
    return len(data) if complete else -1


def _last_event(file: BinaryIO, size: int, named: int) -> tuple[str, float]:
    """The last kind that is known here, and the time of the last whole event.

    Nothing where the tail does not tell.

    `session-closed` is short, so a last event that does not fit into the tail is another one;
    only then is more of the file read, for its time.
    """
    tail = _TAIL
    while True:
        start = max(0, size - tail)
        file.seek(start)
        kind, t = _last_of(file.read(tail), named)
        if kind or start == 0 or tail >= _MOST_HEAD:
            return kind, t or 0.0
        tail *= 16


def _edited_title(file: BinaryIO, size: int, named: int) -> str:
    """The title that the report was given last, or "".

    It can stand before other events where a session that was over has been gone on with, so the
    tail does not tell.
    """
    file.seek(max(0, size - _MOST_READ))
    data = file.read(_MOST_READ)
    found = data.rfind(_EDITED)
    opening = data.rfind(b"\n[[event]]", 0, found) if found >= 0 else -1
    if opening < 0:
        return ""
    end = data.find(b"\n[[event]]", found)
    table = next(scan(data[opening + 1 : end + 1 if end >= 0 else None])).table
    title = lifted_event(table, named).get("title") if table is not None else ""
    return title if isinstance(title, str) else ""


def _last_of(data: bytes, named: int) -> tuple[str, float | None]:
    opening, latest, tries = len(data), None, 0
    while tries < _MOST_TRIES:
        opening = data.rfind(b"\n[[event]]", 0, opening)
        if opening < 0:
            break
        tries += 1
        table = next(scan(data, opening)).table
        if table is None:
            continue
        kind, t = _kind_and_time(lifted_event(table, named))
        latest = t if latest is None else latest
        if kind in AFTERWARDS:  # said of it later: it is as finished as it was
            latest, tries = None, tries - 1  # however often: its end stands before all that
        elif kind in KINDS:  # what a later version adds finishes nothing, and reopens nothing
            return kind, latest
    return "", latest


def _kind_and_time(table: dict[str, Any]) -> tuple[str, float]:
    kind, t = table.get("kind"), table.get("t")
    return str(kind), float(t) if isinstance(t, int | float) and 0 <= t <= _MOST_T else 0.0
