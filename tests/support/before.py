"""A session that goes on from another one: what that one left."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from support.sessions import OPENED

from mops_tui.model.session.before import ActionBefore, Before, DecisionBefore

FORM = DecisionBefore(
    id="d-1",
    scenario="Demo",
    day="2026-10-03",
    what="One intake form for all campaigns.",
    why="Three ways in, none of them read.",
    owner="Maya",
    agree="the CIO, Sales",
    first_step="Maya drafts the form",
    review="2026-11-02",
    confidence=4,
    dissent="Tom: too early",
)
STAY = DecisionBefore(id="d-2", what="We stay in marketing.")
CONSENT = ActionBefore(
    id="a-1", day="2026-10-03", what="Ask Legal about consent", who="Tom", by="10 October"
)


BUDGET = ActionBefore(id="a-1", session="s-00", what="Ask for a budget")
"""It comes from the session before that."""


def before(**changes: Any) -> Before:
    """A session a month before, with two decisions and an action."""
    left = {"decision": (FORM, STAY), "action": (CONSENT,)} | changes
    opened = OPENED - timedelta(days=30)
    return Before(session="s-0", title="Our morning in October", opened=opened, **left)
