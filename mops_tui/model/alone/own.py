"""Single answers of one person: what stands first in them, and how high they rated what."""

from __future__ import annotations

from mops_tui.model.packs.answers import PAIR_POSITIONS
from mops_tui.model.packs.questions import (
    GridQuestion,
    QuestionBase,
    RateQuestion,
    items_of,
    kind_of,
    options_of,
)
from mops_tui.model.packs.workshop import Workshop
from mops_tui.model.session.ballots import (
    CURVE_LIMIT,
    Ballot,
    Point,
    Positions,
    Ratings,
    put_first,
)


def firsts(question: QuestionBase, ballot: Ballot | None, workshop: Workshop) -> tuple[str, ...]:
    """The answers that a ballot puts first, several where it ties: options, or a grid's corner."""
    if isinstance(ballot, Point) and isinstance(question, GridQuestion):
        grid = workshop.grid(question.grid)
        corner = grid.quadrant_at(ballot.x, ballot.y) if grid else None
        return (corner.id,) if corner else ()
    return put_first(ballot)


def heights(question: QuestionBase, ballot: Ballot | None) -> dict[str, float]:
    """How high each item was put, 0 at the low end of its scale to 1 at the high one."""
    known = {item.id for item in items_of(question)}
    if isinstance(ballot, Ratings) and isinstance(question, RateQuestion):
        steps = {level.id: number for number, level in enumerate(question.scale)}
        last = len(steps) - 1
        rated = zip(ballot.items, ballot.levels, strict=True)
        return {i: steps[level] / last for i, level in rated if i in known and level in steps}
    if isinstance(ballot, Positions):
        low, high = (0, CURVE_LIMIT)
        if kind_of(question) == "pairs":
            low, high = PAIR_POSITIONS[0], PAIR_POSITIONS[-1]
        placed = zip(ballot.items, ballot.positions, strict=True)
        return {i: (at - low) / (high - low) for i, at in placed if i in known}
    return {}


def at_end(of: dict[str, float], *, high: bool) -> tuple[str, ...]:
    """The items that stand furthest at one end; none where all stand alike, or only one does."""
    if len(of) < 2 or min(of.values()) == max(of.values()):
        return ()
    end = max(of.values()) if high else min(of.values())
    return tuple(item for item, value in of.items() if value == end)


def answer_names(question: QuestionBase, workshop: Workshop) -> dict[str, str]:
    """The names of what a question can put first, by id: its options, or its grid's corners."""
    if isinstance(question, GridQuestion):
        grid = workshop.grid(question.grid)
        return {corner.id: corner.name for corner in grid.quadrants} if grid else {}
    return {option.id: option.label for option in options_of(question)}
