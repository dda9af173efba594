"""What a revealed round of a question adds up to. Never computes from a round that is not.

Called votes enter distributions, the agreement of ordered scales and a grid's quadrants; marks,
medians of an axis come from ballots alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from hashlib import sha256

from mops_tui.model.packs.questions import GridQuestion
from mops_tui.model.results import marks as on_grid
from mops_tui.model.results.consensus import FEW, of_steps, of_values, split
from mops_tui.model.results.enough import reaches_quorum
from mops_tui.model.results.results import Distribution, ItemResult, Result, Verdict
from mops_tui.model.results.stability import beside
from mops_tui.model.results.verdicts import verdict
from mops_tui.model.results.withheld import by_round, withheld
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
from mops_tui.model.text.same import Same, SameParts

ITEM_KINDS = ("rate", "pairs", "curve")
"""The kinds that are answered item by item, each on an ordered scale."""
MOST_KEPT = 64
"""How many results are kept: more than a long workshop has rounds."""


def result(state: VisibleState, ref: str, number: int | None = None) -> Result | None:
    """What a round of a question adds up to.

    Args:
        state: The workshop, as its reader may see it.
        ref: `scenario/question`.
        number: The round; the latest revealed one when absent.

    Returns:
        None where that round is unknown, not revealed, or holds ballots that may not be seen.
    """
    if state.audience == "public":
        return _public_result(state, ref, number)
    round_ = on_grid.latest(state, ref) if number is None else _numbered(state, ref, number)
    answers = state.answers(ref)
    if round_ is None or answers is None:
        return None
    before = _numbered(state, ref, round_.number - 1)
    ballots = _Ballots(round_), _Ballots(before) if before else None
    return _result(_Room(state, of_grid=answers.kind == "grid"), ref, answers, *ballots)


def _public_result(state: VisibleState, ref: str, number: int | None) -> Result | None:
    """What anybody may know of a round, whose votes nothing else has."""
    answers = state.answers(ref)
    rounds = [one for one in state.behind.get(ref, ()) if on_grid.is_countable(one)]
    if answers is None or not rounds:
        return None
    room = _Room(state, of_grid=answers.kind == "grid")
    told = by_round(
        [withheld(_result(room, ref, answers, _Ballots(one), None), state.policy) for one in rounds]
    )
    if number is None:
        return told[-1]
    return next((one for one in told if one.round == number), None)


def _numbered(state: VisibleState, ref: str, number: int) -> Round | None:
    rounds = state.rounds.get(ref, ())
    if not 0 < number <= len(rounds):
        return None
    return rounds[number - 1] if on_grid.is_countable(rounds[number - 1]) else None


class _Ballots(SameParts[Round]):
    """A round as a key: the same for as long as its ballots and its count are."""

    def parts(self) -> tuple[object, ...]:
        """What is counted."""
        one = self.value
        return Same(one.votes), one.tally, one.present, one.number


class _Room(SameParts[VisibleState]):
    """A state as a key: the same for as long as nothing changes but its rounds."""

    def __init__(self, state: VisibleState, *, of_grid: bool) -> None:
        super().__init__(state)
        self._of_grid = of_grid

    def parts(self) -> tuple[object, ...]:
        """The rules; of a grid, whose marks have names, the people and the grid as well."""
        policy, one = Same(self.value.policy), self.value
        return (policy, Same(one.participants), Same(one.workshop)) if self._of_grid else (policy,)


@lru_cache(maxsize=MOST_KEPT)
def _result(
    room: _Room, ref: str, answers: Answers, ballots: _Ballots, earlier: _Ballots | None
) -> Result:
    """The same object for the same ballots: a closing page asks for all rounds at each event."""
    state, round_ = room.value, ballots.value
    outcome = _counted(room, ref, answers, ballots)
    if earlier is not None:
        of_earlier = _counted(room, ref, answers, earlier)
        outcome = beside(state, outcome, of_earlier, round_, earlier.value)
    return change(outcome, verdict=verdict(outcome, state.policy))


@lru_cache(maxsize=MOST_KEPT)
def _counted(room: _Room, ref: str, answers: Answers, ballots_of: _Ballots) -> Result:
    """One round on its own: no verdict yet, and nothing that needs the round before."""
    state, round_ = room.value, ballots_of.value
    counted = _of_round(state.policy.quorum, ref, answers, round_)
    if answers.kind == "grid":
        return _with_grid(state, counted, answers, round_)
    ballots = [vote.ballot for vote in round_.votes.values()]
    if answers.kind in ("choice", "hands"):
        votes = _votes_by_item(answers, round_).get("", {})
        distribution = _distribution(answers, votes, counted.n)
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


def _votes_by_item(answers: Answers, round_: Round) -> dict[str, dict[str, int]]:
    """How many votes, called ones included, each item has in each category."""
    votes: dict[str, dict[str, int]] = {}
    for vote in round_.votes.values():
        for item, category in categories_of(answers.kind, vote.ballot).items():
            of = votes.setdefault(item, {})
            of[category] = of.get(category, 0) + 1
    for item, category, count in round_.tally.cells:
        of = votes.setdefault(item, {})
        of[category] = of.get(category, 0) + count
    return votes


def _distribution(answers: Answers, votes: Mapping[str, int], n: int | None = None) -> Distribution:
    """How the votes of one item fall over its categories."""
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
    votes, positions = _votes_by_item(answers, round_), _positions_by_item(round_)
    items = tuple(
        _item(answers, item, votes.get(item, {}), tuple(sorted(positions.get(item, ()))))
        for item in _and(answers.items, votes.keys() - {""})
    )
    return change(counted, items=items, split=any(item.split for item in items))


def _item(
    answers: Answers, item: str, votes: Mapping[str, int], positions: tuple[int, ...]
) -> ItemResult:
    distribution = _distribution(answers, votes)
    counts, categories = distribution.counts, distribution.categories
    measures = of_steps(counts)
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


def _positions_by_item(round_: Round) -> dict[str, list[int]]:
    """The positions of all ballots on each item; empty for a rating."""
    positions: dict[str, list[int]] = {}
    for vote in round_.votes.values():
        if isinstance(vote.ballot, Positions):
            for item, position in zip(vote.ballot.items, vote.ballot.positions, strict=True):
                positions.setdefault(item, []).append(position)
    return positions


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
            -first,
            of_values([r.index(option) + 1 for r in rankings if option in r]).median,
            order,
            option,
        )
        for order, (option, first) in enumerate(zip(options, firsts, strict=True))
    ]
    # As the sentence ranks them: first for more, then the better median, then as they are asked.
    best = sorted((f, m, o, name) for f, m, o, name in medians if m is not None)
    return change(
        counted,
        distribution=Distribution(options, firsts, counted.n),
        ranks=tuple((name, median) for _, median, _, name in best),
    )


def _ideas(ballots: Sequence[Ballot]) -> tuple[str, ...]:
    """All ideas by their digest: neither by who wrote them nor by when."""
    written = [idea for ballot in ballots if isinstance(ballot, Ideas) for idea in ballot.ideas]
    return tuple(sorted(written, key=_digest))


def _digest(idea: str) -> bytes:
    return sha256(idea.encode("utf-8", "surrogatepass")).digest()
