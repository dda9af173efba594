"""How the rooms of the user's own saved sessions answered a question."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from mops_tui.model.packs.digest import question_digest
from mops_tui.model.results.results import Result
from mops_tui.model.results.tallies import result
from mops_tui.model.session.audience import VisibleState, visible_after
from mops_tui.storage.files.errors import SessionError
from mops_tui.storage.sessions import journal
from mops_tui.storage.sessions.listing import SessionList

MOST = 20
"""How many sessions are looked at, the latest first."""
SavedRoom = tuple[str, str, VisibleState]
"""A saved session: its title, its day as YYYY-MM-DD, and the state as its room saw it last."""


@dataclass(frozen=True)
class RoomAnswer:
    """One room's revealed answer.

    Attributes:
        title: Of the session.
        day: When it was opened, as YYYY-MM-DD.
        state: The redacted state that the result belongs to.
    """

    title: str
    day: str
    result: Result
    state: VisibleState


def saved_rooms(folder: Path) -> tuple[SavedRoom, ...]:
    """The latest sessions of a folder.

    Rehearsals, and those that cannot be read, are left out.
    """
    rooms: list[SavedRoom] = []
    for summary in SessionList(folder).all()[:MOST]:
        if summary.trouble or summary.session != "live":  # a simulated room is nobody's own
            continue
        try:
            reading = journal.read(summary.path)
        except SessionError:
            continue
        state = visible_after(reading.header, reading.events)
        rooms.append((summary.title, summary.opened.strftime("%Y-%m-%d"), state))
    return tuple(rooms)


def room_answers(rooms: Iterable[SavedRoom], ref: str, digest: str) -> tuple[RoomAnswer, ...]:
    """What those rooms answered to the very same question, wording and options included."""
    answers: list[RoomAnswer] = []
    for title, day, state in rooms:
        question = state.workshop.question(ref)
        if question is None or question_digest(question) != digest:
            continue
        answered = result(state, ref)
        if answered is not None and answered.n:
            answers.append(RoomAnswer(title, day, answered, state))
    return tuple(answers)
