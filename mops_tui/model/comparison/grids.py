"""Grids of several sessions over each other: medians, the middle halves, shares, arrows.

Own marks are laid over own marks, leanings over leanings, never one over the other. Arrows join
the marks of one person only where both rooms are named, the name stands once in each, and the
marks rest on the same questions.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from mops_tui.model.comparison.gaps import Gap
from mops_tui.model.comparison.people import in_both, name_key
from mops_tui.model.comparison.wording import grid_edition
from mops_tui.model.packs.digest import question_digest
from mops_tui.model.packs.pack import Grid
from mops_tui.model.results import marks as on_grid
from mops_tui.model.results.consensus import FEW
from mops_tui.model.results.enough import Shortfall, is_under_quorum, reaches_quorum, shortfall
from mops_tui.model.results.grid import summary
from mops_tui.model.results.leans import asked_about
from mops_tui.model.results.results import AxisResult, GridSummary, Mark
from mops_tui.model.results.tallies import result
from mops_tui.model.session.audience import VisibleState


@dataclass(frozen=True)
class NamedMark:
    """A mark of a room that shows names or handles."""

    name: str
    x: float
    y: float


@dataclass(frozen=True)
class GridStanding:
    """One session on a grid.

    Attributes:
        session: Its index.
        n: How many marks.
        axes: x, then y.
        corners: (quadrant id, how many stand in it) in the grid's reading order; those who were
            called out are among them.
        between: How many stand on an axis: in no corner.
        near: How many stand close to a line, where a hair decides the corners; see `near_lines`.
        marks: With names or handles; none of an anonymous room.
        under_quorum: Fewer have a mark, or voted on it, than the quorum asks.
    """

    session: int
    n: int
    axes: tuple[AxisResult, AxisResult]
    corners: tuple[tuple[str, int], ...]
    marks: tuple[NamedMark, ...]
    under_quorum: bool = False
    between: int = 0
    near: int = 0

    @property
    def counted(self) -> int:
        """Of how many people the corners are."""
        return sum(count for _corner, count in self.corners) + self.between

    def share(self, index: int) -> float:
        """The share of the people who stand in a corner, 0 to 1."""
        return self.corners[index][1] / (self.counted or 1)

    def short(self, axis: AxisResult) -> Shortfall | None:
        """Why nothing is said of the median on an axis."""
        split = axis.split is not None
        return shortfall(axis.n, under_quorum=self.under_quorum, split=split)


@dataclass(frozen=True)
class NamedArrow:
    """How one person's mark differs between the first session and the last."""

    name: str
    x0: float
    y0: float
    x1: float
    y1: float


@dataclass(frozen=True)
class GridShift:
    """One grid through the sessions that have marks on it.

    Attributes:
        grid: The grid, as the first of them had it.
        basis: "placed" (own marks) or "leaning" (where answers lean).
        same_questions: The leanings rest on the same questions in all of them.
        arrows: From the first to the last; of the same people alone.
        in_both: How many are known by name in the first and in the last.
        named: Both of them show names.
        same_ends: The marks of the first and the last rest on the same questions: a difference
            between them is a move. There are no arrows otherwise.
        own: The sessions with own marks, which are not shown where the basis is "leaning".
    """

    grid: Grid
    basis: str
    standings: tuple[GridStanding, ...]
    same_questions: bool
    arrows: tuple[NamedArrow, ...]
    in_both: int = 0
    named: bool = False
    same_ends: bool = True
    own: tuple[int, ...] = ()


def grid_shifts(
    states: Sequence[VisibleState],
) -> tuple[tuple[GridShift, ...], tuple[Gap, ...]]:
    """Every grid on which two or more sessions can be laid over each other, and what cannot be."""
    shifts: list[GridShift] = []
    gaps: list[Gap] = []
    for grid_id in dict.fromkeys(g.id for state in states for g in state.workshop.grids):
        shift, missing = _shift(states, grid_id)
        shifts += [shift] if shift else []
        gaps += missing
    return tuple(shifts), tuple(gaps)


def _shift(states: Sequence[VisibleState], grid_id: str) -> tuple[GridShift | None, list[Gap]]:
    gaps: list[Gap] = []
    with_marks: list[tuple[int, Grid, GridSummary]] = []
    first: Grid | None = None
    for index, state in enumerate(states):
        grid, marks_summary = state.workshop.grid(grid_id), summary(state, grid_id)
        first = first or grid
        why = ""
        if grid is None or marks_summary is None:
            why = "missing"
        elif first is not None and grid_edition(grid) != grid_edition(first):
            why = "reworded"
        elif not marks_summary.placed and not marks_summary.leaning:
            why = "unanswered"
        elif _too_few(state, marks_summary):
            why = "few"
        else:
            with_marks.append((index, grid, marks_summary))
        if why:
            gaps.append(Gap("grid", grid_id, "", index, why))
    title = first.title if first else grid_id
    basis, chosen = _basis(states, with_marks)
    outside = {index for index, _g, _s in with_marks} - {index for index, _g, _s in chosen}
    if len(with_marks) > 1:
        gaps += [Gap("grid", grid_id, "", index, "basis") for index in sorted(outside)]
    gaps = [Gap(gap.about, gap.key, title, gap.session, gap.why) for gap in gaps]
    if len(chosen) < 2 or first is None:
        return None, gaps
    standings = tuple(
        _standing_of(states[index], index, grid, marks_summary, basis)
        for index, grid, marks_summary in chosen
    )
    bases = [_rests_on(states[index], grid_id) for index, _g, _s in chosen]
    same_ends = basis == "placed" or bases[0] == bases[-1]
    ends = states[standings[0].session], states[standings[-1].session]
    shift = GridShift(
        grid=first,
        basis=basis,
        standings=standings,
        same_questions=basis == "placed" or len(set(bases)) == 1,
        arrows=_arrows(states, standings) if same_ends else (),
        in_both=len(in_both(*ends)),
        named=all(map(_is_named, ends)),
        same_ends=same_ends,
        own=tuple(index for index, _g, of in with_marks if of.placed),
    )
    return shift, gaps


