"""Private folders for what has to be kept when a session's own folder takes nothing.

The first is the user's state folder. It may lie on the very disk that refuses, so the second is
the system's folder for temporary files.
"""

from __future__ import annotations

import contextlib
import getpass
import os
import stat
import tempfile
from collections.abc import Iterator
from pathlib import Path

from mops_tui.storage.folders.places import HOME_VARIABLE, private_folder


def state_folder() -> Path:
    """Where the program keeps what is no session: logs of crashes, rescued sessions."""
    home = os.environ.get(HOME_VARIABLE)
    if home:
        return Path(home).expanduser() / "state"
    import platformdirs  # late: not needed where the variable is set

    return Path(platformdirs.user_state_dir("mops_tui", appauthor=False))


def rescue_folders() -> Iterator[Path]:
    """Where a whole session may be kept that its own folder does not take, in order.

    A folder is made only once somebody asks for it.
    """
    return (folder / "rescued" for folder in private_folders())


def private_folders() -> Iterator[Path]:
    """The folders of last resort that can be used, in order, each closed to other users."""
    for folder in (state_folder(), _temporary()):
        with contextlib.suppress(OSError):
            private_folder(folder)
            if _ours(folder):
                yield folder


def _temporary() -> Path:
    """A folder of this user's among the temporary files. It may be gone after a restart."""
    try:
        name = getpass.getuser()
    except (OSError, KeyError, ImportError):  # an account without a name
        name = str(os.getpid())
    return Path(tempfile.gettempdir()) / f"mops-tui-{name}"


def _ours(folder: Path) -> bool:
    """Whether a folder belongs to this user and is no link.

    Among temporary files another user may have put one in its place.
    """
    found = folder.lstat()
    if not stat.S_ISDIR(found.st_mode):
        return False
    return not hasattr(os, "getuid") or found.st_uid == os.getuid()
