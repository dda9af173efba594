"""What is wrong with a file, as a notification."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from mops_tui.storage.errors import Busy, SessionError, WriteFailed
from mops_tui.words import sessions as session_words

if TYPE_CHECKING:
    from mops_tui.tui.app import MopsApp

LONGEST_PATH = 32
"""Cells of a path that a notification shows whole."""


def say_error(app: MopsApp, error: SessionError | Busy | WriteFailed, path: Path) -> None:
    """One clear sentence about a file."""
    words = session_words.sentence(error, short_path(path))
    app.notify(words, severity="error", timeout=15, markup=False)


def short_path(path: Path) -> str:
    """A session file as a notification names it; a folder, and a file near by, in full.

    A notification is thirty-odd cells wide, and breaks a long path in the middle of a word.
    """
    whole = str(path)
    return whole if len(whole) <= LONGEST_PATH or not path.suffix else f"…{os.sep}{path.name}"
