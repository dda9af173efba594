"""What the session before left, and what became of it, as data."""

from __future__ import annotations

from mops_tui.model.session.audience import VisibleState
from mops_tui.model.session.before import DecisionBefore
from mops_tui.report.decided import decision_data
from mops_tui.report.schema.session import BeforeData, DecisionBeforeData
from mops_tui.words.safe import safe


def before_data(state: VisibleState) -> BeforeData | None:
    """What the session before left; None where none was named."""
    before = state.before
    if before is None:
        return None
    return {
        "id": safe(before.session),
        "title": safe(before.title),
        "opened": before.opened.isoformat(),
        "decisions": [_decision(state, one) for one in before.decisions],
        "actions": [
            {"what": safe(one.what, keep=True), "who": safe(one.who), "by": safe(one.by)}
            for one in before.actions
        ],
    }


def _decision(state: VisibleState, decision: DecisionBefore) -> DecisionBeforeData:
    return {
        **decision_data(decision, decision.day),
        "day": safe(decision.day),
        "outcome": state.followed_up.get(decision.id, "") or None,
    }
