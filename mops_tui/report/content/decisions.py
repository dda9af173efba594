"""The decisions of a report, and what is done next because of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from mops_tui.model.session.before import DecisionBefore
from mops_tui.model.session.state import ActionEvent, DecisionEvent
from mops_tui.model.text.days import day_meant
from mops_tui.report.content.parts import NextStep, ReportDecision
from mops_tui.report.content.seen import seen_lacks, seen_result, seen_sentences
from mops_tui.report.input import ReportInput
from mops_tui.words.closing_kit.days import when_typed
from mops_tui.words.closing_kit.sure import how_sure
from mops_tui.words.decisions import review_day
from mops_tui.words.i18n import _
from mops_tui.words.results.findings import bearing
from mops_tui.words.results.labels import category_label
from mops_tui.words.safe import in_one_line, safe

_FIRST = "/first"
"""What the key of a decision's first step ends with."""
_NEVER = "9999"
"""Later than any day."""


def decisions_of(given: ReportInput) -> tuple[ReportDecision, ...]:
    """Every decision, in the order in which they were taken."""
    return tuple(_decision(given, one) for one in given.state.decisions.values())


def next_steps_of(given: ReportInput) -> tuple[NextStep, ...]:
    """First steps and actions: those with a day first, in its order; what is done comes last."""
    state = given.state
    steps = [*_first_steps(given), *(_action(given, one) for one in state.actions.values())]
    return tuple(sorted(steps, key=lambda one: (one.done, one.day or _NEVER)))


def when_of(step: NextStep) -> str:
    """By when something is done, for a table: a day, words, or why there is neither."""
    if step.by:
        return step.by
    return _("first step") if step.key.endswith(_FIRST) else _("no day")


def _decision(given: ReportInput, decision: DecisionEvent) -> ReportDecision:
    state = given.state
    scenario = state.workshop.scenario(decision.scenario)
    asked = scenario.decision.ask if scenario is not None and scenario.decision else ""
    return replace(
        as_written(decision, state.date_of(decision.t)),
        scenario=safe(decision.scenario),
        about=safe(scenario.title) if scenario is not None else "",
        asked=safe(asked),
        vote="; ".join(seen_lacks(given, decision)) or _beside(given, decision),
        key=decision.decision,
    )


def as_written(decision: DecisionEvent | DecisionBefore, taken: str) -> ReportDecision:
    """What was written down about a decision, of this session or of the one before.

    Args:
        decision: The decision.
        taken: The day on which it was taken, "2027-03-01", or "".
    """
    day = review_day(decision, taken)
    return ReportDecision(
        scenario="",
        about="",
        asked="",
        what=safe(decision.what, keep=True),
        why=safe(decision.why, keep=True),
        owner=in_one_line(decision.owner),
        agree=safe(decision.agree, keep=True),
        first_step=safe(decision.first_step, keep=True),
        review=in_one_line(when_typed(decision.review, taken)),
        review_day=day,
        sure=how_sure(decision.confidence),
        dissent=safe(decision.dissent, keep=True),
    )


def _beside(given: ReportInput, decision: DecisionEvent) -> str:
    """What leads on the question that its pack lets it follow from, where it names no answer.

    A reader is to see it where a room decides otherwise than it voted; it says nothing where the
    decision, or its reason, tells of that vote already.
    """
    state = given.state
    written = f"{decision.what}\n{decision.why}".casefold()
    bears = bearing(state, decision.scenario)
    for ref in (one for one in state.rounds if one in bears):
        question, outcome = state.question(ref), seen_result(given, ref)
        if question is None or outcome is None or outcome.distribution is None:
            continue
        if outcome.kind not in ("choice", "hands") or not outcome.quorate:
            continue
        labels = (category_label(question, one) for one in outcome.distribution.categories)
        told = (safe(question.title), *labels)
        words = (re.escape(one.casefold()) for one in told)
        if not any(re.search(rf"(?<!\w){one}(?!\w)", written) for one in words):
            first = seen_sentences(given, outcome)[0]
            return _("{question}: {sentence}").format(question=safe(question.title), sentence=first)
    return ""


def _first_steps(given: ReportInput) -> Iterator[NextStep]:
    for one in given.state.decisions.values():
        if one.first_step.strip():
            what, who = safe(one.first_step, keep=True), in_one_line(one.owner)
            done = one.decision in given.state.first_steps_done
            yield NextStep(what, who, "", "", done=done, key=f"{one.decision}{_FIRST}")


def _action(given: ReportInput, action: ActionEvent) -> NextStep:
    state = given.state
    since = state.date_of(action.t)
    day = day_meant(action.by, since)
    return NextStep(
        what=safe(action.what, keep=True),
        who=in_one_line(action.who),
        by=in_one_line(when_typed(action.by, since)),
        day=day,
        done=action.action in state.done,
        key=action.action,
    )
