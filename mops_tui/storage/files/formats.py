"""The format of session files: the one that this version knows, and the one that a file names."""

from __future__ import annotations

import re
from codecs import BOM_UTF8
from pathlib import Path

from mops_tui.storage.files.errors import SessionError
from mops_tui.storage.files.ordinary import read_ordinary

FORMAT = 1
"""The newest format of session files that this version reads, and the one it writes."""

SUFFIX = ".toml"
"""How the name of every session, and of every pack, ends."""

_START = 1 << 13
_NAMED = re.compile(rb"^format[ \t]*=[ \t]*([0-9]{1,9})[ \t]*(?:#[^\n]*)?\r?$", re.MULTILINE)
_SESSION = re.compile(rb"^(?:id|opened|session|seed|app)[ \t]*=", re.MULTILINE)
_TABLE = re.compile(rb"^[ \t]*\[", re.MULTILINE)


def format_in(start: bytes) -> int:
    """The format that the first bytes of a session name; 0 where they name none, or are of none."""
    start = start[:_START].removeprefix(BOM_UTF8)
    table = _TABLE.search(start)
    scalars = start[: table.start()] if table else start
    named = _NAMED.search(scalars)
    if named is None or not _SESSION.search(scalars):
        return 0
    return int(named[1])


def newer_format(start: bytes) -> int:
    """The format that the first bytes of a session name, where this version is too old for it; 0.

    Of a newer format nothing else is taken for granted, not even that it is TOML all through.
    """
    named = format_in(start)
    return named if named > FORMAT else 0


def refuse_newer(path: Path) -> None:
    """Refuse a session of a newer format: nothing of it, or beside it, is touched.

    Raises:
        SessionError: "newer-format".
    """
    try:
        named = newer_format(read_ordinary(path, _START))
    except (OSError, ValueError):
        return  # who opens it says what is wrong
    if named:
        raise SessionError("newer-format", None, {"found": named, "known": FORMAT})


def is_newer(path: Path) -> bool:
    """Whether a file is such a session."""
    try:
        refuse_newer(path)
    except SessionError:
        return True
    return False
