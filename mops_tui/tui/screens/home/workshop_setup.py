"""What setting a workshop up comes to: its header, and the people who are there at the start."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from mops_tui import __version__
from mops_tui.model.packs.workshop import Workshop
from mops_tui.model.people.roster import Person
from mops_tui.model.session.before import Before
from mops_tui.model.session.commands import CountHeads, Join, Single
from mops_tui.model.session.header import LONGEST_TITLE, Header, Policy
from mops_tui.model.session.typed import clean
from mops_tui.sources.ids import random_id


@dataclass(frozen=True)
class WorkshopSetup:
    """The result of the setup screen: how the workshop is to begin.

    Attributes:
        heads: People present, those with a seat among them; 0 where the list of names counts.
        roster: Those with a seat from the start.
    """

    header: Header
    heads: int
    roster: tuple[Person, ...]

    def people(self, new_id: Callable[[str], str]) -> tuple[Single, ...]:
        """The commands that bring the people in."""
        joins = tuple(Join(new_id("p"), person.name, person.role) for person in self.roster)
        return (*joins, CountHeads(self.heads)) if self.heads else joins


def new_header(
    title: str, workshop: Workshop, policy: Policy, before: Before | None = None
) -> Header:
    """A header for a session that opens now.

    Args:
        title: What the facilitator calls it.
        workshop: What is run.
        policy: The rules of the room.
        before: What the session that it goes on from left.
    """
    opened = datetime.now().astimezone().replace(microsecond=0)
    return Header(
        id=random_id(opened.strftime("%Y-%m-%d-%H%M")),
        title=clean(title)[:LONGEST_TITLE],
        opened=opened,
        app=__version__,
        seed=0,
        policy=policy,
        before=before,
        workshop=workshop,
    )
