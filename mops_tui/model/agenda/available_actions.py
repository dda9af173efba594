"""What a facilitator can do at this moment and, where something cannot be done, why not.

Footer, palette and keys ask here; none of them derives it from the state again. Where an action
is a command, the answer is that of the command itself, tried and not carried out. What the
model adds is about the one who asks: what makes no sense while looking back, or on a dark screen.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, TypeGuard, assert_never, get_args

from mops_tui.model.agenda import flow
from mops_tui.model.session import commands as cmd
from mops_tui.model.session.commands import Command, Refusal
from mops_tui.model.session.rules import rounds
from mops_tui.model.session.rules.session import session_not_running
from mops_tui.model.session.state import Phase, WorkshopState

FacilitatorAction = Literal[
    "next",
    "hot_seat",
    "call_out",
    "reveal",
    "page",
    "statistics",
    "prompt",
    "tell_first",
    "tell_look_for",
    "revote",
    "add_option",
    "why",
    "rounds",
    "quadrant",
    "back",
    "people",
    "agenda",
    "skip",
    "undo",
    "cues",
    "blank",
    "timer",
    "timer_more",
    "timer_stop",
    "decision",
    "last_time",
    "carry_over",
    "act",
    "parking",
    "note",
    "private_note",
    "notes",
    "ask_missing",
    "ask_why",
    "disturb",
    "speed",
]
"""What is done with a workshop that runs. Leaving it, and carrying on elsewhere, always can be."""
ACTIONS: tuple[FacilitatorAction, ...] = get_args(FacilitatorAction)
DryRun = Callable[[Command], Refusal | None]
"""Tries a command without carrying it out: `LiveSession.refuses`, or `step.refuses`."""


def is_action(name: str) -> TypeGuard[FacilitatorAction]:
    """Whether the model has an answer for an action of that name."""
    return name in ACTIONS


def why_not(
    state: WorkshopState,
    action: FacilitatorAction,
    refuses: DryRun,
    *,
    dark: bool = False,
    simulated: bool = False,
) -> Refusal | None:
    """Why an action is not possible now; None where it is.

    Args:
        state: The head: everything decided so far.
        action: What somebody would like to do.
        refuses: Tries a command on that state.
        dark: Whoever asks looks at a dark screen: nothing is changed there that nobody sees.
        simulated: The room votes by itself.
    """
    closed = session_not_running(state)
    if closed is not None:
        return closed
    match action:
        case "next":
            return refuses(cmd.together(flow.advance(state).commands))
        case "hot_seat" | "call_out" if simulated:
            return Refusal("room-simulated")
        case "ask_missing" | "ask_why" | "disturb" | "speed" if not simulated:
            return Refusal("room-not-simulated")
        case "undo" | "revote" | "reveal" | "skip" if dark:
            return Refusal("screen-dark")
        case "hot_seat" | "call_out" | "reveal" | "revote" | "skip" if state.view.back:
            return Refusal("looking-back")
        case "hot_seat":
            return _round_is(state, "open")
        case "call_out":
            return _call_out(state, refuses)
        case "add_option":
            return _add_option(state, refuses)
        case "reveal":
            return _round_is(state, "open", "closed") or refuses(cmd.Reveal(state.view.name))
        case "revote":
            return _round_is(state, "closed", "revealed") or refuses(
                flow.vote_again(state, state.view.name)
            )
        case "page" | "statistics" | "prompt" | "tell_first" | "tell_look_for" | "ask_why":
            return _round_is(state, "revealed")
        case "ask_missing":
            return _round_is(state, "open")
        case "rounds":
            several = len(state.rounds.get(state.view.name, ())) > 1
            return None if several else Refusal("no-earlier-round")
        case "why":
            if state.view.of != "grid":
                return Refusal("no-grid-here")
            return Refusal("marks-nameless") if state.policy.anonymity == "anonymous" else None
        case "quadrant":
            return Refusal("not-begun") if state.place.of == "lobby" else None
        case "skip":
            return _skip(state, refuses)
        case "undo":
            return refuses(cmd.Undo())
        case "timer_more" | "timer_stop" if state.timer is None:
            return Refusal("no-timer")
        case "timer_more":
            return refuses(cmd.ExtendTimer(1))
        case "timer_stop":
            return refuses(cmd.StopTimer())
        case "back" | "people" | "agenda" | "cues" | "blank" | "timer":
            return None
        case "last_time":
            if state.before is None or not state.before.holds:
                return Refusal("nothing-before")
            return None if state.view.of == "before" else Refusal("not-at-last-time")
        case "carry_over":
            if state.view.of != "before":
                return Refusal("not-at-last-time" if state.before is not None else "nothing-before")
            return None if state.open_before else Refusal("nothing-open-before")
        case (
            "decision" | "act" | "parking" | "note" | "private_note" | "notes" | "disturb" | "speed"
        ):
            return None
        case _:
            assert_never(action)


def _round_is(state: WorkshopState, *phases: Phase) -> Refusal | None:
    """Whether the question that is shown is in one of some phases of its vote; why not."""
    if state.view.of != "question":
        return Refusal("no-question-here")
    round_ = state.round(state.view.name)
    if round_ is None:
        return Refusal("round-not-open")
    if round_.phase in phases:
        return None
    waits = phases == ("revealed",)
    return Refusal("round-not-revealed") if waits else rounds.refusal_in_phase(round_.phase)


def _call_out(state: WorkshopState, refuses: DryRun) -> Refusal | None:
    """While the vote is open; after the reveal only what was called out can be corrected."""
    ref = state.view.name
    wrong = _round_is(state, "open", "revealed")
    round_, answers = state.round(ref), state.answers(ref)
    if wrong is not None or round_ is None or answers is None:
        return wrong or Refusal("unknown-question")
    if round_.phase == "revealed" and not round_.tally.size:
        return Refusal("nothing-called")
    if round_.phase == "open" and not answers.categories:
        return None  # keyed in ballot by ballot
    return refuses(cmd.SetTally(ref, round_.tally.cells))


def _add_option(state: WorkshopState, refuses: DryRun) -> Refusal | None:
    """What the question never takes is about the question; the rest the session itself refuses."""
    ref = state.view.name
    if state.view.of == "brief":
        scenario = state.workshop.scenario(ref)
        names = scenario is not None and scenario.subject is not None
        return refuses(cmd.NameSubject(ref, "new")) if names else Refusal("no-subject")
    wrong = _round_is(state, "open") or rounds.closed_to_options(state, ref)
    if wrong is not None and wrong.code in ("too-many-options", "options-after-votes"):
        return refuses(cmd.AddOption(ref, "new", "new"))
    return wrong


def _skip(state: WorkshopState, refuses: DryRun) -> Refusal | None:
    if state.view.of != "question":
        return Refusal("no-question-here")
    if state.view.name in state.skipped:
        return Refusal("skipped-already")
    # Where the room goes on to is not looked up: there is always a place.
    return refuses(cmd.SetAgenda((*state.skipped, state.view.name), state.minutes))
