"""What the space bar does: the next thing that a facilitator would want, at every moment."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from mops_tui.model.agenda import agenda
from mops_tui.model.packs.pack import Scenario
from mops_tui.model.session import commands as cmd
from mops_tui.model.session.commands import Command
from mops_tui.model.session.state import Look, SessionState, View, change

Question = Literal["votes-missing", "votes-hidden", "nobody-voted", "no-decision", "close-session"]
"""What is asked before the next thing is done."""


@dataclass(frozen=True)
class Advance:
    """The next thing.

    Attributes:
        commands: What to carry out, in order.
        ask: What is asked first, where the next thing wants a second press; else None.
        missing: How many votes are missing, or hidden, for the question that is asked.
    """

    commands: tuple[Command, ...]
    ask: Question | None = None
    missing: int = 0


def advance(state: SessionState) -> Advance:
    """The next thing from where the workshop stands, and whether it should be asked for twice."""
    if state.blanked:
        return Advance((cmd.Blank(on=False),))
    forward = forth(state)
    if forward is not None:
        return Advance((forward,))
    if state.place.of == "question":
        return _question(state, state.place.name)
    if state.place.of == "workshop":
        return Advance((cmd.Close(),), ask="close-session")
    if state.place.of == "decision" and not _decided(state, state.place.name):
        return Advance(_onward(state), ask="no-decision")
    return Advance(_onward(state))


def _decided(state: SessionState, scenario: str) -> bool:
    return any(decision.scenario == scenario for decision in state.decisions.values())


def _question(state: SessionState, ref: str) -> Advance:
    round_ = state.round(ref)
    if round_ is None or round_.phase == "revealed":
        return Advance(_onward(state))
    if round_.phase == "closed":
        return Advance((cmd.Reveal(ref),))
    missing = state.eligible(round_) - round_.voted
    if not round_.voted:
        return Advance((cmd.CloseRound(ref), *_onward(state)), ask="nobody-voted")
    return Advance(
        (cmd.CloseRound(ref),),
        ask="votes-missing" if missing > 0 else None,
        missing=max(0, missing),
    )


def subject_due(state: SessionState) -> Scenario | None:
    """The scenario whose subject is to be named before the room goes on from its brief."""
    if state.place.of != "brief" or state.view.back or state.blanked:
        return None
    scenario = state.workshop.scenario(state.place.name)
    if scenario is None or scenario.subject is None or state.subjects.get(scenario.id):
        return None
    return scenario


def reveal(state: SessionState, ref: str) -> Advance:
    """Close a vote and show it in one go: asked about twice exactly where the space bar asks."""
    advance = _question(state, ref)
    return Advance((cmd.Reveal(ref),), advance.ask, advance.missing)


def vote_again(state: SessionState, ref: str) -> Command:
    """Another round; a vote that was closed and not revealed is opened again instead."""
    round_ = state.round(ref)
    if round_ is not None and round_.phase == "closed":
        return cmd.ReopenRound(ref)
    return cmd.OpenRound(ref)


def skip(state: SessionState, ref: str) -> Advance:
    """Leave a question out and go on; votes that are in and not revealed are asked about first."""
    skipped = (*state.skipped, ref)
    without = change(state, skipped=skipped)
    commands = (cmd.SetAgenda(skipped, state.minutes), *_onward(without))
    round_ = state.round(ref)
    hidden = round_.voted if round_ is not None and round_.phase != "revealed" else 0
    return Advance(commands, "votes-hidden" if hidden else None, hidden)


def onward(state: SessionState) -> View | None:
    """The place to which the workshop goes on from where it stands; None from the last.

    Nothing is read back where nothing was decided.
    """
    after = agenda.following(state, state.place)
    if after == agenda.OWNERS and not state.decisions:  # the last that could be taken was not
        return agenda.following(state, after)
    return after


def _onward(state: SessionState) -> tuple[Command, ...]:
    after = onward(state)
    return (cmd.Show(after),) if after else ()


def back(state: SessionState) -> Command | None:
    """Look at the place before the one that is shown; None at the first."""
    before = agenda.previous(state, state.view)
    return cmd.Show(View(before.of, before.name, back=True)) if before else None


def forth(state: SessionState) -> Command | None:
    """While looking back: the place after the one that is shown, at most where the work is."""
    if not state.view.back:
        return None
    after = agenda.following(state, state.view)
    here, work = agenda.position(state, state.view), agenda.position(state, state.place)
    ahead = here is None or work is None or here >= work
    if after is None or ahead or after.key == state.place.key:
        return cmd.Show(change(state.place, back=False, prompt=""))
    return cmd.Show(View(after.of, after.name, back=True))


def round_before(state: SessionState, look: Look) -> int:
    """The revealed round before the one that is looked at; 0, the latest, where there is none."""
    rounds = state.rounds.get(state.view.name, ())
    at = look.round or (rounds[-1].number if rounds else 0)
    earlier = [one.number for one in rounds if one.phase == "revealed" and one.number < at]
    return earlier[-1] if earlier else 0
