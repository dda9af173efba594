"""What a ballot says most plainly: the answer that its owner would speak of first, and its side."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from mops_tui.model.packs.answers import STAGES, stage_of
from mops_tui.model.packs.arguments import Side
from mops_tui.model.packs.pack import Grid
from mops_tui.model.packs.questions import QuestionBase, RateQuestion, kind_of, options_of
from mops_tui.model.session.ballots import (
    Allocation,
    Ballot,
    Choice,
    Ideas,
    Point,
    Positions,
    Ranking,
    Ratings,
)

MIDDLE_OF_CURVE = 50.0
"""Where a wave has come neither far nor little."""
GAP_ENDS = next(float(stage.end) for stage in STAGES if stage.id == "chasm")
"""From where on the curve a wave has come far: it is over the gap."""
NEAR_ON_CURVE = 5.0
"""Waves that stand so near to each other, of 100, are put equally far out."""


BY_ITEM = ("rate", "pairs", "curve")
"""Kinds of question that are answered item by item."""
UPPER: tuple[Side, ...] = ("high", "right", "far")
"""The sides that are the upper part of a scale."""


@dataclass(frozen=True)
class Stand:
    """An answer that somebody gave, as something to argue for.

    Attributes:
        of: The option, item, pair, wave or corner; for ideas the idea itself.
        side: The side of it that was taken.
        value: What was answered for an item: the id of a level or a stage, or a position; else "".
    """

    of: str
    side: Side
    value: str = ""

    def is_like(self, other: Stand) -> bool:
        """Whether both are on the same side of the same."""
        return (self.of, self.side) == (other.of, other.side)


def stands(
    question: QuestionBase, ballot: Ballot, grid: Grid | None = None
) -> tuple[tuple[Stand, ...], tuple[Stand, ...]]:
    """What a ballot says most plainly, and what it says besides.

    Args:
        question: The question, with what the room added to it.
        ballot: The ballot.
        grid: The grid of a question about one.

    Returns:
        The most telling answers, all equally so, none where nothing stands out; and what its owner
        may speak against.
    """
    match ballot:
        case Choice():
            return _chosen((ballot.option,), _others(question, {ballot.option}))
        case Allocation():
            given = dict(zip(ballot.options, ballot.points, strict=True))
            points = {option.id: given.get(option.id, 0) for option in options_of(question)}
            most, least = max(points.values()), min(points.values())
            first = tuple(name for name, count in points.items() if count == most)
            last = tuple(name for name, count in points.items() if count == least < most)
            return _chosen(first, last)
        case Ranking():
            return _chosen(ballot.options[:1], ballot.options[1:][-1:])
        case Ratings() | Positions():
            return _furthest(question, places(question, ballot)), ()
        case Point() if grid is not None:
            near = tuple(corner.id for corner in grid.near(ballot.x, ballot.y))
            far = tuple(corner.id for corner in grid.near(-ballot.x, -ballot.y))
            return _chosen(near, far) if len(near) == 1 else ((), ())
        case Ideas():
            return tuple(Stand(idea, "for") for idea in ballot.ideas[:1]), ()
    return (), ()


def _others(question: QuestionBase, own: set[str]) -> tuple[str, ...]:
    return tuple(option.id for option in options_of(question) if option.id not in own)


def _chosen(
    first: Sequence[str], against: Sequence[str]
) -> tuple[tuple[Stand, ...], tuple[Stand, ...]]:
    return (
        tuple(Stand(name, "for") for name in first),
        tuple(Stand(name, "against") for name in against),
    )


def places(question: QuestionBase, ballot: Ballot) -> dict[str, float]:
    """Where a ballot put each item: a level from 0, or a position."""
    if isinstance(ballot, Ratings) and isinstance(question, RateQuestion):
        order = [level.id for level in question.scale]
        given = zip(ballot.items, ballot.levels, strict=True)
        return {item: float(order.index(level)) for item, level in given if level in order}
    if isinstance(ballot, Positions):
        return dict(zip(ballot.items, map(float, ballot.positions), strict=True))
    return {}


def nearly(question: QuestionBase, ballot: Ballot, worth: Mapping[str, float]) -> tuple[Stand, ...]:
    """Of ratings that are all in the middle of their scale, the one furthest from it in thought.

    What is there only in part lacks something: it is spoken of from the lower side.

    Args:
        question: The question.
        ballot: The ballot.
        worth: What its owner would have answered for each item, if there were levels between.
    """
    put = places(question, ballot)
    if not put or not isinstance(question, RateQuestion):
        return ()
    middle, (low, _high) = scale_of(question)
    name = max(put, key=lambda item: abs(worth.get(item, middle) - middle))
    return (Stand(name, low, question.scale[int(put[name])].id),)


def stand_at(question: QuestionBase, ballot: Ballot, item: str) -> tuple[float, Stand] | None:
    """Where a ballot put one item, and what that says; None where it did not."""
    place = places(question, ballot).get(item)
    return None if place is None else (place, _stand(question, item, place))


def _stand(question: QuestionBase, item: str, place: float) -> Stand:
    middle, sides = scale_of(question)
    far = place >= GAP_ENDS if kind_of(question) == "curve" else place > middle
    side = sides[far]
    if isinstance(question, RateQuestion):
        return Stand(item, side, question.scale[int(place)].id)
    if kind_of(question) == "curve":
        return Stand(item, side, stage_of(int(place)))
    return Stand(item, side, f"{place:g}")


def scale_of(question: QuestionBase) -> tuple[float, tuple[Side, Side]]:
    """The middle of a question's scale, and what its lower and upper part are called."""
    if isinstance(question, RateQuestion):
        return (len(question.scale) - 1) / 2, ("low", "high")
    if kind_of(question) == "curve":
        return MIDDLE_OF_CURVE, ("early", "far")
    return 0.0, ("left", "right")


def _furthest(question: QuestionBase, put: Mapping[str, float]) -> tuple[Stand, ...]:
    """Those furthest from the scale's middle; of as many, those furthest from one's other answers.

    Args:
        question: The question.
        put: Where each item was put.
    """
    if not put:
        return ()
    middle, _sides = scale_of(question)
    near = NEAR_ON_CURVE if kind_of(question) == "curve" else 0.0
    mean = sum(put.values()) / len(put)
    out = {name: abs(value - middle) for name, value in put.items()}
    furthest = [name for name in put if out[name] and out[name] >= max(out.values()) - near]
    apart = {name: round(abs(put[name] - mean), 6) for name in furthest}
    most = max(apart.values(), default=0.0)
    return tuple(_stand(question, one, put[one]) for one in furthest if near or apart[one] == most)
