"""Decide what a command makes happen."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from mops_tui.model.session import commands as cmd
from mops_tui.model.session import events as ev
from mops_tui.model.session.apply import apply
from mops_tui.model.session.commands import Command, Refusal
from mops_tui.model.session.rules import people, places, records, rounds, session, timer
from mops_tui.model.session.rules.outcome import Outcome
from mops_tui.model.session.state import WorkshopState
from mops_tui.model.session.typed import tidied
from mops_tui.model.session.undo import undo


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
        session.not_running_for(state, command)
        or people.name_shows_nothing(state, command)
        or _DECIDERS[type(command)](state, tidied(command), t)
    )


def _undo(state: WorkshopState, command: cmd.Undo, t: float) -> Outcome:
    return undo(state)


def _reveal(state: WorkshopState, command: cmd.Reveal, t: float) -> Outcome:
    made = rounds.reveal(state, command)
    question = state.workshop.question(command.question)
    if isinstance(made, Refusal) or not state.policy.discussion_timer or question is None:
        return made
    seconds = max(timer.LEAST_DISCUSSION, question.minutes * 30)
    return (*made, ev.TimerStarted(seconds=seconds))


def _voting(decider: Callable[[WorkshopState, Any], Outcome]) -> Callable[..., Outcome]:
    return lambda state, command, t: decider(state, command)


_DECIDERS: dict[type, Callable[..., Outcome]] = {
    cmd.OpenSession: session.open_session,
    cmd.Pause: session.pause,
    cmd.Resume: session.resume,
    cmd.Close: session.close,
    cmd.Join: people.join,
    cmd.Describe: people.describe,
    cmd.Leave: people.leave,
    cmd.Return: people.come_back,
    cmd.CountHeads: people.count_heads,
    cmd.Show: places.show,
    cmd.ShowPrompt: places.show_prompt,
    cmd.TurnPage: places.turn_page,
    cmd.OpenRound: _voting(rounds.open_round),
    cmd.CloseRound: _voting(rounds.close_round),
    cmd.ReopenRound: _voting(rounds.reopen_round),
    cmd.Reveal: _reveal,
    cmd.Cast: _voting(rounds.cast),
    cmd.Withdraw: _voting(rounds.withdraw),
    cmd.SetTally: _voting(rounds.set_tally),
    cmd.AddOption: _voting(rounds.add_option),
    cmd.SetAgenda: places.set_agenda,
    cmd.StartTimer: timer.start_timer,
    cmd.PauseTimer: timer.pause_timer,
    cmd.ExtendTimer: timer.extend_timer,
    cmd.StopTimer: timer.stop_timer,
    cmd.RecordDecision: records.record_decision,
    cmd.RecordAction: records.record_action,
    cmd.RecordNote: records.record_note,
    cmd.Blank: places.blank_screen,
    cmd.ShowCode: places.show_code,
    cmd.Undo: _undo,
}
