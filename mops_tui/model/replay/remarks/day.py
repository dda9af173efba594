"""The day and its minutes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from mops_tui.model.agenda.agenda import steps
from mops_tui.model.agenda.asking import is_asked
from mops_tui.model.agenda.pace import budget
from mops_tui.model.packs.workshop import refs
from mops_tui.model.replay.remarks.remark import Remark
from mops_tui.model.session.audience import VisibleState
from mops_tui.model.session.state import View

OVER, MINUTE = 1.25, 60.0
"""A place took long from so many times its budget on, if that is a minute or more."""
SHORT = 0.4
"""A day below this part of its plan was no workshop of that length."""


@dataclass(frozen=True)
class TimeSpent:
    """Time at one place, in seconds, against its budget."""

    view: View
    planned: float
    spent: float


def places(state: VisibleState) -> Iterable[TimeSpent]:
    """Where the time went."""
    for view in steps(state):
        spent = state.spent_at(view.key, state.t)
        if spent > 0:
            yield TimeSpent(view, budget(state, view), spent)


def of_the_day(state: VisibleState) -> Iterable[Remark]:
    """Whether the day was kept, what was not asked, and which questions took long."""
    planned, elapsed = state.minutes * 60, state.worked(state.t)
    minutes = {"planned": round(planned / 60), "elapsed": round(elapsed / 60)}
    revealed, total = _asked(state)
    if elapsed > planned * 1.05:
        yield Remark("day-long", params=minutes)
    elif elapsed < planned * SHORT:
        yield Remark("day-short", params=minutes)
    else:
        yield Remark("day-kept", good=True, params=minutes)
    if revealed < total:
        yield Remark("not-asked", params={"asked": revealed, "whole": total})
    long = [p for p in places(state) if p.view.of == "question" and p.planned]
    long.sort(key=lambda place: place.planned - place.spent)
    for place in long:
        figures = {"planned": place.planned / 60, "spent": place.spent / 60}
        if place.spent > max(place.planned * OVER, place.planned + MINUTE):
            yield Remark("question-long", ref=place.view.name, params=figures)


def _asked(state: VisibleState) -> tuple[int, int]:
    """How many questions were revealed, of how many that were not skipped on purpose."""
    every = [
        ref
        for scenario in state.workshop.scenarios
        if not scenario.closing
        for ref in refs(scenario)
        if is_asked(state, ref)
    ]
    shown = [r for r in every if any(one.phase == "revealed" for one in state.rounds.get(r, ()))]
    return len(shown), len(every)
