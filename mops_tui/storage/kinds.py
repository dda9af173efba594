"""What a file of ours is, by its first lines: a session, a pack, or neither.

A pack may hold any text, a session's own framing included; so the keys before the first table
decide where they can be read, and the framing only where they cannot.
"""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Literal

from mops_tui.storage.texts import NotText, decoded, ordinary_bytes

Kind = Literal["session", "pack", ""]

START = 1 << 16
"""So many bytes are looked at."""
_TRIES = 40
_OF_A_SESSION = frozenset(("opened", "session", "seed", "app"))
_OF_A_PACK = frozenset(("kind", "summary", "brief", "minutes", "brief_minutes"))
_EVENT = re.compile(r"^\[\[event\]\]\s*\nseq *=", re.MULTILINE)
_HEADER = re.compile(r"^(opened|session) *= *[\"0-9]", re.MULTILINE)
_PACK = re.compile(r"^(kind *= *[\"'](scenario|workshop|cast)|\[\[(question|grid|card)\]\])", re.M)


def kind_of(path: Path) -> Kind:
    """What a file is; "" for whatever is no ordinary file, or cannot be read."""
    try:
        return kind_of_text(decoded(ordinary_bytes(path, START), whole=False))
    except (OSError, NotText):
        return ""


def kind_of_text(start: str) -> Kind:
    """The same of a file's first characters."""
    text = start.replace("\r\n", "\n")
    keys = _scalars(text)
    if keys is not None and keys & _OF_A_SESSION:
        return "session"
    if keys is not None and (keys & _OF_A_PACK or _PACK.search(text)):
        return "pack"
    if _EVENT.search(text) or len({found[0] for found in _HEADER.findall(text)}) > 1:
        return "session"
    return "pack" if _PACK.search(text) else ""


def _scalars(text: str) -> frozenset[str] | None:
    """The keys before the first table, or None: a long text may look as if it held a table."""
    ends = [found.start() for found in re.finditer(r"^\[", text, re.MULTILINE)][:_TRIES]
    for end in ends or [len(text)]:
        try:
            return frozenset(tomllib.loads(text[:end])) or None
        except (ValueError, RecursionError):
            continue
    return None
