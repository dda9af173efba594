"""A workshop as planned, minute by minute: what begins when, and when it would be late.

Budgets are those of the packs; how they add up is said in `model.packs.minutes` alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Literal

from mops_tui.model.agenda.grids import grids_with_marks
from mops_tui.model.agenda.pace import drop_order
from mops_tui.model.packs.minutes import READ_BACK, asked_minutes, vote_minutes
from mops_tui.model.packs.pack import Grid, Scenario
from mops_tui.model.packs.questions import QuestionBase
from mops_tui.model.packs.workshop import Workshop
from mops_tui.model.session.header import Policy
from mops_tui.model.session.state import SessionState

RowKind = Literal["brief", "question", "decision", "break", "grid", "owners", "summary"]
"""What the room does at a place of the day."""
StretchKind = Literal["alone", "pairs", "vote", "talk"]
"""What a question's minutes are for, in this order."""
_EXACT = 6


@dataclass(frozen=True)
class Stretch:
    """A part of a question's minutes."""

    kind: StretchKind
    minutes: float


@dataclass(frozen=True)
class SheetRow:
    """A place of the day.

    Attributes:
        start: When it begins, in minutes from the beginning of the workshop.
        minutes: Its own budget.
        takes: What it adds to the day. Of questions that hang on an earlier answer not all are
            asked: the first of them has the minutes of as many as can be, the others none.
        scenario: The scenario that it belongs to, None for what belongs to all of them.
        question: The question that is asked.
        grid: The grid that is shown.
        together: How many questions in a row hang on earlier answers, this one included; they all
            begin at the same time. 0 for whatever is asked in any case.
    """

    kind: RowKind
    start: float
    minutes: float
    takes: float
    scenario: Scenario | None = None
    question: QuestionBase | None = None
    grid: Grid | None = None
    together: int = 0

    @property
    def stretches(self) -> tuple[Stretch, ...]:
        """What a question's minutes are for; they add up to them, however short these are."""
        return stretches(self.question) if self.question else ()


@dataclass(frozen=True)
class RunSheet:
    """A workshop as planned.

    Attributes:
        rows: The places of the day, in order.
        planned: The minutes that the day has.
        dropped_first: The questions to leave out when it is late, in this order: only optional
            ones, the last first, and never the last question of a scenario.
    """

    rows: tuple[SheetRow, ...]
    planned: float
    dropped_first: tuple[QuestionBase, ...]

    @property
    def needed(self) -> float:
        """The minutes that the places take."""
        return round(sum(row.takes for row in self.rows), _EXACT)

    @property
    def spare(self) -> float:
        """The minutes that are left of the day; below 0 where the places need more than it has."""
        return round(self.planned - self.needed, _EXACT)

    def latest(self, row: SheetRow) -> float:
        """When a place has to begin at the latest, so that all the rest still fits."""
        return round(row.start + self.spare, _EXACT)


def run_sheet(workshop: Workshop) -> RunSheet:
    """A workshop as planned, if nothing of it is left out."""
    state = SessionState(workshop=workshop, policy=Policy(), minutes=workshop.minutes)
    grids = [grid for key in grids_with_marks(state) if (grid := workshop.grid(key))]
    rows = tuple(_one_after_another(_rows(workshop, grids)))
    named = (workshop.question(ref) for ref in drop_order(state))
    optional = tuple(question for question in named if question and question.optional)
    return RunSheet(rows, workshop.minutes, optional)


def stretches(question: QuestionBase) -> tuple[Stretch, ...]:
    """What a question's minutes are for: silence, pairs, the vote, and what is left for talk."""
    left, found = question.minutes, []
    wanted: Sequence[tuple[StretchKind, float]] = (
        ("alone", question.alone),
        ("pairs", question.in_pairs),
        ("vote", vote_minutes(question)),
    )
    for kind, minutes in wanted:
        found.append(Stretch(kind, min(minutes, left)))
        left = round(left - found[-1].minutes, _EXACT)
    found.append(Stretch("talk", left))
    return tuple(stretch for stretch in found if stretch.minutes > 0)


def _one_after_another(rows: Iterator[SheetRow]) -> Iterator[SheetRow]:
    now, before = 0.0, None
    for row in rows:
        same = row.together and before is not None and before.together
        start = before.start if same and before is not None else now
        before = replace(row, start=start)
        yield before
        now = round(now + row.takes, _EXACT)


def _row(kind: RowKind, minutes: float, scenario: Scenario | None = None) -> SheetRow:
    return SheetRow(kind, 0.0, minutes, minutes, scenario)


def _rows(workshop: Workshop, grids: Sequence[Grid]) -> Iterator[SheetRow]:
    closing = [one for one in workshop.scenarios if one.closing]
    for one in workshop.scenarios:
        if not one.closing:
            yield from _of_scenario(one)
    for grid in grids:
        yield replace(_row("grid", 0.0), grid=grid)
    if any(one.decision for one in workshop.scenarios if not one.closing):
        yield _row("owners", READ_BACK)
    for one in closing:
        yield from _of_scenario(one)
    yield _row("summary", 0.0)


def _of_scenario(scenario: Scenario) -> Iterator[SheetRow]:
    if not scenario.no_brief:
        yield _row("brief", scenario.brief_minutes, scenario)
    yield from _questions(scenario)
    if scenario.decision and not scenario.closing:
        yield _row("decision", scenario.decision.minutes, scenario)
    if scenario.break_after:
        yield _row("break", scenario.break_after, scenario)


def _questions(scenario: Scenario) -> Iterator[SheetRow]:
    before: list[QuestionBase] = []
    for conditional, group in groupby(scenario.questions, lambda one: bool(one.asked_if)):
        run = list(group)
        together = len(run) if conditional else 0
        takes = round(asked_minutes([*before, *run]) - asked_minutes(before), _EXACT)
        for question in run:
            row = replace(_row("question", question.minutes, scenario), question=question)
            if together:
                row = replace(row, together=together, takes=takes if question is run[0] else 0.0)
            yield row
        before += run
