"""One step of a session: a command is decided, and what it makes happen is applied."""

from __future__ import annotations

from typing import NamedTuple

from mops_tui.model.session.apply import apply
from mops_tui.model.session.commands import Command, Refusal
from mops_tui.model.session.decide import decide
from mops_tui.model.session.events import Event
from mops_tui.model.session.rules.outcome import Outcome
from mops_tui.model.session.state import WorkshopState

__all__ = ["Outcome", "Step", "refuses", "step"]


class Step(NamedTuple):
    """What a command came to.

    Attributes:
        state: The state after it; the very one before it where nothing happened.
        events: What happened, stamped, in order.
    """

    state: WorkshopState
    events: tuple[Event, ...]


def step(state: WorkshopState, command: Command, t: float) -> Step | Refusal:
    """Carry a command out on a state, or say why it cannot be. All who ask for things come here.

    Args:
        state: Everything decided so far.
        command: What somebody asks for.
        t: Seconds since the session was opened; earlier than the last event counts as its time.
    """
    events = decide(state, command, t)
    if isinstance(events, Refusal):
        return events
    for event in events:
        state = apply(state, event)
    return Step(state, events)


def refuses(state: WorkshopState, command: Command, t: float) -> Refusal | None:
    """Why a command cannot be now; nothing happens. Arguments as in `step`."""
    outcome = decide(state, command, t)
    return outcome if isinstance(outcome, Refusal) else None
