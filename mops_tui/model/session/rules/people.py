"""The rules of who is in the room."""

from __future__ import annotations

from mops_tui.model.session import commands as cmd
from mops_tui.model.session import events as ev
from mops_tui.model.session.ballots import ballot_keys
from mops_tui.model.session.commands import Command, Refusal
from mops_tui.model.session.rules.outcome import Outcome
from mops_tui.model.session.state import Participant, Round, WorkshopState
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
    back: tuple[ev.Event, ...] = (_present_again(participant),)
    if state.head_count:
        more = min(state.head_count + 1, ev.MOST_COUNT)
        back = (*back, ev.HeadCounted(present=more))
    return back


def put_out(state: WorkshopState, command: cmd.PutOut) -> Outcome:
    """Have somebody leave; their votes go with them, but for those that the room has seen."""
    participant = state.participants.get(command.participant)
    if participant is None or not participant.present:
        return Refusal("unknown-participant")
    left: tuple[ev.Event, ...] = (ev.ParticipantLeft(participant=participant.id),)
    return left + _a_seat_less(state) + _votes_moved(state, participant.id, "")


def merge(state: WorkshopState, command: cmd.Merge) -> Outcome:
    """Make two seats one person's.

    The votes of the seat that is given up become the other's, unless that one has voted. Revealed
    rounds stay as they were: the room has seen them, and talked about them.
    """
    gone, into = state.participants.get(command.gone), state.participants.get(command.into)
    if gone is None or into is None:
        return Refusal("unknown-participant")
    if gone is into:
        return Refusal("already-here")
    seats: tuple[ev.Event, ...] = ()
    if gone.present:
        seats = (ev.ParticipantLeft(participant=gone.id),)
        seats += _a_seat_less(state) if into.present else (_present_again(into),)
    going_on = state.round(state.place.name) if state.place.of == "question" else None
    rounds = [*_unseen(state, gone.id).values()]
    if going_on is not None and going_on.phase == "open" and gone.id not in going_on.votes:
        rounds.append(going_on)  # who voted by the one seat may have called out for the other
    for round_ in rounds:
        votes = len(round_.votes) - ({gone.id, into.id} <= round_.votes.keys())
        if gone.present and into.present and _more_than(state, round_, votes, {gone.id, into.id}):
            return Refusal("called-already")
    return (*seats, *_votes_moved(state, gone.id, into.id))


def _present_again(participant: Participant) -> ev.ParticipantUpdated:
    return ev.ParticipantUpdated(
        participant=participant.id,
        name=participant.name,
        role=participant.role,
        seat=participant.seat,
        present=True,
    )


def _a_seat_less(state: WorkshopState) -> tuple[ev.HeadCounted, ...]:
    """The heads once a seat was none of its own: fewer where it was more than were counted."""
    heads = max(state.counted, state.seated - 1)
    return (ev.HeadCounted(present=heads),) if heads < state.head_count else ()


def _unseen(state: WorkshopState, participant: str) -> dict[str, Round]:
    """The rounds that somebody voted in and that are not revealed, by their questions."""
    rounds = {ref: rounds[-1] for ref, rounds in state.rounds.items() if rounds}
    return {
        ref: one
        for ref, one in rounds.items()
        if one.phase != "revealed" and participant in one.votes
    }


def _more_than(state: WorkshopState, round_: Round, votes: int, aside: set[str]) -> bool:
    """Whether so many votes, and what was called out, are more than the people of one seat less."""
    left_after_voting = len({one for one in state.absent if one in round_.voters} - aside)
    fewer = _a_seat_less(state)
    heads = fewer[0].present if fewer else state.head_count
    present = max(heads, state.seated - 1)
    return bool(round_.tally.size) and votes + round_.tally.size > present + left_after_voting


def _votes_moved(state: WorkshopState, gone: str, into: str) -> tuple[ev.Event, ...]:
    """Votes of rounds that are not revealed: taken back, and cast for another seat, if any.

    A round that is closed is opened for it, and closed again.
    """
    events: list[ev.Event] = []
    for ref, round_ in _unseen(state, gone).items():
        place = {"question": ref, "round": round_.number}
        vote = round_.votes[gone]
        made: list[ev.Event] = [
            ev.VoteWithdrawn(participant=gone, question=ref, round=round_.number)
        ]
        if into and into not in round_.votes:
            keys = {"participant": into, "via": vote.via, **ballot_keys(vote.ballot)}
            made.append(ev.VoteCast.model_validate({**place, **keys}))
        if round_.phase == "closed":
            made.insert(0, ev.RoundReopened(question=ref, round=round_.number))
            made.append(ev.RoundClosed(question=ref, round=round_.number))
        events += made
    return tuple(events)


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
    if command.present == state.head_count == state.counted:
        return ()
    return (ev.HeadCounted(present=command.present),)
