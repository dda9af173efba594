"""Repairing a session file: what it would do, line by line, and doing it."""

from __future__ import annotations

from pathlib import Path

from mops_tui.storage.locking.locks import SessionLock
from mops_tui.storage.sessions.repairing.repair import Repair, plan, repair
from mops_tui.words.files import repairs


def planned_repair(path: Path, most: int = repairs.MOST) -> list[str]:
    """What a repair of a session would do, a sentence each; nothing is written.

    Args:
        path: The session file.
        most: How many sentences at most.

    Raises:
        SessionError: Its header cannot be read: that takes a person.
    """
    return repairs.repair_sentences(plan(path).steps, most)


def repair_session(path: Path) -> Repair:
    """Repair a session, which nobody else may write to meanwhile.

    Raises:
        SessionError: Its header cannot be read, or the file cannot be written.
        Busy: Somebody is writing to it.
    """
    with SessionLock(path):
        return repair(path)
