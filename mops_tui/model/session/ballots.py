"""A ballot of each kind, and whether it fits its question.

A ballot is what one participant answers in a round. It travels in a `vote-cast` event as flat
parallel arrays; here it is one small immutable value a kind.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal

from mops_tui.model.packs.answers import PAIR_POSITIONS, POINTS, STAGES, stage_of
from mops_tui.model.packs.questions import (
    QuestionBase,
    RateQuestion,
    TextQuestion,
    items_of,
    kind_of,
    options_of,
)
from mops_tui.model.session.events import CarriesBallot
from mops_tui.model.text.limits import MOST_IDEA

GRID_LIMIT = 100
"""Grid ballots are whole numbers from -100 to 100 on both axes."""
CURVE_LIMIT = 100
"""Curve ballots are whole numbers from 0 to 100."""
STAGE_IDS = tuple(stage.id for stage in STAGES)
"""The stages of the adoption curve, in order."""


@dataclass(frozen=True)
class Pass:
    """No answer: it counts for the quorum, not for the results."""


@dataclass(frozen=True)
class Choice:
    """One option's id; also yes or no."""

    option: str


@dataclass(frozen=True)
class Allocation:
    """Points poured over options, all `POINTS` of them."""

    options: tuple[str, ...]
    points: tuple[int, ...]


@dataclass(frozen=True)
class Ratings:
    """A level for each item that was rated."""

    items: tuple[str, ...]
    levels: tuple[str, ...]


@dataclass(frozen=True)
class Positions:
    """A position for each item: -2 to 2 between two statements, or 0 to 100 along the curve."""

    items: tuple[str, ...]
    positions: tuple[int, ...]


@dataclass(frozen=True)
class Point:
    """A point on a grid, -100 to 100 on both axes."""

    x: int
    y: int


@dataclass(frozen=True)
class Ranking:
    """The options' ids, the best first."""

    options: tuple[str, ...]


@dataclass(frozen=True)
class Ideas:
    """Ideas in one's own words."""

    ideas: tuple[str, ...]


@dataclass(frozen=True)
class Sealed:
    """A ballot that may not be seen: who voted is known, what is not."""


Ballot = Pass | Choice | Allocation | Ratings | Positions | Point | Ranking | Ideas | Sealed


def ballot_keys(ballot: Ballot) -> dict[str, Any]:
    """The keys of a `vote-cast` event that carry a ballot."""
    if isinstance(ballot, Pass | Sealed):
        return {"passed": True}
    return dict(vars(ballot))


def ballot_of(event: CarriesBallot) -> Ballot | None:
    """The ballot that an event carries, or None where its keys make none."""
    e = event
    if e.passed:
        return Pass()
    if e.option is not None:
        return Choice(e.option)
    if e.options is not None:
        if e.points is None:
            return Ranking(e.options)
        return Allocation(e.options, e.points) if len(e.options) == len(e.points) else None
    if e.items is not None and e.levels is not None:
        return Ratings(e.items, e.levels) if len(e.items) == len(e.levels) else None
    if e.items is not None and e.positions is not None:
        return Positions(e.items, e.positions) if len(e.items) == len(e.positions) else None
    if e.x is not None and e.y is not None:
        return Point(e.x, e.y)
    if e.ideas is not None:
        return Ideas(e.ideas)
    return None


@dataclass(frozen=True)
class Answers:
    """What a question can be answered with at this moment, the room's own additions included.

    Attributes:
        options: Option ids in order; for hands, yes and no.
        items: Item ids in order.
        categories: What a called-out vote can name: options, levels, positions, stages or
            quadrants; empty for the kinds that a tally cannot serve.
    """

    kind: str
    options: tuple[str, ...]
    items: tuple[str, ...]
    categories: tuple[str, ...]


BallotFlaw = Literal[
    "ballot-empty",
    "ballot-out-of-range",
    "ballot-points-left",
    "ballot-rank-incomplete",
    "ballot-repeated",
    "ballot-too-long",
    "ballot-too-many",
    "ballot-unknown-item",
    "ballot-unknown-option",
    "ballot-wrong-kind",
]
"""Why a ballot does not fit its question."""


