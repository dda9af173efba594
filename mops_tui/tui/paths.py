"""How a file is named where there is little room, and a folder by whoever types it."""

from __future__ import annotations

import os
from pathlib import Path

from mops_tui.words.i18n import _
from mops_tui.words.safe import safe

LONGEST_PATH = 32
"""Cells of a path that a notification shows whole."""
MOST = 60
"""The cells of what was typed where it is said back."""


def short_path(path: Path) -> str:
    """A session file as a notification names it; a folder, and a file near by, in full.

    A notification is thirty-odd cells wide, and breaks a long path in the middle of a word.
    """
    full = str(path)
    return full if len(full) <= LONGEST_PATH or not path.suffix else f"…{os.sep}{path.name}"


def folder_named(typed: str) -> Path | None:
    """The folder that somebody has named; None where no folder can be called that.

    It is made where there is none, so it has to be named from its root: words that were pasted by
    mistake are no folder below wherever the program was started.
    """
    try:
        folder = Path(_bare(typed)).expanduser()
        named = os.fsencode(folder)
    except (RuntimeError, ValueError):  # ~somebody, whom this machine does not know; half a letter
        return None
    return folder if folder.is_absolute() and b"\0" not in named else None


def no_folder(typed: str) -> str:
    """That no folder can be called what was typed, and how one is."""
    words = _("There is no folder “{folder}”. Name it from {root}, or with ~/.")
    return words.format(folder=safe(typed, MOST), root=Path.home().anchor)


def _bare(typed: str) -> str:
    """A path without what a shell needs around it: a file manager may have copied it so."""
    path = typed.strip()
    if len(path) > 1 and path[0] == path[-1] and path[0] in "\"'":
        return path[1:-1]
    return path.replace("\\ ", " ") if os.sep == "/" and not os.path.lexists(path) else path
