"""What single ballots tell that a distribution does not: who changed, and how far apart they are.

Counts, and nobody by name; `who_changed` alone is for a page that names people already.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from mops_tui.model.packs.questions import kind_of
from mops_tui.model.packs.workshop import Workshop
from mops_tui.model.results.consensus import FEW
from mops_tui.model.results.results import Result
from mops_tui.model.session.audience import VisibleState
from mops_tui.model.session.ballots import (
    Allocation,
    Ballot,
    Ideas,
    Pass,
    Point,
    Ranking,
    Sealed,
    categories_of,
)
from mops_tui.model.session.state import Vote
from mops_tui.model.text.same import Same

_Said = dict[str, str] | dict[str, int] | Ballot
"""A ballot's categories, or its points, or itself where it has neither."""


@dataclass(frozen=True)
class Change:
    """How many of those who answered in both rounds changed their answer.

    Attributes:
        both: How many answered in this round and in the one before.
        changed: How many of them answered otherwise.
        item: The item or pair on which most of them changed, of those that three or more answered
            twice; or "".
        on_item: How many changed on it, of the `both_on_item` who answered on it twice.
        alone: On no other item as many changed.
        as_many: On how many other items, of those that three or more answered twice, as many did.
        flows: What single answers became: so many from one category to another, the most first;
            of several items those on `item`.
        corners: On a grid, how many of them stand in another corner now; not those on a line.
    """

    both: int
    changed: int
    item: str = ""
    on_item: int = 0
    both_on_item: int = 0
    alone: bool = True
    corners: int = 0
    as_many: int = 0
    flows: tuple[tuple[str, str, int], ...] = ()


def change_since(state: VisibleState, result: Result) -> Change | None:
    """How the ballots of a round differ from the same people's in the round before it.

    None for a first round, where either holds ballots that may not be seen, for ideas, and for the
    public.
    """
    rounds = state.rounds.get(result.ref, ())
    if not 2 <= result.round <= len(rounds) or result.kind == "text" or state.audience == "public":
        return None
    before, after = rounds[result.round - 2], rounds[result.round - 1]
    if before.phase != "revealed" or after.phase != "revealed":
        return None
    return _change(Same(before.votes), Same(after.votes), Same(result), Same(state.workshop))


@lru_cache(maxsize=64)
def _change(
    before: Same[Mapping[str, Vote]],
    after: Same[Mapping[str, Vote]],
    same_result: Same[Result],
    workshop: Same[Workshop],
) -> Change:
    """Kept: a closing page asks it of all rounds at each event, and they change no more."""
    earlier, result = before.value, same_result.value
    pairs = [
        (earlier[who].ballot, vote.ballot) for who, vote in after.value.items() if who in earlier
    ]
    pairs = [(old, new) for old, new in pairs if _answered(old) and _answered(new)]
    said = [(_said(result.kind, old), _said(result.kind, new)) for old, new in pairs]
    changed = sum(old != new for old, new in said)
    item, on_item, both_on_item, alone, as_many = _most_changed(result, said)
    corners = _other_corner(workshop.value, result, pairs)
    flows = _flows(result, said, item)
    return Change(len(pairs), changed, item, on_item, both_on_item, alone, corners, as_many, flows)


def who_changed(state: VisibleState, ref: str, number: int) -> dict[str, bool]:
    """Whether each who answered in this round and in the one before answered otherwise.

    Nobody in a first round, nor where either holds ballots that may not be seen. It is for a page
    that names people already: nothing else may say who.

    Args:
        state: What may be seen.
        ref: The question.
        number: The round.
    """
    rounds, question = state.rounds.get(ref, ()), state.workshop.question(ref)
    if question is None or not 2 <= number <= len(rounds):
        return {}
    before, after = rounds[number - 2], rounds[number - 1]
    if before.phase != "revealed" or after.phase != "revealed":
        return {}
    kind = kind_of(question)
    return {
        who: _said(kind, before.votes[who].ballot) != _said(kind, vote.ballot)
        for who, vote in after.votes.items()
        if who in before.votes and _answered(before.votes[who].ballot) and _answered(vote.ballot)
    }


@dataclass(frozen=True)
class Reach:
    """How far apart the ballots are on one option: the points or the ranks given to it.

    Attributes:
        least: The least given; `most` likewise.
        others: The options on which they are as far apart, each with the least and the most.
    """

    option: str
    least: int
    most: int
    others: tuple[tuple[str, int, int], ...] = ()


