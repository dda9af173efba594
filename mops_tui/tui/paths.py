"""How a file is named where there is little room."""

from __future__ import annotations

import os
from pathlib import Path

LONGEST_PATH = 32
"""Cells of a path that a notification shows whole."""


def short_path(path: Path) -> str:
    """A session file as a notification names it; a folder, and a file near by, in full.

    A notification is thirty-odd cells wide, and breaks a long path in the middle of a word.
    """
    full = str(path)
    return full if len(full) <= LONGEST_PATH or not path.suffix else f"…{os.sep}{path.name}"
