"""What events about rounds of voting do."""

from __future__ import annotations

from mops_tui.model.packs.adapting.adapted import adapted, follower_refs
from mops_tui.model.packs.questions import items_of, options_of
from mops_tui.model.session import events as ev
from mops_tui.model.session.ballots import ballot_of, flaw
from mops_tui.model.session.effects.undoable import follows, undo_with, undone_by
from mops_tui.model.session.state import (
    GivenReason,
    Look,
    Round,
    Tally,
    Vote,
    WorkshopState,
    change,
)
from mops_tui.model.session.undo.undoable import (
    OptionChange,
    RoundChange,
    RoundStart,
    TallyChange,
    VoteChange,
)

RoundEvent = (
    ev.RoundClosed
    | ev.RoundReopened
    | ev.RoundRevealed
    | ev.VoteCast
    | ev.VoteWithdrawn
    | ev.TallySet
)
"""What happens in one round."""


def _with_round(
    state: WorkshopState, new: Round, undoable: VoteChange | TallyChange | RoundChange
) -> WorkshopState:
    question = undoable.event.question
    rounds = state.rounds[question]
    changed = (*rounds[: new.number - 1], new, *rounds[new.number :])
    undo = undo_with(state, undoable)
    return change(state, rounds={**state.rounds, question: changed}, undo=undo)


def _round(state: WorkshopState, event: RoundEvent) -> Round | None:
    rounds = state.rounds.get(event.question, ())
    return rounds[event.round - 1] if 0 < event.round <= len(rounds) else None


def round_opened(state: WorkshopState, event: ev.RoundOpened) -> WorkshopState | None:
    """Another round; one that is undone goes again."""
    rounds = state.rounds.get(event.question, ())
    if isinstance(undone_by(state, event), ev.RoundOpened):
        return _round_removed(state, event, rounds)
    if state.workshop.question(event.question) is None or event.round != len(rounds) + 1:
        return None
    if rounds and rounds[-1].phase != "revealed":
        return None
    new = Round(event.round)
    kept = follows(state, event)
    undo = undo_with(state, RoundStart(event, state.look)) if kept else state.undo
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


def round_closed(state: WorkshopState, event: ev.RoundClosed) -> WorkshopState | None:
    """The vote is over; who was present is settled."""
    old = _round(state, event)
    if old is None or old.phase != "open":
        return None
    new = change(old, phase="closed", present=state.eligible(old))
    return _with_round(state, new, RoundChange(event, old))


def round_reopened(state: WorkshopState, event: ev.RoundReopened) -> WorkshopState | None:
    """The vote goes on."""
    old = _round(state, event)
    if old is None or old.phase != "closed":
        return None
    new = change(old, phase="open")
    return _with_round(state, new, RoundChange(event, old))


def round_revealed(state: WorkshopState, event: ev.RoundRevealed) -> WorkshopState | None:
    """The room has seen the votes, and nothing before can be undone."""
    old = _round(state, event)
    if old is None or old.phase != "closed":
        return None
    new = change(old, phase="revealed", revealed_t=event.t)
    after = _with_round(state, new, RoundChange(event, old))
    if event.question == state.view.name:
        after = change(after, look=Look())  # what is revealed is what the room looks at
    # Nothing before a reveal can be undone: what the room has seen stays seen.
    return change(after, undo=after.undo[-1:])


def vote_cast(state: WorkshopState, event: ev.VoteCast) -> WorkshopState | None:
    """A ballot counts, instead of the one before."""
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
    return _with_round(state, new, VoteChange(event, before))


def vote_withdrawn(state: WorkshopState, event: ev.VoteWithdrawn) -> WorkshopState | None:
    """A ballot counts no longer."""
    old = _round(state, event)
    if old is None or old.phase != "open" or event.participant not in old.votes:
        return None
    votes = {key: vote for key, vote in old.votes.items() if key != event.participant}
    before = old.votes[event.participant]
    return _with_round(state, change(old, votes=votes), VoteChange(event, before))


def tally_set(state: WorkshopState, event: ev.TallySet) -> WorkshopState | None:
    """So much was called out."""
    old = _round(state, event)
    if old is None:
        return None
    new = change(old, tally=tally_of(event))
    return _with_round(state, new, TallyChange(event, old.tally))


def option_added(state: WorkshopState, event: ev.OptionAdded) -> WorkshopState | None:
    """The room's own answer is there, or is gone again; one of the pack's own likewise.

    A question that rates the items of this one follows it, until its own vote is closed: what was
    voted on stays as it was.
    """
    base = state.base
    question = base.question(event.question) if base else None
    if base is None or question is None:
        return None
    undo = undo_with(state, OptionChange(event))
    if event.option in {one.id for one in (*options_of(question), *items_of(question))}:
        gone = tuple(o for o in state.taken_out.get(event.question, ()) if o != event.option)
        if event.removed:
            gone = (*gone, event.option)
        taken_out = {**state.taken_out, event.question: gone}
        workshop = adapted(base, state.subjects, taken_out)
        return change(state, taken_out=taken_out, workshop=workshop, undo=undo)
    added = dict(state.added)
    rounds = {ref: state.round(ref) for ref in follower_refs(base, event.question)}
    following = (ref for ref, one in rounds.items() if one is None or one.phase == "open")
    for ref in (event.question, *following):
        after = tuple(entry for entry in added.get(ref, ()) if entry[0] != event.option)
        added[ref] = after if event.removed else (*after, (event.option, event.label))
    return change(state, added=added, undo=undo)


def tally_of(event: ev.TallySet) -> Tally:
    """The tally that an event sets; counts of nought are left out."""
    items = event.items or ("",) * len(event.categories)
    rows = zip(items, event.categories, event.counts, strict=False)
    return Tally(tuple(row for row in rows if row[2] > 0), event.corrected)


def reason_given(state: WorkshopState, event: ev.ReasonGiven) -> WorkshopState | None:
    """It is kept beside the round whose answer it explains."""
    if not 0 < event.round <= len(state.rounds.get(event.question, ())):
        return None
    given = GivenReason(event.round, event.participant, event.text)
    before = state.reasons.get(event.question, ())
    return change(state, reasons={**state.reasons, event.question: (*before, given)})
