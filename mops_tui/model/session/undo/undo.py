"""Undo: ordinary events that restore what was before, each naming the event that it undoes.

A reader that ignores `undoes` still counts right. One undo takes back one command, whatever it
made. It never reaches behind a reveal, nor behind what the setup made.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from mops_tui.model.packs.adapting.adapted import follower_refs
from mops_tui.model.session import events as ev
from mops_tui.model.session.apply import apply
from mops_tui.model.session.ballots import ballot_keys
from mops_tui.model.session.commands import Refusal
from mops_tui.model.session.state import (
    ActionEvent,
    DecisionEvent,
    Look,
    NoteEvent,
    Participant,
    Round,
    Tally,
    Timer,
    View,
    ViewSnapshot,
    Vote,
    WorkshopState,
)
from mops_tui.model.session.undo.undoable import (
    ActionChange,
    ActionFollowUpChange,
    AgendaChange,
    Arrival,
    DecisionChange,
    DoneChange,
    FollowUpChange,
    HeadCount,
    Move,
    NoteChange,
    OptionChange,
    PersonChange,
    RoundChange,
    RoundStart,
    SubjectChange,
    TallyChange,
    TimerChange,
    Undoable,
    VoteChange,
)


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
    events: list[ev.Event] = []
    for change in reversed(group):
        back = _taking_back(state, change)
        events += [event.model_copy(update={"undoes": change.event.seq}) for event in back]
    return Refusal("votes-since") if _voted_since(state, group, events) else tuple(events)


def _voted_since(state: WorkshopState, group: tuple[Undoable, ...], events: list[ev.Event]) -> bool:
    """Whether phones have voted since, on what would go, or so many that somebody counted twice."""
    for change in group:
        event = change.event
        if isinstance(event, ev.RoundOpened):
            round_ = _unrevealed(state, event.question)
            if round_ is not None and round_.number == event.round and round_.voted:
                return True
        elif isinstance(event, ev.OptionAdded) and not event.removed:
            refs = (event.question, *follower_refs(state.workshop, event.question))
            if any(_voted_on(_unrevealed(state, ref), event.option) for ref in refs):
                return True
    after = state
    for back in events:
        after = apply(after, back)
    before = _more_votes_than_people(state)
    return bool(_more_votes_than_people(after) - before)


def _unrevealed(state: WorkshopState, ref: str) -> Round | None:
    round_ = state.round(ref)
    return None if round_ is None or round_.phase == "revealed" else round_


def _voted_on(round_: Round | None, option: str) -> bool:
    """Whether somebody's ballot names an answer, or an item."""
    votes = round_.votes.values() if round_ is not None else ()
    ballots = (ballot_keys(vote.ballot) for vote in votes)
    return any(
        option in (one.get("options") or one.get("items") or (one.get("option"),))
        for one in ballots
    )


def _more_votes_than_people(state: WorkshopState) -> set[str]:
    """The questions whose unrevealed votes are more than the people that they can come from."""
    if not state.head_count and not state.participants:
        return set()
    absent = set(state.absent)
    rounds = {ref: rounds[-1] for ref, rounds in state.rounds.items() if rounds}
    return {
        ref
        for ref, one in rounds.items()
        if one.phase != "revealed"
        and one.voted > state.present + sum(who in absent for who in one.votes)
    }


def _taking_back(state: WorkshopState, change: Undoable) -> tuple[ev.Event, ...]:
    """What takes one change back: some need more than one event."""
    match change:
        case VoteChange():
            return (_vote_back(change.event, change.before),)
        case TallyChange():
            return (_tally_back(change.event, change.before),)
        case RoundStart(event=event):
            again = ev.RoundOpened(question=event.question, round=event.round)
            shown = state.view.key == ("question", event.question)
            return (again, *_look_back(change.before)) if shown else (again,)
        case RoundChange(event=event):
            return _round_back(event)
        case Arrival(event=event):
            return (ev.ParticipantLeft(participant=event.participant),)
        case PersonChange():
            return (_participant_back(change.before),)
        case HeadCount():
            return (ev.HeadCounted(present=change.before),)
        case OptionChange(event=event):
            return (_option_back(event),)
        case SubjectChange(event=event):
            return (ev.SubjectNamed(scenario=event.scenario, subject=change.before),)
        case AgendaChange():
            return (ev.AgendaSet(skipped=change.skipped, minutes=change.minutes),)
        case Move():
            return tuple(_view_back(change.before))
        case TimerChange():
            return _timer_back(change.before, change.event.t)
        case DecisionChange():
            return (_decision_back(change.before or change.event, change.before is None),)
        case FollowUpChange(event=event, before=said):
            return (ev.DecisionFollowedUp(decision=event.decision, outcome=said),)
        case ActionFollowUpChange(event=event, before=said):
            return (ev.ActionFollowedUp(action=event.action, outcome=said),)
        case DoneChange(event=event):
            return (_done_back(event),)
        case ActionChange():
            return (_action_back(change.before or change.event, change.before is None),)
        case NoteChange():
            return (_note_back(change.before or change.event, change.before is None),)
        case _:
            assert_never(change)


