"""The header of a session file: what was settled before the first event."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal

from pydantic import AfterValidator, AwareDatetime, Field

from mops_tui.model.packs.parts import Id, Part
from mops_tui.model.packs.workshop import Workshop
from mops_tui.model.people.anonymity import Anonymity
from mops_tui.model.session.before import Before

SessionKind = Literal["live", "rehearsal", "practice"]
Share = Annotated[float, Field(ge=0, le=1)]


LONGEST_TITLE = 200
"""Characters that a session's title may have in a file."""
YEARS = range(1970, 9000)
"""When a session can have been opened: a day away from either end, any time zone can be shown."""


def _showable(opened: datetime) -> datetime:
    if opened.year not in YEARS:
        raise ValueError("no year that a session can be of")
    return opened


class Policy(Part):
    """The rules of the room, fixed before the first vote.

    Attributes:
        anonymity: `named` shows names, `pseudonyms` handles, `anonymous` neither.
        majority: The share of votes, 0 to 1, that makes a majority.
        agreement: Van der Eijk's A, 0 to 1, from which an ordered answer counts as agreed.
        quorum: The share of those present, 0 to 1, whose votes make a round count.
        discussion_timer: Start the timer at each reveal.
        bell: Ring once when the timer runs out.
    """

    anonymity: Anonymity = "named"
    majority: Share = 0.75
    agreement: Share = 0.5
    quorum: Share = 0.8
    discussion_timer: bool = False
    bell: bool = True

    @property
    def edited(self) -> bool:
        """Whether the header was changed after the session was opened, thresholds perhaps too."""
        return False


class EditedPolicy(Policy):
    """The rules as an edited header has them: nobody can say what was fixed before the vote.

    A type of its own, so that whoever tells a threshold can tell this, too.
    """

    @property
    def edited(self) -> bool:
        """Always."""
        return True


class Header(Part):
    """Everything a session file says before its events.

    Attributes:
        opened: When the session was opened; `t` of every event counts from here.
        app: The version of mops_tui that wrote it.
        before: What the session that this one goes on from left, where one was named.
        seed: Where simulated rooms and shuffles start from.
        part: Of practice: the how-manieth of its files this is, in the order of writing. A clock
            that was wrong does not change it.
        redacted: True where it is another session without somebody's name; None otherwise.
        workshop: A full copy of the packs as run, in the language shown.
    """

    format: Literal[1] = 1
    id: Id
    title: Annotated[str, Field(max_length=LONGEST_TITLE)]
    opened: Annotated[AwareDatetime, AfterValidator(_showable)]
    session: SessionKind = "live"
    app: str = ""
    language: str = "en"
    seed: int = 0
    part: Annotated[int, Field(ge=1)] | None = None
    redacted: Literal[True] | None = None
    policy: Policy = Policy()
    before: Before | None = None
    workshop: Workshop

    def as_edited(self) -> Header:
        """The header, with its policy marked: it is not what was settled before the vote."""
        edited = EditedPolicy.model_construct(**dict(self.policy))
        return self.model_copy(update={"policy": edited})
