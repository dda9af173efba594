"""What a report is made of. Reports read nothing else: no file, no clock."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from mops_tui.model.session.audience import VisibleState
from mops_tui.model.session.condition import SOUND, Condition
from mops_tui.model.session.header import Header
from mops_tui.words.safe import in_one_line

ReportAudience = Literal["room", "public"]
"""Who reads it: those who were there and their company; or anybody, to whom nobody is named."""


@dataclass(frozen=True)
class ReportInput:
    """A session as a report may see it.

    Attributes:
        header: The header of the session file.
        state: The state to report on, already redacted by `audience`.
        condition: What is wrong with the file that it was read from.
        at: The event at which the report stands, where it is not the last.
        fingerprint: Of the header and the events up to there; "" where nobody took it.
        audience: Who reads it. For "public" the state is the one that `visible` makes for it.
        brief: Page one alone.
        notes: The facilitator's notes stand in it: she has asked for them.
    """

    header: Header
    state: VisibleState
    condition: Condition = SOUND
    at: int | None = None
    fingerprint: str = ""
    audience: ReportAudience = "room"
    brief: bool = False
    notes: bool = False

    @property
    def title(self) -> str:
        """What the report is called: as its facilitator edited it, or as the workshop."""
        return in_one_line(self.state.called or self.header.title)
