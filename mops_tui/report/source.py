"""What a report is made of. Reports read nothing else: no file, no clock."""

from __future__ import annotations

from dataclasses import dataclass

from mops_tui.model.header import Header
from mops_tui.model.state import WorkshopState


@dataclass(frozen=True)
class ReportInput:
    """A session as a report may see it.

    Attributes:
        header: The head of the session file.
        state: The state to report on, already redacted by `audience`.
        edited: How many events were changed by hand since they were written.
        at: The event at which the report stands, where it is not the last.
        unread_from: The line of the file from which on nothing can be read, or None.
    """

    header: Header
    state: WorkshopState
    edited: int = 0
    at: int | None = None
    unread_from: int | None = None
