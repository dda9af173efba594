"""What deciding a command comes to."""

from __future__ import annotations

from mops_tui.model.session import events as ev
from mops_tui.model.session.commands import Refusal

Outcome = tuple[ev.Event, ...] | Refusal
