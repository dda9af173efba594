"""What the session before left: a copy, so that a session's file is enough by itself."""

from __future__ import annotations

from typing import Annotated

from pydantic import AwareDatetime, Field

from mops_tui.model.packs.parts import Part
from mops_tui.model.session.events.event import MOST_CONFIDENCE, Name, Words

MOST_BEFORE = 20
"""The most decisions, and the most actions, that are copied: the latest of them."""


class DecisionBefore(Part):
    """A decision of the session before, as it stood at its end.

    Attributes:
        id: Its id in that session.
        scenario: The title of the scenario that it was about.
        day: The day on which it was taken, such as "2027-03-01".
    """

    id: Name
    scenario: Name = ""
    day: Name = ""
    what: Words
    why: Words = ""
    owner: Name = ""
    agree: Words = ""
    first_step: Words = ""
    review: Name = ""
    confidence: Annotated[int, Field(ge=0, le=MOST_CONFIDENCE)] = 0
    dissent: Words = ""


class ActionBefore(Part):
    """An action of the session before."""

    what: Words
    who: Name = ""
    by: Name = ""


class Before(Part):
    """The session that this one goes on from.

    Attributes:
        session: Its id.
        title: What its facilitator called it.
        opened: When it was opened.
    """

    session: Name
    title: Name = ""
    opened: AwareDatetime
    decisions: Annotated[tuple[DecisionBefore, ...], Field(alias="decision")] = ()
    actions: Annotated[tuple[ActionBefore, ...], Field(alias="action")] = ()

    @property
    def holds(self) -> bool:
        """Whether there is anything to look back at."""
        return bool(self.decisions or self.actions)