def _too_few(state: VisibleState, marks_summary: GridSummary) -> bool:
    marks = marks_summary.placed or marks_summary.leaning
    return state.policy.anonymity == "anonymous" and len(marks) < FEW


_OnGrid = list[tuple[int, Grid, GridSummary]]


def _basis(states: Sequence[VisibleState], with_marks: _OnGrid) -> tuple[str, _OnGrid]:
    """Own marks where most sessions have them to the same question, else the leanings."""
    by_wording: dict[str, _OnGrid] = {}
    for index, grid, marks_summary in with_marks:
        question = states[index].workshop.question(marks_summary.ref)
        if marks_summary.placed and question is not None:
            wording = f"{marks_summary.ref}|{question_digest(question)}"
            by_wording.setdefault(wording, []).append((index, grid, marks_summary))
    placed: _OnGrid = max(by_wording.values(), key=len, default=[])
    leaning = [one for one in with_marks if one[2].leaning and not _few_leaning(states, one)]
    if len(placed) > 1 and len(placed) >= len(leaning):
        return "placed", placed
    return "leaning", leaning


def _few_leaning(states: Sequence[VisibleState], one: tuple[int, Grid, GridSummary]) -> bool:
    index, _grid, marks_summary = one
    return states[index].policy.anonymity == "anonymous" and len(marks_summary.leaning) < FEW


def _rests_on(state: VisibleState, grid_id: str) -> frozenset[str]:
    """The questions, with their wording, behind a grid's leanings."""
    questions = {one.ref: state.workshop.question(one.ref) for one in asked_about(state, grid_id)}
    return frozenset(f"{ref}|{question_digest(q)}" for ref, q in questions.items() if q is not None)


def _standing_of(
    state: VisibleState, index: int, grid: Grid, marks_summary: GridSummary, basis: str
) -> GridStanding:
    marks = marks_summary.placed if basis == "placed" else marks_summary.leaning
    outcome = result(state, marks_summary.ref) if basis == "placed" else None
    corners, between = corner_counts(grid, marks)
    if outcome is not None:
        corners, between = outcome.quadrants, outcome.on_axes
    people = sum(count for _corner, count in corners) + between
    return GridStanding(
        session=index,
        n=len(marks),
        axes=on_grid.axes(marks),
        corners=corners,
        between=between,
        near=on_grid.near_lines([(mark.x, mark.y) for mark in marks], people),
        marks=_named_marks(state, marks),
        under_quorum=_under_quorum(state, marks_summary, basis),
    )


def corner_counts(grid: Grid, marks: Sequence[Mark]) -> tuple[tuple[tuple[str, int], ...], int]:
    """How many marks stand in each corner, in reading order, and how many in none of them."""
    at = [grid.quadrant_at(mark.x, mark.y) for mark in marks]
    ids = [quadrant.id for quadrant in at if quadrant is not None]
    return tuple((one.id, ids.count(one.id)) for one in grid.quadrants), len(at) - len(ids)


def _under_quorum(state: VisibleState, marks_summary: GridSummary, basis: str) -> bool:
    """Whether the round of the marks, or the number of leanings, is under the quorum."""
    if basis == "placed":
        outcome = result(state, marks_summary.ref)
        return outcome is not None and is_under_quorum(outcome)
    return leanings_under_quorum(state, len(marks_summary.leaning))


def leanings_under_quorum(state: VisibleState, n: int) -> bool:
    """Whether fewer people have a leaning than the quorum asks of those present."""
    return not reaches_quorum(n, state.present, state.policy.quorum)


def _named_marks(state: VisibleState, marks: Sequence[Mark]) -> tuple[NamedMark, ...]:
    if state.policy.anonymity == "anonymous":
        return ()
    people = state.participants
    return tuple(
        NamedMark(people[m.participant].name if m.participant in people else "", m.x, m.y)
        for m in marks
    )


def _arrows(
    states: Sequence[VisibleState], standings: Sequence[GridStanding]
) -> tuple[NamedArrow, ...]:
    first, last = standings[0], standings[-1]
    known = in_both(states[first.session], states[last.session])
    before, after = ({name_key(mark.name): mark for mark in one.marks} for one in (first, last))
    return tuple(
        NamedArrow(mark.name, before[name].x, before[name].y, mark.x, mark.y)
        for name, mark in after.items()
        if name in known and name in before
    )


def _is_named(state: VisibleState) -> bool:
    return state.policy.anonymity == "named"
