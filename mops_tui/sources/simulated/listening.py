"""After a reveal: what everybody hears from those whom they listen to."""

from __future__ import annotations

from statistics import median

from mops_tui.model.packs.answers import POINTS
from mops_tui.model.packs.questions import QuestionBase, RateQuestion
from mops_tui.model.session.ballots import (
    Allocation,
    Ballot,
    Point,
    Positions,
    Ratings,
    put_first,
)
from mops_tui.sources.simulated.characters import HeardAnswers, SimulatedPerson


def listen(room: tuple[SimulatedPerson, ...], ref: str, question: QuestionBase) -> None:
    """After a reveal everybody hears what those answered whom they listen to."""
    heard_by_group: dict[tuple[str, ...], HeardAnswers] = {}
    for person in room:
        wanted = person.character.towards
        if wanted not in heard_by_group:
            group = [
                other
                for other in room
                if ref in other.last and (not wanted or other.character.id in wanted)
            ]
            heard_by_group[wanted] = _heard(question, ref, group, named=bool(wanted))
        person.hear(ref, heard_by_group[wanted])


def _heard(
    question: QuestionBase, ref: str, group: list[SimulatedPerson], *, named: bool
) -> HeardAnswers:
    """What a group has answered; with the names of who said it, unless it is the whole room."""
    ballots = [one.last[ref] for one in group]
    voices: dict[str, tuple[str, ...]] = {}
    for one in group:
        first = first_choice(one.last[ref])
        if named and first:
            voices[first] = (*voices.get(first, ()), one.name)
    who = tuple(one.name for one in group) if named else ()
    return HeardAnswers(_shares(ballots), _middles(question, ballots), who, voices)


def first_choice(ballot: Ballot) -> str:
    """The option that a ballot puts first, of several the first; "" where it has none."""
    return next(iter(put_first(ballot)), "")


def _shares(ballots: list[Ballot]) -> dict[str, float]:
    """What those listened to preferred, as shares of their votes or points."""
    counts: dict[str, float] = {}
    for ballot in ballots:
        if isinstance(ballot, Allocation):
            for option, points in zip(ballot.options, ballot.points, strict=True):
                counts[option] = counts.get(option, 0.0) + points / POINTS
        elif first := first_choice(ballot):
            counts[first] = counts.get(first, 0.0) + 1
    total = sum(counts.values())
    return {option: count / total for option, count in counts.items()} if total else {}


def _middles(question: QuestionBase, ballots: list[Ballot]) -> dict[str, float]:
    """The median of some ballots, item by item; levels count from 0."""
    order: dict[str, int] = {}
    if isinstance(question, RateQuestion):
        order = {level.id: index for index, level in enumerate(question.scale)}
    values: dict[str, list[float]] = {}
    for ballot in ballots:
        if isinstance(ballot, Ratings):
            for item, level in zip(ballot.items, ballot.levels, strict=True):
                values.setdefault(item, []).append(float(order.get(level, 0)))
        for item, value in positions_of(ballot):
            values.setdefault(item, []).append(float(value))
    return {item: median(positions) for item, positions in values.items()}


def positions_of(ballot: Ballot) -> list[tuple[str, int]]:
    """The positions of a ballot, by item or axis; none where it holds no positions."""
    if isinstance(ballot, Positions):
        return list(zip(ballot.items, ballot.positions, strict=True))
    if isinstance(ballot, Point):
        return [("x", ballot.x), ("y", ballot.y)]
    return []
