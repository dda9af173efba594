"""Which of somebody's answers lean on an axis of a grid, and how far.

A question leans on an axis when any of its options has a value there; an option without one
counts as 0. Of a question answered item by item, each item (or pair) that leans on the axis is
an answer of its own: its scale, as -1 to 1, times its lean.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import fsum

from mops_tui.model.packs.answers import PAIR_POSITIONS, POINTS, Pair
from mops_tui.model.packs.questions import QuestionBase, RateQuestion, items_of, options_of
from mops_tui.model.packs.workshop import refs
from mops_tui.model.results.marks import latest
from mops_tui.model.session.audience import VisibleState
from mops_tui.model.session.ballots import Allocation, Ballot, Choice, Positions, Ratings
from mops_tui.model.session.state import Round

Leans = Mapping[str, tuple[float, str]]
"""The lean and its reason, by option or item."""


@dataclass(frozen=True)
class Answer:
    """One answer that leans on an axis: `value` is c, `weight` is w."""

    ref: str
    item: str
    value: float
    weight: float
    why: tuple[str, ...]


@dataclass(frozen=True)
class LeaningQuestion:
    """A question that leans on a grid, with the round of it that counts.

    Attributes:
        x: The lean on the x axis of each option or item that has one: its value and why.
        y: The same on the y axis.
    """

    ref: str
    question: QuestionBase
    round: Round
    x: Leans
    y: Leans


def asked_about(state: VisibleState, grid_id: str) -> list[LeaningQuestion]:
    """The questions with a lean on a grid and a revealed round, in order, with the latest one."""
    questions: list[LeaningQuestion] = []
    for scenario in state.workshop.scenarios:
        for ref, question in zip(refs(scenario), scenario.questions, strict=True):
            x, y = (_leans(question, grid_id, axis) for axis in ("x", "y"))
            round_ = latest(state, ref) if x or y else None
            if round_ is not None:
                questions.append(LeaningQuestion(ref, question, round_, x, y))
    return questions


def answers_of(
    questions: Iterable[LeaningQuestion], participant: str, axis: str
) -> tuple[Answer, ...]:
    """Somebody's answers that lean on an axis, "x" or "y".

    Args:
        questions: The questions, as `asked_about` gives them for a grid.
        participant: Whose answers.
        axis: "x" or "y".
    """
    collected: list[Answer] = []
    for one in questions:
        vote = one.round.votes.get(participant)
        leans = one.x if axis == "x" else one.y
        if vote is not None and leans:
            collected += _answers(one, vote.ballot, leans)
    return tuple(collected)


def _answers(leaning: LeaningQuestion, ballot: Ballot, leans: Leans) -> list[Answer]:
    weight = leaning.question.weight
    if isinstance(ballot, Ratings | Positions):
        return [
            Answer(leaning.ref, item, at * leans[item][0], weight, (leans[item][1],))
            for item, at in _scaled(leaning.question, ballot).items()
            if item in leans
        ]
    shares = _shares(ballot)
    chosen = [(share, leans[o]) for o, share in shares.items() if share and o in leans]
    value = fsum(share * lean for share, (lean, _) in chosen)
    why = tuple(reason for _, (_, reason) in chosen)
    return [Answer(leaning.ref, "", value, weight, why)] if shares else []


def _shares(ballot: Ballot) -> dict[str, float]:
    """How a ballot is shared among options; empty where it says nothing about them."""
    if isinstance(ballot, Choice):
        return {ballot.option: 1.0}
    if isinstance(ballot, Allocation):
        pairs = zip(ballot.options, ballot.points, strict=True)
        return {option: points / POINTS for option, points in pairs}
    return {}


def _scaled(question: QuestionBase, ballot: Ratings | Positions) -> dict[str, float]:
    """Each item of a ballot with its place on the scale, -1 at the low end to 1 at the high."""
    if isinstance(ballot, Ratings) and isinstance(question, RateQuestion):
        steps = [level.id for level in question.scale]
        last = len(steps) - 1
        pairs = zip(ballot.items, ballot.levels, strict=True)
        return {item: 2 * steps.index(level) / last - 1 for item, level in pairs}
    if isinstance(ballot, Positions) and all(isinstance(p, Pair) for p in items_of(question)):
        pairs_ = zip(ballot.items, ballot.positions, strict=True)
        return {item: position / PAIR_POSITIONS[-1] for item, position in pairs_}
    return {}  # where a wave stands on the curve says nothing about the person


def _leans(question: QuestionBase, grid_id: str, axis: str) -> Leans:
    """What leans on an axis; the first lean of each option or item, if it had several."""
    leans: dict[str, tuple[float, str]] = {}
    for part in (*options_of(question), *items_of(question)):
        for lean in part.leans:
            value = lean.x if axis == "x" else lean.y
            if lean.grid == grid_id and value is not None:
                leans.setdefault(part.id, (value, lean.why))
    return leans
