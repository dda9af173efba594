"""Where somebody's answers lean on a grid, beside where they put their own mark."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mops_tui.model.alone.walk import WALKER, Walk
from mops_tui.model.results.grid import leaning, summary
from mops_tui.model.results.results import Term

MOST_TERMS = 3
"""The most reasons of a leaning."""


@dataclass(frozen=True)
class Placed:
    """Where answers lean on a grid, and where somebody put their own mark.

    Attributes:
        leans: x and y, -100 to 100; None where too few answers lean.
        own: Likewise for the own mark; None where there is none.
        terms: The answers that pull there, the strongest first, each with its axis; where the
            leaning is in the middle, those that weigh most.
        against: The answer that pulls the other way most, with its axis; None where none does.
    """

    grid: str
    leans: tuple[float, float] | None
    own: tuple[float, float] | None
    terms: tuple[tuple[str, Term], ...]
    against: tuple[str, Term] | None = None


def placed(walk: Walk) -> Iterator[Placed]:
    """Each grid of a walk that something is known of."""
    for grid in walk.state.workshop.grids:
        leans = leaning(walk.state, WALKER, grid.id)
        where = summary(walk.state, grid.id)
        mark = next((one for one in where.placed), None) if where else None
        on = None
        if leans.x is not None and leans.y is not None:
            on = leans.x * 100, leans.y * 100
        if on is None and mark is None:
            continue
        each = [*(("x", one) for one in leans.x_terms), *(("y", one) for one in leans.y_terms)]
        told: dict[tuple[str, str], tuple[str, Term]] = {}
        for axis, term in sorted(each, key=lambda one: -abs(one[1].part)):
            told.setdefault((term.ref, term.item), (axis, term))
        own = (mark.x, mark.y) if mark else None
        if on is None:
            yield Placed(grid.id, None, own, ())
            continue
        at = {"x": round(on[0], 6), "y": round(on[1], 6)}  # means have rounding errors
        strongest = [one for one in told.values() if one[1].part]
        there = [one for one in strongest if one[1].part * at[one[0]] > 0]
        back = next((one for one in strongest if one[1].part * at[one[0]] < 0), None)
        in_middle = not any(at.values())
        yield Placed(
            grid.id, on, own, tuple((there or strongest)[:MOST_TERMS]), None if in_middle else back
        )
