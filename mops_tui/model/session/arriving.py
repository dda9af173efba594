"""Somebody comes in: a seat for who is new, their own for who was here before."""

from __future__ import annotations

from mops_tui.model.session.commands import Join, Return
from mops_tui.model.session.state import SessionState


def arrival(
    state: SessionState, participant: str, name: str, role: str = "", *, arrives: bool = False
) -> Join | Return:
    """What to ask for when somebody gives a name. Either is one command, heads included.

    Args:
        state: Who is known.
        participant: The id for who is new.
        name: As given, or "".
        role: As given, or "".
        arrives: They come into the room; else they were counted before they sat down.
    """
    known = state.named(name)
    if known is not None and not known.present:
        return Return(known.id)
    return Join(participant, name, role, arrives=arrives)
