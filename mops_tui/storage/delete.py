"""Deleting a session, with everything beside it that still holds its votes."""

from __future__ import annotations

import contextlib
import re
from pathlib import Path

from mops_tui.storage.disk import sync_folder
from mops_tui.storage.durable import mark_path
from mops_tui.storage.errors import refusing
from mops_tui.storage.locks import SessionLock
from mops_tui.storage.moved import SUFFIX as MOVED
from mops_tui.storage.presence import SUFFIX

_KEPT = re.compile(r"\.(bak|torn)\d*")


def delete(path: Path) -> tuple[Path, ...]:
    """Delete a session file, the backups of its repairs and the torn ends of its recoveries.

    A report that was written beside it stays: that is for somebody to read.

    Returns:
        What was deleted, the session itself first.

    Raises:
        Busy: Somebody is writing to it.
        SessionError: "cannot-lock", "permission" or "cannot-delete"; the session is still there.
    """
    lock = SessionLock(path)
    with lock, refusing("cannot-delete"):
        path.unlink()
        beside = sorted(
            other
            for other in path.parent.iterdir()
            if other.name.startswith(path.name) and _KEPT.fullmatch(other.name[len(path.name) :])
        )
        for other in beside:
            other.unlink()
        path.with_name(f"{path.name}{MOVED}").unlink(missing_ok=True)
        mark_path(path).unlink(missing_ok=True)
        lock.lock_path.unlink(missing_ok=True)  # nobody comes back to a session that is gone
        with contextlib.suppress(OSError):  # a stage that is still open keeps it on Windows
            path.with_name(f"{path.name}{SUFFIX}").unlink(missing_ok=True)
        sync_folder(path.parent)
    return (path, *beside)
