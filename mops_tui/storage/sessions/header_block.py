"""The header of a session file: read alone, as far as the first event."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from mops_tui.model.session.events import Event, SessionOpened
from mops_tui.model.session.header import Header
from mops_tui.storage.files.bounds import HEADER_ENTRIES, HEADER_SIZE, excess_in
from mops_tui.storage.files.errors import SessionError
from mops_tui.storage.files.formats import FORMAT, newer_format
from mops_tui.storage.sessions.blocks import OPENING, crc_of, find_opening, scan
from mops_tui.storage.sessions.parsing import parsed_blocks
from mops_tui.storage.sessions.seal import header_text, is_broken, seal_of, was_edited
from mops_tui.storage.sessions.versions.later import LaterHeader, header_of
from mops_tui.storage.sessions.versions.upcast import lifted_header, named_format

_LINE_NUMBER = re.compile(r"at line (\d+)")
_UNKNOWN_HERE = frozenset({"extra_forbidden", "union_tag_invalid"})
"""What pydantic calls a key or a kind of question that a later version may know."""


@dataclass(frozen=True)
class HeaderBlock:
    """The header of a file, and where it ends.

    Attributes:
        header: The header, in today's shape.
        later: What of it this version does not know.
        format: The format that the file names, which is what its events are in.
        text: Its bytes, without a byte order mark and with plain newlines: what is sealed.
        crc: Their checksum.
        end: Where the events begin.
        lines: How many lines there are before them.
    """

    header: Header
    later: LaterHeader
    format: int
    text: bytes
    crc: str
    end: int
    lines: int

    def broken(self, opening: Event | None) -> bool:
        """Whether it is not the one that the first event of the file sealed."""
        return is_broken(self.crc, _keys(opening))

    def edited(self, opening: Event | None) -> bool:
        """Whether it was ever changed by hand, as far as the first event of the file tells."""
        return was_edited(self.crc, _keys(opening))

    def marked(self, opening: Event | None) -> Header:
        """The header, with its policy marked where it was changed by hand."""
        return self.header.as_edited() if self.edited(opening) else self.header


def _keys(opening: Event | None) -> dict[str, Any] | None:
    return opening.keys() if isinstance(opening, SessionOpened) else None


def read_header_block(data: bytes) -> HeaderBlock:
    """Read the header alone.

    Raises:
        SessionError: "empty", "not-utf8", "not-a-session", "newer-format" or "bad-header"; a
            code of `Excess`, or "header-too-big".
    """
    newer = newer_format(data)
    if newer:
        raise SessionError("newer-format", None, {"found": newer, "known": FORMAT})
    end = _header_end(data)
    if end > HEADER_SIZE:
        raise SessionError("header-too-big", None, {"most": HEADER_SIZE >> 20})
    text = header_text(data[:end])
    if not text.strip():
        raise SessionError("empty" if not data.strip() else "not-a-session")
    table = _toml(text, has_events=end < len(data))
    crc = crc_of(text)
    first = next(scan(data[end : _first_end(data, end)]), None)
    seal = seal_of(crc, first)
    whole = seal == "unreadable" and _is_whole(table, text)
    header, later = _header(table, with_unknown=seal == "right" or whole)
    return HeaderBlock(
        header, later, named_format(table), text, crc, end, data.count(b"\n", 0, end)
    )


def marked_header(data: bytes, header_block: HeaderBlock) -> Header:
    """The header of a file, with its policy marked where it was changed by hand."""
    block = next(parsed_blocks(scan(data, header_block.end), header_block.format), None)
    return header_block.marked(block.event if block else None)


def _first_end(data: bytes, start: int) -> int:
    following = find_opening(data, start + 1)
    return following if following > 0 else len(data)


def _header_end(data: bytes) -> int:
    opening = find_opening(data)
    if opening >= 0:
        return opening
    stripped = len(data.rstrip(b"\0"))
    last = data.rfind(b"\n", 0, stripped) + 1
    torn = data[last:stripped]  # the first event, cut within its first line
    return last if torn and OPENING.startswith(torn) else stripped


def _toml(text: bytes, *, has_events: bool) -> dict[str, Any]:
    try:
        read = text.decode()
        over = excess_in(read, HEADER_ENTRIES)
        if over is not None:
            raise SessionError(over.code, over.line, {"most": over.most})
        return tomllib.loads(read)
    except UnicodeDecodeError as error:
        raise SessionError("not-utf8", text.count(b"\n", 0, error.start) + 1) from error
    except tomllib.TOMLDecodeError as error:
        if not has_events and b"\n[workshop" not in text:
            raise SessionError("not-a-session") from error
        match = _LINE_NUMBER.search(str(error))
        line = int(match[1]) if match else text.count(b"\n") + 1
        raise SessionError("bad-header", line, {"key": ""}) from error
    except (ValueError, RecursionError) as error:
        raise SessionError("not-a-session") from error


def _is_whole(table: dict[str, Any], text: bytes) -> bool:
    """Whether a header that nothing seals can be read without what is not known of it.

    `anonymity` is nothing to guess at, so it has to stand there under its own name. And a first
    event whose opening line is spoilt is no part of a header.
    """
    policy = table.get("policy")
    return isinstance(policy, dict) and "anonymity" in policy and b"\nheader_crc = " not in text


def _header(table: dict[str, Any], *, with_unknown: bool) -> tuple[Header, LaterHeader]:
    """The header of a table.

    In one that somebody changed, a key that is not known may be one that is misspelt: it is not
    passed over.
    """
    table = lifted_header(table)
    if "id" not in table or "opened" not in table:
        raise SessionError("not-a-session")
    format_found = table.get("format")
    if isinstance(format_found, int) and format_found > FORMAT:
        raise SessionError("newer-format", None, {"found": format_found, "known": FORMAT})
    try:
        if with_unknown:
            return header_of(table)
        return Header.model_validate(table), LaterHeader()
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        key = ".".join(str(step) for step in first["loc"])
        unknown = first["type"] in _UNKNOWN_HERE
        raise SessionError("bad-header", None, {"key": key, "unknown": unknown}) from error
