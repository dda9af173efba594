"""How much a TOML text may hold before anybody parses it.

tomllib takes time and memory that grow with the square of a dotted key, and seconds for each
megabyte of small entries. Packs and sessions come from strangers too, so their texts are looked
through first, in one pass that is far cheaper than parsing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

MOST_PARTS = 40
"""Parts of a dotted key, as in `a.b.c`."""
MOST_DEPTH = 40
"""Arrays and inline tables inside one another."""
HEAD_ENTRIES = 10_000
"""Entries of what a list reads of a file: see `excess_in`."""
PACK_ENTRIES = 20_000
"""Entries of a pack; the largest that comes along has a tenth of them."""
HEADER_ENTRIES = 200_000
"""Entries of a session's header, which holds several packs."""
EVENT_ENTRIES = 20_000
"""Entries of one event."""
PACK_SIZE = 2 << 20
"""Bytes of a pack."""
SESSION_SIZE = 128 << 20
"""Bytes of a session."""
HEADER_SIZE = 8 << 20
"""Bytes of a session's header."""
MOST_EVENTS = 200_000
"""Blocks of a session: a thousand people make less than half of it in a day."""

_TOKEN = re.compile(
    r'"""(?:[^"\\]++|\\.|"(?!""))*+(?:"{3,5}|\Z)'
    r"|'''(?:[^']++|'(?!''))*+(?:'{3,5}|\Z)"
    r'|"(?:[^"\\\n]++|\\.)*+"?'
    r"|'[^'\n]*+'?"
    r"|#[^\n]*+"
    r"|[\[\]{}.=,\n]",
    re.DOTALL,
)
_BRACKET = re.compile(r"[\[\]{}]")


@dataclass(frozen=True, slots=True)
class Excess:
    """What is too much.

    Attributes:
        code: "too-many-parts", "too-nested" or "too-many-entries".
        line: From 1.
        most: What would be allowed.
    """

    code: str
    line: int
    most: int


def excess_in(text: str, entries: int | None) -> Excess | None:
    """The first thing in a text that is too much to be parsed, or None.

    Args:
        text: Any text; it need not be TOML.
        entries: How many tables, keys and members of arrays are allowed in all; None for any.
    """
    return _exactly(text, entries) if _doubtful(text, entries) else None


def without_texts(text: str) -> str:
    """A TOML text with its strings and comments emptied, as far as they can be told."""
    return _TOKEN.sub(lambda match: match[0] if len(match[0]) == 1 else '""', text)


def _doubtful(text: str, entries: int | None) -> bool:
    """Whether it could be too much, if what stands in texts and comments counted as well."""
    if entries is not None and sum(map(text.count, "=,[")) > entries:
        return True
    if any(line.count(".") >= MOST_PARTS for line in text.split("\n")):
        return True
    depth = 0
    for match in _BRACKET.finditer(text):
        depth = depth + 1 if match[0] in "[{" else max(0, depth - 1)
        if depth > MOST_DEPTH:
            return True
    return False


def _exactly(text: str, entries: int | None) -> Excess | None:
    """The same without texts and comments."""
    counted = depth = dots = 0
    for match in _TOKEN.finditer(text):
        token = match[0]
        if token == ".":
            dots += 1
            if dots >= MOST_PARTS:
                return _excess("too-many-parts", text, match, MOST_PARTS)
            continue
        if token[0] in "\"'":
            continue  # it may be a part of a key
        dots = 0
        if token in "[{":
            depth += 1
            if depth > MOST_DEPTH:
                return _excess("too-nested", text, match, MOST_DEPTH)
        elif token in "]}":
            depth = max(0, depth - 1)
        counted += token in "=,["
        if entries is not None and counted > entries:
            return _excess("too-many-entries", text, match, entries)
    return None


def _excess(code: str, text: str, match: re.Match[str], most: int) -> Excess:
    return Excess(code, text.count("\n", 0, match.start()) + 1, most)
