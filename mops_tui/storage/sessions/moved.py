"""Where a session went on when its disk refused: a forwarding note beside the old copy.

Without it somebody would resume the old copy by mistake, and one workshop would have two ends.
"""

from __future__ import annotations

import contextlib
from pathlib import Path

from mops_tui.storage.files.beside import MOVED, beside
from mops_tui.storage.files.disk import replace_whole
from mops_tui.storage.files.ordinary import read_ordinary

_LONGEST = 4096


def write_forwarding_note(old: Path, new: Path, *, at_once: bool = False) -> None:
    """Write beside the old copy where its session goes on.

    A disk that had no room for a vote may have none for a file; a link needs no room. Where it
    takes neither, nothing is marked: this is a courtesy.

    Args:
        old: The old copy.
        new: Where the session goes on.
        at_once: By a link alone, which no disk that hangs has to confirm.
    """
    if not at_once:
        with contextlib.suppress(OSError, UnicodeEncodeError):
            replace_whole(_note(old), str(new.absolute()).encode())
            return
    with contextlib.suppress(OSError, NotImplementedError):
        remove_forwarding_note(old)
        _note(old).symlink_to(new.absolute())


def remove_forwarding_note(old: Path) -> None:
    """The old copy is the session again."""
    with contextlib.suppress(OSError):
        _note(old).unlink(missing_ok=True)


def moved_to(path: Path) -> Path | None:
    """Where a session goes on, or None when it is still here.

    A session may move more than once: the last place that is known counts.
    """
    moves = all_moves(path)
    return moves[-1] if moves else None


def all_moves(path: Path) -> tuple[Path, ...]:
    """Every place where a session went on, the first one first."""
    moves: list[Path] = []
    there = _read(path)
    while there is not None and there not in (path, *moves):
        moves.append(there)
        there = _read(there)
    return tuple(moves)


def _read(path: Path) -> Path | None:
    try:
        if _note(path).is_symlink():
            return _note(path).readlink()
        text = read_ordinary(_note(path), _LONGEST).decode().strip()
    except (OSError, UnicodeDecodeError):
        return None
    return Path(text) if text and "\0" not in text and "\n" not in text else None


def _note(path: Path) -> Path:
    return beside(path, MOVED)
