"""The seal of a header: its checksum, which the first event keeps.

The one place that knows what is summed and what an edit looks like. It needs no model, since the
list of sessions, which loads none, asks too.
"""

from __future__ import annotations

from codecs import BOM_UTF8
from collections.abc import Mapping
from typing import BinaryIO, Literal

from mops_tui.storage.files.bounds import HEADER_SIZE
from mops_tui.storage.sessions.blocks import Block, crc_of, find_opening, scan

_PART = 1 << 16
_BLOCK = 1024


def header_text(header: bytes) -> bytes:
    """What is sealed of the bytes before the first event: no byte order mark, plain newlines."""
    return header.removeprefix(BOM_UTF8).replace(b"\r\n", b"\n")


def header_crc(header: bytes) -> str:
    """The checksum of the bytes before the first event."""
    return crc_of(header_text(header))


def seal_of(crc: str, first: Block | None) -> Literal["right", "broken", "unreadable"]:
    """What the first block of a file says of its header.

    Args:
        crc: The checksum of the header as it is.
        first: The first block, or None where there is none.

    Returns:
        "right"; "broken" where a sound block sealed another header, so a hand has touched this
        one; "unreadable" where the block is missing or damaged, so nothing tells.
    """
    sealed = first.table.get("header_crc") if first is not None and first.table else None
    if sealed == crc:
        return "right"
    sound = first is not None and first.crc_ok and sealed is not None
    return "broken" if sound else "unreadable"


def is_broken(crc: str, opening: Mapping[str, object] | None) -> bool:
    """Whether a header is not the one that was sealed; False where nothing tells.

    Args:
        crc: The checksum of the header as it is.
        opening: The keys of the first event.
    """
    return opening is not None and opening.get("header_crc", crc) != crc


def was_edited(crc: str, opening: Mapping[str, object] | None) -> bool:
    """Whether a header was ever changed by hand, also where a repair sealed it since."""
    marked = opening is not None and opening.get("header_edited") is True
    return marked or is_broken(crc, opening)


def header_edited(file: BinaryIO) -> bool:
    """The same of a file, of which no more is read than it takes.

    Args:
        file: The session, open for reading; where it stands afterwards is not said.
    """
    file.seek(0)
    data, end = b"", -1
    while end < 0 and len(data) < HEADER_SIZE:
        part = file.read(_PART)
        if not part:
            return False
        least_length = max(0, len(data) - len(b"[[event]]\r\n"))
        data += part
        end = find_opening(data, data.rfind(b"\n", 0, least_length) + 1)
    if end < 0:
        return False
    events = (data[end:] + file.read(_BLOCK))[:_BLOCK]
    following = find_opening(events, 1)
    first = next(scan(events[:following] if following > 0 else events), None)
    return was_edited(header_crc(data[:end]), first.table if first is not None else None)
