"""What the session before left, and what became of it."""

from __future__ import annotations

from dataclasses import replace

from mops_tui.model.session.before import ActionBefore, Before, DecisionBefore
from mops_tui.model.text.days import day_meant
from mops_tui.report.content.decisions import as_written
from mops_tui.report.content.parts import (
    BeforeContent,
    DecisionFollowed,
    NextStep,
)
from mops_tui.report.content.sections import is_shown
from mops_tui.report.input import ReportInput
from mops_tui.words.closing_kit.days import day_in_words, when_typed
from mops_tui.words.i18n import _
from mops_tui.words.safe import in_one_line, safe
from mops_tui.words.steps import action_outcome_words, outcome_words


def before_content(given: ReportInput) -> BeforeContent | None:
    """Decisions and actions of the session before; None where none was named."""
    before = given.state.before
    if before is None or not is_shown("before", given.state.report.left_out):
        return None
    return BeforeContent(
        title=_title(before),
        decisions=tuple(_followed(given, one) for one in before.decisions),
        actions=tuple(_action(given, ref, one) for ref, one in before.todo.items()),
    )


def _action(given: ReportInput, ref: str, one: ActionBefore) -> NextStep:
    outcome, day = given.state.actions_followed_up.get(ref, ""), day_meant(one.by, one.day)
    what = safe(one.what, keep=True)
    if outcome not in ("", "done"):
        words = _("{what} ({outcome})")
        what = words.format(what=what, outcome=action_outcome_words(outcome))
    return NextStep(
        what=what,
        who=in_one_line(one.who),
        by=in_one_line(when_typed(one.by, one.day)),
        day=day,
        done=outcome == "done",
        key=ref,
    )


def _title(before: Before) -> str:
    day = day_in_words(before.opened.date().isoformat())
    if not before.title:
        return day
    return _("{title}, {day}").format(title=safe(before.title), day=day)


def _followed(given: ReportInput, one: DecisionBefore) -> DecisionFollowed:
    outcome = given.state.followed_up.get(one.id)
    decision = replace(as_written(one, one.day), about=safe(one.scenario))
    return DecisionFollowed(decision, outcome_words(outcome) if outcome else "")
