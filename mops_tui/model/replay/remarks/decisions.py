"""A decision beside the votes of its scenario: when it was written, what it leaves out."""

from __future__ import annotations

import re
from collections.abc import Iterable

from mops_tui.model.agenda.asking import is_asked
from mops_tui.model.packs.pack import Scenario
from mops_tui.model.packs.questions import QuestionBase, RateQuestion, options_of
from mops_tui.model.packs.workshop import refs
from mops_tui.model.replay.remarks.course import Course
from mops_tui.model.replay.remarks.remark import Remark
from mops_tui.model.results.consensus import FEW
from mops_tui.model.results.enough import round_shortfall
from mops_tui.model.results.results import Distribution, VerdictCode
from mops_tui.model.session.state import DecisionEvent

LONG_WORD = 4
"""Words of an answer from so many letters on can be looked for in a decision."""
LED: tuple[VerdictCode, ...] = ("majority", "plurality", "tie")
"""Verdicts in which an answer leads that a decision may name, or not."""


def decisions_of(course: Course, scenario: Scenario) -> list[DecisionEvent]:
    """What was decided of a scenario, as it is worded in the end."""
    return [d for d in course.seen.decisions.values() if d.scenario == scenario.id]


def of_decisions(course: Course) -> Iterable[Remark]:
    """What is to be said of decisions beside the votes; the votes say what most chose."""
    for scenario in course.seen.workshop.scenarios:
        decisions = decisions_of(course, scenario)
        if not decisions or scenario.decision is None:
            continue
        odd = at_odds(course, scenario, decisions)
        if odd:
            yield Remark("at-odds", ref=odd)
        yield from _conditions(course, scenario, decisions)
        yield from _later(course, scenario, decisions)
        yield from _early(course, scenario, decisions)


def at_odds(course: Course, scenario: Scenario, decisions: list[DecisionEvent]) -> str:
    """A question in which one answer leads, while the decision names another of its own.

    Told only where that is plain: the decision names no answer that leads anywhere, gives no
    ground, and says of nobody that they disagree. "" where there is none.
    """
    if any(d.why.strip() or d.dissent.strip() for d in decisions):
        return ""
    text = " ".join(decision.what for decision in decisions)
    found = ""
    for ref in refs(scenario):
        question, shown = course.seen.question(ref), course.last(ref)
        if question is None or shown is None:
            continue
        named = {one.id for one in options_of(question) if _names(text, one.label)}
        if named & set(course.shown(ref)[-1].leading):
            return ""
        if named and not found and shown.verdict.code in LED and not round_shortfall(shown):
            found = ref
    return found


def _conditions(
    course: Course, scenario: Scenario, decisions: list[DecisionEvent]
) -> Iterable[Remark]:
    """Conditions of an answer that the decision names, none of which anybody calls met."""
    text = " ".join(decision.what for decision in decisions)
    for ref in refs(scenario):
        question, shown = course.seen.question(ref), course.last(ref)
        if not isinstance(question, RateQuestion) or shown is None or round_shortfall(shown):
            continue
        if shown.n < FEW or not shown.items or not _hangs_on(course, scenario, question, text):
            continue
        top = question.scale[-1].id
        if not any(_count(one.distribution, top) for one in shown.items):
            yield Remark("conditions-unmet", ref=ref, params={"n": len(shown.items)})


def _count(distribution: Distribution, category: str) -> int:
    return distribution.counts[distribution.categories.index(category)]


def _hangs_on(course: Course, scenario: Scenario, question: QuestionBase, text: str) -> bool:
    """Whether a question is asked because of an answer that a text names."""
    for one in question.asked_if:
        because = course.seen.question(f"{scenario.id}/{one.question}")
        options = options_of(because) if because is not None else ()
        if any(it.id in one.leads and _names(text, it.label) for it in options):
            return True
    return False


def _later(course: Course, scenario: Scenario, decisions: list[DecisionEvent]) -> Iterable[Remark]:
    """What a majority chose in a later question than the one that the decision answers.

    Only where the decision names an answer, so that one sees which question it is about, and
    where none of the longer words of what most chose stands anywhere in it.
    """
    text = " ".join(decision.what for decision in decisions)
    written = max(decision.t for decision in decisions)
    whole = " ".join(f"{d.what} {d.why} {d.dissent} {d.first_step}" for d in decisions)
    own = refs(scenario)
    answered = [
        place
        for place, ref in enumerate(own)
        if (question := course.seen.question(ref)) is not None
        and course.shown(ref)
        and any(_names(text, one.label) for one in options_of(question))
    ]
    if not answered:
        return
    for ref in own[answered[-1] + 1 :]:
        question, shown = course.seen.question(ref), course.last(ref)
        if question is None or shown is None or shown.kind != "choice":
            continue
        first = course.shown(ref)[-1]
        if shown.verdict.code != "majority" or (first.revealed_t or 0.0) > written:
            continue
        labels = [one.label for one in options_of(question) if one.id in first.leading]
        if labels and not any(_speaks_of(whole, label) for label in labels):
            yield Remark("majority-unsaid", ref=ref)


def _early(course: Course, scenario: Scenario, decisions: list[DecisionEvent]) -> Iterable[Remark]:
    """Questions on the way that had not been revealed when the decision was last worded."""
    written = max(decision.t for decision in decisions)
    state = course.seen
    waiting = []
    for ref in refs(scenario):
        question = state.question(ref)
        if question is None or question.optional or not is_asked(state, ref):
            continue
        shown = course.shown(ref)
        if not shown or (shown[0].revealed_t or 0.0) > written:
            waiting.append(ref)
    if waiting and any(course.shown(ref) for ref in refs(scenario)):
        yield Remark("decided-early", ref=scenario.id, about=tuple(waiting))


def _names(text: str, label: str) -> bool:
    """Whether a text has a label in it as it is written: IT is no "it"."""
    return len(label) > 1 and bool(re.search(rf"(?<!\w){re.escape(label)}(?!\w)", text))


def _speaks_of(text: str, label: str) -> bool:
    """Whether a longer word of a label stands in a text, in whatever form."""
    words = [word for word in re.findall(r"\w+", label.casefold()) if len(word) >= LONG_WORD]
    written = re.findall(r"\w+", text.casefold())
    if not words:
        return label.casefold() in text.casefold()
    return any(one.startswith(word[:LONG_WORD]) for word in words for one in written)
