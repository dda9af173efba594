"""What can be taken back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from mops_tui.model.session.events import (
    Event,
)
from mops_tui.model.text.change import change as change

UNDO_DEPTH = 200
"""How many events back undo can reach."""


@dataclass(frozen=True)
class Undoable:
    """An event that can be taken back, with what it replaced.

    Attributes:
        event: The event itself.
        before: What it replaced, in the form that `undo` restores; None where there was nothing.
    """

    event: Event
    before: Any = None

    @property
    def group(self) -> int:
        """The first event of the command that it belongs to."""
        return self.event.part_of or self.event.seq
