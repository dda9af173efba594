"""A checksum inside what is written down, so that what somebody edited is not written over.

It is there for honest edits and says nothing about who wrote a file. Where it stands depends on
what the file may hold: a comment at the end of Markdown, SVG and HTML, a key of JSON and of an
asciicast's first line, a property of a calendar.
"""

from __future__ import annotations

import json
import re
import zlib
from collections.abc import Mapping
from typing import Literal

Shape = Literal["md", "svg", "html", "json", "cast", "ics"]
"""What a text is written in."""

_PATTERNS = (
    re.compile(r"<!-- mops_tui ([0-9a-f]{8}) -->\n\Z"),
    re.compile(r',\n  "checksum": "([0-9a-f]{8})"(?=\n}\n\Z)'),
    re.compile(r'\A.*(, "checksum": "([0-9a-f]{8})")(?=}\n)'),
    re.compile(r"^X-MOPS-TUI-CHECKSUM:([0-9a-f]{8})\n", re.MULTILINE),
)
_EVENTS = re.compile(r"BEGIN:VEVENT\r\n|END:VCALENDAR\r\n\Z")
"""Where the properties of a calendar end (RFC 5545, 3.6)."""


def sealed(text: str, shape: Shape) -> str:
    """A text with its checksum in it.

    Args:
        text: What is written, without one.
        shape: What it is written in. JSON is an object with two spaces before its keys; the lines
            of a calendar end in CRLF.
    """
    text = text if text.endswith("\n") else f"{text}\n"
    checksum = _crc(text.replace("\r\n", "\n") if shape == "ics" else text)
    if shape == "json":
        return f'{text[:-3]},\n  "checksum": "{checksum}"\n}}\n'
    if shape == "cast":
        first, _newline, rest = text.partition("\n")
        return f'{first[:-1]}, "checksum": "{checksum}"}}\n{rest}'
    if shape == "ics":
        events = _EVENTS.search(text)
        at = events.start() if events is not None else len(text)
        return f"{text[:at]}X-MOPS-TUI-CHECKSUM:{checksum}\r\n{text[at:]}"
    return f"{text}<!-- mops_tui {checksum} -->\n"


def sealed_json(data: Mapping[str, object]) -> str:
    """Data as JSON that a person can read, with its checksum in it."""
    return sealed(json.dumps(data, ensure_ascii=False, indent=2), "json")


def unedited(text: str) -> bool:
    """Whether a text is one of ours, as it was written. The ends of its lines may have changed."""
    text = text.replace("\r\n", "\n")
    for pattern in _PATTERNS:
        match = pattern.search(text)
        if match is not None:
            begin, end = match.span(match.re.groups - 1)
            if match[match.re.groups] == _crc(text[:begin] + text[end:]):
                return True
    return False


def _crc(text: str) -> str:
    return f"{zlib.crc32(text.encode('utf-8', 'surrogatepass')):08x}"
