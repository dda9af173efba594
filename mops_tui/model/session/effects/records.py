"""What events about things written down do."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from mops_tui.model.session.effects.undoable import undo_with
from mops_tui.model.session.state import (
    WorkshopState,
    change,
)

Handler = Callable[[WorkshopState, Any], WorkshopState | None]


def recorder(shelf: str, key: str) -> Handler:
    """A handler that keeps a decision, an action or a note under its id, or takes it away."""

    def record(state: WorkshopState, event: Any) -> WorkshopState:
        entries = getattr(state, shelf)
        name = getattr(event, key)
        before = entries.get(name)
        after = {k: v for k, v in entries.items() if k != name or not event.removed}
        if not event.removed:
            after[name] = event
        return change(state, **{shelf: after}, undo=undo_with(state, event, before))

    return record
