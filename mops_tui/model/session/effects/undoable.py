"""What can be taken back once an event has happened."""

from __future__ import annotations

from mops_tui.model.session import events as ev
from mops_tui.model.session.state import WorkshopState
from mops_tui.model.session.undoable import UNDO_DEPTH, Undoable, group_of


def undo_with(state: WorkshopState, change: Undoable) -> tuple[Undoable, ...]:
    """The undo stack with a change on it; what the setup made, and an undo itself, never are."""
    event = change.event
    if event.undoes is not None or event.part_of == ev.OPENING:
        return state.undo
    entries = state.undo
    if len(entries) >= UNDO_DEPTH:
        # By whole commands, the oldest first: half of one is nothing that anybody did.
        oldest = entries[0].group
        entries = entries[
            next((n for n, one in enumerate(entries) if one.group != oldest), len(entries)) :
        ]
    return (*entries, change)


def follows(state: WorkshopState, event: ev.Event) -> bool:
    """Whether an event stands alone, or belongs to a command that can be taken back."""
    return event.part_of is None or (bool(state.undo) and state.undo[-1].group == group_of(event))


def undone_by(state: WorkshopState, event: ev.Event) -> ev.Event | None:
    """The event that another one takes back, where it is known."""
    entries = (entry.event for entry in state.undo if entry.event.seq == event.undoes)
    return next(entries, None) if event.undoes is not None else None
