"""The same measures through all sessions of a folder: a line each, with gaps where not asked.

A session is taken apart into measures as soon as it is read, so that a thousand of them take
little memory. Answers to another wording make a line of their own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from mops_tui.model.comparison.comparison import Session, all_refs, comparable_result, edition
from mops_tui.model.comparison.figures import Figure, figures
from mops_tui.model.comparison.grids import grid_edition
from mops_tui.model.packs.pack import Grid
from mops_tui.model.packs.questions import QuestionBase, RateQuestion, items_of, options_of
from mops_tui.model.results.consensus import FEW
from mops_tui.model.results.grid import shares, summary
from mops_tui.model.results.marks import axes
from mops_tui.model.results.results import Result
from mops_tui.model.session.audience import VisibleState

AGREEMENT = "*agreement"
"""The key of how far a room agrees: on a scale A, of the item that it agrees on least."""
LEAD = "*lead"
"""The key of the leader's share, where answers have no order."""
TOP = "*top"
"""Begins the key of a family of rated items: the share of votes on the highest level."""


@dataclass(frozen=True)
class Measure:
    """One figure of one session.

    Attributes:
        about: "question" or "grid".
        key: `scenario/question`, or the grid's id.
        edition: Its wording, options and scale; another one makes another line.
        title: Of the question or the grid.
        part: An option, item, axis, quadrant or group; `AGREEMENT`, `LEAD`, `TOP`.
        label: Of the part, as the pack has it; "" for those of ours.
        unit: "share", "step", "rank", "axis" or "agreement".
        value: The figure.
        top: The highest value that it can have, where that depends on the question.
    """

    about: str
    key: str
    edition: str
    title: str
    part: str
    label: str
    unit: str
    value: float
    top: float = 1.0


@dataclass(frozen=True)
class TrendSession:
    """A session of a trend, without its answers."""

    id: str
    title: str
    opened: datetime
    kind: str
    people: int


@dataclass(frozen=True)
class TrendLine:
    """One measure through the sessions.

    Attributes:
        wording: 1 for the wording that came first, 2 for the next, and so on.
        wordings: How many there are of the question.
        values: One a session; None where it was not asked, or not answered.
    """

    about: str
    key: str
    title: str
    part: str
    label: str
    unit: str
    top: float
    wording: int
    wordings: int
    values: tuple[float | None, ...]


@dataclass(frozen=True)
class Trend:
    """All sessions in order of time, and a line for each measure."""

    moments: tuple[TrendSession, ...]
    lines: tuple[TrendLine, ...]


def trend_session(session: Session) -> TrendSession:
    """A session without its answers."""
    state = session.state
    return TrendSession(session.id, session.title, session.opened, state.session, state.present)


def measures(session: Session) -> tuple[Measure, ...]:
    """Everything of a session that a trend can show."""
    state = session.state
    collected: list[Measure] = []
    for ref in all_refs((state,)):
        _why, outcome = comparable_result(state, ref)
        question = state.workshop.question(ref)
        if outcome is not None and question is not None:
            collected += _of_question(state, question, outcome)
    for grid in state.workshop.grids:
        collected += _of_grid(state, grid)
    return tuple(collected)


def trend(each: Sequence[tuple[TrendSession, Sequence[Measure]]]) -> Trend:
    """Join the measures of many sessions into lines."""
    ordered = sorted(each, key=lambda one: (one[0].opened, one[0].id))
    cells: dict[tuple[str, str], dict[str, dict[str, tuple[Measure, dict[int, float]]]]] = {}
    for index, (_moment, of) in enumerate(ordered):
        for one in of:
            wordings = cells.setdefault((one.about, one.key), {})
            parts = wordings.setdefault(one.edition, {})
            parts.setdefault(one.part, (one, {}))[1][index] = one.value
    lines: list[TrendLine] = []
    for wordings in cells.values():
        for number, parts in enumerate(wordings.values(), 1):
            for one, values in parts.values():
                row = tuple(values.get(index) for index in range(len(ordered)))
                lines.append(
                    TrendLine(
                        about=one.about,
                        key=one.key,
                        title=one.title,
                        part=one.part,
                        label=one.label,
                        unit=one.unit,
                        top=one.top,
                        wording=number,
                        wordings=len(wordings),
                        values=row,
                    )
                )
    return Trend(tuple(one[0] for one in ordered), tuple(lines))


def _of_question(state: VisibleState, question: QuestionBase, outcome: Result) -> list[Measure]:
    wording = edition(state, question)

    def measure(part: str, label: str, unit: str, value: float, top: float = 1.0) -> Measure:
        ref, title = outcome.ref, question.title
        return Measure("question", ref, wording, title, part, label, unit, value, top)

    collected: list[Measure] = []
    verdict = outcome.verdict
    if verdict.value is not None:
        judged = verdict.code in ("majority", "plurality", "tie")
        part, unit = (LEAD, "share") if judged else (AGREEMENT, "agreement")
        collected.append(measure(part, "", unit, verdict.value))
    each = figures(state, outcome)
    if isinstance(question, RateQuestion):
        return collected + [
            measure(TOP + group, label, "share", share)
            for group, label, share in _top(question, each)
        ]
    names = _names(state, question)
    for one in each:
        if one.value is not None:
            top = float(max(1, len(one.counts) - 1)) if one.unit == "step" else 1.0
            top = float(len(options_of(question))) if one.unit == "rank" else top
            label = one.label or names.get(one.key, one.key)
            collected.append(measure(one.key, label, one.unit, one.value, top))
    return collected


def _names(state: VisibleState, question: QuestionBase) -> dict[str, str]:
    names = {option.id: option.label for option in options_of(question)}
    for item in items_of(question):
        names[item.id] = item.label
    grid = state.workshop.grid(getattr(question, "grid", ""))
    return names | _grid_names(grid) if grid else names


def _grid_names(grid: Grid) -> dict[str, str]:
    ends = {"x": f"{grid.x.low}-{grid.x.high}", "y": f"{grid.y.low}-{grid.y.high}"}
    return ends | {quadrant.id: quadrant.name for quadrant in grid.quadrants}


def _top(question: RateQuestion, each: Sequence[Figure]) -> list[tuple[str, str, float]]:
    """For each group of items, or for all: the share of votes on the scale's highest level."""
    groups = {group.id: group.label for group in question.groups} or {"": ""}
    group_of = {item.id: item.group or "" for item in question.items}
    tops: list[tuple[str, str, float]] = []
    for group, label in groups.items():
        members = [one for one in each if not group or group_of.get(one.key) == group]
        votes = sum(sum(one.counts) for one in members)
        if votes:
            share = sum(one.counts[-1] for one in members if one.counts) / votes
            tops.append((group, label, share))
    return tops


def _of_grid(state: VisibleState, grid: Grid) -> list[Measure]:
    """Where the answers lean; own marks are measured with the question that asked for them."""
    marks_summary = summary(state, grid.id)
    least = FEW if state.policy.anonymity == "anonymous" else 1
    if marks_summary is None or len(marks_summary.leaning) < least:
        return []
    wording, names = grid_edition(grid), _grid_names(grid)
    values = [(a.axis, "axis", a.median) for a in axes(marks_summary.leaning)]
    spread = shares(grid, [(mark.x, mark.y) for mark in marks_summary.leaning])
    values += [(quadrant, "share", share) for quadrant, share in spread]
    return [
        Measure("grid", grid.id, wording, grid.title, part, names[part], unit, value)
        for part, unit, value in values
        if value is not None
    ]
