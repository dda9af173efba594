"""Where files live: sessions, packs and settings of this user, and the packs that came along."""

from __future__ import annotations

import errno
import os
import stat
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

HOME_VARIABLE = "MOPS_TUI_HOME"
"""When set, everything of the user's lives below this one folder."""


@dataclass(frozen=True)
class Places:
    """The folders of one user.

    Attributes:
        sessions: Session files.
        packs: The user's own packs.
        config: The settings file, which may be absent.
        state: What is no session: logs of crashes, rescued sessions.
    """

    sessions: Path
    packs: Path
    config: Path
    state: Path

    @property
    def practice(self) -> Path:
        """The folder of practice journals, beside the sessions."""
        return self.sessions.parent / "practice"

    @property
    def written(self) -> Path:
        """The digests of tables and slides that were written, so that edited ones are known."""
        return self.state / "written.txt"


def places() -> Places:
    """The folders to use, by `MOPS_TUI_HOME` or by the system's habits. Makes none of them."""
    home = os.environ.get(HOME_VARIABLE)
    if home:
        root = Path(home).expanduser()
        return Places(root / "sessions", root / "packs", root / "config.toml", root / "state")
    import platformdirs  # late: not needed where the variable is set

    dirs = platformdirs.PlatformDirs("mops_tui", appauthor=False)
    data = Path(dirs.user_data_dir)
    config = Path(dirs.user_config_dir) / "config.toml"
    return Places(data / "sessions", data / "packs", config, Path(dirs.user_state_dir))


def pack_folders(user: Path) -> tuple[Path, ...]:
    """The folders that hold packs, ours first, then the user's; a later pack of an id wins.

    A checkout's own `scenarios/` is looked for before the copy inside the installed package.
    """
    package = Path(__file__).resolve().parents[2]
    checkout = package.parent / "scenarios"
    ours = checkout if checkout.is_dir() else package / "scenarios"
    return (ours, user)


def private_folder(folder: Path) -> Path:
    """Make a folder that only this user can read, and its parents, when absent.

    Raises:
        OSError: It cannot be made.
    """
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder


def temporary_folder() -> Path:
    """This user's own folder among the system's temporary files. Makes nothing."""
    user = os.getuid() if sys.platform != "win32" else ""
    return Path(tempfile.gettempdir()) / f"mops_tui-{user}"


def closed_folder(folder: Path, *, if_empty: bool = False) -> Path:
    """The same as `private_folder`, where another user may have put a folder before.

    One of our own that others may look into is closed to them. One that they may write to is not
    used, since what stands in it may be theirs.

    Args:
        folder: The folder.
        if_empty: One that others may write to is made anew where nothing stands in it.

    Raises:
        OSError: It cannot be made, is a link, belongs to somebody else, or is open to others.
    """
    private_folder(folder)
    status = folder.lstat()
    ours = sys.platform == "win32" or status.st_uid == os.getuid()
    if not stat.S_ISDIR(status.st_mode) or not ours:
        raise PermissionError(errno.EPERM, os.strerror(errno.EPERM), str(folder))
    if sys.platform == "win32":
        return folder
    if status.st_mode & 0o022:
        if not if_empty:
            raise PermissionError(errno.EPERM, os.strerror(errno.EPERM), str(folder))
        folder.rmdir()  # refuses where anything is in it, also what was put there just now
        folder.mkdir(mode=0o700)
    elif status.st_mode & 0o077:
        folder.chmod(0o700)
    return folder
