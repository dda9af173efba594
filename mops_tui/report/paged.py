"""Page one as data: its texts, and its pictures by their names and what is seen in them."""

from __future__ import annotations

from mops_tui.report.content.parts import NextStep, PageOne, ReportDecision, ReportFinding
from mops_tui.report.schema.page import FindingData, NextStepData, PageData, ToldDecisionData


def page_data(page: PageOne) -> PageData:
    """All of page one but the shapes of its pictures."""
    return {
        "title": page.title,
        "held": page.held,
        "banners": list(page.banners),
        "summary": page.summary,
        "asked": list(page.asked),
        "decisions": [_decision(one) for one in page.decisions],
        "more_decisions": page.more_decisions,
        "undecided": list(page.undecided),
        "next_steps": [_step(one) for one in page.next_steps],
        "more_steps": page.more_steps,
        "open_steps": page.open_steps,
        "findings": [_finding(one) for one in page.findings],
        "turnout": page.turnout,
        "headline": page.headline,
        "agreement": page.agreement,
        "parked": list(page.parked),
    }


def _decision(one: ReportDecision) -> ToldDecisionData:
    return {
        "scenario": one.scenario,
        "about": one.about,
        "asked": one.asked,
        "what": one.what,
        "why": one.why,
        "owner": one.owner,
        "agree": one.agree,
        "first_step": one.first_step,
        "review": one.review,
        "review_day": one.review_day or None,
        "sure": one.sure,
        "dissent": one.dissent,
        "vote": one.vote,
        "not_on_record": one.not_on_record,
    }


def _step(one: NextStep) -> NextStepData:
    return {
        "what": one.what,
        "who": one.who,
        "by": one.by,
        "day": one.day or None,
        "done": one.done,
    }


def _finding(one: ReportFinding) -> FindingData:
    shown = one.picture
    return {
        "question": one.question,
        "sentence": one.sentence,
        "more": one.more,
        "picture": {"key": shown.key, "title": shown.title, "alternative": shown.alternative},
    }
