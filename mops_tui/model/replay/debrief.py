"""The debrief: remarks on how a workshop was facilitated, true, specific and kind.

Everything is read off the journal; nothing is judged that it does not hold.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from mops_tui.model.replay.remarks.course import course_of
from mops_tui.model.replay.remarks.day import TimeSpent, of_the_day, places
from mops_tui.model.replay.remarks.decisions import of_decisions
from mops_tui.model.replay.remarks.happened import of_what_happened
from mops_tui.model.replay.remarks.remark import Remark, gathered
from mops_tui.model.replay.remarks.talk import of_talk
from mops_tui.model.replay.remarks.voting import of_votes
from mops_tui.model.replay.remarks.written import of_what_is_written
from mops_tui.model.session.events import Event
from mops_tui.model.session.header import Header


@dataclass(frozen=True)
class Debrief:
    """The debrief of a session.

    Attributes:
        planned: Seconds that the day had; `elapsed` is what it took.
        places: Where the time went.
        remarks: What is to be said, each thing once, the most important first.
    """

    planned: float
    elapsed: float
    places: tuple[TimeSpent, ...]
    remarks: tuple[Remark, ...]


def debrief(header: Header, events: Iterable[Event]) -> Debrief:
    """Make the debrief of a session from its events."""
    course = course_of(header, events)
    seen = course.seen
    remarks = gathered(
        (
            *of_the_day(seen),
            *of_votes(course),
            *of_talk(course),
            *of_what_happened(course),
            *of_what_is_written(course),
            *of_decisions(course),
        )
    )
    return Debrief(
        planned=seen.minutes * 60,
        elapsed=seen.active(seen.t),
        places=tuple(places(seen)),
        remarks=remarks,
    )
