"""A decision as data: of this session, or of the one before."""

from __future__ import annotations

from mops_tui.model.session.before import DecisionBefore
from mops_tui.model.session.state import DecisionEvent
from mops_tui.report.schema.session import DecisionData
from mops_tui.words.decisions import review_day
from mops_tui.words.safe import safe


def decision_data(decision: DecisionEvent | DecisionBefore, day: str) -> DecisionData:
    """What was decided, with all that was written down about it.

    Args:
        decision: The decision.
        day: When it was taken, such as "2027-03-01", or "".
    """
    return {
        "scenario": safe(decision.scenario),
        "what": safe(decision.what, keep=True),
        "why": safe(decision.why, keep=True),
        "owner": safe(decision.owner),
        "confidence": decision.confidence or None,
        "dissent": safe(decision.dissent, keep=True),
        "agree": safe(decision.agree, keep=True),
        "first_step": safe(decision.first_step, keep=True),
        "review": safe(decision.review),
        "review_day": review_day(decision, day) or None,
    }
