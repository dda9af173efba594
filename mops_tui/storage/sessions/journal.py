"""Session files: made whole, read as far as they are sound, appended to by `Writer`."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from mops_tui.model.session.condition import Condition, Unknown
from mops_tui.model.session.events import Event, LaterEvent, Lost
from mops_tui.model.session.header import Header
from mops_tui.storage.files.bounds import MOST_EVENTS, SESSION_SIZE
from mops_tui.storage.files.errors import SessionError, WriteFailed, refusing
from mops_tui.storage.files.ordinary import NotOrdinaryError, read_ordinary
from mops_tui.storage.sessions.blocks import openings, scan
from mops_tui.storage.sessions.header_block import HeaderBlock, marked_header, read_header_block
from mops_tui.storage.sessions.making import create, header_bytes
from mops_tui.storage.sessions.parsing import Damage, ParsedBlock, parsed_blocks
from mops_tui.storage.sessions.writer import Writer

__all__ = [
    "Damage",
    "JournalReading",
    "SessionError",
    "WriteFailed",
    "Writer",
    "create",
    "header_bytes",
    "marked_header",
    "parse",
    "read",
    "read_header_block",
]

_FINISHED = re.compile(rb"\n\r?\n\Z")


@dataclass(frozen=True)
class JournalReading:
    """What a session file says.

    Attributes:
        header: What was settled before the first event; its policy says whether it was edited.
        events: The events up to the first damage, in order.
        edited: The `seq` of those that somebody changed by hand: their checksum is wrong, or was
            when a repair sealed them.
        unknown: What a later version has written, and is not known here.
        damage: The first place where no event can be read, or None.
        torn: The bytes after the last whole block, empty unless a write was cut short.
        length: Where the last whole block ends, and the next one will begin.
        lines: How many lines there are up to there.
        header_broken: The header is not the one that the first event sealed.
        header_edited: That, or it was so until a repair sealed it anew.
        header_crc: The checksum of the header as it is now.
        crlf: Something has changed the ends of lines to those of Windows.
        finished: The blank line after the last block is there.
        spans: Where the text of each event begins and ends, in bytes: what its checksum is of.
        format: The format that the file names, which is what its events are in.
    """

    header: Header
    events: tuple[Event, ...]
    edited: frozenset[int]
    unknown: Unknown
    damage: Damage | None
    torn: bytes
    length: int
    lines: int
    header_broken: bool
    header_edited: bool
    header_crc: str
    crlf: bool
    finished: bool
    spans: tuple[tuple[int, int], ...] = field(repr=False)
    format: int

    @property
    def condition(self) -> Condition:
        """What is wrong with the file, for all who show the session."""
        unread_from = self.lines + 1 if self.torn else None
        if self.damage is not None:
            unread_from = self.damage.line
        return Condition(
            header_edited=self.header_edited,
            edited=tuple(sorted(self.edited)),
            unread_from=unread_from,
            lost=tuple(event.seq for event in self.events if isinstance(event, Lost)),
            unknown=self.unknown,
        )

    @property
    def writable(self) -> bool:
        """Whether events may be appended as it stands, without recovery or repair."""
        return self.damage is None and not self.torn and not self.crlf and self.finished


def load(path: Path) -> bytes:
    """The bytes of a session file.

    Raises:
        SessionError: "missing", "folder", "not-a-file", "too-big", "permission" or
            "cannot-read".
    """
    with refusing("cannot-read"):
        try:
            data = read_ordinary(path, SESSION_SIZE + 1)
        except FileNotFoundError as error:
            raise SessionError("missing") from error
        except IsADirectoryError as error:
            raise SessionError("folder") from error
        except NotOrdinaryError as error:
            raise SessionError("not-a-file") from error
        except ValueError as error:  # a null character in the name
            raise SessionError("missing") from error
    if len(data) > SESSION_SIZE:
        raise SessionError("too-big", None, {"most": SESSION_SIZE >> 20})
    return data


def read(path: Path) -> JournalReading:
    """Read a session file as far as it is sound.

    Raises:
        SessionError: It cannot be read, or is no session of a format known here.
    """
    return parse(load(path))


def parse(data: bytes) -> JournalReading:
    """Read the bytes of a session file; see `read`."""
    return parse_blocks(data, None)


def parse_blocks(data: bytes, steps: list[ParsedBlock] | None) -> JournalReading:
    """The same, and every block up to `JournalReading.length` with what is wrong with it.

    Args:
        data: The bytes of a session file.
        steps: A list to add the blocks to; they hold a lot, so None forgets each.
    """
    header_block = read_header_block(data)
    if data.count(b"[[event]]", header_block.end) > MOST_EVENTS:
        # Texts may hold the words, too: only lines that begin a block count.
        line = _line_of_block(data, header_block, MOST_EVENTS)
        if line is not None:
            raise SessionError("too-many-events", line, {"most": MOST_EVENTS})
    events: list[Event] = []
    edited: set[int] = set()
    later: list[tuple[int, str]] = []
    keys: list[tuple[int, str]] = [(0, key) for key in header_block.later.keys]
    damage: Damage | None = None
    length = header_block.end
    spans: list[tuple[int, int]] = []
    unsure: ParsedBlock | None = None  # the first of a run of damaged steps that reaches the end
    for step in parsed_blocks(
        scan(data, header_block.end, header_block.lines + 1), header_block.format
    ):
        block = step.block
        if steps is not None:
            steps.append(step)
        if step.event is None and (not block.whole or _zeroed(data, step)):
            unsure = unsure or step
            continue
        damage = damage or (unsure.damage if unsure else None) or step.damage
        unsure = None
        length = block.end
        if damage is None and step.event is not None:
            events.append(step.event)
            spans.append((block.offset, block.sealed_end))
            seq = step.event.seq
            if step.event.edited or not block.crc_ok:
                edited.add(seq)
            else:
                keys += [(seq, key) for key in step.unknown]
            if isinstance(step.event, LaterEvent):
                later.append((seq, step.event.name))
    while steps and steps[-1].block.offset >= length:
        steps.pop()
    opening = events[0] if events else None
    return JournalReading(
        header=header_block.marked(opening),
        events=tuple(events),
        edited=frozenset(edited),
        unknown=Unknown(tuple(later), tuple(keys), header_block.later.questions),
        damage=damage,
        torn=data[length:],
        length=length,
        lines=data.count(b"\n", 0, length),
        header_broken=header_block.broken(opening),
        header_edited=header_block.edited(opening),
        header_crc=header_block.crc,
        crlf=b"\r\n" in data,
        finished=_FINISHED.search(data, max(0, length - 3), length) is not None,
        spans=tuple(spans),
        format=header_block.format,
    )


def _line_of_block(data: bytes, header_block: HeaderBlock, number: int) -> int | None:
    """The line on which a block begins, counted from 0; None where there are not so many."""
    at = next(islice(openings(data, header_block.end), number, None), None)
    return None if at is None else data.count(b"\n", 0, at) + 1


def _zeroed(data: bytes, step: ParsedBlock) -> bool:
    """Whether a power cut left zeros where bytes should be: not worth a fold that stops."""
    return b"\0" in data[step.block.offset : step.block.end]
