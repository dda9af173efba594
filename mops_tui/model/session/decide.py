"""Decide what a command makes happen. The one place where the rules of a workshop are kept."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from mops_tui.model.session import commands as cmd
from mops_tui.model.session import events as ev
from mops_tui.model.session import voting
from mops_tui.model.session.apply import apply
from mops_tui.model.session.commands import Command, Refusal
from mops_tui.model.session.state import View, WorkshopState
from mops_tui.model.session.typed import tidied
from mops_tui.model.session.undo import shown, undo
from mops_tui.model.text.blank import blank

Outcome = tuple[ev.Event, ...] | Refusal
LEAST_DISCUSSION = 60.0
"""The shortest discussion, in seconds, that an automatic timer gives."""


def decide(state: WorkshopState, command: Command, t: float) -> Outcome:
    """The events that a command makes happen, stamped, or why it cannot be.

    Args:
        state: The head: everything decided so far.
        command: What somebody asks for.
        t: Seconds since the session was opened; earlier than the last event counts as its time.
    """
    at = max(t, state.t)
    if isinstance(command, cmd.SetUp):
        return _set_up(state, command, at)
    commands = command.commands if isinstance(command, cmd.Together) else (command,)
    first, now, made = state.seq + 1, state, list[ev.Event]()
    for one in commands:
        events = _one(now, one, at)
        if isinstance(events, Refusal):
            return events
        for event in events:
            seq = first + len(made)
            stamped = ev.stamp(event, seq, at, part_of=first if made else None)
            made.append(stamped)
            if len(commands) > 1:
                now = apply(now, stamped)
    return tuple(made)


def _set_up(state: WorkshopState, command: cmd.SetUp, t: float) -> Outcome:
    """Part of the opening, so that undo can tell; who cannot be seated is left out."""
    now, made = state, list[ev.Event]()
    for one in command.commands:
        events = _one(now, one, t)
        for event in () if isinstance(events, Refusal) else events:
            made.append(ev.stamp(event, now.seq + 1, t, part_of=ev.OPENING))
            now = apply(now, made[-1])
    return tuple(made)


def _one(state: WorkshopState, command: cmd.Single, t: float) -> Outcome:
    return (
        _session_not_running(state, command)
        or _unseen_name(state, command)
        or _DECIDERS[type(command)](state, tidied(command), t)
    )


def _unseen_name(state: WorkshopState, command: Command) -> Refusal | None:
    """A name that shows nothing is no seat number that somebody chose: it is a slip."""
    if not isinstance(command, cmd.Join | cmd.Describe) or state.policy.anonymity == "anonymous":
        return None
    return Refusal("name-shows-nothing") if command.name and blank(command.name) else None


def session_not_running(state: WorkshopState) -> Refusal | None:
    """Why nothing can be done with a session: it is new, paused or closed. None while it runs."""
    return None if state.phase == "open" else Refusal(f"session-{state.phase}")


def _session_not_running(state: WorkshopState, command: cmd.Single) -> Refusal | None:
    if state.phase == "new" and isinstance(command, cmd.OpenSession):
        return None
    if state.phase in ("paused", "closed") and isinstance(command, cmd.Resume | cmd.Close):
        return None
    return session_not_running(state)


def _open(state: WorkshopState, command: cmd.OpenSession, t: float) -> Outcome:
    if state.phase != "new":
        return Refusal("session-open")
    return (ev.SessionOpened(header_crc=command.header_crc),)


def _pause(state: WorkshopState, command: cmd.Pause, t: float) -> Outcome:
    timer = state.timer
    if timer and timer.running:
        return (ev.TimerPaused(seconds=round(timer.left(t), 3)), ev.SessionPaused())
    return (ev.SessionPaused(),)


def _resume(state: WorkshopState, command: cmd.Resume, t: float) -> Outcome:
    return (ev.SessionResumed(after_crash=command.after_crash),)


def _close(state: WorkshopState, command: cmd.Close, t: float) -> Outcome:
    return Refusal("session-closed") if state.phase == "closed" else (ev.SessionClosed(),)


def _join(state: WorkshopState, command: cmd.Join, t: float) -> Outcome:
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


def _describe(state: WorkshopState, command: cmd.Describe, t: float) -> Outcome:
    who = state.participants.get(command.participant)
    if who is None:
        return Refusal("unknown-participant")
    name = _name(state, command)
    if isinstance(name, Refusal):
        return name
    role = command.role.strip()
    return (
        ev.ParticipantUpdated(
            participant=who.id, name=name, role=role, seat=who.seat, present=who.present
        ),
    )


def _name(state: WorkshopState, command: cmd.Join | cmd.Describe) -> str | Refusal:
    """The name that a seat gets: none in an anonymous room, and nobody else's."""
    name = "" if state.policy.anonymity == "anonymous" else command.name.strip()
    other = state.named(name) if name else None
    if other is not None and other.id != command.participant:
        return Refusal("name-taken" if other.present else "name-left", {"name": name})
    return name


