"""The agenda as places in order: what comes next, what came before."""

from __future__ import annotations

from collections.abc import Iterable

from mops_tui.model.packs.answers import Item, Option, Pair
from mops_tui.model.packs.pack import Scenario
from mops_tui.model.packs.questions import GridQuestion, QuestionBase, items_of, options_of
from mops_tui.model.packs.workshop import refs
from mops_tui.model.results.grid import ENOUGH_ANSWERS
from mops_tui.model.session.state import SessionState, View, change

SUMMARY = View("workshop")
"""The last place of every workshop."""


def steps(state: SessionState) -> tuple[View, ...]:
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


def _scenario_steps(state: SessionState, scenario: Scenario) -> tuple[View, ...]:
    questions = tuple(View("question", ref) for ref in refs(scenario) if ref not in state.skipped)
    if scenario.closing:
        return questions
    if not questions:
        return ()
    decision = (View("decision", scenario.id),) if scenario.decision else ()
    return (View("brief", scenario.id), *questions, *decision)


def _grids_with_marks(state: SessionState) -> tuple[str, ...]:
    """The grids on which somebody can get a mark from the questions that remain.

    That takes a question about the grid, or enough answers that lean on both of its axes.
    """
    questions = [
        question
        for scenario in state.workshop.scenarios
        for question in _without_skipped(state, scenario).questions
    ]
    grid_ids = {question.grid for question in questions if isinstance(question, GridQuestion)}
    return tuple(
        grid.id
        for grid in state.workshop.grids
        if grid.id in grid_ids
        or all(_leaning_answers(questions, grid.id, axis) >= ENOUGH_ANSWERS for axis in "xy")
    )


def _leaning_answers(questions: Iterable[QuestionBase], grid: str, axis: str) -> int:
    """How many answers of one person can lean on an axis: one a question, one an item."""
    count = 0
    for question in questions:
        count += any(_leans(option, grid, axis) for option in options_of(question))
        count += sum(_leans(item, grid, axis) for item in items_of(question))
    return count


def _leans(part: Option | Item | Pair, grid: str, axis: str) -> bool:
    return any(lean.grid == grid and getattr(lean, axis) is not None for lean in part.leans)


def _without_skipped(state: SessionState, scenario: Scenario) -> Scenario:
    named = zip(refs(scenario), scenario.questions, strict=True)
    asked_questions = tuple(question for ref, question in named if ref not in state.skipped)
    if len(asked_questions) == len(scenario.questions):
        return scenario
    return scenario.model_copy(update={"questions": asked_questions})


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
    """The keys of all places, as if nothing were skipped."""
    return tuple(step.key for step in steps(change(state, skipped=())))


def scenario_of(view: View) -> str:
    """The id of the scenario that a view belongs to, or ""."""
    if view.of in ("brief", "decision"):
        return view.name
    return view.name.partition("/")[0] if view.of == "question" else ""


def grid_of(state: SessionState, ref: str) -> str:
    """The id of the grid that a question asks about, or ""."""
    question = state.workshop.question(ref)
    return question.grid if isinstance(question, GridQuestion) else ""