def widest(state: VisibleState, result: Result) -> Reach | None:
    """The option on whose points, or rank, people differ most; None where they do not."""
    given: dict[str, list[int]] = {}
    order = result.distribution.categories if result.distribution else ()
    for ballot in _ballots(state, result):
        # Whoever gave an option no points gave it nought, written down or not.
        nothing = dict.fromkeys(order, 0) if isinstance(ballot, Allocation) else {}
        for option, figure in (nothing | _given(ballot)).items():
            given.setdefault(option, []).append(figure)
    reaches = [Reach(o, min(given[o]), max(given[o])) for o in order if len(given.get(o, ())) > 1]
    best = max(reaches, key=lambda r: r.most - r.least, default=None)
    if best is None or best.most == best.least:
        return None
    others = tuple(
        (one.option, one.least, one.most)
        for one in reaches
        if one is not best and one.most - one.least == best.most - best.least
    )
    return Reach(best.option, best.least, best.most, others)


def firsts(state: VisibleState, result: Result) -> dict[str, int]:
    """Of each option, how many gave no other more points than this one."""
    ballots = [b for b in _ballots(state, result) if isinstance(b, Allocation)]
    order = result.distribution.categories if result.distribution else ()
    return {
        option: sum(_given(ballot).get(option, 0) == max(ballot.points) for ballot in ballots)
        for option in order
    }


def _ballots(state: VisibleState, result: Result) -> list[Ballot]:
    round_ = state.rounds[result.ref][result.round - 1]
    return [vote.ballot for vote in round_.votes.values()]


def _given(ballot: Ballot) -> dict[str, int]:
    if isinstance(ballot, Allocation):
        return dict(zip(ballot.options, ballot.points, strict=True))
    if isinstance(ballot, Ranking):
        return {option: place for place, option in enumerate(ballot.options, start=1)}
    return {}


def _answered(ballot: Ballot) -> bool:
    return not isinstance(ballot, Pass | Sealed | Ideas)


def _said(kind: str, ballot: Ballot) -> _Said:
    """What a ballot says, as it is told: on the curve a stage, not the place to a hundredth.

    Of points those that were given, in whatever order and with or without a nought.
    """
    if isinstance(ballot, Allocation):
        return {option: points for option, points in _given(ballot).items() if points}
    return categories_of(kind, ballot) or ballot


def _flows(
    result: Result, said: list[tuple[_Said, _Said]], item: str
) -> tuple[tuple[str, str, int], ...]:
    """From which category to which the answers went that were changed, the most first."""
    if result.kind in ("grid", "allocate", "rank"):
        return ()
    key = item or (result.items[0].item if result.items else "")
    turns: Counter[tuple[str, str]] = Counter()
    for old, new in said:
        if not isinstance(old, dict) or not isinstance(new, dict):
            continue
        was, now = old.get(key), new.get(key)
        if was is not None and now is not None and was != now:
            turns[str(was), str(now)] += 1
    return tuple((was, now, count) for (was, now), count in turns.most_common())


def _most_changed(
    result: Result, said: list[tuple[_Said, _Said]]
) -> tuple[str, int, int, bool, int]:
    """The item that most changed on, how many of how many, and on how many others as many did."""
    if len(result.items) < 2:
        return ("", 0, 0, True, 0)
    both = [(old, new) for old, new in said if isinstance(old, dict) and isinstance(new, dict)]
    changed: list[tuple[int, int, str]] = []
    for item in result.items:
        on = [(o[item.item], n[item.item]) for o, n in both if item.item in o and item.item in n]
        changed.append((sum(old != new for old, new in on), len(on), item.item))
    enough = [one for one in changed if one[1] >= FEW]
    most, of, name = max(enough, key=lambda one: one[0], default=(0, 0, ""))
    alone = sum(one[0] >= most for one in changed) == 1
    as_many = sum(one[0] == most for one in enough) - 1
    return (name, most, of, alone, as_many) if most else ("", 0, 0, True, 0)


def _other_corner(workshop: Workshop, result: Result, pairs: list[tuple[Ballot, Ballot]]) -> int:
    grid_id = getattr(workshop.question(result.ref), "grid", "")
    grid = workshop.grid(grid_id) if grid_id else None
    if grid is None:
        return 0
    return sum(
        grid.quadrant_at(new.x, new.y) not in (None, grid.quadrant_at(old.x, old.y))
        for old, new in pairs
        if isinstance(old, Point) and isinstance(new, Point)
    )
