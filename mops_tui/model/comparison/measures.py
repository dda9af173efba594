"""What a trend can show of a session: figures, each with what stands behind it.

A session is taken apart into measures as soon as it is read, so that a thousand of them take
little memory.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from mops_tui.model.comparison.comparison import Session, all_refs, comparable_result
from mops_tui.model.comparison.decisions import decided, owners
from mops_tui.model.comparison.figures import Figure, figures
from mops_tui.model.comparison.grids import corner_counts, leanings_under_quorum
from mops_tui.model.comparison.wording import edition, grid_edition
from mops_tui.model.packs.pack import Grid
from mops_tui.model.packs.questions import QuestionBase, RateQuestion, items_of, options_of
from mops_tui.model.results.consensus import FEW, of_steps, split
from mops_tui.model.results.enough import Shortfall, is_under_quorum, shortfall
from mops_tui.model.results.grid import summary
from mops_tui.model.results.marks import axes, near_lines
from mops_tui.model.results.results import Mark, Result
from mops_tui.model.session.audience import VisibleState

AGREEMENT = "*agreement"
"""The key of how far a room agrees: on a scale A, of the item that it agrees on least."""
LEAD = "*lead"
"""The key of the leader's share, where answers have no order."""
TOP = "*top"
"""Begins the key of a family of rated items: the share of votes on the highest level."""
TYPICAL = "*typical"
"""Begins the key of the same family's typical answer: the median of all its votes."""


