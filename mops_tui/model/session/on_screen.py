"""What the room's screen shows of a place: the one rule, for the big screen and for phones."""

from __future__ import annotations

from typing import Literal

from mops_tui.model.session.state import Look, SessionState

OnScreen = Literal[
    "lobby", "before", "brief", "vote", "reveal", "decision", "break", "grid", "owners", "workshop"
]
"""A place; a question is a vote that goes on or is closed, or a reveal."""


def on_screen(state: SessionState, look: Look) -> OnScreen:
    """What stands there.

    While a later round is open the room may look at the one before, which is revealed already. A
    decision that was written down just now stands there wherever the room is, until something else
    happens; but nobody who votes is taken away from the question.
    """
    of = state.view.of
    if state.landed is not None and of not in ("workshop", "lobby") and not is_voting(state):
        return "decision"
    if of != "question":
        return of
    number = round_shown(state, look)
    revealed = number and state.rounds[state.view.name][number - 1].phase == "revealed"
    return "reveal" if revealed else "vote"


def round_shown(state: SessionState, look: Look) -> int:
    """The number of the round that the room looks at; 0 where there is none."""
    rounds = state.rounds.get(state.view.name, ()) if state.view.of == "question" else ()
    number = look.round or len(rounds)
    return number if 0 < number <= len(rounds) else 0


def is_voting(state: SessionState) -> bool:
    """Whether the room looks at a question on which a vote is open."""
    if state.view.of != "question":
        return False
    round_ = state.round(state.view.name)
    return round_ is not None and round_.phase == "open"


def scene(state: SessionState) -> tuple[object, ...]:
    """What the facilitator changes: where the room is, how it looks there, what is open.

    Two states of one scene differ in votes, in people, in notes: that may be shown a moment later,
    where much of it comes at once. A change of scene is shown at once.
    """
    round_ = state.round(state.view.name)
    going_on = (round_.number, round_.phase) if round_ is not None else None
    landed = state.landed is not None
    return (state.phase, state.view, state.look, state.blanked, state.timer, landed, going_on)
