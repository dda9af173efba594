"""What the session before left, and what became of it, as data."""

from __future__ import annotations

from mops_tui.model.session.audience import VisibleState
from mops_tui.model.session.before import ActionBefore, DecisionBefore
from mops_tui.model.session.events import ActionFollowUp
from mops_tui.model.text.days import day_meant
from mops_tui.report.decided import decision_data
from mops_tui.report.schema.session import ActionBeforeData, BeforeData, DecisionBeforeData
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
            _action(one, state.actions_followed_up.get(ref, "")) for ref, one in before.todo.items()
        ],
    }


def _action(action: ActionBefore, outcome: ActionFollowUp) -> ActionBeforeData:
    return {
        "what": safe(action.what, keep=True),
        "who": safe(action.who),
        "by": safe(action.by),
        "by_day": day_meant(action.by, action.day) or None,
        "outcome": outcome or None,
    }


def _decision(state: VisibleState, decision: DecisionBefore) -> DecisionBeforeData:
    return {
        **decision_data(decision, decision.day),
        "day": safe(decision.day),
        "outcome": state.followed_up.get(decision.id, "") or None,
    }
