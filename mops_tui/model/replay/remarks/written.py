"""What was written down: decisions, actions, the parking lot."""

from __future__ import annotations

import re
from collections.abc import Iterable

from mops_tui.model.packs.pack import Scenario
from mops_tui.model.packs.questions import options_of
from mops_tui.model.packs.workshop import refs
from mops_tui.model.replay.remarks.course import Course
from mops_tui.model.replay.remarks.remark import Remark
from mops_tui.model.session.state import DecisionEvent


def of_what_is_written(course: Course) -> Iterable[Remark]:
    """What is to be said of what was written down, and of what was not."""
    yield from _decisions(course)
    notes = [n for n in course.seen.notes.values() if n.list == "parking" and not n.removed]
    actions = [a for a in course.seen.actions.values() if not a.removed]
    if notes and not actions:
        yield Remark("parking-left", params={"n": len(notes)})
    unowned = [a for a in actions if not a.who.strip()]
    if unowned:
        yield Remark("action-unowned", params={"n": len(unowned)})


def _decisions(course: Course) -> Iterable[Remark]:
    state = course.seen
    for scenario in state.workshop.scenarios:
        begun = any(state.round(ref) is not None for ref in refs(scenario))
        if scenario.decision is None or not begun:
            continue
        decisions = [d for d in state.decisions.values() if d.scenario == scenario.id]
        if not decisions:
            yield Remark("no-decision", ref=scenario.id)
            continue
        if not any(d.owner for d in decisions):
            yield Remark("no-owner", ref=scenario.id)
        else:
            yield Remark("decided", good=True, ref=scenario.id)
            if not any(d.first_step or d.review for d in decisions):
                yield Remark("first-step-missing", ref=scenario.id)
        for ref in _at_odds(course, scenario, decisions):
            yield Remark("at-odds", ref=ref)


def _at_odds(course: Course, scenario: Scenario, decisions: list[DecisionEvent]) -> Iterable[str]:
    """A question of which most chose one answer, while the decision names another of its own.

    Told only where that is plain: the decision names no answer that leads anywhere, gives no
    ground, and says of nobody that they disagree.
    """
    if any(d.why.strip() or d.dissent.strip() for d in decisions):
        return
    text = " ".join(decision.what for decision in decisions)
    found = []
    for ref in refs(scenario):
        question, shown = course.seen.question(ref), course.last(ref)
        if question is None or shown is None:
            continue
        named = {one.id for one in options_of(question) if _names(text, one.label)}
        if named & set(course.shown(ref)[-1].leading):
            return
        if named and shown.verdict.code == "majority":
            found.append(ref)
    yield from found[:1]


def _names(text: str, label: str) -> bool:
    """Whether a text has a label in it as it is written: IT is no "it"."""
    return len(label) > 1 and bool(re.search(rf"(?<!\w){re.escape(label)}(?!\w)", text))
