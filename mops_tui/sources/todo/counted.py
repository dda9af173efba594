"""How much is open over a folder, for the line at home: counted anew only where a file changed.

What is kept is whether each open thing is a review, and its day: no name, no text.
"""

from __future__ import annotations

import contextlib
import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from mops_tui.storage.files.disk import replace_whole
from mops_tui.storage.files.ordinary import read_ordinary
from mops_tui.storage.sessions.listing import SessionList

KEPT = "open-things.txt"
_FEW = 20
"""So many files are read as quickly as what was kept of them."""
_LONGEST = 1 << 20
_LINE = re.compile(r"(thing|review) (\d{4}-\d\d-\d\d|-)")


@dataclass(frozen=True)
class OpenCount:
    """What is open, as far as a line tells of it.

    Attributes:
        things: Whether each is a decision to look at again, and its day, or "".
    """

    things: tuple[tuple[bool, str], ...] = ()

    def open_on(self, today: date) -> int:
        """How much is open on a day: of decisions those whose day to look again has come."""
        day = today.isoformat()
        return sum(not review or (bool(when) and when <= day) for review, when in self.things)

    def overdue_on(self, today: date) -> int:
        """How much of it is overdue."""
        day = today.isoformat()
        return sum(not review and bool(when) and when < day for review, when in self.things)


def open_count(sessions: Path, state: Path) -> OpenCount:
    """Count what is open over all workshops of a folder.

    Args:
        sessions: The folder; a missing one holds none.
        state: Where what was counted is kept.
    """
    listed = SessionList(sessions)
    files = listed.count()
    if not files:
        return OpenCount()
    if files < _FEW:
        return _counted(sessions)
    stamp, kept = listed.stamp(), state / KEPT
    known = _known(kept, stamp)
    if known is not None:
        return known
    counted = _counted(sessions)
    lines = [f"{'review' if review else 'thing'} {day or '-'}" for review, day in counted.things]
    with contextlib.suppress(OSError):  # it is counted anew the next time
        state.mkdir(mode=0o700, parents=True, exist_ok=True)
        replace_whole(kept, "\n".join([stamp, *lines, ""]).encode())
    return counted


def _counted(sessions: Path) -> OpenCount:
    from mops_tui.sources.todo.folder import todo_of  # late: it needs the model

    found = (one for one in todo_of(sessions).things if one.standing == "open")
    return OpenCount(tuple((one.kind == "review", one.day) for one in found))


def _known(kept: Path, stamp: str) -> OpenCount | None:
    try:
        first, *lines = read_ordinary(kept, _LONGEST).decode("ascii", "replace").splitlines()
    except (OSError, ValueError):
        return None
    found = [_LINE.fullmatch(line) for line in lines]
    if first != stamp or not all(found):
        return None
    return OpenCount(
        tuple((one[1] == "review", "" if one[2] == "-" else one[2]) for one in found if one)
    )
