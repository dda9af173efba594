"""The rules of voting: rounds, ballots, called-out votes, and that nobody counts twice."""

from __future__ import annotations

from mops_tui.model.packs.adapting.adapted import follower_refs
from mops_tui.model.packs.questions import items_of, options_of
from mops_tui.model.session import commands as cmd
from mops_tui.model.session import events as ev
from mops_tui.model.session.ballots import ballot_keys, flaw
from mops_tui.model.session.commands import Refusal
from mops_tui.model.session.rules.outcome import Outcome
from mops_tui.model.session.rules.timer import discussion_seconds
from mops_tui.model.session.state import Phase, Round, Tally, WorkshopState
from mops_tui.model.text.limits import MOST_ADDED

MOST_OPTIONS = 26
"""How many answers a question can have, the room's own included: one letter each."""


def refusal_in_phase(phase: Phase) -> Refusal:
    """What a round in that phase does not allow."""
    match phase:
        case "open":
            return Refusal("round-open")
        case "closed":
            return Refusal("round-closed")
        case "revealed":
            return Refusal("round-revealed")


def _open_round_of(state: WorkshopState, ref: str) -> Round | Refusal:
    if state.workshop.question(ref) is None:
        return Refusal("unknown-question")
    round_ = state.round(ref)
    if round_ is None:
        return Refusal("round-not-open")
    return round_ if round_.phase == "open" else refusal_in_phase(round_.phase)


def open_round(state: WorkshopState, command: cmd.OpenRound) -> Outcome:
    """Another round, once the one before is revealed."""
    if state.workshop.question(command.question) is None:
        return Refusal("unknown-question")
    round_ = state.round(command.question)
    if round_ is None:
        return (ev.RoundOpened(question=command.question, round=1),)
    if round_.phase != "revealed":
        return Refusal("round-still-open")
    opened = ev.RoundOpened(question=command.question, round=round_.number + 1)
    return (ev.TimerStopped(), opened) if state.timer else (opened,)


def close_round(state: WorkshopState, command: cmd.CloseRound) -> Outcome:
    """End the voting."""
    round_ = _open_round_of(state, command.question)
    if isinstance(round_, Refusal):
        return round_
    return (ev.RoundClosed(question=command.question, round=round_.number),)


def reopen_round(state: WorkshopState, command: cmd.ReopenRound) -> Outcome:
    """Let voting go on in a closed round; a revealed one stays as it is."""
    round_ = state.round(command.question)
    if round_ is None:
        return Refusal("round-not-open")
    if round_.phase != "closed":
        return refusal_in_phase(round_.phase)
    return (ev.RoundReopened(question=command.question, round=round_.number),)


def reveal(state: WorkshopState, command: cmd.Reveal) -> Outcome:
    """Show a round, closing it first where it is still open; policy may start the talk's timer.

    A timer that counted silence, pairs or the vote has nothing left to count.
    """
    round_ = state.round(command.question)
    if round_ is None:
        return Refusal("round-not-open")
    if round_.phase == "revealed":
        return Refusal("round-revealed")
    events: list[ev.Event] = [ev.RoundRevealed(question=command.question, round=round_.number)]
    if round_.phase == "open":
        events.insert(0, ev.RoundClosed(question=command.question, round=round_.number))
    if state.timer is not None and state.timer.of:
        events.append(ev.TimerStopped())
    if state.policy.discussion_timer and state.workshop.question(command.question) is not None:
        events.append(ev.TimerStarted(seconds=discussion_seconds(state, command.question)))
    return tuple(events)


def waits_for_disk(command: cmd.Command) -> Refusal | None:
    """Why a command has to wait while votes are not saved: nothing is revealed that may be lost."""
    if isinstance(command, cmd.ByPhone):
        return waits_for_disk(command.command)
    commands = command.commands if isinstance(command, cmd.Together | cmd.SetUp) else (command,)
    reveals = any(isinstance(one, cmd.Reveal) for one in commands)
    return Refusal("votes-unsaved") if reveals else None


def cast_vote(state: WorkshopState, command: cmd.CastVote) -> Outcome:
    """Take a ballot, and take back the called votes that it replaces."""
    ref = command.question
    round_ = _open_round_of(state, ref)
    if isinstance(round_, Refusal):
        return round_
    question, answers = state.workshop.question(ref), state.answers(ref)
    participant = state.participants.get(command.participant)
    if question is None or answers is None or participant is None or not participant.present:
        return Refusal("not-present")
    wrong = flaw(question, answers, command.ballot)
    if wrong is not None:
        return Refusal(wrong)
    tally = _without(round_.tally, command.take_back)
    if tally is None:
        return Refusal("nothing-to-take-back")
    new = 0 if command.participant in round_.votes else 1
    if len(round_.votes) + new + tally.size > state.eligible(round_):
        return Refusal("called-already" if tally.size else "more-votes-than-people")
    vote = ev.VoteCast.model_validate(
        {
            "question": ref,
            "round": round_.number,
            "participant": command.participant,
            "via": command.via,
            **ballot_keys(command.ballot),
        }
    )
    if tally == round_.tally:
        return (vote,)
    return (_tally_event(ref, round_.number, tally.cells), vote)


