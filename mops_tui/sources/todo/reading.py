"""What somebody said they would do is read out of a session without its votes.

A folder of a year holds hundreds of thousands of ballots and some hundred actions. The checksum of
every block is looked at, and only those are parsed that can say anything of what is to be done.
Where a file is not just what this program writes, the ordinary way reads all of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol

from pydantic import ValidationError

from mops_tui.model.packs.workshop import Workshop
from mops_tui.model.session.apply import apply
from mops_tui.model.session.condition import SOUND, Condition
from mops_tui.model.session.events import KINDS, Event, parse
from mops_tui.model.session.fold import begin
from mops_tui.model.session.header import Header
from mops_tui.model.session.state import SessionState
from mops_tui.sources.many import known_header, read_file
from mops_tui.storage.files.errors import SessionError
from mops_tui.storage.files.formats import FORMAT
from mops_tui.storage.sessions import journal
from mops_tui.storage.sessions.blocks import find_opening, scan, sealed_blocks
from mops_tui.storage.sessions.seal import header_crc, was_edited
from mops_tui.storage.sessions.versions.upcast import lifted_event

_HEAD = re.compile(
    rb"\[\[event\]\]\nseq = (\d{1,9})\nt = (\d+(?:\.\d+)?)\n"
    rb'(?:[a-z_]+ = [^\n]*\n)*?kind = "([a-z-]+)"\n'
)
_TELLING = frozenset(
    {
        "session-opened",
        "decision-recorded",
        "decision-amended",
        "decision-followed-up",
        "first-step-done",
        "decision-reviewed",
        "action-recorded",
        "action-amended",
        "action-done",
        "action-followed-up",
        "report-edited",
    }
)
"""The kinds of events that say something of what is to be done, or what the workshop is called."""


class LeftSession(Protocol):
    """A session that may have left something to be done."""

    @property
    def id(self) -> str:
        """Its id."""

    @property
    def title(self) -> str:
        """What it is called."""

    @property
    def opened(self) -> datetime:
        """When it was opened."""

    @property
    def state(self) -> SessionState:
        """How it stood at its end."""


@dataclass(frozen=True)
class LeftOf:
    """A session, of which no vote was read.

    Attributes:
        id: Its id.
        title: What it is called.
        opened: When it was opened.
        state: Its state after what was written down; nothing else of it is known.
    """

    id: str
    title: str
    opened: datetime
    state: SessionState


@dataclass(frozen=True)
class LeftFile:
    """One file of many.

    Attributes:
        path: The file.
        session: What it left, or None.
        error: Why there is none.
        condition: What is wrong with it, where it can be read.
    """

    path: Path
    session: LeftSession | None = None
    error: SessionError | None = None
    condition: Condition = SOUND


def read_left(paths: Iterable[Path]) -> Iterator[LeftFile]:
    """Read files one after the other; one that cannot be read is told about, not raised."""
    known: dict[bytes, Workshop] = {}
    for path in paths:
        try:
            yield _read(path, known)
        except SessionError as error:
            yield LeftFile(path, error=error)


def _read(path: Path, known: dict[bytes, Workshop]) -> LeftFile:
    data = journal.load(path)
    found = _sound(data, known)
    if found is None:
        whole = read_file(path, known)
        return LeftFile(path, whole.session, whole.error, whole.condition)
    header, events = found
    state = begin(header)
    for event in events:
        state = apply(state, event)
    return LeftFile(path, LeftOf(header.id, state.called, header.opened, state))


def _sound(data: bytes, known: dict[bytes, Workshop]) -> tuple[Header, list[Event]] | None:
    """Header and telling events of a file without any fault; None where there is a doubt."""
    end = find_opening(data)
    header = known_header(data, end, known)
    telling = _telling(data, end) if header is not None else None
    if header is None or not telling:
        return None
    events: list[Event] = []
    for block in scan(b"".join(telling)):
        if block.table is None:
            return None
        try:
            events.append(parse(lifted_event(block.table, FORMAT)))
        except (ValidationError, ValueError):
            return None
    if was_edited(header_crc(data[:end]), events[0].keys()):
        return None
    return header, events


def _telling(data: bytes, start: int) -> list[bytes] | None:
    """The blocks of telling events; None where one of all is not what this program writes."""
    telling: list[bytes] = []
    seq, last = 0, 0.0
    for text in sealed_blocks(data, start):
        head = _HEAD.match(text) if text is not None else None
        if text is None or head is None:
            return None
        kind, t = head[3].decode(), float(head[2])
        if int(head[1]) != seq + 1 or t < last or kind not in KINDS:
            return None
        if (seq == 0) != (kind == "session-opened"):
            return None
        seq, last = seq + 1, t
        if kind in _TELLING:
            telling.append(text)
    return telling
