"""Private folders for what has to be kept when a session's own folder takes nothing.

The first is the user's state folder. It may lie on the very disk that refuses, so the second is
among the temporary files; that may be gone after a restart.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path

from mops_tui.storage.folders.places import closed_folder, places, temporary_folder


def rescue_folders() -> Iterator[Path]:
    """Where a whole session may be kept that its own folder does not take, in order.

    A folder is made only once somebody asks for it.
    """
    return (folder / "rescued" for folder in private_folders())


def private_folders() -> Iterator[Path]:
    """The folders of last resort that can be used, in order, each closed to other users."""
    for folder in (places().state, temporary_folder()):
        with contextlib.suppress(OSError):
            yield closed_folder(folder, if_empty=True)
