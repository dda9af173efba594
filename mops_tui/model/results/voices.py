"""Who might speak first: the two who stand furthest apart, as far as the room may be named.

On ordered scales and axes these are the two ends of the one that the room agrees on least, if
they are in different categories. For choice and hands, somebody with the option most chosen and
somebody with the option least chosen. For allocate and rank, the two who differ most on the
option in the lead. Among equals the earliest seat. People who only called out have no seat: where
they alone stand at an end it is told by its answer, and nobody by name.

Whom to call upon is the facilitator's to decide: others are told nothing until she has put it
before them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from mops_tui.model.packs.answers import stage_of
from mops_tui.model.results.consensus import bins
from mops_tui.model.results.marks import seat_of
from mops_tui.model.results.results import Result, Voice
from mops_tui.model.session.audience import VisibleState
from mops_tui.model.session.ballots import Allocation, Choice, Point, Positions, Ranking, Ratings
from mops_tui.model.session.events import FIRST
from mops_tui.model.session.state import Round, Vote, change

_Stand = tuple[float, float, str]
"""Where somebody stands: the step on a scale, the place within it, the category's id."""


def voices(state: VisibleState, outcome: Result) -> tuple[Voice, ...]:
    """The two who might speak first, the lower end first.

    Args:
        state: The state, as somebody may see it.
        outcome: A result of it.

    Returns:
        Nobody where nobody stands apart, and where it is not for these eyes: the room is told of
        the round that it looks at, once the facilitator has put that there.
    """
    rounds = state.rounds.get(outcome.ref, ())
    if not state.may_see_hint(FIRST, outcome.ref) or outcome.verdict.code in ("none", "few"):
        return ()
    if state.audience != "facilitator" and outcome.round != (state.look.round or len(rounds)):
        return ()
    round_ = rounds[outcome.round - 1]
    present_votes = {
        participant: vote
        for participant, vote in round_.votes.items()
        if participant not in state.voters_gone
    }
    round_ = change(round_, votes=present_votes)  # nobody is asked to speak who has left
    if outcome.kind in ("choice", "hands"):
        pair = _camps(state, outcome, round_)
    else:
        pair = _ends(state, outcome, round_)
    if state.policy.anonymity == "anonymous" or not all(voice.participant for voice in pair):
        return tuple(Voice("", voice.category, voice.item) for voice in pair)
    return pair


def _camps(state: VisibleState, outcome: Result, round_: Round) -> tuple[Voice, ...]:
    chosen = {p: v.ballot.option for p, v in round_.votes.items() if isinstance(v.ballot, Choice)}
    if outcome.distribution is None:
        return ()
    held = Counter(chosen.values())
    held.update({option: count for _item, option, count in round_.tally.cells})
    camps = [(held[one], one) for one in outcome.distribution.categories if held[one]]
    if len(camps) < 2:
        return ()
    most = max(camps, key=lambda camp: camp[0])[1]
    least = min(reversed(camps), key=lambda camp: camp[0])[1]
    first = {
        option: min(
            (p for p in chosen if chosen[p] == option),
            key=lambda p: seat_of(state, p),
            default="",
        )
        for option in (most, least)
    }
    return tuple(Voice(first[option], option) for option in (most, least))


def _ends(state: VisibleState, outcome: Result, round_: Round) -> tuple[Voice, ...]:
    item, leading = outcome.verdict.item, outcome.verdict.category
    if outcome.kind == "rank" and outcome.ranks:
        leading = outcome.ranks[0][0]
    stands: dict[str, _Stand] = {}
    for participant in sorted(round_.votes, key=lambda p: seat_of(state, p)):
        stand = _stand(outcome, round_.votes[participant], item or leading)
        if stand is not None:
            stands[participant] = stand
    called = {category for of, category, count in round_.tally.cells if of == item and count}
    if called:
        return _with_called(outcome, item, stands, called)
    return _extremes(stands, item or leading)


def _with_called(
    outcome: Result, item: str, stands: Mapping[str, _Stand], called: set[str]
) -> tuple[Voice, ...]:
    """The two ends where some called out: by name only those who are at the very ends."""
    scale = next((i.distribution.categories for i in outcome.items if i.item == item), ())
    held = [one for one in scale if one in called or one in {s[2] for s in stands.values()}]
    if len(held) < 2:
        return ()
    ends = (held[0], held[-1])
    pair = _extremes(stands, item)
    if tuple(voice.category for voice in pair) == ends:
        return pair
    return tuple(Voice("", end, item) for end in ends)


def _stand(outcome: Result, vote: Vote, item: str) -> _Stand | None:
    ballot = vote.ballot
    if isinstance(ballot, Point) and item in ("x", "y"):
        value = ballot.x if item == "x" else ballot.y
        return (bins([value]).index(1), value, "")
    if isinstance(ballot, Allocation):
        points = dict(zip(ballot.options, ballot.points, strict=True)).get(item, 0)
        return (points, 0, "")
    if isinstance(ballot, Ranking) and item in ballot.options:
        return (-ballot.options.index(item), 0, "")
    if isinstance(ballot, Ratings | Positions) and item in ballot.items:
        return _on_scale(outcome, ballot, item)
    return None


def _on_scale(outcome: Result, ballot: Ratings | Positions, item: str) -> _Stand | None:
    at = ballot.items.index(item)
    value = 0
    if isinstance(ballot, Ratings):
        category = ballot.levels[at]
    else:
        value = ballot.positions[at]
        category = stage_of(value) if outcome.kind == "curve" else str(value)
    scale = next((i.distribution.categories for i in outcome.items if i.item == item), ())
    return (scale.index(category), value, category) if category in scale else None


def _extremes(stands: Mapping[str, _Stand], item: str) -> tuple[Voice, ...]:
    """The two ends; both `min` and `max` keep the first of equals, hence the earliest seat."""
    if not stands:
        return ()
    low = min(stands, key=lambda p: stands[p][:2])
    high = max(stands, key=lambda p: stands[p][:2])
    if stands[low][0] == stands[high][0]:
        return ()
    return (
        Voice(low, stands[low][2] or "low", item),
        Voice(high, stands[high][2] or "high", item),
    )
