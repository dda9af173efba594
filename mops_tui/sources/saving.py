"""How a session stands against the disk: what waits for it, and why."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from mops_tui.storage.files.errors import WriteFailed

SLOW = "slow"
"""The trouble of a disk that does not answer."""
SLOW_SECONDS = 2.0
"""After so long a write that does not come back is said to hang."""
SAVED_SECONDS = 5.0
"""So long somebody is kept waiting for the word that something is durable."""


class NotSaved(Exception):  # noqa: N818 - it says what happened
    """It is not known to be durable: the disk has not taken it in time, or the session has ended.

    Attributes:
        trouble: Why, as `Saving` has it; "closed" where the session has ended.
    """

    def __init__(self, trouble: str) -> None:
        super().__init__(trouble)
        self.trouble = trouble


def trouble(error: WriteFailed) -> str:
    """Why a write failed: the system's words, or a code."""
    reason = error.params.get("reason") if error.code == "write" else ""
    return str(reason or error.code)


@dataclass(frozen=True)
class Saving:
    """How the journal stands against the disk.

    Attributes:
        waiting: Votes decided and not yet confirmed by the disk.
        trouble: Why the last write failed, or has not come back: the system's words, or a code,
            `SLOW` or one of `WriteFailed`; "" where all is well. `words.files.saving` says it.
    """

    waiting: int = 0
    trouble: str = ""


@dataclass(frozen=True)
class Rescue:
    """What became of what waited, when a session had to end.

    Attributes:
        saved: Everything is in the session's own file.
        path: Else the file that holds the whole session, or None where no folder took it.
        waiting: How many votes were not in the session's own file.
        trouble: Why they were not, as `Saving` has it.
    """

    saved: bool
    path: Path | None = None
    waiting: int = 0
    trouble: str = ""
