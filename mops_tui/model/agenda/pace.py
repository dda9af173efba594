"""How the day is going, and what to drop when it runs late.

What remains is the budgets of the places not yet passed: the place where the workshop stands and
all after it, each counting for what is left of its own budget. Summaries have no budget.

The proposal, when the day is late by more than a twentieth of it: drop questions one by one until
the rest fits. First the optional ones, the last of the agenda first; then the others, likewise.
A question that has begun is kept, the closing scenario is kept, and every scenario keeps at least
one question. If that is not enough, the proposal is all there is to drop. A break is never among
it: `breaks_ahead` says what is kept, and the room decides.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from mops_tui.model.agenda.agenda import following, scenario_of, steps
from mops_tui.model.agenda.asking import is_asked, waiting_minutes
from mops_tui.model.packs.minutes import READ_BACK
from mops_tui.model.packs.pack import Scenario
from mops_tui.model.packs.workshop import refs
from mops_tui.model.session.rules.timer import break_seconds
from mops_tui.model.session.state import SessionState, View

BEFORE_MINUTES = 3.0
"""What looking back at the session before should take."""
LATE = 0.05
"""The share of the day's time from which running late is worth a proposal."""
_MINUTE = 60.0


@dataclass(frozen=True)
class Pace:
    """How the day is going, in seconds.

    Attributes:
        planned: The time that the day has.
        elapsed: The time worked so far: no pauses, nothing at the door or on the closing page.
        remaining: What the places not yet passed still need, and questions that wait for an answer.
        over: `elapsed + remaining - planned`: above 0 the day runs late.
    """

    planned: float
    elapsed: float
    remaining: float
    over: float

    @property
    def late(self) -> bool:
        """Whether the day runs late by more than a twentieth of it."""
        return self.over > self.planned * LATE


def pace(state: SessionState, t: float) -> Pace:
    """How the day is going at a time, in seconds since the session was opened."""
    planned = state.minutes * _MINUTE
    elapsed = state.worked(t)
    remaining = sum(_left(state, view, t) for view in _ahead(state))
    remaining += _MINUTE * sum(waiting_minutes(state, one) for one in _scenarios_ahead(state))
    return Pace(planned, elapsed, remaining, elapsed + remaining - planned)


def proposal(state: SessionState, t: float) -> tuple[str, ...]:
    """The questions to drop so that the rest fits, in the order of dropping.

    Empty where the day is in time, or not late enough to speak of.
    """
    current = pace(state, t)
    if not current.late:
        return ()
    over, dropped = current.over, []
    for ref in drop_order(state):
        if over <= 0:
            break
        over -= _left(state, View("question", ref), t)
        dropped.append(ref)
    return tuple(dropped)


def drop_order(state: SessionState) -> tuple[str, ...]:
    """All the questions ahead that can be dropped, in the order of dropping."""
    ahead = [view.name for view in _ahead(state) if view.of == "question"]
    remaining = _remaining_by_scenario(state)
    dropped = []
    for ref in _candidates(state, reversed(ahead)):
        scenario = ref.partition("/")[0]
        if remaining[scenario] > 1:
            remaining[scenario] -= 1
            dropped.append(ref)
    return tuple(dropped)


def breaks_ahead(state: SessionState) -> float:
    """The minutes of the breaks that are still to come."""
    ahead = (view for view in _ahead(state) if view.of == "break" and view != state.place)
    return sum(budget(state, view) for view in ahead) / _MINUTE


def budget(state: SessionState, view: View) -> float:
    """The seconds that a place should take; 0 for those without a budget."""
    if view.of == "question":
        question = state.workshop.question(view.name)
        return question.minutes * _MINUTE if question else 0.0
    if view.of == "before":
        return BEFORE_MINUTES * _MINUTE
    if view.of == "owners":
        return READ_BACK * _MINUTE
    if view.of == "break":
        return break_seconds(state, view.name)
    scenario = state.workshop.scenario(scenario_of(view))
    if scenario is None:
        return 0.0
    if view.of == "brief":
        return scenario.brief_minutes * _MINUTE
    return scenario.decision.minutes * _MINUTE if scenario.decision else 0.0


def _left(state: SessionState, view: View, t: float) -> float:
    return max(0.0, budget(state, view) - state.spent_at(view.key, t))


def _scenarios_ahead(state: SessionState) -> tuple[Scenario, ...]:
    """The scenarios of the places not yet passed: what waits in them may still be asked."""
    names = {scenario_of(view) for view in _ahead(state) if view.of != "break"}
    return tuple(one for one in state.workshop.scenarios if one.id in names)


def _ahead(state: SessionState) -> tuple[View, ...]:
    """The places not yet passed, the present one first."""
    places = steps(state)
    keys = [view.key for view in places]
    current = state.place
    if current.of == "lobby":
        return places
    if current.key not in keys:
        # It was dropped while the room stood at it: what comes next is what remains.
        onward = following(state, current)
        return places[keys.index(onward.key) :] if onward and onward.key in keys else ()
    return places[keys.index(current.key) :]


def _candidates(state: SessionState, backwards: Iterable[str]) -> list[str]:
    """What may be dropped, in order: optional first; a stable sort keeps the rest backwards."""
    closing = {scenario.id for scenario in state.workshop.scenarios if scenario.closing}
    may = [
        ref for ref in backwards if not _begun(state, ref) and ref.partition("/")[0] not in closing
    ]
    return sorted(may, key=lambda ref: not _is_optional(state, ref))


def _begun(state: SessionState, ref: str) -> bool:
    key = ("question", ref)
    return bool(state.rounds.get(ref)) or key in state.spent or state.place.key == key


def _is_optional(state: SessionState, ref: str) -> bool:
    question = state.workshop.question(ref)
    return question is not None and question.optional


def _remaining_by_scenario(state: SessionState) -> dict[str, int]:
    """How many questions of each scenario are on the way: what waits may never be asked."""
    return {
        scenario.id: sum(is_asked(state, ref) for ref in refs(scenario))
        for scenario in state.workshop.scenarios
    }
