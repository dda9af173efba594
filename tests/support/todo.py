"""Files of workshops that left something to be done, one after the other."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

from support.results import Room
from support.sessions import OPENED, short_header

from mops_tui.model.session import events as ev
from mops_tui.model.session.before import ActionBefore, Before, DecisionBefore
from mops_tui.storage.sessions.blocks import encode
from mops_tui.storage.sessions.journal import header_bytes

ASK = ev.ActionRecorded(action="a1", what="Ask Legal", who="Tom", by="2026-11-10")
HIRE = ev.ActionRecorded(action="a2", what="Find a designer", who="Ana and Ian")
FORM = ev.DecisionRecorded(
    decision="d1",
    scenario="demo",
    what="One form.",
    owner="Maya",
    first_step="Draft it",
    review="2026-12-01",
)


def workshop_file(
    folder: Path, number: int, *events: ev.Event, closed: bool = True, **changes: Any
) -> Path:
    """A workshop that was held so many months after the first one.

    Args:
        folder: Where its file is written.
        number: 0 for the first one.
        events: What was written down.
        closed: It is over.
        changes: Keys of its header.
    """
    opened = OPENED + timedelta(days=30 * number)
    named = {"id": f"s-{number}", "title": f"Workshop {number}", "opened": opened}
    workshop = short_header().workshop
    room = Room(0, workshop=workshop, **{**named, **changes}).add(*events)
    if closed:
        room.add(ev.SessionClosed())
    path = folder / f"{room.header.id}.toml"
    path.write_bytes(header_bytes(room.header) + b"".join(map(encode, room.events)))
    return path


def left(number: int, *actions: ActionBefore, decisions: tuple[DecisionBefore, ...] = ()) -> Before:
    """What one of them left, as a later one has it."""
    opened = OPENED + timedelta(days=30 * number)
    keys = {"session": f"s-{number}", "opened": opened}
    return Before.model_validate({**keys, "decision": decisions, "action": actions})
