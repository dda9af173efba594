"""Putting a damaged session file right, so that every event that can be read counts again."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from mops_tui.storage.files.beside import BACKUP
from mops_tui.storage.files.disk import replace_whole, write_beside
from mops_tui.storage.files.errors import refusing
from mops_tui.storage.sessions.journal import load, parse_blocks, read_header_block
from mops_tui.storage.sessions.parsing import ParsedBlock
from mops_tui.storage.sessions.repairing.plan import Plan, plan_of
from mops_tui.storage.sessions.repairing.steps import RepairStep

__all__ = ["Plan", "Repair", "RepairStep", "plan", "repair"]


@dataclass(frozen=True)
class Repair:
    """What a repair has done.

    Attributes:
        backup: The file as it was, or None when nothing was wrong and nothing was done.
        resealed: The `seq` of the events that were sealed anew.
        lost: The `seq` of those that no block gives, now `kind = "lost"`, or said again.
        dropped: How many stretches were left out: copies, and what no event was missing for. The
            backup has them.
        steps: All that was done, one by one.
    """

    backup: Path | None
    resealed: tuple[int, ...] = ()
    lost: tuple[int, ...] = ()
    dropped: int = 0
    steps: tuple[RepairStep, ...] = ()
    code: str = "repaired"
    line: int | None = None

    @property
    def params(self) -> dict[str, object]:
        """What the sentence needs."""
        name = self.backup.name if self.backup else ""
        return {"resealed": len(self.resealed), "lost": len(self.lost), "backup": name}


def plan(path: Path) -> Plan:
    """What a repair of a session file would do; nothing is written.

    Raises:
        SessionError: Its header cannot be read: that takes a person.
    """
    data = load(path)
    steps: list[ParsedBlock] = []
    reading = parse_blocks(data, steps)
    return plan_of(data, read_header_block(data), reading, steps)


def repair(path: Path) -> Repair:
    """Rewrite a session file so that it can be read to its end and appended to.

    Needs the session's lock. The old file is kept beside it, whole; the new one takes its place
    at once or not at all. A link to it stays a link.

    Raises:
        SessionError: Its header cannot be read: that takes a person. Or "permission" or
            "cannot-write": it is as it was, though a backup may exist.
    """
    path = Path(os.path.realpath(path))
    planned = plan(path)
    if planned.new == planned.old:
        return Repair(None)
    with refusing("cannot-write"):
        backup = write_beside(path, BACKUP, planned.old)
        replace_whole(path, planned.new)
    return Repair(
        backup=backup,
        resealed=tuple(sorted(set(planned.seqs("sealed", "time-set", "header-sealed")))),
        lost=tuple(sorted(planned.seqs("marked-lost", "opening-made"))),
        dropped=sum(
            step.last - step.first + 1 for step in planned.steps if step.code.endswith("-left-out")
        ),
        steps=planned.steps,
    )
