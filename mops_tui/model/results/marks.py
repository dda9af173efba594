"""Points of a round on a grid: each person's own mark, the axes they add up to, how they moved."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from mops_tui.model.results.consensus import BINS, FEW, bins, is_camp, of_axis_values, split
from mops_tui.model.results.results import Arrow, AxisResult, Mark
from mops_tui.model.session.audience import VisibleState
from mops_tui.model.session.ballots import Point, Sealed
from mops_tui.model.session.state import Round, SessionState, Vote
from mops_tui.model.text.same import Same

NEAR = 15
"""A mark so close to a line between two corners, of 100 each way, is in one by a hair."""
BIN_IDS = tuple(str(index) for index in range(BINS))
"""The names of an axis's five bins, from its low end."""


def is_countable(round_: Round) -> bool:
    """Whether a round may be counted: it is revealed, and no ballot of it is sealed."""
    return round_.phase == "revealed" and not _has_sealed(Same(round_.votes))


@lru_cache(maxsize=128)
def _has_sealed(votes: Same[Mapping[str, Vote]]) -> bool:
    """Asked of all revealed rounds at every event, and they change no more."""
    return any(isinstance(vote.ballot, Sealed) for vote in votes.value.values())


def latest(state: VisibleState, ref: str) -> Round | None:
    """The latest round of a question that may be counted, or None."""
    return next((r for r in reversed(state.rounds.get(ref, ())) if is_countable(r)), None)


def seat_of(state: SessionState, participant: str) -> tuple[int, str]:
    """Sorts participants by their seats; those whose seat is not known come last."""
    person = state.participants.get(participant)
    return (person.seat if person else 1_000_000, participant)


def points(state: VisibleState, round_: Round) -> dict[str, tuple[float, float]]:
    """The point of each participant who placed one, in the order of their seats."""
    placed = {p: v.ballot for p, v in round_.votes.items() if isinstance(v.ballot, Point)}
    order = sorted(placed, key=lambda participant: seat_of(state, participant))
    return {p: (float(placed[p].x), float(placed[p].y)) for p in order}


def marks(state: VisibleState, where: Mapping[str, tuple[float, float]]) -> tuple[Mark, ...]:
    """Marks at some points; in an anonymous room without ids, and in an order of no meaning."""
    if state.policy.anonymity == "anonymous":
        return tuple(Mark("", x, y) for x, y in sorted(where.values()))
    return tuple(Mark(participant, x, y) for participant, (x, y) in where.items())


def axis(name: str, values: Sequence[float]) -> AxisResult:
    """What the values on one axis add up to; under three, nothing: each mark stands alone."""
    counts, measures = bins(values), of_axis_values(values)
    return AxisResult(
        axis=name,
        n=len(values),
        low=measures.low,
        median=measures.median,
        high=measures.high,
        agreement=measures.agreement,
        split=split(counts, BIN_IDS) if len(values) >= FEW else None,
        both_sides=all(is_camp(sum(side), len(values)) for side in (counts[:2], counts[3:])),
    )


def axes(of: Sequence[Mark]) -> tuple[AxisResult, AxisResult]:
    """Both axes of some marks: x, then y."""
    return axis("x", [mark.x for mark in of]), axis("y", [mark.y for mark in of])


def near_lines(where: Iterable[tuple[float, float]], n: int) -> int:
    """How many stand so close to a line between corners that a small step changes the corner.

    The one rule for what is said of corners, wherever it is said.

    Args:
        where: The points, -100 to 100 each way.
        n: Of how many people the corners are: called votes are among them, and have no point.

    Returns:
        How many are within `NEAR` of a line, where that is half of them or more; else 0, and 0
        of fewer than `FEW`, of whom nothing is said.
    """
    near = sum(min(abs(x), abs(y)) <= NEAR for x, y in where)
    return near if near * 2 >= n >= FEW else 0


def arrows(
    state: VisibleState,
    before: Mapping[str, tuple[float, float]],
    after: Mapping[str, tuple[float, float]],
) -> tuple[Arrow, ...]:
    """How those moved who placed a point both times, and moved at all."""
    moved = [
        Arrow(participant, *before[participant], *point)
        for participant, point in after.items()
        if participant in before and before[participant] != point
    ]
    if state.policy.anonymity == "anonymous":
        ends = sorted((a.x0, a.y0, a.x1, a.y1) for a in moved)
        return tuple(Arrow("", *end) for end in ends)
    return tuple(moved)
