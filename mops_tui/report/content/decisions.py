"""The decisions of a report."""

from __future__ import annotations

from mops_tui.model.session.state import DecisionEvent
from mops_tui.report.content.parts import ReportDecision
from mops_tui.report.input import ReportInput
from mops_tui.words.decisions import review_day
from mops_tui.words.i18n import _
from mops_tui.words.safe import safe


def decisions_of(given: ReportInput) -> tuple[ReportDecision, ...]:
    """Every decision, in the order in which they were taken."""
    return tuple(_decision(given, one) for one in given.state.decisions.values())


def _decision(given: ReportInput, decision: DecisionEvent) -> ReportDecision:
    state = given.state
    scenario = state.workshop.scenario(decision.scenario)
    asked = scenario.decision.ask if scenario is not None and scenario.decision else ""
    sure = _("{n} of 5").format(n=decision.confidence) if decision.confidence else ""
    return ReportDecision(
        scenario=safe(decision.scenario),
        about=safe(scenario.title) if scenario is not None else "",
        asked=safe(asked),
        what=safe(decision.what, keep=True),
        why=safe(decision.why, keep=True),
        owner=safe(decision.owner),
        agree=safe(decision.agree, keep=True),
        first_step=safe(decision.first_step, keep=True),
        review=safe(decision.review),
        review_day=review_day(decision, state.date_of(decision.t)),
        sure=sure,
        dissent=safe(decision.dissent, keep=True),
    )
