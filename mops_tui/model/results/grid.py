"""The room on a grid: own marks, where the answers lean and why, the spread over four corners.

A person has up to two marks. *Placed* is their own answer to a grid question. *Leaning* is, on
each axis, the weighted mean of what their answers lean to, once three or more lean on that axis.
The parts of a leaning are made so that `math.fsum` of them is the mark, exactly.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from math import floor, fsum

from mops_tui.model.packs.pack import Grid
from mops_tui.model.packs.questions import GridQuestion, kind_of
from mops_tui.model.packs.workshop import refs
from mops_tui.model.people.anonymity import ROLE_CROWD
from mops_tui.model.results import marks as on_grid
from mops_tui.model.results.consensus import quantile
from mops_tui.model.results.enough import reaches_quorum
from mops_tui.model.results.leans import Answer, LeaningQuestion, answers_of, asked_about
from mops_tui.model.results.results import Arrow, GridSummary, Leaning, RoleMarks, Term
from mops_tui.model.session.audience import VisibleState
from mops_tui.model.session.state import Round
from mops_tui.model.text.same import Same

ENOUGH_ANSWERS = 3
"""Under this many answers that lean on an axis there is no mark on it."""
_FULL = 100.0
_Places = dict[str, tuple[float, float]]


def leaning(state: VisibleState, participant: str, grid_id: str) -> Leaning:
    """Where somebody's answers lean on a grid, and why.

    In an anonymous room nobody's answers may be told apart: the leaning is empty.
    """
    if state.policy.anonymity == "anonymous":
        return Leaning("", None, None, (), ())
    return _leaning(asked_about(state, grid_id), participant)


def summary(state: VisibleState, grid_id: str) -> GridSummary | None:
    """Everything there is to see on one grid; None for a grid that is not in the workshop."""
    return _summary(Same(state), grid_id)


def enough_marks(state: VisibleState, marks: GridSummary | None) -> bool:
    """Whether enough of those present have a mark to say where the room stands."""
    if marks is None:
        return False
    return reaches_quorum(marks.axes[0].n, state.present, state.policy.quorum)


@lru_cache(maxsize=8)
def _summary(same: Same[VisibleState], grid_id: str) -> GridSummary | None:
    """A screen asks for the same several times at each change."""
    state = same.value
    grid = state.workshop.grid(grid_id)
    if grid is None:
        return None
    ref, round_ = _asked(state, grid_id)
    placed = on_grid.points(state, round_) if round_ else {}
    leanings = _leanings(state, grid_id)
    leant = {
        participant.participant: (_on_map(participant.x), _on_map(participant.y))
        for participant in leanings
        if participant.x is not None and participant.y is not None
    }
    own, by_answers = on_grid.marks(state, placed), on_grid.marks(state, leant)
    everyone = leant | placed
    return GridSummary(
        grid=grid_id,
        ref=ref,
        round=round_.number if round_ else 0,
        placed=own,
        leaning=by_answers,
        axes=on_grid.axes(own or by_answers),
        shares=shares(grid, [*everyone.values()]),
        called=_called(grid, round_),
        arrows=_arrows(state, ref, round_, placed),
        roles=_roles(state, everyone),
        leanings=() if state.policy.anonymity == "anonymous" else leanings,
    )


def shares(grid: Grid, where: Sequence[tuple[float, float]]) -> tuple[tuple[str, float], ...]:
    """How much of the room is in each corner, bilinear and averaged over people.

    Args:
        grid: The grid, whose corners come in reading order.
        where: One point a person, -100 to 100.

    Returns:
        (quadrant id, share 0 to 1); all 0 where there is nobody.
    """
    unit = [(x / _FULL, y / _FULL) for x, y in where]
    count = len(unit) or 1
    parts = (
        fsum((1 - x) * (1 + y) / 4 for x, y in unit) / count,
        fsum((1 + x) * (1 + y) / 4 for x, y in unit) / count,
        fsum((1 - x) * (1 - y) / 4 for x, y in unit) / count,
        fsum((1 + x) * (1 - y) / 4 for x, y in unit) / count,
    )
    return tuple((q.id, part) for q, part in zip(grid.quadrants, parts, strict=True))


def _asked(state: VisibleState, grid_id: str) -> tuple[str, Round | None]:
    """The question that asks for a place on the grid, and its latest revealed round.

    Of several questions, the one revealed last; where none is yet, the first of the agenda.
    """
    asking = [
        ref
        for scenario in state.workshop.scenarios
        for ref, question in zip(refs(scenario), scenario.questions, strict=True)
        if kind_of(question) == "grid"
        and isinstance(question, GridQuestion)
        and question.grid == grid_id
    ]
    latest_asked: tuple[str, Round | None] = (asking[0] if asking else "", None)
    newest = -1.0
    for ref in asking:
        round_ = on_grid.latest(state, ref)
        if round_ is not None and (round_.revealed_t or 0.0) >= newest:
            newest, latest_asked = round_.revealed_t or 0.0, (ref, round_)
    return latest_asked


def _leanings(state: VisibleState, grid_id: str) -> tuple[Leaning, ...]:
    """The leaning of everybody with an answer that leans, in the order of their seats."""
    questions = asked_about(state, grid_id)
    people = set(state.participants).union(*(one.round.votes for one in questions))
    order = sorted(people, key=lambda participant: on_grid.seat_of(state, participant))
    each = (_leaning(questions, participant) for participant in order)
    return tuple(leaning for leaning in each if leaning.x_terms or leaning.y_terms)


def _leaning(questions: Sequence[LeaningQuestion], participant: str) -> Leaning:
    x, x_terms = weighted(answers_of(questions, participant, "x"))
    y, y_terms = weighted(answers_of(questions, participant, "y"))
    return Leaning(participant, x, y, x_terms, y_terms)


def weighted(answers: Sequence[Answer]) -> tuple[float | None, tuple[Term, ...]]:
    """The mark on one axis, -1 to 1, with its terms, whose parts `fsum` to the mark.

    Args:
        answers: The answers that lean on the axis; under three make no mark.
    """
    weights = fsum(answer.weight for answer in answers)
    terms = tuple(
        Term(a.ref, a.item, a.value, a.weight, a.weight * a.value / weights, a.why) for a in answers
    )
    mark = fsum(term.part for term in terms)
    return (mark if len(terms) >= ENOUGH_ANSWERS else None), terms


def whole_parts(terms: Sequence[Term], mark: float) -> tuple[int, ...]:
    """The parts of a mark in whole hundredths that add up to the mark's own, by largest remainder.

    Args:
        terms: The terms whose parts `fsum` to the mark.
        mark: The mark on one axis, -1 to 1.
    """
    exact = [term.part * _FULL for term in terms]
    parts = [floor(part) for part in exact]
    missing = round(mark * _FULL) - sum(parts)
    by_rest = sorted(range(len(parts)), key=lambda index: parts[index] - exact[index])
    for index in by_rest[: max(0, missing)]:
        parts[index] += 1
    return tuple(parts)


def _on_map(unit: float) -> float:
    """A leaning, -1 to 1, on the map's -100 to 100; a rounding error may not leave it."""
    return max(-_FULL, min(_FULL, unit * _FULL))


