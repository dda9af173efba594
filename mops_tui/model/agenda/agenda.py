"""The agenda as places in order: what comes next, what came before."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from mops_tui.model.agenda.asking import is_asked
from mops_tui.model.agenda.grids import grids_left_out, grids_with_marks
from mops_tui.model.packs.pack import Scenario
from mops_tui.model.packs.questions import GridQuestion
from mops_tui.model.packs.workshop import refs
from mops_tui.model.session.state import SessionState, View, is_step
from mops_tui.model.text.same import Same

BEFORE = View("before")
"""The first place of a workshop that goes on from another one."""
OWNERS = View("owners")
"""The reading back of who owns what was decided."""
SUMMARY = View("workshop")
"""The last place of every workshop."""


def steps(state: SessionState) -> tuple[View, ...]:
    """The places of the workshop in order, without skipped questions and those that wait.

    First what the session before left, where one was named. Each scenario has its brief, its
    questions and its decision, and may have a break after it. Then come the grids that the
    scenarios speak about and on which somebody has a mark or can get one, the reading back of
    who owns what, where something is decided or still can be, the closing scenario, and the
    summary of the whole.
    """
    return _steps(Same(state))


@lru_cache(maxsize=8)
def _steps(state: Same[SessionState]) -> tuple[View, ...]:
    """Asked several times of each state, by every screen that shows where it stands."""
    return _in_order(state.value, grids_with_marks(state.value))


def _in_order(
    state: SessionState, grids: Iterable[str], *, whole: bool = False
) -> tuple[View, ...]:
    """The places in order; with `whole` also the questions that are skipped, or wait."""
    places: list[View] = [BEFORE] if is_step(state, "before", "") else []
    closing: list[View] = []
    for scenario in state.workshop.scenarios:
        own = _scenario_steps(state, scenario, whole=whole)
        (closing if scenario.closing else places).extend(own)
        # A scenario that is skipped leaves its break there; nobody has two, or begins with one.
        worked = bool(places) and places[-1].of not in ("before", "break")
        if scenario.break_after and worked and not scenario.closing:
            places.append(View("break", scenario.id))
    owners = (OWNERS,) if whole or _something_is_owned(state, places) else ()
    return (*places, *(View("grid", grid) for grid in grids), *owners, *closing, SUMMARY)


def _something_is_owned(state: SessionState, places: Sequence[View]) -> bool:
    """Whether anything is decided, or can be at a place where the workshop is, or comes to."""
    if state.decisions:
        return True
    scenarios = [scenario.id for scenario in state.workshop.scenarios if not scenario.closing]
    place = state.place
    here = 0
    if place.of not in ("lobby", "before"):
        name = scenario_of(place)
        here = scenarios.index(name) if name in scenarios else len(scenarios)
        here += place.of == "break"
    return any(view.of == "decision" and view.name in scenarios[here:] for view in places)


def _scenario_steps(state: SessionState, scenario: Scenario, *, whole: bool) -> tuple[View, ...]:
    questions = tuple(
        View("question", ref) for ref in refs(scenario) if whole or is_asked(state, ref)
    )
    if scenario.closing:
        return questions
    if not questions:
        return ()
    decision = (View("decision", scenario.id),) if scenario.decision else ()
    brief = () if scenario.no_brief else (View("brief", scenario.id),)
    return (*brief, *questions, *decision)


def position(state: SessionState, view: View) -> int | None:
    """The index of a place in `steps`, or None when it is not on the way."""
    return next((i for i, step in enumerate(steps(state)) if step.key == view.key), None)


def following(state: SessionState, view: View) -> View | None:
    """The place after another; None after the last.

    A place that is no longer on the way (its question was skipped) leads to the first place
    after it that is.
    """
    places = steps(state)
    if view.of == "lobby":
        return places[0]
    index = position(state, view)
    if index is not None:
        return places[index + 1] if index + 1 < len(places) else None
    full_agenda = _whole(state)
    later = full_agenda[full_agenda.index(view.key) + 1 :] if view.key in full_agenda else ()
    return next((step for step in places if step.key in later), SUMMARY)


def previous(state: SessionState, view: View) -> View | None:
    """The place before another; None before the first. Likewise from a skipped one."""
    index = position(state, view)
    if index is not None:
        return steps(state)[index - 1] if index else None
    full_agenda = _whole(state)
    earlier = full_agenda[: full_agenda.index(view.key)] if view.key in full_agenda else ()
    return next((step for step in reversed(steps(state)) if step.key in earlier), None)


def _whole(state: SessionState) -> tuple[tuple[str, str], ...]:
    """The keys of all places, as if nothing were skipped or waited, and with every grid."""
    grids = [grid.id for grid in state.workshop.grids]
    return tuple(step.key for step in _in_order(state, grids, whole=True))


def passed_over(state: SessionState, before: View) -> tuple[str, ...]:
    """The grids that were left out on the way from another place: nobody has a mark on them."""
    grids = grids_left_out(state)
    way = [step.key for step in _in_order(state, grids)]
    if not grids or before.key not in way or state.place.key not in way:
        return ()
    first = way.index(("grid", grids[0]))
    return grids if way.index(before.key) < first < way.index(state.place.key) else ()


def scenario_of(view: View) -> str:
    """The id of the scenario that a view belongs to, or ""; a break to the one before it."""
    if view.of in ("brief", "decision", "break"):
        return view.name
    return view.name.partition("/")[0] if view.of == "question" else ""


def grid_of(state: SessionState, ref: str) -> str:
    """The id of the grid that a question asks about, or ""."""
    question = state.workshop.question(ref)
    return question.grid if isinstance(question, GridQuestion) else ""