def _without(tally: Tally, taken_back: tuple[tuple[str, str], ...]) -> Tally | None:
    cells: dict[tuple[str, str], int] = {}
    for item, category, count in tally.cells:
        cells[item, category] = cells.get((item, category), 0) + count
    for key in taken_back:
        if cells.get(key, 0) < 1:
            return None
        cells[key] -= 1
    remaining = tuple((item, cat, n) for (item, cat), n in cells.items() if n)
    return Tally(remaining, tally.corrected)


def withdraw(state: WorkshopState, command: cmd.Withdraw) -> Outcome:
    """Take a vote back while the round is open."""
    round_ = _open_round_of(state, command.question)
    if isinstance(round_, Refusal):
        return round_
    if command.participant not in round_.votes:
        return Refusal("no-vote")
    return (
        ev.VoteWithdrawn(
            question=command.question, round=round_.number, participant=command.participant
        ),
    )


def set_tally(state: WorkshopState, command: cmd.SetTally) -> Outcome:
    """Set the called-out votes; after the reveal it is a correction, and marked so."""
    ref = command.question
    round_ = state.round(ref)
    answers = state.answers(ref)
    if round_ is None or answers is None:
        return Refusal("round-not-open")
    if round_.phase == "closed":
        return Refusal("round-closed")
    if not answers.categories:
        return Refusal("tally-not-here")
    items = answers.items or ("",)
    for item, category, count in command.cells:
        if item not in items or category not in answers.categories or count < 0:
            return Refusal("tally-unknown", {"category": category})
    free = state.eligible(round_) - len(round_.votes)
    if Tally(command.cells).size > free:
        return Refusal("too-many-called", {"free": max(0, free)})
    corrected = round_.phase == "revealed"
    return (_tally_event(ref, round_.number, command.cells, corrected=corrected),)


def _tally_event(
    ref: str, number: int, cells: tuple[tuple[str, str, int], ...], *, corrected: bool = False
) -> ev.TallySet:
    counted = tuple(cell for cell in cells if cell[2])
    return ev.TallySet(
        question=ref,
        round=number,
        items=tuple(item for item, _, _ in counted) if any(item for item, _, _ in counted) else (),
        categories=tuple(category for _, category, _ in counted),
        counts=tuple(count for _, _, count in counted),
        corrected=corrected,
    )


def closed_to_options(state: WorkshopState, ref: str) -> Refusal | None:
    """Why a question takes no answer of the room's own at this moment; None where it does."""
    question, answers = state.workshop.question(ref), state.answers(ref)
    if question is None or answers is None:
        return Refusal("unknown-question")
    if not getattr(question, "open", False):
        return Refusal("not-open-to-options")
    if len(answers.items or answers.options) >= MOST_OPTIONS:
        return Refusal("too-many-options", {"most": MOST_OPTIONS})
    round_ = state.round(ref)
    if round_ and round_.phase != "open":
        return refusal_in_phase(round_.phase)
    if round_ and answers.kind == "rank" and round_.votes:
        return Refusal("options-after-votes")
    return None


def take_out_option(state: WorkshopState, command: cmd.TakeOutOption) -> Outcome:
    """Take an answer out of a question that is open to the room's own; no vote on it is in."""
    ref = command.question
    question, answers = state.question(ref), state.answers(ref)
    if question is None or answers is None:
        return Refusal("unknown-question")
    if not getattr(question, "open", False):
        return Refusal("not-open-to-options")
    round_ = state.round(ref)
    if round_ and round_.phase != "open":
        return refusal_in_phase(round_.phase)
    also = follower_refs(state.workshop, ref)
    if any(one.voted for name in (ref, *also) for one in state.rounds.get(name, ())):
        return Refusal("option-voted-on")
    labels = {one.id: one.label for one in (*options_of(question), *items_of(question))}
    if command.option not in labels:
        return Refusal("option-unknown")
    there = filter(None, map(state.answers, (ref, *also)))
    if any((one.items or one.options) == (command.option,) for one in there):
        return Refusal("option-last")
    label = labels[command.option]
    return (ev.OptionAdded(question=ref, option=command.option, label=label, removed=True),)


def give_reason(state: WorkshopState, command: cmd.GiveReason) -> Outcome:
    """Keep what somebody said of an answer that the room has seen; anonymously, without a name."""
    rounds = state.rounds.get(command.question, ())
    if not 0 < command.round <= len(rounds) or command.participant not in state.participants:
        return Refusal("nothing-there")
    if rounds[command.round - 1].phase != "revealed":
        return Refusal("round-not-revealed")
    if not command.text.strip():
        return Refusal("nothing-written")
    who = "" if state.policy.anonymity == "anonymous" else command.participant
    reason = ev.ReasonGiven(
        question=command.question, round=command.round, participant=who, text=command.text
    )
    return (reason,)


def add_option(state: WorkshopState, command: cmd.AddOption) -> Outcome:
    """Add an answer of the room's own, where the question is open to it and no vote is in."""
    closed, answers = closed_to_options(state, command.question), state.answers(command.question)
    if closed is not None or answers is None:
        return closed or Refusal("unknown-question")
    label = command.label.strip()
    if not label:
        return Refusal("nothing-written")
    if command.option in (answers.items or answers.options):
        return Refusal("option-exists")
    return (
        ev.OptionAdded(question=command.question, option=command.option, label=label[:MOST_ADDED]),
    )
