"""The rules of who is in the room."""

from __future__ import annotations

from mops_tui.model.session import commands as cmd
from mops_tui.model.session import events as ev
from mops_tui.model.session.commands import Command, Refusal
from mops_tui.model.session.rules.outcome import Outcome
from mops_tui.model.session.state import WorkshopState
from mops_tui.model.text.blank import blank


def name_shows_nothing(state: WorkshopState, command: Command) -> Refusal | None:
    """A name that shows nothing is no seat number that somebody chose: it is a slip."""
    if not isinstance(command, cmd.Join | cmd.Describe) or state.policy.anonymity == "anonymous":
        return None
    return Refusal("name-shows-nothing") if command.name and blank(command.name) else None


def join(state: WorkshopState, command: cmd.Join) -> Outcome:
    """Take a seat; an arrival counts one head more in the same command."""
    if command.participant in state.participants:
        return Refusal("already-here")
    name = _name(state, command)
    if isinstance(name, Refusal):
        return name
    seat = max((p.seat for p in state.participants.values()), default=0) + 1
    joined = ev.ParticipantJoined(
        participant=command.participant, name=name, role=command.role.strip(), seat=seat
    )
    if not state.head_count:
        return (joined,)
    heads = max(state.head_count + command.arrives, state.seated + 1)
    heads = min(heads, ev.MOST_COUNT)
    # One command: an arrival and the heads that it makes are taken back together.
    return (joined,) if heads == state.head_count else (joined, ev.HeadCounted(present=heads))


def describe(state: WorkshopState, command: cmd.Describe) -> Outcome:
    """Change a name or a role."""
    participant = state.participants.get(command.participant)
    if participant is None:
        return Refusal("unknown-participant")
    name = _name(state, command)
    if isinstance(name, Refusal):
        return name
    role = command.role.strip()
    return (
        ev.ParticipantUpdated(
            participant=participant.id,
            name=name,
            role=role,
            seat=participant.seat,
            present=participant.present,
        ),
    )


def _name(state: WorkshopState, command: cmd.Join | cmd.Describe) -> str | Refusal:
    """The name that a seat gets: none in an anonymous room, and nobody else's."""
    name = "" if state.policy.anonymity == "anonymous" else command.name.strip()
    other = state.named(name) if name else None
    if other is not None and other.id != command.participant:
        return Refusal("name-taken" if other.present else "name-left", {"name": name})
    return name


def leave(state: WorkshopState, command: cmd.Leave) -> Outcome:
    """Leave the room; a counted head goes, too."""
    participant = state.participants.get(command.participant)
    if participant is None or not participant.present:
        return Refusal("unknown-participant")
    left: tuple[ev.Event, ...] = (ev.ParticipantLeft(participant=participant.id),)
    if state.head_count:
        left = (*left, ev.HeadCounted(present=state.head_count - 1))
    return left


def come_back(state: WorkshopState, command: cmd.Return) -> Outcome:
    """Come back to one's seat; a counted head comes, too."""
    participant = state.participants.get(command.participant)
    if participant is None or participant.present:
        return Refusal("unknown-participant")
    back: tuple[ev.Event, ...] = (
        ev.ParticipantUpdated(
            participant=participant.id,
            name=participant.name,
            role=participant.role,
            seat=participant.seat,
            present=True,
        ),
    )
    if state.head_count:
        more = min(state.head_count + 1, ev.MOST_COUNT)
        back = (*back, ev.HeadCounted(present=more))
    return back


def count_heads(state: WorkshopState, command: cmd.CountHeads) -> Outcome:
    """Count the people present: never fewer than seats, or than votes that are in."""
    if command.present < max(1, state.seated):
        return Refusal("fewer-than-seats", {"seats": state.seated})
    # Only the vote that is going on: one that was left open must not bind the rest of the day.
    round_ = state.round(state.place.name) if state.place.of == "question" else None
    if round_ is not None and round_.phase == "open":
        left_after_voting = state.eligible(round_) - state.present
        if round_.voted > command.present + left_after_voting:
            return Refusal("fewer-than-votes", {"votes": round_.voted - left_after_voting})
    if command.present == state.head_count:
        return ()
    return (ev.HeadCounted(present=command.present),)