def flaw(question: QuestionBase, answers: Answers, ballot: Ballot) -> BallotFlaw | None:
    """Why a ballot does not fit its question, as a code; None when it fits."""
    kind = answers.kind
    if isinstance(ballot, Pass):
        return None
    if len({len(column) for column in vars(ballot).values() if isinstance(column, tuple)}) > 1:
        return "ballot-wrong-kind"
    if isinstance(ballot, Choice) and kind in ("choice", "hands"):
        return None if ballot.option in answers.options else "ballot-unknown-option"
    if isinstance(ballot, Allocation) and kind == "allocate":
        return _allocation_flaw(answers, ballot)
    if isinstance(ballot, Ratings) and isinstance(question, RateQuestion):
        levels = {level.id for level in question.scale}
        return _items_flaw(answers, ballot.items) or _within(ballot.levels, levels)
    if isinstance(ballot, Positions) and kind in ("pairs", "curve"):
        span: Iterable[int] = PAIR_POSITIONS if kind == "pairs" else range(CURVE_LIMIT + 1)
        return _items_flaw(answers, ballot.items) or _within(ballot.positions, set(span))
    if isinstance(ballot, Point) and kind == "grid":
        inside = abs(ballot.x) <= GRID_LIMIT and abs(ballot.y) <= GRID_LIMIT
        return None if inside else "ballot-out-of-range"
    if isinstance(ballot, Ranking) and kind == "rank":
        complete = sorted(ballot.options) == sorted(answers.options)
        return None if complete else "ballot-rank-incomplete"
    if isinstance(ballot, Ideas) and isinstance(question, TextQuestion):
        return _ideas_flaw(question, ballot)
    return "ballot-wrong-kind"


def _allocation_flaw(answers: Answers, ballot: Allocation) -> BallotFlaw | None:
    if len(set(ballot.options)) != len(ballot.options):
        return "ballot-repeated"
    if not set(ballot.options) <= set(answers.options):
        return "ballot-unknown-option"
    if any(points < 0 for points in ballot.points) or sum(ballot.points) != POINTS:
        return "ballot-points-left"
    return None


def _ideas_flaw(question: TextQuestion, ballot: Ideas) -> BallotFlaw | None:
    if not ballot.ideas or any(not idea.strip() for idea in ballot.ideas):
        return "ballot-empty"
    if len(ballot.ideas) > question.most:
        return "ballot-too-many"
    return "ballot-too-long" if any(len(idea) > MOST_IDEA for idea in ballot.ideas) else None


def _items_flaw(answers: Answers, items: tuple[str, ...]) -> BallotFlaw | None:
    if not items:
        return "ballot-empty"
    if len(set(items)) != len(items):
        return "ballot-repeated"
    return None if set(items) <= set(answers.items) else "ballot-unknown-item"


def _within(values: Iterable[object], allowed: set[Any]) -> BallotFlaw | None:
    return None if all(value in allowed for value in values) else "ballot-out-of-range"


def answers_to(
    question: QuestionBase, added: tuple[str, ...], quadrants: tuple[str, ...]
) -> Answers:
    """What a question can be answered with.

    Args:
        question: The question.
        added: Ids of options or items that the room has added.
        quadrants: The quadrants' ids of the question's grid, for a grid question.
    """
    kind = kind_of(question)
    options = tuple(option.id for option in options_of(question))
    items = tuple(item.id for item in items_of(question))
    if items:
        items += added
    elif options:
        options += added
    categories: tuple[str, ...] = ()
    if kind in ("choice", "hands"):
        categories = options
    elif isinstance(question, RateQuestion):
        categories = tuple(level.id for level in question.scale)
    elif kind == "pairs":
        categories = tuple(str(position) for position in PAIR_POSITIONS)
    elif kind == "curve":
        categories = STAGE_IDS
    elif kind == "grid":
        categories = quadrants
    return Answers(kind, options, items, categories)


def put_first(ballot: Ballot | None) -> tuple[str, ...]:
    """The option that a ballot chose or put first, several where its points tie; else nothing."""
    match ballot:
        case Choice():
            return (ballot.option,)
        case Allocation() if ballot.points:
            most = max(ballot.points)
            pairs = zip(ballot.options, ballot.points, strict=True)
            return tuple(option for option, points in pairs if points == most)
        case Ranking():
            return ballot.options[:1]
        case _:
            return ()


def categories_of(kind: str, ballot: Ballot) -> dict[str, str]:
    """Each item of a ballot with the category it falls into, as a tally would name it.

    Choice and hands have one item, "". Kinds that a tally cannot serve give nothing, and so
    does a point, whose quadrant is the grid's to name.
    """
    if isinstance(ballot, Choice):
        return {"": ballot.option}
    if isinstance(ballot, Ratings):
        return dict(zip(ballot.items, ballot.levels, strict=True))
    if isinstance(ballot, Positions):
        name = stage_of if kind == "curve" else str
        return {i: name(p) for i, p in zip(ballot.items, ballot.positions, strict=True)}
    return {}
