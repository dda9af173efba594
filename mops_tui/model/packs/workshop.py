"""A workshop as run: an agenda's scenarios joined into the full copy that a session keeps."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Annotated

from pydantic import Field

from mops_tui.model.packs.adapting.chosen import chosen_of
from mops_tui.model.packs.minutes import READ_BACK, Fit, vote_minutes
from mops_tui.model.packs.pack import AgendaEntry, Grid, Scenario
from mops_tui.model.packs.parts import MOST_BRIEF, MOST_BUDGET, Id, Label, Part
from mops_tui.model.packs.questions import GridQuestion, QuestionBase, items_of, options_of

MOST_MINUTES = 100_000.0
"""Of a day; far more than a setup or a pack may ask for."""
LEAST_BUDGET = 0.01
"""Minutes: what is stretched or squeezed stays within what a pack may say."""


class Workshop(Part):
    """A workshop as run: the full copy of everything that a session needs.

    Attributes:
        minutes: The time the day has; the questions' budgets need not add up to it.
    """

    id: Id
    title: Label
    minutes: Annotated[float, Field(ge=0, le=MOST_MINUTES)]
    grids: Annotated[tuple[Grid, ...], Field(alias="grid")] = ()
    scenarios: Annotated[tuple[Scenario, ...], Field(alias="scenario")]

    def scenario(self, scenario_id: str) -> Scenario | None:
        """The scenario of that id, or None."""
        return next((s for s in self.scenarios if s.id == scenario_id), None)

    def grid(self, grid_id: str) -> Grid | None:
        """The grid of that id, or None."""
        return next((g for g in self.grids if g.id == grid_id), None)

    def question(self, ref: str) -> QuestionBase | None:
        """The question that `scenario/question` names, or None."""
        scenario_id, _, question_id = ref.partition("/")
        scenario = self.scenario(scenario_id)
        return scenario.question(question_id) if scenario else None


def refs(scenario: Scenario) -> tuple[str, ...]:
    """The references of a scenario's questions: `scenario/question`, in order."""
    return tuple(f"{scenario.id}/{question.id}" for question in scenario.questions)


def assemble(
    entries: tuple[AgendaEntry, ...],
    scenarios: Mapping[str, Scenario],
    *,
    id: str,
    title: str,
    minutes: float | None = None,
) -> Workshop:
    """Join an agenda's scenarios into the workshop that a session keeps a copy of.

    A scenario that leans on a grid brings that grid along, whichever pack holds it. The closing
    scenario, where there is one, comes last. Cards stay behind: no workshop shows them. So do
    lines that speak of a question which the agenda leaves out.

    Args:
        entries: The agenda.
        scenarios: All the scenarios at hand, by id.
        id: The workshop's id.
        title: Its title.
        minutes: The day's length; the budgets' sum when absent.

    Raises:
        KeyError: An entry names a scenario or a question that is not at hand.
    """
    chosen: list[Scenario] = []
    for entry in entries:
        scenario = scenarios[entry.scenario]
        known = {question.id for question in scenario.questions}
        for question_id in entry.questions:
            if question_id not in known:
                raise KeyError(f"{entry.scenario}/{question_id}")
        chosen.append(chosen_of(scenario, entry))
    have = {scenario.id for scenario in chosen}
    chosen += [s for key, s in sorted(scenarios.items()) if s.closing and key not in have]
    # Nothing comes after the closing questions but the last page: no decision, and no break.
    ends = {"decision": None, "break_after": 0}
    chosen = [one.model_copy(update=ends) if one.closing else one for one in chosen]
    wanted = dict.fromkeys(grid for scenario in chosen for grid in grids_named(scenario))
    known_grids = {grid.id: grid for key in sorted(scenarios) for grid in scenarios[key].grids}
    known_grids |= {grid.id: grid for scenario in chosen for grid in scenario.grids}
    grids = tuple(known_grids[name] for name in wanted if name in known_grids)
    return Workshop(
        id=id,
        title=title,
        minutes=minutes or agenda_minutes(chosen),
        grids=grids,
        scenarios=tuple(s.model_copy(update={"grids": (), "cards": ()}) for s in chosen),
    )


def agenda_minutes(scenarios: Iterable[Scenario]) -> float:
    """What an agenda takes: its scenarios, their breaks, and reading back who owns what."""
    chosen = tuple(scenarios)
    read_back = READ_BACK if any(scenario.decision for scenario in chosen) else 0.0
    return sum(one.minutes + one.break_after for one in chosen) + read_back


def fit(workshop: Workshop) -> Fit:
    """How an agenda fits into its day."""
    whole = agenda_minutes(workshop.scenarios)
    optional = sum(
        one.minutes - one.minutes_of(q for q in one.questions if not q.optional)
        for one in workshop.scenarios
    )
    longest = stretch = 0.0
    for one in workshop.scenarios:
        stretch += one.minutes
        longest = max(longest, stretch)
        stretch = 0.0 if one.break_after else stretch
    return Fit(workshop.minutes, whole - optional, whole, longest)


def scaled(workshop: Workshop, factor: float) -> Workshop:
    """The same workshop with every time budget multiplied: a shorter day, or a longer one.

    A question keeps what its silence, its pairs and its vote take; breaks stay as they are.

    A budget stays within what a pack may say, or the session could not be read again.
    """
    return workshop.model_copy(
        update={"scenarios": tuple(_scaled(s, factor) for s in workshop.scenarios)}
    )


def _scaled(scenario: Scenario, factor: float) -> Scenario:
    def times(minutes: float, most: float) -> float:
        return min(most, max(LEAST_BUDGET, round(minutes * factor, 2)))

    def asked(question: QuestionBase) -> float:
        # Silence, pairs and a vote take what they take: what a shorter day squeezes is the talk.
        needed = question.alone + question.in_pairs + vote_minutes(question)
        return max(times(question.minutes, MOST_BUDGET), min(question.minutes, needed))

    questions = tuple(q.model_copy(update={"minutes": asked(q)}) for q in scenario.questions)
    decision = scenario.decision
    if decision is not None:
        minutes = times(decision.minutes, MOST_BUDGET)
        decision = decision.model_copy(update={"minutes": minutes})
    return scenario.model_copy(
        update={
            "questions": questions,
            "decision": decision,
            "brief_minutes": times(scenario.brief_minutes, MOST_BRIEF),
        }
    )


def grids_named(scenario: Scenario) -> Iterator[str]:
    """The ids of all grids that a scenario asks about or leans on, in order, with repeats."""
    for question in scenario.questions:
        if isinstance(question, GridQuestion):
            yield question.grid
        for answer in (*options_of(question), *items_of(question)):
            yield from (lean.grid for lean in answer.leans)