def _called(grid: Grid, round_: Round | None) -> tuple[tuple[str, int], ...]:
    tally = round_.tally if round_ else None
    return tuple((q.id, tally.count("", q.id) if tally else 0) for q in grid.quadrants)


def _arrows(
    state: VisibleState, ref: str, round_: Round | None, placed: Mapping[str, tuple[float, float]]
) -> tuple[Arrow, ...]:
    if round_ is None or round_.number < 2:
        return ()
    before = state.rounds[ref][round_.number - 2]
    if not on_grid.is_countable(before):
        return ()
    return on_grid.arrows(state, on_grid.points(state, before), placed)


def _roles(state: VisibleState, where: _Places) -> tuple[RoleMarks, ...]:
    """The median mark of each role, by name; with too few to hide among, not at all."""
    by_role: dict[str, list[tuple[float, float]]] = {}
    for participant, point in where.items():
        role = state.voter_roles.get(participant)
        if role:
            by_role.setdefault(role, []).append(point)
    if state.policy.anonymity == "anonymous":
        by_role = {
            role: points
            for role, points in by_role.items()
            if len(points) >= ROLE_CROWD and len(where) - len(points) >= ROLE_CROWD
        }
    return tuple(
        RoleMarks(
            role,
            len(points),
            quantile([x for x, _ in points], 0.5) or 0.0,
            quantile([y for _, y in points], 0.5) or 0.0,
        )
        for role, points in sorted(by_role.items())
    )
