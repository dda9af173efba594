"""Where files live: sessions, packs and settings of this user, and the packs that came along."""

from __future__ import annotations

import os
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
    """

    sessions: Path
    packs: Path
    config: Path

    @property
    def practice(self) -> Path:
        """The folder of practice journals, beside the sessions."""
        return self.sessions.parent / "practice"


def places() -> Places:
    """The folders to use, by `MOPS_TUI_HOME` or by the system's habits. Makes none of them."""
    home = os.environ.get(HOME_VARIABLE)
    if home:
        root = Path(home).expanduser()
        return Places(root / "sessions", root / "packs", root / "config.toml")
    import platformdirs  # late: not needed where the variable is set

    dirs = platformdirs.PlatformDirs("mops_tui", appauthor=False)
    data = Path(dirs.user_data_dir)
    return Places(data / "sessions", data / "packs", Path(dirs.user_config_dir) / "config.toml")


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
