"""Undo: ordinary events that restore what was before, each naming the event that it undoes.

A reader that ignores `undoes` still counts right. One undo takes back one command, whatever it
made. It never reaches behind a reveal, nor behind what the setup made.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from mops_tui.model.session import events as ev
from mops_tui.model.session.ballots import ballot_keys
from mops_tui.model.session.commands import Refusal
from mops_tui.model.session.state import (
    Look,
    Participant,
    Tally,
    Timer,
    Undoable,
    View,
    ViewSnapshot,
    Vote,
    WorkshopState,
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
    for entry in reversed(group):
        back = _several(state, entry.event, entry.before)
        events += [event.model_copy(update={"undoes": entry.event.seq}) for event in back]
    return tuple(events)


def _several(state: WorkshopState, event: Any, before: Any) -> tuple[ev.Event, ...]:
    """What takes one event back: some need more than one."""
    if isinstance(before, ViewSnapshot):
        return tuple(_view_back(before))
    if isinstance(event, ev.TimerStarted | ev.TimerPaused | ev.TimerExtended | ev.TimerStopped):
        return _timer_back(before, event.t)
    if isinstance(event, ev.RoundOpened):
        again = ev.RoundOpened(question=event.question, round=event.round)
        is_shown = state.view.key == ("question", event.question)
        return (again, *_look_back(before)) if is_shown else (again,)
    return (_inverse(event, before),)


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
        ev.TimerStarted(seconds=before.whole),
        ev.TimerPaused(seconds=left),
    )
    return (*events, ev.TimerStarted(seconds=left)) if before.running else events


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
