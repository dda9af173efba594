"""What comes to home later than its first frame, read in threads."""

from __future__ import annotations

from textual.message import Message

from mops_tui.storage.packs.summaries import PackSummary
from mops_tui.storage.sessions.summaries import SessionSummary


class ListsReady(Message):
    """The lists, or one of them, came later than the first frame.

    Attributes:
        packs: The workshops, or None where they are there already.
        summaries: The sessions.
        number: Which reading of the sessions it was.
    """

    def __init__(
        self,
        packs: tuple[PackSummary, ...] | None,
        summaries: tuple[SessionSummary, ...],
        number: int,
    ) -> None:
        """Take what was read."""
        super().__init__()
        self.packs = packs
        self.summaries = summaries
        self.number = number


class OpenCounted(Message):
    """It is counted how much is open.

    Attributes:
        things: How much.
        overdue: How much of it is overdue.
        number: Which count it was.
    """

    def __init__(self, things: int, overdue: int, number: int) -> None:
        """Take the counts."""
        super().__init__()
        self.things = things
        self.overdue = overdue
        self.number = number
