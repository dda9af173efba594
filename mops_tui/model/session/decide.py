"""Decide what a command makes happen."""

from __future__ import annotations

from typing import assert_never

from mops_tui.model.session import commands as cmd
from mops_tui.model.session import events as ev
from mops_tui.model.session.apply import apply
from mops_tui.model.session.commands import Command, Refusal
from mops_tui.model.session.rules import people, places, records, rounds, session, timer
from mops_tui.model.session.rules.outcome import Outcome
from mops_tui.model.session.state import WorkshopState
from mops_tui.model.session.typed import tidied
from mops_tui.model.session.undo.undo import undo


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
    by_phone = isinstance(command, cmd.ByPhone)
    if isinstance(command, cmd.ByPhone):
        command = command.command
    commands = command.commands if isinstance(command, cmd.Together) else (command,)
    first, current, stamped_events = state.seq + 1, state, list[ev.Event]()
    for one in commands:
        events = _one(current, one, at)
        if isinstance(events, Refusal):
            return events
        for event in events:
            seq = first + len(stamped_events)
            part_of = first if stamped_events else None
            stamped = ev.stamp(event, seq, at, part_of, by_phone=by_phone)
            stamped_events.append(stamped)
            if len(commands) > 1:
                current = apply(current, stamped)
    return tuple(stamped_events)


def _set_up(state: WorkshopState, command: cmd.SetUp, t: float) -> Outcome:
    """Part of the opening, so that undo can tell; who cannot be seated is left out."""
    current, stamped_events = state, list[ev.Event]()
    for one in command.commands:
        events = _one(current, one, t)
        for event in () if isinstance(events, Refusal) else events:
            stamped_events.append(ev.stamp(event, current.seq + 1, t, part_of=ev.OPENING))
            current = apply(current, stamped_events[-1])
    return tuple(stamped_events)


def _one(state: WorkshopState, command: cmd.Single, t: float) -> Outcome:
    refused = session.not_running_for(state, command) or people.name_shows_nothing(state, command)
    return refused or _decided(state, tidied(command), t)


def _decided(state: WorkshopState, command: cmd.Single, t: float) -> Outcome:
    match command:
        case cmd.CastVote():  # most of a day's commands
            return rounds.cast_vote(state, command)
        case cmd.OpenSession():
            return session.open_session(state, command)
        case cmd.Pause():
            return session.pause(state, t)
        case cmd.Resume():
            return session.resume(command)
        case cmd.Close():
            return session.close(state)
        case cmd.Join():
            return people.join(state, command)
        case cmd.Describe():
            return people.describe(state, command)
        case cmd.Leave():
            return people.leave(state, command)
        case cmd.Return():
            return people.come_back(state, command)
        case cmd.PutOut():
            return people.put_out(state, command)
        case cmd.Merge():
            return people.merge(state, command)
        case cmd.CountHeads():
            return people.count_heads(state, command)
        case cmd.Show():
            return places.show(state, command)
        case cmd.ShowPrompt():
            return places.show_prompt(state, command)
        case cmd.TurnPage():
            return places.turn_page(state, command)
        case cmd.SetAgenda():
            return places.set_agenda(state, command)
        case cmd.Blank():
            return places.blank_screen(state, command)
        case cmd.ShowCode():
            return places.show_code(state, command)
        case cmd.OpenRound():
            return rounds.open_round(state, command)
        case cmd.CloseRound():
            return rounds.close_round(state, command)
        case cmd.ReopenRound():
            return rounds.reopen_round(state, command)
        case cmd.Reveal():
            return rounds.reveal(state, command)
        case cmd.Withdraw():
            return rounds.withdraw(state, command)
        case cmd.SetTally():
            return rounds.set_tally(state, command)
        case cmd.GiveReason():
            return rounds.give_reason(state, command)
        case cmd.AddOption():
            return rounds.add_option(state, command)
        case cmd.TakeOutOption():
            return rounds.take_out_option(state, command)
        case cmd.NameSubject():
            return places.name_subject(state, command)
        case cmd.StartTimer():
            return timer.start_timer(state, command)
        case cmd.PauseTimer():
            return timer.pause_timer(state, t)
        case cmd.ExtendTimer():
            return timer.extend_timer(state, command, t)
        case cmd.StopTimer():
            return timer.stop_timer(state)
        case cmd.RecordDecision():
            return records.record_decision(state, command)
        case cmd.FollowDecisionUp():
            return records.follow_decision_up(state, command)
        case cmd.FollowActionUp():
            return records.follow_action_up(state, command)
        case cmd.RecordAction():
            return records.record_action(state, command)
        case cmd.RecordNote():
            return records.record_note(state, command)
        case cmd.MarkDone():
            return records.mark_done(state, command)
        case cmd.MarkFirstStep():
            return records.mark_first_step(state, command)
        case cmd.MarkReviewed():
            return records.mark_reviewed(state, command)
        case cmd.EditReport():
            return records.edit_report(state, command)
        case cmd.Undo():
            return undo(state)
        case _:
            assert_never(command)
