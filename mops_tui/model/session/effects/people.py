"""What events about people do."""

from __future__ import annotations

from mops_tui.model.session import events as ev
from mops_tui.model.session.effects.undoable import undo_with, undone_by
from mops_tui.model.session.state import (
    Participant,
    WorkshopState,
    change,
)
from mops_tui.model.session.undo.undoable import Arrival, HeadCount, PersonChange


def joined(state: WorkshopState, event: ev.ParticipantJoined) -> WorkshopState | None:
    """Somebody has a seat."""
    if event.participant in state.participants:
        return None
    participant = Participant(event.participant, event.name, event.role, event.seat)
    people = {**state.participants, event.participant: participant}
    return change(state, participants=people, undo=undo_with(state, Arrival(event)))


def updated(state: WorkshopState, event: ev.ParticipantUpdated) -> WorkshopState | None:
    """Somebody is known by other words, or is back."""
    before = state.participants.get(event.participant)
    if before is None:
        return None
    participant = Participant(event.participant, event.name, event.role, event.seat, event.present)
    return _changed(state, participant, event, before)


def left(state: WorkshopState, event: ev.ParticipantLeft) -> WorkshopState | None:
    """Somebody has left; an arrival that is undone was none."""
    before = state.participants.get(event.participant)
    if before is None:
        return None
    if isinstance(undone_by(state, event), ev.ParticipantJoined) and not _has_voted(state, before):
        people = {
            key: participant for key, participant in state.participants.items() if key != before.id
        }
        return change(state, participants=people)  # an arrival that was none
    return _changed(state, change(before, present=False), event, before)


def _has_voted(state: WorkshopState, participant: Participant) -> bool:
    return any(
        participant.id in round_.votes for rounds in state.rounds.values() for round_ in rounds
    )


def _changed(
    state: WorkshopState,
    participant: Participant,
    event: ev.ParticipantUpdated | ev.ParticipantLeft,
    before: Participant,
) -> WorkshopState:
    people = {**state.participants, participant.id: participant}
    absent = tuple(one for one in state.absent if one != participant.id)
    if not participant.present:
        absent = (*absent, participant.id)
    return change(
        state,
        participants=people,
        absent=absent,
        undo=undo_with(state, PersonChange(event, before)),
    )


def counted(state: WorkshopState, event: ev.HeadCounted) -> WorkshopState:
    """So many heads are in the room."""
    undo = undo_with(state, HeadCount(event, state.head_count, state.counted))
    counted = _counted(state, event)
    return change(state, head_count=event.present, counted=counted, undo=undo)


def _counted(state: WorkshopState, event: ev.HeadCounted) -> int:
    """How many somebody has counted: a seat too many is none of them."""
    if event.undoes is not None:
        known = (one for one in state.undo if one.event.seq == event.undoes)
        return next((one.counted for one in known if isinstance(one, HeadCount)), event.present)
    if event.part_of in (None, ev.OPENING):
        return event.present
    if event.present > state.head_count:  # somebody came, with a seat
        more = event.present - state.head_count
        return state.counted if event.present == state.seated else state.counted + more
    return min(state.counted, event.present)
