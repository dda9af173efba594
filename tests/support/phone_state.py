"""A state as phones see it, without a disk or a server: what tests of the state document share."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any, cast

from support.asking import Room

from mops_tui.model.session.state import WorkshopState
from mops_tui.sources.live import LiveSession
from mops_tui.sources.phones.book import Book
from mops_tui.sources.phones.phones import Phones
from mops_tui.web.state import state_for


def phones_of(state: WorkshopState, book: Book | None = None) -> Phones:
    """The phones of a session that is in this state, all of it saved."""
    session = SimpleNamespace(durable=state, head=state, now=lambda: state.t)
    session.subscribe = lambda _listener: lambda: None
    return Phones(cast(LiveSession, session), book or Book())


def document(room: Room | WorkshopState, participant: str | None = "ann") -> dict[str, Any]:
    """What somebody's phone is told."""
    state = room.state if isinstance(room, Room) else room
    return state_for(phones_of(state), participant)
