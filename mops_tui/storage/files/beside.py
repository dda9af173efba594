"""The files beside a session: what they are called, and beside which file they stand.

A session may be reached through a symbolic link. What belongs to it stands beside the file itself,
so that everybody finds the same lock, whatever name they came by.
"""

from __future__ import annotations

import os
from pathlib import Path

LOCK = ".lock"
HOLDER = ".lock-holder"
STAGE = ".stage"
DURABLE = ".durable"
MOVED = ".moved"


def real(session: Path) -> Path:
    """The file that a path stands for: where a symbolic link leads, however long the chain."""
    return Path(os.path.realpath(session)) if os.path.islink(session) else session  # noqa: PTH114 - never raises


def beside(session: Path, suffix: str) -> Path:
    """The file of that suffix beside a session."""
    there = real(session)
    return there.with_name(f"{there.name}{suffix}")
