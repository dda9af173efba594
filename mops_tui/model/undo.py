"""Undo: ordinary events that restore what was before, each naming the event that it undoes.

A reader that ignores `undoes` still counts right.
"""

from __future__ import annotations

from typing import Any

from mops_tui.model import events as ev
from mops_tui.model.ballots import ballot_keys
from mops_tui.model.commands import Refusal
from mops_tui.model.state import Participant, Tally, Undoable, Vote, WorkshopState


def last_group(state: WorkshopState) -> tuple[Undoable, ...]:
    """The events of the last command that can be taken back, in their order."""
    if not state.undo:
        return ()
    group = state.undo[-1].group
    return tuple(entry for entry in state.undo if entry.group == group)


def undo(state: WorkshopState) -> tuple[ev.Event, ...] | Refusal:
    """The events that take the last command back, or why there is nothing to take back."""
    group = last_group(state)
    if not group:
        return Refusal("nothing-to-undo")
    if any(isinstance(entry.event, ev.RoundRevealed) for entry in group):
        return Refusal("reveal-stays")
    made: list[ev.Event] = []
    for entry in reversed(group):
        inverse = _inverse(entry.event, entry.before)
        made.append(inverse.model_copy(update={"undoes": entry.event.seq}))
    return tuple(made)


def _inverse(event: Any, before: Any) -> ev.Event:
    if isinstance(event, ev.VoteCast | ev.VoteWithdrawn):
        return _vote_back(event, before)
    if isinstance(event, ev.TallySet):
        return _tally_back(event, before)
    if isinstance(event, ev.RoundClosed):
        return ev.RoundReopened(question=event.question, round=event.round)
    if isinstance(event, ev.RoundReopened):
        return ev.RoundClosed(question=event.question, round=event.round)
    if isinstance(event, ev.ParticipantJoined):
        return ev.ParticipantLeft(participant=event.participant)
    if isinstance(event, ev.ParticipantUpdated | ev.ParticipantLeft):
        return _participant_back(before)
    if isinstance(event, ev.HeadCounted):
        return ev.HeadCounted(present=before)
    if isinstance(event, ev.OptionAdded):
        return event.model_copy(update={"removed": not event.removed, "part_of": None})
    if isinstance(event, ev.AgendaSet):
        return ev.AgendaSet(skipped=before[0], minutes=before[1])
    return _record_back(event, before)


def _vote_back(event: ev.VoteCast | ev.VoteWithdrawn, before: Vote | None) -> ev.Event:
    place = {"question": event.question, "round": event.round, "participant": event.participant}
    if before is None:
        return ev.VoteWithdrawn.model_validate(place)
    keys = {**place, "via": before.via, **ballot_keys(before.ballot)}
    return ev.VoteCast.model_validate(keys)


def _tally_back(event: ev.TallySet, before: Tally) -> ev.Event:
    named = any(item for item, _, _ in before.cells)
    return ev.TallySet(
        question=event.question,
        round=event.round,
        items=tuple(item for item, _, _ in before.cells) if named else (),
        categories=tuple(category for _, category, _ in before.cells),
        counts=tuple(count for _, _, count in before.cells),
        corrected=before.corrected,
    )


def _participant_back(before: Participant) -> ev.Event:
    return ev.ParticipantUpdated(
        participant=before.id,
        name=before.name,
        role=before.role,
        seat=before.seat,
        present=before.present,
    )


_AMENDED: dict[str, type[ev.Event]] = {
    "decision": ev.DecisionAmended,
    "action": ev.ActionAmended,
    "note": ev.NoteAmended,
}


def _record_back(event: ev.Event, before: ev.Event | None) -> ev.Event:
    amended = _AMENDED[event.kind.partition("-")[0]]
    source = before or event
    dropped = {"kind", "seq", "t", "undoes", "part_of"}
    fields = {k: v for k, v in source.model_dump().items() if k not in dropped}
    return amended.model_validate({**fields, "removed": before is None})
