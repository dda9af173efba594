"""What can be taken back once an event has happened."""

from __future__ import annotations

from typing import Any

from mops_tui.model.session import events as ev
from mops_tui.model.session.state import (
    UNDO_DEPTH,
    Undoable,
    WorkshopState,
)


def undo_with(state: WorkshopState, event: ev.Event, before: Any = None) -> tuple[Undoable, ...]:
    """The undo stack with an event on it; what the setup made, and an undo itself, never are."""
    if event.undoes is not None or event.part_of == ev.OPENING:
        return state.undo
    entries = state.undo
    if len(entries) >= UNDO_DEPTH:
        # By whole commands, the oldest first: half of one is nothing that anybody did.
        oldest = entries[0].group
        entries = entries[
            next((n for n, one in enumerate(entries) if one.group != oldest), len(entries)) :
        ]
    return (*entries, Undoable(event, before))


def follows(state: WorkshopState, event: ev.Event) -> bool:
    """Whether an event stands alone, or belongs to a command that can be taken back."""
    return event.part_of is None or (
        bool(state.undo) and state.undo[-1].group == Undoable(event).group
    )


def undone_by(state: WorkshopState, event: ev.Event) -> ev.Event | None:
    """The event that another one takes back, where it is known."""
    entries = (entry.event for entry in state.undo if entry.event.seq == event.undoes)
    return next(entries, None) if event.undoes is not None else None