@dataclass(frozen=True)
class Measure:
    """One figure of one session.

    Attributes:
        about: "question" or "grid".
        key: `scenario/question`, or the grid's id.
        edition: Its wording, options and scale; another one makes another line.
        title: Of the question or the grid.
        part: An option, item, axis, quadrant or group; `AGREEMENT`, `LEAD`, `TOP`, `TYPICAL`.
        label: Of the part, as the pack has it; "" for those of ours.
        unit: "share", "step", "rank", "axis" or "agreement".
        value: The figure.
        top: The highest value that it can have, where that depends on the question.
        n: How many people's answers are behind it.
        short: Why nothing is said of it; None where enough stands behind it.
        question: The question, for the names of its answers.
        steps: The ids of a scale's steps, for "step".
        close: A corner of a grid on which a hair decides who is in which: see `near_lines`.
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
    n: int = 0
    short: Shortfall | None = None
    question: QuestionBase | None = None
    steps: tuple[str, ...] = ()
    close: bool = False


@dataclass(frozen=True)
class TrendSession:
    """A session of a trend, without its answers.

    Attributes:
        file: The name of its file; "" where it has none.
        owners: Who owns that, by scenario.
        decisions: What was decided, by scenario; empty where nothing was. Every scenario of its
            agenda is there, by its id and title.
    """

    id: str
    title: str
    opened: datetime
    kind: str
    people: int
    decisions: tuple[tuple[str, str, tuple[str, ...]], ...] = ()
    owners: tuple[tuple[str, tuple[str, ...]], ...] = ()
    file: str = ""


def trend_session(session: Session) -> TrendSession:
    """A session without its answers."""
    state = session.state
    titles = {one.id: one.title for one in state.workshop.scenarios}
    titles |= {one.scenario: one.scenario for one in state.decisions.values()} | titles
    return TrendSession(
        id=session.id,
        title=session.title,
        opened=session.opened,
        kind=state.session,
        people=state.present,
        decisions=tuple((id_, title, decided(state, id_)) for id_, title in titles.items()),
        owners=tuple((id_, owners(state, id_)) for id_ in titles),
        file=session.file,
    )


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


def _of_question(state: VisibleState, question: QuestionBase, outcome: Result) -> list[Measure]:
    wording, few_voted = edition(state, question), is_under_quorum(outcome)
    every = shortfall(outcome.n, under_quorum=few_voted)

    def measure(
        part: str,
        label: str,
        unit: str,
        value: float,
        *,
        top: float = 1.0,
        n: int = outcome.n,
        short: Shortfall | None = every,
        steps: tuple[str, ...] = (),
        close: bool = False,
    ) -> Measure:
        ref, title = outcome.ref, question.title
        return Measure(
            "question", ref, wording, title, part, label, unit, value,
            top=top, n=n, short=short, question=question, steps=steps, close=close,
        )  # fmt: skip

    collected: list[Measure] = []
    verdict = outcome.verdict
    if verdict.value is not None:
        judged = verdict.code in ("majority", "plurality", "tie")
        part, unit = (LEAD, "share") if judged else (AGREEMENT, "agreement")
        collected.append(measure(part, "", unit, verdict.value))
    each = figures(state, outcome)
    steps = outcome.items[0].distribution.categories if outcome.items else ()
    if isinstance(question, RateQuestion):
        for group, label, counts in _pooled(question, each):
            middle = of_steps(counts).median if outcome.n >= FEW else None
            if middle is not None:
                camps = split(counts, steps) is not None
                short = shortfall(outcome.n, under_quorum=few_voted, split=camps)
                top = float(len(counts) - 1)
                part, value = TYPICAL + group, float(middle)
                collected.append(
                    measure(part, label, "step", value, top=top, short=short, steps=steps)
                )
            share = counts[-1] / sum(counts)
            collected.append(measure(TOP + group, label, "share", share))
        return collected
    names = _names(state, question)
    for one in each:
        if one.value is not None:
            top = float(max(1, len(one.counts) - 1)) if one.unit == "step" else 1.0
            top = float(len(options_of(question))) if one.unit == "rank" else top
            label = one.label or names.get(one.key, one.key)
            scale = steps if one.unit == "step" else ()
            collected.append(
                measure(
                    one.key, label, one.unit, one.value,
                    top=top, n=one.n, short=one.short, steps=scale,
                    close=one.unit == "share" and _are_close(outcome.marks, outcome.n),
                )
            )  # fmt: skip
    return collected


def _names(state: VisibleState, question: QuestionBase) -> dict[str, str]:
    names = {option.id: option.label for option in options_of(question)}
    for item in items_of(question):
        names[item.id] = item.label
    grid = state.workshop.grid(getattr(question, "grid", ""))
    return names | _grid_names(grid) if grid else names


def _are_close(marks: Sequence[Mark], n: int) -> bool:
    return near_lines([(mark.x, mark.y) for mark in marks], n) > 0


def _grid_names(grid: Grid) -> dict[str, str]:
    ends = {"x": f"{grid.x.low}-{grid.x.high}", "y": f"{grid.y.low}-{grid.y.high}"}
    return ends | {quadrant.id: quadrant.name for quadrant in grid.quadrants}


def _pooled(
    question: RateQuestion, each: Sequence[Figure]
) -> list[tuple[str, str, tuple[int, ...]]]:
    """For each group of items, or for all: its votes by level, all items together."""
    groups = {group.id: group.label for group in question.groups} or {"": ""}
    group_of = {item.id: item.group or "" for item in question.items}
    pooled: list[tuple[str, str, tuple[int, ...]]] = []
    for group, label in groups.items():
        members = [one.counts for one in each if not group or group_of.get(one.key) == group]
        counts = tuple(map(sum, zip(*members, strict=True)))
        if sum(counts):
            pooled.append((group, label, counts))
    return pooled


def _of_grid(state: VisibleState, grid: Grid) -> list[Measure]:
    """Where the answers lean; own marks are measured with the question that asked for them."""
    marks_summary = summary(state, grid.id)
    least = FEW if state.policy.anonymity == "anonymous" else 1
    if marks_summary is None or len(marks_summary.leaning) < least:
        return []
    wording, names = grid_edition(grid), _grid_names(grid)
    n = len(marks_summary.leaning)
    few_voted = leanings_under_quorum(state, n)
    every = shortfall(n, under_quorum=few_voted)
    values: list[tuple[str, str, float | None, Shortfall | None]] = []
    for one in axes(marks_summary.leaning):
        camps = one.split is not None
        short = shortfall(n, under_quorum=few_voted, split=camps)
        values.append((one.axis, "axis", one.median, short))
    corners, _between = corner_counts(grid, marks_summary.leaning)
    values += [(quadrant, "share", count / (n or 1), every) for quadrant, count in corners]
    return [
        Measure(
            "grid",
            grid.id,
            wording,
            grid.title,
            part,
            names[part],
            unit,
            value,
            n=n,
            short=short,
            close=unit == "share" and _are_close(marks_summary.leaning, n),
        )
        for part, unit, value, short in values
        if value is not None
    ]