def _done_back(event: ev.ActionDone | ev.FirstStepDone) -> ev.Event:
    if isinstance(event, ev.ActionDone):
        return ev.ActionDone(action=event.action, reopened=not event.reopened)
    return ev.FirstStepDone(decision=event.decision, reopened=not event.reopened)


def _round_back(
    event: ev.RoundClosed | ev.RoundReopened | ev.RoundRevealed,
) -> tuple[ev.Event, ...]:
    match event.kind:
        case "round-closed":
            return (ev.RoundReopened(question=event.question, round=event.round),)
        case "round-reopened":
            return (ev.RoundClosed(question=event.question, round=event.round),)
        case "round-revealed":
            raise ValueError(event.kind)  # refused before: what the room has seen stays seen


def _option_back(event: ev.OptionAdded) -> ev.OptionAdded:
    return ev.OptionAdded(
        question=event.question,
        option=event.option,
        label=event.label,
        removed=not event.removed,
    )


def _view_back(before: ViewSnapshot) -> Iterator[ev.Event]:
    """The room is where it was, and looks at what it looked at."""
    for view in (before.place, before.view) if before.view.back else (before.place,):
        yield shown(view)
        if view.prompt:
            yield ev.PromptShown(question=view.name, prompt=view.prompt)
    yield from _look_back(before.look)


def _look_back(look: Look) -> tuple[ev.Event, ...]:
    if look == Look():
        return ()
    return (ev.PageShown(page=look.page, round=look.round, mark=look.mark, told=look.told),)


def shown(view: View) -> ev.Event:
    """The event that shows a place; there is none for the lobby, to which nothing leads back."""
    if view.of == "brief":
        return ev.BriefShown(scenario=view.name, back=view.back)
    if view.of == "question":
        return ev.QuestionShown(question=view.name, back=view.back)
    if view.of == "lobby":
        raise ValueError(view)
    if view.of in ("before", "break", "owners"):
        return ev.StepShown(of=view.of, name=view.name, back=view.back)
    name = "" if view.of == "workshop" else view.name
    return ev.SummaryShown(of=view.of, name=name, back=view.back)


def _timer_back(before: Timer | None, at: float) -> tuple[ev.Event, ...]:
    """The timer with what it had left when it was touched: time that passed since is given back."""
    if before is None:
        return (ev.TimerStopped(),)
    left = round(before.left(at), 3)
    # Stopped and set anew, so that nothing remains of what the timer was meanwhile.
    events: tuple[ev.Event, ...] = (
        ev.TimerStopped(),
        ev.TimerStarted(seconds=before.whole, of=before.of),
        ev.TimerPaused(seconds=left),
    )
    return (*events, ev.TimerStarted(seconds=left, of=before.of)) if before.running else events


def _vote_back(event: ev.VoteCast | ev.VoteWithdrawn, before: Vote | None) -> ev.Event:
    if before is None:
        return ev.VoteWithdrawn(
            question=event.question, round=event.round, participant=event.participant
        )
    place = {"question": event.question, "round": event.round, "participant": event.participant}
    return ev.VoteCast.model_validate({**place, "via": before.via, **ballot_keys(before.ballot)})


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


def _decision_back(event: DecisionEvent, removed: bool) -> ev.DecisionAmended:
    return ev.DecisionAmended(
        decision=event.decision,
        scenario=event.scenario,
        what=event.what,
        why=event.why,
        owner=event.owner,
        confidence=event.confidence,
        dissent=event.dissent,
        agree=event.agree,
        first_step=event.first_step,
        review=event.review,
        removed=removed,
    )


def _action_back(event: ActionEvent, removed: bool) -> ev.ActionAmended:
    return ev.ActionAmended(
        action=event.action,
        scenario=event.scenario,
        what=event.what,
        who=event.who,
        by=event.by,
        removed=removed,
    )


def _note_back(event: NoteEvent, removed: bool) -> ev.NoteAmended:
    return ev.NoteAmended(
        note=event.note,
        list=event.list,
        about=event.about,
        text=event.text,
        private=event.private,
        removed=removed,
    )
