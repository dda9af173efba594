"""What a revealed round of a question adds up to. Never computes from a round that is not.

Called votes enter distributions, the agreement of ordered scales and a grid's quadrants; marks,
medians of an axis come from ballots alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from hashlib import sha256

from mops_tui.model.packs.questions import GridQuestion
from mops_tui.model.results import marks as on_grid
from mops_tui.model.results.consensus import FEW, of_steps, of_values, split
from mops_tui.model.results.enough import reaches_quorum
from mops_tui.model.results.results import Distribution, ItemResult, Result, Verdict
from mops_tui.model.results.stability import beside
from mops_tui.model.results.verdicts import verdict
from mops_tui.model.session.audience import VisibleState
from mops_tui.model.session.ballots import (
    Allocation,
    Answers,
    Ballot,
    Ideas,
    Pass,
    Point,
    Positions,
    Ranking,
    categories_of,
)
from mops_tui.model.session.state import Round, change
from mops_tui.model.text.same import Same

ITEM_KINDS = ("rate", "pairs", "curve")
"""The kinds that are answered item by item, each on an ordered scale."""


def result(state: VisibleState, ref: str, number: int | None = None) -> Result | None:
    """What a round of a question adds up to.

    Args:
        state: The workshop, as its reader may see it.
        ref: `scenario/question`.
        number: The round; the latest revealed one when absent.

    Returns:
        None where that round is unknown, not revealed, or holds ballots that may not be seen.
    """
    known, asked = _results_of(Same(state)), (ref, number)
    if asked not in known:
        known[asked] = _result(state, ref, number)
    return known[asked]


@lru_cache(maxsize=4)
def _results_of(state: Same[VisibleState]) -> dict[tuple[str, int | None], Result | None]:  # noqa: ARG001 - the key
    """What was worked out of a state; a screen asks for the same several times at each change."""
    return {}


def _result(state: VisibleState, ref: str, number: int | None) -> Result | None:
    round_ = on_grid.latest(state, ref) if number is None else _numbered(state, ref, number)
    answers = state.answers(ref)
    if round_ is None or answers is None:
        return None
    outcome = _counted(state, ref, answers, round_)
    before = _numbered(state, ref, round_.number - 1)
    if before is not None:
        outcome = beside(state, outcome, _counted(state, ref, answers, before), round_, before)
    return change(outcome, verdict=verdict(outcome, state.policy))


def _numbered(state: VisibleState, ref: str, number: int) -> Round | None:
    rounds = state.rounds.get(ref, ())
    if not 0 < number <= len(rounds):
        return None
    return rounds[number - 1] if on_grid.is_countable(rounds[number - 1]) else None


def _counted(state: VisibleState, ref: str, answers: Answers, round_: Round) -> Result:
    """One round on its own: no verdict yet, and nothing that needs the round before."""
    if answers.kind == "grid":  # its marks have the names of the people there are now
        return _with_grid(
            state, _of_round(state.policy.quorum, ref, answers, round_), answers, round_
        )
    return _count(state.policy.quorum, ref, answers, _Ballots(round_))


class _Ballots(Same[Round]):
    """A round as a key: the same for as long as its ballots and its count are."""

    def _key(self) -> tuple[object, ...]:
        one = self.value
        return Same(one.votes), one.tally, one.present, one.number

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Ballots) and other._key() == self._key()

    def __hash__(self) -> int:
        return hash(self._key())


@lru_cache(maxsize=64)
def _count(needed: float, ref: str, answers: Answers, ballots_of: _Ballots) -> Result:
    """Of a question without a grid. A page of findings counts all rounds at each event anew."""
    round_ = ballots_of.value
    counted = _of_round(needed, ref, answers, round_)
    ballots = [vote.ballot for vote in round_.votes.values()]
    if answers.kind in ("choice", "hands"):
        distribution = _distribution(answers, round_, "", counted.n)
        return change(counted, distribution=distribution, split=False)
    if answers.kind == "allocate":
        return change(counted, distribution=_poured(answers, ballots, counted.n))
    if answers.kind in ITEM_KINDS:
        return _with_items(counted, answers, round_)
    if answers.kind == "rank":
        return _with_ranks(counted, answers, ballots)
    return change(counted, ideas=_ideas(ballots))


def _of_round(needed: float, ref: str, answers: Answers, round_: Round) -> Result:
    """How many voted, before it is looked at what."""
    quorum = min(1.0, round_.voted / round_.present) if round_.present else None
    return Result(
        ref=ref,
        kind=answers.kind,
        round=round_.number,
        ballots=len(round_.votes),
        passes=sum(isinstance(vote.ballot, Pass) for vote in round_.votes.values()),
        called=round_.tally.size,
        present=round_.present,
        quorum=quorum,
        quorate=quorum is not None and reaches_quorum(round_.voted, round_.present, needed),
        verdict=Verdict("none"),
    )


def _distribution(answers: Answers, round_: Round, item: str, n: int | None = None) -> Distribution:
    """How ballots and called votes fall over the categories of one item."""
    votes: dict[str, int] = {}
    for vote in round_.votes.values():
        category = categories_of(answers.kind, vote.ballot).get(item)
        if category is not None:
            votes[category] = votes.get(category, 0) + 1
    for of, category, count in round_.tally.cells:
        if of == item:
            votes[category] = votes.get(category, 0) + count
    # An option that was taken out again keeps the votes it had. A scale has fixed steps.
    ordered = answers.kind in ITEM_KINDS
    categories = answers.categories if ordered else _and(answers.categories, votes)
    counts = tuple(votes.get(category, 0) for category in categories)
    return Distribution(categories, counts, sum(counts) if n is None else n)


def _and(known: Sequence[str], further: Iterable[str]) -> tuple[str, ...]:
    """The known ids in their order, then others that were voted for all the same."""
    return (*known, *sorted(set(further) - set(known)))


def _poured(answers: Answers, ballots: Sequence[Ballot], n: int) -> Distribution:
    points: dict[str, int] = {}
    for ballot in ballots:
        if isinstance(ballot, Allocation):
            for option, count in zip(ballot.options, ballot.points, strict=True):
                points[option] = points.get(option, 0) + count
    options = _and(answers.options, points)
    return Distribution(options, tuple(points.get(option, 0) for option in options), n)


def _with_items(counted: Result, answers: Answers, round_: Round) -> Result:
    called_items = {item for item, _, _ in round_.tally.cells}
    for vote in round_.votes.values():
        called_items.update(categories_of(answers.kind, vote.ballot))
    items = tuple(_item(answers, round_, item) for item in _and(answers.items, called_items - {""}))
    return change(counted, items=items, split=any(item.split for item in items))


def _item(answers: Answers, round_: Round, item: str) -> ItemResult:
    distribution = _distribution(answers, round_, item)
    counts, categories = distribution.counts, distribution.categories
    measures, positions = of_steps(counts), positions_of(round_, item)
    low, median, high = (
        None if index is None else categories[index]
        for index in (measures.low, measures.median, measures.high)
    )
    places = of_values(positions)
    return ItemResult(
        item=item,
        distribution=distribution,
        low=low,
        median=median,
        high=high,
        agreement=measures.agreement,
        split=split(counts, categories) if distribution.n >= FEW else None,
        positions=positions,
        middle=places.median,
        middle_half=None
        if places.low is None or places.high is None
        else (places.low, places.high),
    )


def positions_of(round_: Round, item: str) -> tuple[int, ...]:
    """The positions of all ballots on one item, sorted; empty for a rating."""
    positions: list[int] = []
    for vote in round_.votes.values():
        if isinstance(vote.ballot, Positions) and item in vote.ballot.items:
            positions.append(vote.ballot.positions[vote.ballot.items.index(item)])
    return tuple(sorted(positions))


def _with_grid(state: VisibleState, counted: Result, answers: Answers, round_: Round) -> Result:
    question = state.workshop.question(counted.ref)
    grid = state.workshop.grid(question.grid) if isinstance(question, GridQuestion) else None
    called = tuple((name, round_.tally.count("", name)) for name in answers.categories)
    votes = dict(called)
    on_axes = 0
    for vote in round_.votes.values():
        if grid is None or not isinstance(vote.ballot, Point):
            continue
        quadrant = grid.quadrant_at(vote.ballot.x, vote.ballot.y)
        if quadrant is None:
            on_axes += 1
        else:
            votes[quadrant.id] += 1
    placed = on_grid.marks(state, on_grid.points(state, round_))
    axes = on_grid.axes(placed)
    return change(
        counted,
        axes=axes,
        marks=placed,
        quadrants=tuple(votes.items()),
        called_quadrants=called,
        on_axes=on_axes,
        split=any(axis.split for axis in axes),
    )


def _with_ranks(counted: Result, answers: Answers, ballots: Sequence[Ballot]) -> Result:
    rankings = [ballot.options for ballot in ballots if isinstance(ballot, Ranking)]
    options = _and(answers.options, (option for ranking in rankings for option in ranking))
    firsts = tuple(sum(ranking[0] == option for ranking in rankings) for option in options)
    medians = [
        (
            of_values([r.index(option) + 1 for r in rankings if option in r]).median,
            -first,
            order,
            option,
        )
        for order, (option, first) in enumerate(zip(options, firsts, strict=True))
    ]
    # Equal medians: the one that came first more often, then the question's own order.
    best = sorted((m, f, o, name) for m, f, o, name in medians if m is not None)
    return change(
        counted,
        distribution=Distribution(options, firsts, counted.n),
        ranks=tuple((name, median) for median, _, _, name in best),
    )


def _ideas(ballots: Sequence[Ballot]) -> tuple[str, ...]:
    """All ideas by their digest: neither by who wrote them nor by when."""
    written = [idea for ballot in ballots if isinstance(ballot, Ideas) for idea in ballot.ideas]
    return tuple(sorted(written, key=_digest))


def _digest(idea: str) -> bytes:
    return sha256(idea.encode("utf-8", "surrogatepass")).digest()
