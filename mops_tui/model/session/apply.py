"""What each event does to the state. One small function a kind; none of them can fail."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from mops_tui.model.session import events as ev
from mops_tui.model.session.ballots import ballot_of, flaw
from mops_tui.model.session.state import (
    UNDO_DEPTH,
    Look,
    Participant,
    Round,
    Timer,
    Undoable,
    View,
    ViewSnapshot,
    Vote,
    WorkshopState,
    change,
    tally_of,
)

Handler = Callable[[WorkshopState, Any], WorkshopState | None]


def apply(state: WorkshopState, event: ev.Event) -> WorkshopState:
    """The state after an event. Total: what fits nothing is noted in `ignored`."""
    handler = _HANDLERS.get(event.kind)
    after = handler(state, event) if handler else None
    if after is None:
        after = change(state, ignored=(*state.ignored, event.seq))
    # `after` is new and seen by nobody yet.
    after.__dict__["seq"] = event.seq
    after.__dict__["t"] = max(state.t, event.t)
    if event.part_of == ev.OPENING:
        after.__dict__["set_up"] = True
    if event.undoes is not None:
        done = (event.seq, event.undoes)
        after.__dict__["undo"] = tuple(u for u in after.undo if u.event.seq not in done)
    return after


def _keep(state: WorkshopState, event: ev.Event, before: Any = None) -> tuple[Undoable, ...]:
    """The undo stack with an event on it; what the setup made, and an undo itself, never are."""
    if event.undoes is not None or event.part_of == ev.OPENING:
        return state.undo
    kept = state.undo
    if len(kept) >= UNDO_DEPTH:
        # By whole commands, the oldest first: half of one is nothing that anybody did.
        oldest = kept[0].group
        kept = kept[next((n for n, one in enumerate(kept) if one.group != oldest), len(kept)) :]
    return (*kept, Undoable(event, before))


def _follows(state: WorkshopState, event: ev.Event) -> bool:
    """Whether an event stands alone, or belongs to a command that can be taken back."""
    return event.part_of is None or (
        bool(state.undo) and state.undo[-1].group == Undoable(event).group
    )


def _undone(state: WorkshopState, event: ev.Event) -> ev.Event | None:
    """The event that another one takes back, where it is known."""
    entries = (entry.event for entry in state.undo if entry.event.seq == event.undoes)
    return next(entries, None) if event.undoes is not None else None


def _lost(state: WorkshopState, event: ev.Event) -> WorkshopState:
    return change(state)


def _opened(state: WorkshopState, event: ev.SessionOpened) -> WorkshopState | None:
    return change(state, phase="open") if state.phase == "new" else None


def _paused(state: WorkshopState, event: ev.SessionPaused) -> WorkshopState | None:
    if state.phase != "open":
        return None
    # The timer that stands still with the workshop is nothing that undo sets going again.
    undo = tuple(entry for entry in state.undo if entry.group != event.part_of)
    return change(state, phase="paused", undo=undo)


def _resumed(state: WorkshopState, event: ev.SessionResumed) -> WorkshopState:
    gap = max(0.0, event.t - state.t)
    timer = state.timer
    if timer and timer.running:
        timer = change(timer, since=timer.since + gap)
    return change(state, phase="open", rested=state.rested + gap, timer=timer)


def _closed(state: WorkshopState, event: ev.SessionClosed) -> WorkshopState:
    return change(state, phase="closed", timer=None)


def _joined(state: WorkshopState, event: ev.ParticipantJoined) -> WorkshopState | None:
    if event.participant in state.participants:
        return None
    who = Participant(event.participant, event.name, event.role, event.seat)
    people = {**state.participants, event.participant: who}
    return change(state, participants=people, undo=_keep(state, event))


def _updated(state: WorkshopState, event: ev.ParticipantUpdated) -> WorkshopState | None:
    before = state.participants.get(event.participant)
    if before is None:
        return None
    who = Participant(event.participant, event.name, event.role, event.seat, event.present)
    return _known(state, who, event, before)


def _left(state: WorkshopState, event: ev.ParticipantLeft) -> WorkshopState | None:
    before = state.participants.get(event.participant)
    if before is None:
        return None
    if isinstance(_undone(state, event), ev.ParticipantJoined) and not _has_voted(state, before):
        people = {key: who for key, who in state.participants.items() if key != before.id}
        return change(state, participants=people)  # an arrival that was none
    return _known(state, change(before, present=False), event, before)


def _has_voted(state: WorkshopState, who: Participant) -> bool:
    return any(who.id in round_.votes for rounds in state.rounds.values() for round_ in rounds)


def _known(
    state: WorkshopState, who: Participant, event: ev.Event, before: Participant
) -> WorkshopState:
    people = {**state.participants, who.id: who}
    absent = tuple(one for one in state.absent if one != who.id)
    if not who.present:
        absent = (*absent, who.id)
    return change(state, participants=people, absent=absent, undo=_keep(state, event, before))


def _counted(state: WorkshopState, event: ev.HeadCounted) -> WorkshopState:
    undo = _keep(state, event, state.head_count)
    return change(state, head_count=event.present, undo=undo)


def _look(state: WorkshopState, event: ev.Event, view: View) -> WorkshopState:
    look = state.look if view.key == state.view.key else Look()
    if view.back:
        return change(state, view=view, look=look)
    if view.key == state.place.key:
        return change(state, view=view, place=view, look=look)
    now = max(event.t, state.t) - state.rested
    key = state.place.key
    spent = {**state.spent, key: state.spent.get(key, 0.0) + now - state.since}
    undo = _gone_on(state, event)
    return change(state, view=view, place=view, look=look, spent=spent, since=now, undo=undo)


def _gone_on(state: WorkshopState, event: ev.Event) -> tuple[Undoable, ...]:
    if state.place.of != "lobby":
        return _keep(state, event, ViewSnapshot(state.place, state.view, state.look))
    # Nothing leads back to the door. A journal that does not say what the setup made, as none did
    # before, has all of it at the door.
    kept = (entry for entry in state.undo if entry.group != event.part_of)
    return tuple(kept) if state.set_up else ()


def _brief(state: WorkshopState, event: ev.BriefShown) -> WorkshopState | None:
    if state.workshop.scenario(event.scenario) is None:
        return None
    return _look(state, event, View("brief", event.scenario, event.back))


def _question(state: WorkshopState, event: ev.QuestionShown) -> WorkshopState | None:
    if state.workshop.question(event.question) is None:
        return None
    return _look(state, event, View("question", event.question, event.back))


def _summary(state: WorkshopState, event: ev.SummaryShown) -> WorkshopState | None:
    if event.of == "decision" and state.workshop.scenario(event.name) is None:
        return None
    if event.of == "grid" and state.workshop.grid(event.name) is None:
        return None
    return _look(state, event, View(event.of, event.name, event.back))


def _prompt(state: WorkshopState, event: ev.PromptShown) -> WorkshopState | None:
    if state.view.key != ("question", event.question):
        return None
    view = change(state.view, prompt=event.prompt)
    return change(state, view=view, place=state.place if view.back else view)


def _page(state: WorkshopState, event: ev.PageShown) -> WorkshopState:
    return change(state, look=Look(event.page, event.round, event.mark, event.told))


def _with_round(
    state: WorkshopState, question: str, new: Round, event: ev.Event, before: Any
) -> WorkshopState:
    rounds = state.rounds[question]
    changed = (*rounds[: new.number - 1], new, *rounds[new.number :])
    undo = _keep(state, event, before)
    return change(state, rounds={**state.rounds, question: changed}, undo=undo)


def _round(state: WorkshopState, event: Any) -> Round | None:
    rounds = state.rounds.get(event.question, ())
    return rounds[event.round - 1] if 0 < event.round <= len(rounds) else None


def _round_opened(state: WorkshopState, event: ev.RoundOpened) -> WorkshopState | None:
    rounds = state.rounds.get(event.question, ())
    if isinstance(_undone(state, event), ev.RoundOpened):
        return _round_removed(state, event, rounds)
    if state.workshop.question(event.question) is None or event.round != len(rounds) + 1:
        return None
    if rounds and rounds[-1].phase != "revealed":
        return None
    new = Round(event.round, opened_t=event.t)
    undo = _keep(state, event, state.look) if _follows(state, event) else state.undo
    after = {**state.rounds, event.question: (*rounds, new)}
    return change(state, look=_afresh(state, event.question), rounds=after, undo=undo)


def _afresh(state: WorkshopState, question: str) -> Look:
    """Another round is looked at anew: its own picture first. Elsewhere nothing changes."""
    return Look() if state.view.key == ("question", question) else state.look


def _round_removed(
    state: WorkshopState, event: ev.RoundOpened, rounds: tuple[Round, ...]
) -> WorkshopState | None:
    """A round goes again, while nobody has voted in it: the one before is the latest."""
    if len(rounds) != event.round or not rounds or rounds[-1].phase != "open" or rounds[-1].voted:
        return None
    after = {key: value for key, value in state.rounds.items() if key != event.question}
    if rounds[:-1]:
        after = {**state.rounds, event.question: rounds[:-1]}
    return change(state, look=_afresh(state, event.question), rounds=after)


def _round_closed(state: WorkshopState, event: ev.RoundClosed) -> WorkshopState | None:
    old = _round(state, event)
    if old is None or old.phase != "open":
        return None
    new = change(old, phase="closed", closed_t=event.t, present=state.eligible(old))
    return _with_round(state, event.question, new, event, old)


def _round_reopened(state: WorkshopState, event: ev.RoundReopened) -> WorkshopState | None:
    old = _round(state, event)
    if old is None or old.phase != "closed":
        return None
    new = change(old, phase="open", closed_t=None)
    return _with_round(state, event.question, new, event, old)


def _round_revealed(state: WorkshopState, event: ev.RoundRevealed) -> WorkshopState | None:
    old = _round(state, event)
    if old is None or old.phase != "closed":
        return None
    new = change(old, phase="revealed", revealed_t=event.t)
    after = _with_round(state, event.question, new, event, old)
    if event.question == state.view.name:
        after = change(after, look=Look())  # what is revealed is what the room looks at
    # Nothing before a reveal can be undone: what the room has seen stays seen.
    return change(after, undo=after.undo[-1:])


def _cast(state: WorkshopState, event: ev.VoteCast) -> WorkshopState | None:
    old = _round(state, event)
    ballot = ballot_of(event)
    if old is None or old.phase != "open" or ballot is None:
        return None
    question, answers = state.workshop.question(event.question), state.answers(event.question)
    if question is None or answers is None or flaw(question, answers, ballot):
        return None
    if event.participant not in state.participants:
        return None
    before = old.votes.get(event.participant)
    vote = Vote(event.participant, ballot, event.via, event.seq)
    new = change(old, votes={**old.votes, event.participant: vote})
    return _with_round(state, event.question, new, event, before)


def _withdrawn(state: WorkshopState, event: ev.VoteWithdrawn) -> WorkshopState | None:
    old = _round(state, event)
    if old is None or old.phase != "open" or event.participant not in old.votes:
        return None
    votes = {key: vote for key, vote in old.votes.items() if key != event.participant}
    before = old.votes[event.participant]
    return _with_round(state, event.question, change(old, votes=votes), event, before)


def _tally(state: WorkshopState, event: ev.TallySet) -> WorkshopState | None:
    old = _round(state, event)
    if old is None:
        return None
    new = change(old, tally=tally_of(event))
    return _with_round(state, event.question, new, event, old.tally)


def _option_added(state: WorkshopState, event: ev.OptionAdded) -> WorkshopState | None:
    if state.workshop.question(event.question) is None:
        return None
    before = state.added.get(event.question, ())
    after = tuple(entry for entry in before if entry[0] != event.option)
    if not event.removed:
        after = (*after, (event.option, event.label))
    added = {**state.added, event.question: after}
    return change(state, added=added, undo=_keep(state, event))


def _agenda(state: WorkshopState, event: ev.AgendaSet) -> WorkshopState:
    undo = _keep(state, event, (state.skipped, state.minutes))
    return change(state, skipped=event.skipped, minutes=event.minutes, undo=undo)


def _timed(state: WorkshopState, event: ev.Event, timer: Timer | None) -> WorkshopState:
    undo = _keep(state, event, state.timer) if _follows(state, event) else state.undo
    return change(state, timer=timer, undo=undo)


def _timer_started(state: WorkshopState, event: ev.TimerStarted) -> WorkshopState:
    going = state.timer
    whole = going.whole if going and not going.running else event.seconds
    return _timed(state, event, Timer(event.seconds, event.t, True, max(whole, event.seconds)))


def _timer_paused(state: WorkshopState, event: ev.TimerPaused) -> WorkshopState | None:
    if state.timer is None:
        return None
    return _timed(state, event, Timer(event.seconds, event.t, False, state.timer.whole))


def _timer_extended(state: WorkshopState, event: ev.TimerExtended) -> WorkshopState | None:
    if state.timer is None:
        return None
    whole = max(state.timer.whole, event.seconds)
    running = state.timer.running
    return _timed(state, event, Timer(event.seconds, event.t, running, whole))


def _timer_stopped(state: WorkshopState, event: ev.TimerStopped) -> WorkshopState:
    if state.timer is None:
        return change(state)
    return _timed(state, event, None)


def _recorder(shelf: str, key: str) -> Handler:
    """A handler that keeps a decision, an action or a note under its id, or takes it away."""

    def record(state: WorkshopState, event: Any) -> WorkshopState:
        entries = getattr(state, shelf)
        name = getattr(event, key)
        before = entries.get(name)
        after = {k: v for k, v in entries.items() if k != name or not event.removed}
        if not event.removed:
            after[name] = event
        return change(state, **{shelf: after}, undo=_keep(state, event, before))

    return record


def _blanked(state: WorkshopState, event: ev.ScreenBlanked) -> WorkshopState:
    return change(state, blanked=True)


def _unblanked(state: WorkshopState, event: ev.ScreenUnblanked) -> WorkshopState:
    return change(state, blanked=False)


def _code(state: WorkshopState, event: ev.CodeShown) -> WorkshopState:
    return change(state, code=event.code)


_HANDLERS: dict[str, Handler] = {
    "session-opened": _opened,
    "session-paused": _paused,
    "session-resumed": _resumed,
    "session-closed": _closed,
    "participant-joined": _joined,
    "participant-updated": _updated,
    "participant-left": _left,
    "head-counted": _counted,
    "brief-shown": _brief,
    "question-shown": _question,
    "prompt-shown": _prompt,
    "summary-shown": _summary,
    "page-shown": _page,
    "round-opened": _round_opened,
    "round-closed": _round_closed,
    "round-reopened": _round_reopened,
    "round-revealed": _round_revealed,
    "vote-cast": _cast,
    "vote-withdrawn": _withdrawn,
    "tally-set": _tally,
    "option-added": _option_added,
    "agenda-set": _agenda,
    "timer-started": _timer_started,
    "timer-paused": _timer_paused,
    "timer-extended": _timer_extended,
    "timer-stopped": _timer_stopped,
    "decision-recorded": _recorder("decisions", "decision"),
    "decision-amended": _recorder("decisions", "decision"),
    "action-recorded": _recorder("actions", "action"),
    "action-amended": _recorder("actions", "action"),
    "note-recorded": _recorder("notes", "note"),
    "note-amended": _recorder("notes", "note"),
    "screen-blanked": _blanked,
    "screen-unblanked": _unblanked,
    "code-shown": _code,
    # Practice is folded by `sources.practice.progress`; the state of a workshop does not know it.
    "card-answered": _lost,
    "answer-committed": _lost,
    "lost": _lost,
}