def _leave(state: WorkshopState, command: cmd.Leave, t: float) -> Outcome:
    who = state.participants.get(command.participant)
    if who is None or not who.present:
        return Refusal("unknown-participant")
    left: tuple[ev.Event, ...] = (ev.ParticipantLeft(participant=who.id),)
    if state.head_count:
        left = (*left, ev.HeadCounted(present=state.head_count - 1))
    return left


def _return(state: WorkshopState, command: cmd.Return, t: float) -> Outcome:
    who = state.participants.get(command.participant)
    if who is None or who.present:
        return Refusal("unknown-participant")
    back: tuple[ev.Event, ...] = (
        ev.ParticipantUpdated(
            participant=who.id, name=who.name, role=who.role, seat=who.seat, present=True
        ),
    )
    if state.head_count:
        more = min(state.head_count + 1, ev.MOST_COUNT)
        back = (*back, ev.HeadCounted(present=more))
    return back


def _count(state: WorkshopState, command: cmd.CountHeads, t: float) -> Outcome:
    if command.present < max(1, state.seated):
        return Refusal("fewer-than-seats", {"seats": state.seated})
    # Only the vote that is going on: one that was left open must not bind the rest of the day.
    round_ = state.round(state.place.name) if state.place.of == "question" else None
    if round_ is not None and round_.phase == "open":
        gone = state.eligible(round_) - state.present
        if round_.voted > command.present + gone:
            return Refusal("fewer-than-votes", {"votes": round_.voted - gone})
    if command.present == state.head_count:
        return ()
    return (ev.HeadCounted(present=command.present),)


def _show(state: WorkshopState, command: cmd.Show, t: float) -> Outcome:
    view = command.view
    there = _shown(state, view)
    if there is None:
        return Refusal("nothing-there")
    if view.back:
        return (there,)
    made = [there]
    if state.timer and view.key != state.place.key:
        made.insert(0, ev.TimerStopped())
    if view.of == "question" and not state.rounds.get(view.name):
        made.append(ev.RoundOpened(question=view.name, round=1))
    return tuple(made)


def _shown(state: WorkshopState, view: View) -> ev.Event | None:
    workshop = state.workshop
    there = {
        "lobby": False,
        "brief": workshop.scenario(view.name) is not None,
        "question": workshop.question(view.name) is not None,
        "decision": workshop.scenario(view.name) is not None,
        "grid": workshop.grid(view.name) is not None,
        "workshop": True,
    }
    return shown(view) if there[view.of] else None


def _prompt(state: WorkshopState, command: cmd.ShowPrompt, t: float) -> Outcome:
    if state.view.key != ("question", command.question):
        return Refusal("nothing-there")
    return (ev.PromptShown(question=command.question, prompt=command.prompt),)


def _turn(state: WorkshopState, command: cmd.TurnPage, t: float) -> Outcome:
    look = command.look
    if look == state.look:
        return ()
    if not 0 <= look.round <= len(state.rounds.get(state.view.name, ())):
        return Refusal("nothing-there")
    rounds = state.rounds.get(state.view.name, ())
    if look.told and not (rounds and rounds[look.round - 1].phase == "revealed"):
        return Refusal("nothing-there")
    return (ev.PageShown(page=look.page, round=look.round, mark=look.mark, told=look.told),)


def _set_agenda(state: WorkshopState, command: cmd.SetAgenda, t: float) -> Outcome:
    if any(state.workshop.question(ref) is None for ref in command.skipped):
        return Refusal("unknown-question")
    return (ev.AgendaSet(skipped=command.skipped, minutes=command.minutes),)


def _start_timer(state: WorkshopState, command: cmd.StartTimer, t: float) -> Outcome:
    if command.seconds is not None:
        return (ev.TimerStarted(seconds=round(command.seconds, 3)),)
    if state.timer is None or state.timer.running:
        return Refusal("no-timer")
    return (ev.TimerStarted(seconds=state.timer.seconds),)


