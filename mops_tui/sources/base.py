"""What every source of events offers to the screens."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from mops_tui.model.session.commands import Command
from mops_tui.model.session.header import Header
from mops_tui.model.session.state import WorkshopState
from mops_tui.model.session.step import Outcome
from mops_tui.storage.files.errors import WriteFailed

Listener = Callable[[], None]
SLOW = "slow"
"""The trouble of a disk that does not answer."""


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
            `SLOW` or one of `WriteFailed`; "" where all is well. `words.saving` makes words of it.
    """

    waiting: int = 0
    trouble: str = ""


class Source(Protocol):
    """A session as the screens see it."""

    header: Header

    @property
    def head(self) -> WorkshopState:
        """Everything decided; commands are decided on it."""

    @property
    def durable(self) -> WorkshopState:
        """Everything that the disk has confirmed; screens show it."""

    @property
    def saving(self) -> Saving:
        """How many votes still wait for the disk."""

    def now(self) -> float:
        """Seconds since the session was opened."""

    def ask(self, command: Command) -> Outcome:
        """Carry a command out, or say why not."""

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Be called after each change; the result ends it."""
