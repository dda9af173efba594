"""What the session before left, and what became of it: as data, and to read."""

from __future__ import annotations

from typing import get_args

from mops_tui.model.session.audience import VisibleState
from mops_tui.model.session.before import DecisionBefore
from mops_tui.model.session.events import FollowUp
from mops_tui.report.decided import decision_data
from mops_tui.report.markup import bullets, heading, in_lines, paragraph
from mops_tui.report.schema.session import BeforeData, DecisionBeforeData
from mops_tui.words.i18n import _
from mops_tui.words.safe import safe
from mops_tui.words.steps import outcome_words


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


def before_part(before: BeforeData | None) -> list[str]:
    """The part of a report that tells of the session before; nothing where none was named."""
    if before is None:
        return []
    lines = heading(2, _("Last time"))
    day = before["opened"][:10]
    which = _("{title}, {day}").format(title=before["title"], day=day) if before["title"] else day
    lines += paragraph(which)
    for decision in before["decisions"]:
        lines += _decision_part(decision)
    if before["actions"]:
        lines += heading(3, _("What was to be done"))
        lines += bullets(
            in_lines(_(" · ").join(filter(None, (a["what"], a["who"], a["by"]))), "  ")
            for a in before["actions"]
        )
    return lines


def _decision_part(decision: DecisionBeforeData) -> list[str]:
    told: tuple[FollowUp, ...] = get_args(FollowUp)
    outcome = next((one for one in told if one == decision["outcome"]), None)
    facts = [
        _("What became of it: {outcome}").format(outcome=outcome_words(outcome)) if outcome else "",
        _told(_("Owner: {text}"), decision["owner"]),
        _told(_("Must agree: {text}"), decision["agree"]),
        _told(_("First step: {text}"), decision["first_step"]),
        _told(_("We look again on {text}"), decision["review_day"] or ""),
        _told(_("We look again: {text}"), "" if decision["review_day"] else decision["review"]),
        _told(_("Why: {text}"), decision["why"]),
        _told(_("Dissent: {text}"), decision["dissent"]),
    ]
    lines = [in_lines(decision["what"], mark="**"), ""]
    return [*lines, *bullets(in_lines(fact, "  ") for fact in facts if fact)]


def _told(sentence: str, value: str) -> str:
    return sentence.format(text=value) if value.strip() else ""
