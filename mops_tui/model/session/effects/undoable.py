"""What can be taken back once an event has happened."""

from __future__ import annotations

from mops_tui.model.session import events as ev
from mops_tui.model.session.state import WorkshopState
from mops_tui.model.session.undo.undoable import (
    UNDO_DEPTH,
    Arrival,
    PersonChange,
    RoundStart,
    Undoable,
    VoteChange,
    group_of,
)


def undo_with(state: WorkshopState, change: Undoable) -> tuple[Undoable, ...]:
    """The undo stack with a change on it; what the setup made, and an undo itself, never are.

    Nor is what somebody did at their own phone: it takes what it overtakes off the stack instead.
    """
    event = change.event
    if event.undoes is not None or event.part_of == ev.OPENING:
        return state.undo
    if event.by_phone:
        return _overtaken(state.undo, change)
    entries = state.undo
    if len(entries) >= UNDO_DEPTH:
        # By whole commands, the oldest first: half of one is nothing that anybody did.
        oldest = entries[0].group
        entries = entries[
            next((n for n, one in enumerate(entries) if one.group != oldest), len(entries)) :
        ]
    return (*entries, change)


def _overtaken(stack: tuple[Undoable, ...], change: Undoable) -> tuple[Undoable, ...]:
    """The stack without the commands whose undo would take back what a phone did after them."""
    kinds = VoteChange | RoundStart if isinstance(change, VoteChange) else PersonChange | Arrival
    near = [entry for entry in stack if isinstance(entry, kinds)]
    if not near:  # nearly always, and asked at every vote
        return stack
    groups = {entry.group for entry in near if _overtakes(change, entry)}
    # A question that people vote on stays open, though the room goes back from it.
    opened = [entry for entry in near if _opens_first(entry, change)]
    if not groups and not opened:
        return stack
    return tuple(one for one in stack if one.group not in groups and one not in opened)


def _overtakes(change: Undoable, earlier: Undoable) -> bool:
    if isinstance(change, VoteChange):
        one, other = change.event, earlier.event
        return isinstance(other, ev.VoteCast | ev.VoteWithdrawn) and (
            (one.participant, one.question, one.round)
            == (other.participant, other.question, other.round)
        )
    if isinstance(change, PersonChange) and isinstance(earlier, PersonChange | Arrival):
        return change.event.participant == earlier.event.participant
    return False


def _opens_first(entry: Undoable, change: Undoable) -> bool:
    event = entry.event
    return (
        isinstance(change, VoteChange)
        and isinstance(event, ev.RoundOpened)
        and event.round == change.event.round == 1
        and event.question == change.event.question
    )


def follows(state: WorkshopState, event: ev.Event) -> bool:
    """Whether an event stands alone, or belongs to a command that can be taken back."""
    return event.part_of is None or (bool(state.undo) and state.undo[-1].group == group_of(event))


def undone_by(state: WorkshopState, event: ev.Event) -> ev.Event | None:
    """The event that another one takes back, where it is known."""
    entries = (entry.event for entry in state.undo if entry.event.seq == event.undoes)
    return next(entries, None) if event.undoes is not None else None
