"""The state after some events."""

from __future__ import annotations

from collections.abc import Iterable

from mops_tui.model.packs.adapting.adapted import adapted
from mops_tui.model.session.apply import apply
from mops_tui.model.session.events import (
    Event,
)
from mops_tui.model.session.header import Header
from mops_tui.model.session.state import WorkshopState
from mops_tui.model.text.change import change as change


def begin(header: Header) -> WorkshopState:
    """The state before the first event."""
    return WorkshopState(
        workshop=adapted(header.workshop, {}, {}),
        base=header.workshop,
        policy=header.policy,
        session=header.session,
        title=header.title,
        opened=header.opened,
        before=header.before,
        minutes=header.workshop.minutes,
    )


def fold(header: Header, events: Iterable[Event]) -> WorkshopState:
    """The state after all of some events."""
    state = begin(header)
    for event in events:
        state = apply(state, event)
    return state
