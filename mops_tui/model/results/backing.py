"""Who is behind an answer that was picked, and who answered otherwise."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from mops_tui.model.results.picks import End, Pick
from mops_tui.model.results.results import Result
from mops_tui.model.results.stands import clearest
from mops_tui.model.session.audience import VisibleState
from mops_tui.model.session.ballots import (
    Ballot,
    Pass,
    Point,
    Sealed,
    categories_of,
    put_first,
)


@dataclass(frozen=True)
class Backing:
    """The people of a round, by the keys of their votes, in the order in which they voted.

    Attributes:
        behind: They gave an answer that was picked.
        otherwise: They gave another one.
    """

    behind: tuple[str, ...] = ()
    otherwise: tuple[str, ...] = ()


def backing(
    state: VisibleState, result: Result, picks: Sequence[Pick], end: End = "most"
) -> Backing:
    """Who is behind the answers that were picked.

    Args:
        state: What may be seen.
        result: The round.
        picks: The answers.
        end: What was looked for: behind a corner in which the fewest stand is everybody.
    """
    votes = state.rounds[result.ref][result.round - 1].votes
    behind: list[str] = []
    otherwise: list[str] = []
    for who, vote in votes.items():
        if isinstance(vote.ballot, Pass | Sealed):
            continue
        stands = result.kind == "grid" and end == "least"
        stands = stands or _gave(state, result, vote.ballot, picks)
        (behind if stands else otherwise).append(who)
    return Backing(tuple(behind), tuple(otherwise))


def _gave(state: VisibleState, result: Result, ballot: Ballot, picks: Sequence[Pick]) -> bool:
    answers = {one.answer for one in picks}
    if isinstance(ballot, Point):
        grid = state.workshop.grid(getattr(state.question(result.ref), "grid", ""))
        corner = grid.quadrant_at(ballot.x, ballot.y) if grid is not None else None
        return corner is not None and corner.id in answers
    if not result.items:
        return not answers.isdisjoint(put_first(ballot))
    said = categories_of(result.kind, ballot)
    if not isinstance(said, dict):
        return False
    common = clearest(result) if result.kind == "pairs" else None
    return any(
        said.get(one.answer)
        in (common.categories if common is not None else [name for name, _count in one.counts])
        for one in picks
    )
