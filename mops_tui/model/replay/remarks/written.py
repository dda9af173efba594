"""What was written down: decisions, actions, the parking lot."""

from __future__ import annotations

from collections.abc import Iterable

from mops_tui.model.packs.workshop import refs
from mops_tui.model.replay.remarks.course import Course
from mops_tui.model.replay.remarks.decisions import at_odds, decisions_of
from mops_tui.model.replay.remarks.remark import Remark


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
        decisions = decisions_of(course, scenario)
        if not decisions:
            yield Remark("no-decision", ref=scenario.id)
            continue
        if not any(d.owner for d in decisions):
            yield Remark("no-owner", ref=scenario.id)
        else:
            if not at_odds(course, scenario, decisions):
                yield Remark("decided", good=True, ref=scenario.id)
            if not any(d.first_step or d.review for d in decisions):
                yield Remark("first-step-missing", ref=scenario.id)
