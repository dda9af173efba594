"""The files beside a session: the one list of what they are called, and where they stand.

A session may be reached through a symbolic link. What belongs to it stands beside the file itself,
so that everybody finds the same lock, whatever name they came by.
"""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import NamedTuple

LOCK = ".lock"
"""Is locked by the one writer."""
HOLDER = ".lock-holder"
"""Says who that is."""
DURABLE = ".durable"
"""Says how many bytes of the session are durable."""
STAGE = ".stage"
"""Is locked by a projector window."""
MOVED = ".moved"
"""Says where the session went on."""
BACKUP = ".bak"
"""The session as it was before a repair; like the next, with a number from the second on."""
TORN = ".torn"
"""The end of a write that was cut short."""

SIGNS = (LOCK, HOLDER, DURABLE, STAGE)
"""They say that somebody has the session open, and are nothing once nobody has."""
NOTES = (MOVED,)
"""They say where a session is, and go with it."""
KEPT = (BACKUP, TORN)
"""They hold something of the session itself."""
_ANY = re.compile(
    rf"(.+)({'|'.join(map(re.escape, (*SIGNS, *NOTES)))}|(?:{'|'.join(map(re.escape, KEPT))})\d*)",
    re.IGNORECASE | re.DOTALL,
)


class Companion(NamedTuple):
    """A file that stands beside a session.

    Attributes:
        session: The name of the session.
        suffix: What it is: one of the above, without a number.
    """

    session: str
    suffix: str


def companion_of(name: str) -> Companion | None:
    """What a file of that name is to a session; None where it is nothing to any."""
    match = _ANY.fullmatch(name)
    return Companion(match[1], match[2].rstrip("0123456789").lower()) if match else None


def real(session: Path) -> Path:
    """The file that a path stands for: where a symbolic link leads, however long the chain."""
    return Path(os.path.realpath(session)) if os.path.islink(session) else session  # noqa: PTH114 - never raises


def beside(session: Path, suffix: str) -> Path:
    """The file of that suffix beside a session."""
    there = real(session)
    return there.with_name(f"{there.name}{suffix}")
