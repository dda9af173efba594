"""The decisions of a report, and what is done next because of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from mops_tui.model.session.before import DecisionBefore
from mops_tui.model.session.state import ActionEvent, DecisionEvent
from mops_tui.model.text.days import day_meant, time_typed
from mops_tui.report.content.parts import NextStep, ReportDecision
from mops_tui.report.content.seen import seen_departure
from mops_tui.report.input import ReportInput
from mops_tui.words.closing_kit.days import when_typed
from mops_tui.words.closing_kit.open import not_on_record
from mops_tui.words.closing_kit.sure import how_sure
from mops_tui.words.decisions import review_day
from mops_tui.words.i18n import _
from mops_tui.words.safe import in_one_line, safe

_FIRST = "/first"
"""What the key of a decision's first step ends with."""
_NEVER = "9999"
"""Later than any day."""


def decisions_of(given: ReportInput) -> tuple[ReportDecision, ...]:
    """Every decision, in the order in which they were taken."""
    return tuple(_decision(given, one) for one in given.state.decisions.values())


def next_steps_of(given: ReportInput) -> tuple[NextStep, ...]:
    """First steps and actions: those with a day first, in its order, then those with words for one.

    What is done comes last.
    """
    state = given.state
    steps = [*_first_steps(given), *(_action(given, one) for one in state.actions.values())]
    return tuple(sorted(steps, key=lambda one: (one.done, one.day or _NEVER, not one.by)))


def what_of(step: NextStep) -> str:
    """What is to be done, for a table: a decision's first step says that it is one."""
    what = in_one_line(step.what)
    return _("First step: {what}").format(what=what) if _is_first(step) else what


def who_of(step: NextStep) -> str:
    """Who does it, for a table: of a first step nobody is on record but the decision's owner."""
    if not step.who:
        return _("nobody yet")
    return _("{who} (owner)").format(who=step.who) if _is_first(step) else step.who


def when_of(step: NextStep) -> str:
    """By when something is done, for a table: a day, words, or that there is neither."""
    return step.by or _("no day")


def _is_first(step: NextStep) -> bool:
    return step.key.endswith(_FIRST)


def _decision(given: ReportInput, decision: DecisionEvent) -> ReportDecision:
    state = given.state
    scenario = state.workshop.scenario(decision.scenario)
    asked = scenario.decision.ask if scenario is not None and scenario.decision else ""
    told = as_written(decision, state.date_of(decision.t))
    is_room = given.audience == "room"  # others are told no reasons and no dissent
    return replace(
        told,
        scenario=safe(decision.scenario),
        about=safe(scenario.title) if scenario is not None else "",
        asked=safe(asked),
        vote=seen_departure(given, decision),
        key=decision.decision,
        not_on_record=not_on_record(
            why=is_room and not told.why.strip(),
            agree=not told.agree.strip(),
            step=not told.first_step.strip(),
            review=not told.review,
            dissent=is_room and not told.dissent.strip(),
        ),
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


def _first_steps(given: ReportInput) -> Iterator[NextStep]:
    for one in given.state.decisions.values():
        if one.first_step.strip():
            what, who = safe(one.first_step, keep=True), in_one_line(one.owner)
            done = one.decision in given.state.first_steps_done
            by, since = time_typed("", one.first_step), given.state.date_of(one.t)
            when, key = in_one_line(when_typed(by, since)), f"{one.decision}{_FIRST}"
            yield NextStep(what, who, when, day_meant(by, since), done=done, key=key)


def _action(given: ReportInput, action: ActionEvent) -> NextStep:
    state = given.state
    since = state.date_of(action.t)
    by = time_typed(action.by, action.what)
    return NextStep(
        what=safe(action.what, keep=True),
        who=in_one_line(action.who),
        by=in_one_line(when_typed(by, since)),
        day=day_meant(by, since),
        done=action.action in state.done,
        key=action.action,
    )