def _pause_timer(state: WorkshopState, command: cmd.PauseTimer, t: float) -> Outcome:
    if state.timer is None or not state.timer.running:
        return Refusal("no-timer")
    return (ev.TimerPaused(seconds=round(state.timer.left(t), 3)),)


def _extend_timer(state: WorkshopState, command: cmd.ExtendTimer, t: float) -> Outcome:
    if state.timer is None:
        return Refusal("no-timer")
    left = max(0.0, state.timer.left(t)) + command.seconds
    return (ev.TimerExtended(seconds=round(left, 3)),)


def _stop_timer(state: WorkshopState, command: cmd.StopTimer, t: float) -> Outcome:
    return (ev.TimerStopped(),) if state.timer else Refusal("no-timer")


def _decision(state: WorkshopState, command: cmd.RecordDecision, t: float) -> Outcome:
    if not command.what.strip():
        return Refusal("nothing-written")
    if state.workshop.scenario(command.scenario) is None:
        return Refusal("nothing-there")
    fields = vars(command)
    if command.decision in state.decisions:
        return (ev.DecisionAmended(**fields),)
    return (ev.DecisionRecorded(**fields),)


def _action(state: WorkshopState, command: cmd.RecordAction, t: float) -> Outcome:
    if not command.what.strip():
        return Refusal("nothing-written")
    if command.action in state.actions:
        return (ev.ActionAmended(**vars(command)),)
    return (ev.ActionRecorded(**vars(command)),)


def _note(state: WorkshopState, command: cmd.RecordNote, t: float) -> Outcome:
    if not command.text.strip():
        return Refusal("nothing-written")
    if command.note in state.notes:
        return (ev.NoteAmended(**vars(command)),)
    return (ev.NoteRecorded(**vars(command)),)


def _blank(state: WorkshopState, command: cmd.Blank, t: float) -> Outcome:
    if command.on == state.blanked:
        return ()
    return (ev.ScreenBlanked(),) if command.on else (ev.ScreenUnblanked(),)


def _code(state: WorkshopState, command: cmd.ShowCode, t: float) -> Outcome:
    return (ev.CodeShown(code=command.code),)


def _undo(state: WorkshopState, command: cmd.Undo, t: float) -> Outcome:
    return undo(state)


def _reveal(state: WorkshopState, command: cmd.Reveal, t: float) -> Outcome:
    made = voting.reveal(state, command)
    question = state.workshop.question(command.question)
    if isinstance(made, Refusal) or not state.policy.discussion_timer or question is None:
        return made
    seconds = max(LEAST_DISCUSSION, question.minutes * 30)
    return (*made, ev.TimerStarted(seconds=seconds))


def _voting(decider: Callable[[WorkshopState, Any], Outcome]) -> Callable[..., Outcome]:
    return lambda state, command, t: decider(state, command)


_DECIDERS: dict[type, Callable[..., Outcome]] = {
    cmd.OpenSession: _open,
    cmd.Pause: _pause,
    cmd.Resume: _resume,
    cmd.Close: _close,
    cmd.Join: _join,
    cmd.Describe: _describe,
    cmd.Leave: _leave,
    cmd.Return: _return,
    cmd.CountHeads: _count,
    cmd.Show: _show,
    cmd.ShowPrompt: _prompt,
    cmd.TurnPage: _turn,
    cmd.OpenRound: _voting(voting.open_round),
    cmd.CloseRound: _voting(voting.close_round),
    cmd.ReopenRound: _voting(voting.reopen_round),
    cmd.Reveal: _reveal,
    cmd.CastVote: _voting(voting.cast_vote),
    cmd.Withdraw: _voting(voting.withdraw),
    cmd.SetTally: _voting(voting.set_tally),
    cmd.AddOption: _voting(voting.add_option),
    cmd.SetAgenda: _set_agenda,
    cmd.StartTimer: _start_timer,
    cmd.PauseTimer: _pause_timer,
    cmd.ExtendTimer: _extend_timer,
    cmd.StopTimer: _stop_timer,
    cmd.RecordDecision: _decision,
    cmd.RecordAction: _action,
    cmd.RecordNote: _note,
    cmd.Blank: _blank,
    cmd.ShowCode: _code,
    cmd.Undo: _undo,
}
