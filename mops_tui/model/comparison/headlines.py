"""What changed most between sessions: the few lines that a comparison or a trend tells first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from mops_tui.model.comparison.comparison import Comparison
from mops_tui.model.comparison.matched import FirmMove, MatchedQuestion, Row
from mops_tui.model.comparison.measures import LEAD
from mops_tui.model.comparison.trend import TrendLine

HEADLINES = 3
"""How many changes are told first."""
LEAST_CHANGE = 0.1
"""The smallest distance that counts as a headline, as a share of the whole way."""
LEAST_SHARE = 0.2
"""So large a change of one answer's share counts, too, however short the way to the next is."""
LEAST_ANSWERS = 2
"""So many people's answers would have to be others: a headline never rests on one person's."""


@dataclass(frozen=True)
class Headline:
    """One change that is told first.

    Attributes:
        matched: The question.
        row: Which of its answers, items or axes is told.
        move: Then and now: only figures with enough behind them make one.
        distance: How far apart the answers are, 0 to 1; headlines are ordered by it.
    """

    matched: MatchedQuestion
    row: Row
    move: FirmMove
    distance: float


def most_changed(comparison: Comparison) -> tuple[Headline, ...]:
    """The questions whose answers moved furthest, that first, each with what moved most in it.

    How far is the distance between the two spreads of answers, never that of their medians: a
    median may jump a step while the room hardly moves, and stand still while half of it does.

    Returns:
        At most `HEADLINES`, and none of less than `LEAST_CHANGE` (or `LEAST_SHARE`)
        or `LEAST_ANSWERS`.
    """
    told = [headline for one in comparison.questions if (headline := headline_of(one))]
    told.sort(key=lambda headline: -headline.distance)
    return tuple(told[:HEADLINES])


def headline_of(matched: MatchedQuestion) -> Headline | None:
    """What is to be told of a question, None where nothing is."""
    moves = [(row, row.move) for row in matched.told]
    firm = [(row, move) for row, move in moves if move is not None]
    if not firm:
        return None
    if firm[0][0].unit == "share":
        distance, answers = matched.spread or 0.0, matched.answers
        # Of two that changed by as much, the one that grew.
        row, move = max(firm, key=lambda each: (each[1].distance, each[1].change))
        far = distance >= LEAST_CHANGE
    else:
        row, move = max(firm, key=lambda each: (_tells(each[1]), each[1].distance))
        distance, answers, far = move.distance, move.answers, _far(move)
    if not far or answers + _ROUNDING < LEAST_ANSWERS:
        return None
    return Headline(matched, row, move, distance)


_ROUNDING = 1e-9


def _tells(move: FirmMove) -> bool:
    """Whether a move of its own is enough for a headline."""
    return _far(move) and move.answers + _ROUNDING >= LEAST_ANSWERS


def _far(move: FirmMove) -> bool:
    """Whether it is far along its scale, or the share of one answer changed by much."""
    return move.distance >= LEAST_CHANGE or move.step + _ROUNDING >= LEAST_SHARE


@dataclass(frozen=True)
class TrendHeadline:
    """One line of a trend that is told first: it has a direction.

    Attributes:
        distance: How far the medians of its ends are apart, as a share of its scale, 0 to 1.
    """

    line: TrendLine
    distance: float


def most_trended(lines: Sequence[TrendLine]) -> tuple[TrendHeadline, ...]:
    """The lines of a trend that went furthest and have a clear direction; of a question one.

    How far is from the median of the first sessions to that of the last: see `direction`. The
    share of the leader is left out, as it does not say who leads, and so are the medians of
    steps, which jump, and corners of a grid that a hair decides.

    Returns:
        At most `HEADLINES`, and none of less than `LEAST_CHANGE`.
    """
    furthest: dict[tuple[str, str, int], TrendHeadline] = {}
    for line in lines:
        key = (line.about, line.key, line.wording)
        found = TrendHeadline(line, _share_of_way(line))
        if found.distance >= LEAST_CHANGE and (
            key not in furthest or found.distance > furthest[key].distance
        ):
            furthest[key] = found
    ordered = sorted(furthest.values(), key=lambda one: one.distance, reverse=True)
    return tuple(ordered[:HEADLINES])


@dataclass(frozen=True)
class Swing:
    """A line that went up and down, without a direction.

    Attributes:
        low: The lowest of its figures; likewise `high`.
        distance: How far they are apart, as a share of its scale, 0 to 1.
    """

    line: TrendLine
    low: float
    high: float
    distance: float


def most_swung(lines: Sequence[TrendLine]) -> tuple[Swing, ...]:
    """The lines that went up and down furthest, of a question one; those with a direction do not.

    Returns:
        At most `HEADLINES`, and none of less than `LEAST_CHANGE`.
    """
    furthest: dict[tuple[str, str, int], Swing] = {}
    for line in lines:
        known = [value for value in line.firm if value is not None]
        if line.unit not in _WAYS or line.part == LEAD or not line.turns or line.by_a_hair:
            continue
        if line.direction.way in ("up", "down"):
            continue
        low, high = min(known), max(known)
        if line.unit == "share" and (high - low) * _fewest(line) + _ROUNDING < LEAST_ANSWERS:
            continue  # one person more or less in a small room
        found = Swing(line, low, high, (high - low) / _WAYS[line.unit])
        key = (line.about, line.key, line.wording)
        if found.distance >= LEAST_CHANGE and (
            key not in furthest or found.distance > furthest[key].distance
        ):
            furthest[key] = found
    ordered = sorted(furthest.values(), key=lambda one: one.distance, reverse=True)
    return tuple(ordered[:HEADLINES])


def _fewest(line: TrendLine) -> int:
    """How many answered where fewest did, of the sessions with the lowest or the highest figure."""
    known = [value for value in line.firm if value is not None]
    ends = (min(known), max(known))
    return min(n for value, n in zip(line.firm, line.ns, strict=True) if value in ends)


_WAYS = {"share": 1.0, "axis": 200.0, "agreement": 2.0}
"""How long the scales are on which a line can go up and down."""


def _share_of_way(line: TrendLine) -> float:
    """How far a line with a direction went, as a share of its scale, 0 to 1; 0 for others."""
    ways = _WAYS | {"rank": max(1.0, line.top - 1)}
    if line.by_a_hair:
        return 0.0
    if line.unit not in ways or line.part == LEAD or line.direction.way not in ("up", "down"):
        return 0.0
    return abs(line.direction.change) / ways[line.unit]
