"""The way through a workshop: its places in order, and which comes next."""

from __future__ import annotations

from mops_tui.model.pack import GridQuestion, Scenario, grids_named, refs
from mops_tui.model.state import View, WorkshopState

SUMMARY = View("workshop")
"""The last place of every workshop."""


def steps(state: WorkshopState) -> tuple[View, ...]:
    """The places of the workshop in order, skipped questions left out.

    Each scenario has its brief, its questions and its decision. Then come the grids that the
    scenarios speak about, the closing scenario, and the summary of the whole.
    """
    places: list[View] = []
    closing: list[View] = []
    for scenario in state.workshop.scenarios:
        own = list(_scenario_steps(state, scenario))
        (closing if scenario.closing else places).extend(own)
    grids = (View("grid", grid) for grid in _grids_with_marks(state))
    return (*places, *grids, *closing, SUMMARY)


def _scenario_steps(state: WorkshopState, scenario: Scenario) -> tuple[View, ...]:
    questions = tuple(View("question", ref) for ref in refs(scenario) if ref not in state.skipped)
    if scenario.closing:
        return questions
    if not questions:
        return ()
    decision = (View("decision", scenario.id),) if scenario.decision else ()
    return (View("brief", scenario.id), *questions, *decision)


def _grids_with_marks(state: WorkshopState) -> tuple[str, ...]:
    """The workshop's grids that any remaining question asks about or leans on."""
    kept = {
        grid
        for scenario in state.workshop.scenarios
        if any(ref not in state.skipped for ref in refs(scenario))
        for grid in grids_named(scenario)
    }
    return tuple(grid.id for grid in state.workshop.grids if grid.id in kept)


def position(state: WorkshopState, view: View) -> int | None:
    """The index of a place in `steps`, or None when it is not on the way."""
    return next((i for i, step in enumerate(steps(state)) if step.key == view.key), None)


def following(state: WorkshopState, view: View) -> View | None:
    """The place after another; None after the last.

    A place that is no longer on the way (its question was skipped) leads to the first place
    after it that is.
    """
    way = steps(state)
    here = position(state, view)
    if view.of == "lobby":
        return way[0]
    if here is not None:
        return way[here + 1] if here + 1 < len(way) else None
    return _first_after(state, view)


def previous(state: WorkshopState, view: View) -> View | None:
    """The place before another; None before the first."""
    here = position(state, view)
    return steps(state)[here - 1] if here else None


def _first_after(state: WorkshopState, view: View) -> View | None:
    whole = [ref for scenario in state.workshop.scenarios for ref in refs(scenario)]
    if view.name not in whole:
        return SUMMARY
    later = set(whole[whole.index(view.name) + 1 :])
    scenario_id = view.name.partition("/")[0]
    for step in steps(state):
        if step.of == "question" and step.name in later:
            same = step.name.partition("/")[0] == scenario_id
            return step if same else _entrance(state, scenario_id, step)
        if step.key == ("decision", scenario_id):
            return step
    return SUMMARY


def _entrance(state: WorkshopState, left: str, step: View) -> View:
    """The way into the scenario of a step: the left one's decision, else its own brief."""
    way = steps(state)
    decision = View("decision", left)
    if any(place.key == decision.key for place in way):
        return decision
    brief = View("brief", step.name.partition("/")[0])
    return brief if any(place.key == brief.key for place in way) else step


def scenario_of(view: View) -> str:
    """The id of the scenario that a view belongs to, or ""."""
    if view.of in ("brief", "decision"):
        return view.name
    return view.name.partition("/")[0] if view.of == "question" else ""


def grid_of(state: WorkshopState, ref: str) -> str:
    """The id of the grid that a question asks about, or ""."""
    question = state.workshop.question(ref)
    return question.grid if isinstance(question, GridQuestion) else ""
