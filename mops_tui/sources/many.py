"""Many sessions at once: to compare a few, or to read a folder of a thousand.

Most of a small session is the copy of its workshop, and the sessions of a folder mostly ran the
same one. That copy is parsed and checked once for all whose bytes are the same. Anything but a
file as this program writes it takes the ordinary way, `journal.parse`.

A pool of two processes gains a twentieth, and does not pay: `benchmarks/trend.py --pool`.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mops_tui.model.comparison.comparison import Session
from mops_tui.model.packs.workshop import Workshop
from mops_tui.model.session.audience import visible_after
from mops_tui.model.session.condition import SOUND, Condition
from mops_tui.model.session.events import Event, LaterEvent
from mops_tui.model.session.header import Header
from mops_tui.storage.files.errors import SessionError, refuse_practice
from mops_tui.storage.files.formats import FORMAT, SUFFIX
from mops_tui.storage.sessions import journal
from mops_tui.storage.sessions.blocks import find_opening, scan
from mops_tui.storage.sessions.parsing import parsed_blocks
from mops_tui.storage.sessions.seal import header_crc, was_edited

_WORKSHOP = b"\n[workshop]\n"
_KEPT = 64
"""How many different workshops are remembered."""


@dataclass(frozen=True)
class SessionFile:
    """One file of many.

    Attributes:
        path: The file.
        session: The session as the room may see it, or None.
        error: Why there is none.
    """

    path: Path
    session: Session | None = None
    error: SessionError | None = None

    @property
    def condition(self) -> Condition:
        """What is wrong with the file of a session that can be read."""
        return self.session.condition if self.session else SOUND


def session_files(folder: Path) -> tuple[Path, ...]:
    """The files of a folder that may be sessions, by name; what lies deeper is not looked at.

    Raises:
        OSError: The folder cannot be listed.
    """
    names = (path for path in folder.iterdir() if path.suffix == SUFFIX)
    return tuple(sorted(path for path in names if not path.name.startswith(".")))


def read_many(paths: Iterable[Path]) -> Iterator[SessionFile]:
    """Read files one after the other; one that cannot be read is told about, not raised."""
    known: dict[bytes, Workshop] = {}
    for path in paths:
        try:
            yield _read(path, known)
        except SessionError as error:
            yield SessionFile(path, error=error)


def read_file(path: Path, known: dict[bytes, Workshop]) -> SessionFile:
    """Read one of several files.

    Args:
        path: The file.
        known: The workshops that were met in files before it, by their bytes; this one's is added.

    Raises:
        SessionError: It cannot be read.
    """
    return _read(path, known)


def read_one(path: Path) -> Session:
    """Read one session.

    Raises:
        SessionError: It cannot be read, or is practice.
    """
    session_file = _read(path, {})
    assert session_file.session is not None
    refuse_practice(session_file.session.state.session)
    return session_file.session


def _read(path: Path, known: dict[bytes, Workshop]) -> SessionFile:
    data = journal.load(path)
    sound = _sound(data, known)
    if sound is not None:
        return SessionFile(path, _session(path, *sound))
    reading = journal.parse(data)
    session = _session(path, reading.header, reading.events, reading.condition)
    return SessionFile(path, session)


def _session(
    path: Path, header: Header, events: Iterable[Event], condition: Condition = SOUND
) -> Session:
    state = visible_after(header, events)
    title = state.called or header.title
    return Session(header.id, title, header.opened, state, condition, path.name)


def _sound(data: bytes, known: dict[bytes, Workshop]) -> tuple[Header, tuple[Event, ...]] | None:
    """Header and events of a file without any fault; None where there is the least doubt."""
    end = find_opening(data)
    header = known_header(data, end, known)
    if header is None:
        return None
    events: list[Event] = []
    for step in parsed_blocks(scan(data, end), FORMAT):
        if step.event is None or not step.untouched or isinstance(step.event, LaterEvent):
            return None
        events.append(step.event)
    opening = events[0].keys() if events else None
    if opening is None or was_edited(header_crc(data[:end]), opening):
        return None
    return header, tuple(events)


def known_header(data: bytes, end: int, known: dict[bytes, Workshop]) -> Header | None:
    """The header of a file as this program writes it, None of any other.

    Args:
        data: All of the file.
        end: Where its first event begins.
        known: The workshops that were met in files before it.
    """
    cut = data.find(_WORKSHOP, 0, end) if end > 0 else -1
    if cut < 0 or b"\r" in data[:end]:
        return None
    return _header(data[: cut + 1], data[cut + 1 : end], known)


def _header(scalars: bytes, copy: bytes, known: dict[bytes, Workshop]) -> Header | None:
    """A header whose workshop may have been met before."""
    workshop = known.get(copy)
    try:
        keys: dict[str, Any] = tomllib.loads(scalars.decode())
        if workshop is None:
            tables = tomllib.loads(copy.decode())
            if tables.keys() != {"workshop"}:
                return None  # what a newer version put behind it has to be told
            workshop = Workshop.model_validate(tables["workshop"])
            if len(known) < _KEPT:
                known[copy] = workshop
        if keys.get("format") != FORMAT or "workshop" in keys:
            return None
        return Header.model_validate({**keys, "workshop": workshop})
    except (ValueError, RecursionError, KeyError):
        return None  # the ordinary way says what is wrong
