"""What changed most between sessions: the few lines that a comparison or a trend tells first."""

from __future__ import annotations

from collections.abc import Sequence

from mops_tui.model.comparison.comparison import Comparison, MatchedQuestion, Row
from mops_tui.model.comparison.trend import LEAD, TrendLine

HEADLINES = 3
"""How many changes are told first."""
LEAST_CHANGE = 0.1
"""The smallest change that counts as a headline, as a share of the scale's whole length."""


def most_changed(comparison: Comparison) -> tuple[tuple[MatchedQuestion, Row], ...]:
    """The rows that moved furthest, that first, and of each question only the furthest.

    A median may jump a step while the room hardly moves, or moves the other way: half of it at
    either end is enough. So a row of a scale is told only where all its votes together went that
    way, too.

    Returns:
        At most `HEADLINES`, and none that moved less than `LEAST_CHANGE` of the whole way.
    """
    furthest: list[tuple[MatchedQuestion, Row]] = []
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


def most_trended(lines: Sequence[TrendLine]) -> tuple[TrendLine, ...]:
    """The lines of a trend that went furthest from end to end, chosen as `most_changed` does.

    Steps of a scale are left out: a trend has only their medians, not the votes behind them. So is
    the share of the leader, which does not say who leads.
    """
    furthest: dict[tuple[str, str, int], TrendLine] = {}
    for line in lines:
        key = (line.about, line.key, line.wording)
        if _share_of_way(line) >= LEAST_CHANGE and (
            key not in furthest or _share_of_way(line) > _share_of_way(furthest[key])
        ):
            furthest[key] = line
    return tuple(sorted(furthest.values(), key=_share_of_way, reverse=True)[:HEADLINES])


def _share_of_way(line: TrendLine) -> float:
    """How far a line moved from its first figure to its last, as a share of its scale, 0 to 1."""
    known = [value for value in line.values if value is not None]
    ways = {"share": 1.0, "axis": 200.0, "agreement": 2.0, "rank": max(1.0, line.top - 1)}
    if len(known) < 2 or line.unit not in ways or line.part == LEAD:
        return 0.0
    return abs(known[-1] - known[0]) / ways[line.unit]
