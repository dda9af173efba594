"""What the session before left: a copy, so that a session's file is enough by itself."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from pydantic import AwareDatetime, Field

from mops_tui.model.packs.parts import Part
from mops_tui.model.session.events.event import MOST_CONFIDENCE, NAME_LENGTH, Name, Words

MOST_BEFORE = 20
"""The most decisions, and the most actions, that are copied: the latest of them."""


class DecisionBefore(Part):
    """A decision of the session before, as it stood at its end.

    Attributes:
        id: Its id in that session.
        scenario: The title of the scenario that it was about.
        day: The day on which it was taken, such as "2027-03-01".
        first_step_done: The day on which its first step was said to be done, or "".
    """

    id: Name
    scenario: Name = ""
    day: Name = ""
    what: Words
    why: Words = ""
    owner: Name = ""
    agree: Words = ""
    first_step: Words = ""
    first_step_done: Name = ""
    review: Name = ""
    confidence: Annotated[int, Field(ge=0, le=MOST_CONFIDENCE)] = 0
    dissent: Words = ""


class ActionBefore(Part):
    """An action that was open when the session before was over.

    Attributes:
        id: Its id in the session that it comes from; "" in files of older versions.
        session: The id of that session where it is an earlier one than the one before, else "".
        day: The day on which it was written down, such as "2027-03-01", or "".
    """

    id: Name = ""
    session: Name = ""
    day: Name = ""
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
    def todo(self) -> Mapping[str, ActionBefore]:
        """Its actions by their refs: `id`, or `session/id`; "#2" of the second where there is none.

        Events name an action by its ref.
        """
        found: dict[str, ActionBefore] = {}
        for number, one in enumerate(self.actions, 1):
            ref = f"{one.session}/{one.id}" if one.session else one.id
            usable = one.id and ref not in found and len(ref) <= NAME_LENGTH
            found[ref if usable else f"#{number}"] = one
        return found

    @property
    def holds(self) -> bool:
        """Whether there is anything to look back at."""
        return bool(self.decisions or self.actions)
