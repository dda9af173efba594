"""The header of a session file: read alone, as far as the first event."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from mops_tui.model.session.events import SessionOpened
from mops_tui.model.session.header import Header
from mops_tui.storage.files.bounds import HEADER_ENTRIES, HEADER_SIZE, excess_in
from mops_tui.storage.files.errors import SessionError
from mops_tui.storage.sessions.blocks import FORMAT, OPENING, crc_of, find_opening, scan
from mops_tui.storage.sessions.parsing import walk

_BOM = b"\xef\xbb\xbf"
_LINE_NUMBER = re.compile(r"at line (\d+)")


@dataclass(frozen=True)
class Head:
    """The header of a file, and where it ends.

    Attributes:
        header: The header.
        text: Its bytes, without a byte order mark and with plain newlines: what is sealed.
        crc: Their check sum.
        end: Where the events begin.
        lines: How many lines there are before them.
    """

    header: Header
    text: bytes
    crc: str
    end: int
    lines: int


def read_head(data: bytes) -> Head:
    """Read the header alone.

    Raises:
        SessionError: "empty", "not-utf8", "not-a-session", "newer-format" or "bad-header"; a
            code of `Excess`, or "header-too-big".
    """
    end = _header_end(data)
    if end > HEADER_SIZE:
        raise SessionError("header-too-big", None, {"most": HEADER_SIZE >> 20})
    text = data[:end].removeprefix(_BOM).replace(b"\r\n", b"\n")
    if not text.strip():
        raise SessionError("empty" if not data.strip() else "not-a-session")
    header = _header(_toml(text, has_events=end < len(data)))
    return Head(header, text, crc_of(text), end, data.count(b"\n", 0, end))


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


def _header(table: dict[str, Any]) -> Header:
    if "id" not in table or "opened" not in table:
        raise SessionError("not-a-session")
    format_found = table.get("format")
    if isinstance(format_found, int) and format_found > FORMAT:
        raise SessionError("newer-format", None, {"found": format_found, "known": FORMAT})
    try:
        return Header.model_validate(table)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        key = ".".join(str(step) for step in first["loc"])
        raise SessionError("bad-header", None, {"key": key}) from error


def sealed_header(data: bytes, head: Head) -> Header:
    """The header of a file, marked where its first event, if it is there, sealed another one."""
    step = next(walk(scan(data, head.end)), None)
    opening = step.event if step else None
    sealed = opening.header_crc if isinstance(opening, SessionOpened) else head.crc
    return head.header.sealed_with(head.crc, sealed)
