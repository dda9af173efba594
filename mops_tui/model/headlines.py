"""What changed most between two sessions: the few lines that a comparison tells first."""

from __future__ import annotations

from collections.abc import Sequence

from mops_tui.model.compare import Comparison, Matched, Row

HEADLINES = 3
"""How many changes are told first."""
LEAST_CHANGE = 0.1
"""The least part of the whole way that a change worth telling first has gone."""


def most_changed(comparison: Comparison) -> tuple[tuple[Matched, Row], ...]:
    """The rows that moved furthest, that first, and of each question only the furthest.

    A median may jump a step while the room hardly moves, or moves the other way: half of it at
    either end is enough. So a row of a scale is told only where all its votes together went that
    way, too.

    Returns:
        At most `HEADLINES`, and none that moved less than `LEAST_CHANGE` of the whole way.
    """
    furthest: list[tuple[Matched, Row]] = []
    for one in comparison.questions:
        rows = [row for row in one.rows if one.size(row) >= LEAST_CHANGE and _together(row)]
        if rows:
            furthest.append((one, max(rows, key=one.size)))
    furthest.sort(key=lambda pair: -pair[0].size(pair[1]))
    return tuple(furthest[:HEADLINES])


def _together(row: Row) -> bool:
    """Whether the votes of a scale, taken together, went where its median went."""
    first, last = row.figures[0], row.figures[-1]
    if row.unit != "step" or first is None or last is None:
        return True
    moved = _centre(last.counts) - _centre(first.counts)
    return moved * (row.change or 0.0) > 0 and abs(moved) >= LEAST_CHANGE


def _centre(counts: Sequence[int]) -> float:
    """Where the votes of a scale balance, 0 (all at its low end) to 1."""
    total, steps = sum(counts), max(1, len(counts) - 1)
    return sum(step * count for step, count in enumerate(counts)) / (max(1, total) * steps)
