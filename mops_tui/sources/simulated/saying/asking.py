"""Whom to ask why, after a reveal: who moved, who stands alone, who is furthest from the others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from statistics import median
from typing import Literal

from mops_tui.model.packs.questions import kind_of
from mops_tui.model.session.ballots import Ballot, Pass, Point
from mops_tui.model.session.commands import GiveReason
from mops_tui.model.session.events import WORDS_LENGTH
from mops_tui.model.session.state import WorkshopState
from mops_tui.sources.simulated.characters import SimulatedPerson
from mops_tui.sources.simulated.saying.matter import (
    NOWHERE,
    Matter,
    Reason,
    Speech,
    matter_of,
)
from mops_tui.sources.simulated.saying.reasons import reason
from mops_tui.sources.simulated.saying.stands import BY_ITEM, Stand, places

Worth = Literal["moved", "alone", "few", "far-out", "other", "passed", "asked"]
"""Why somebody is worth asking, or that they were asked already."""
FEW = 3
"""So many who answered alike, of a room of twice as many, are a minority."""
NO_SIDE = ""
"""The side of somebody who took none."""
MOST_ASKED = 3
"""How many a scripted facilitator asks after a reveal."""


@dataclass(frozen=True)
class ToAsk:
    """Somebody who could be asked.

    Attributes:
        stand: The answer that they would speak of.
        alike: How many gave that answer, they included.
        worth: What makes it worth asking them.
    """

    person: SimulatedPerson
    stand: Stand
    alike: int
    worth: Worth


def whom_to_ask(
    room: Sequence[SimulatedPerson], state: WorkshopState, matter: Matter
) -> tuple[ToAsk, ...]:
    """Everybody who voted in the round that was revealed, the one most worth asking first."""
    there = {
        one.id: one
        for one in room
        if one.id in matter.now and one.id in state.participants and one.id not in state.absent
    }
    ballots = {name: matter.now[name] for name in there}
    reasons = {name: reason(person, matter) for name, person in there.items()}
    own = {name: why.own if why is not None else NOWHERE for name, why in reasons.items()}
    out = _distances(matter, tuple(matter.now.values()), ballots)
    here = [one for one in matter.said if one.round == matter.number]
    asked = {one.participant for one in here}
    sides = {NO_SIDE, *(_side(matter, one.own) for one in here)}
    own |= {one.participant: one.own for one in here if one.participant in own}  # as they said
    alike = Counter(one.of for one in own.values())
    found = []
    for name, person in there.items():
        stand, why = own[name], reasons[name]
        count = alike[stand.of]
        worth = _worth(why, ballots, name, out, count)
        if name in asked:
            worth = "asked"
        found.append((ToAsk(person, stand, count, worth), out.get(name, 0.0)))
    order: tuple[Worth, ...] = ("moved", "alone", "few", "far-out", "other", "passed", "asked")

    def rank(one: ToAsk, distance: float) -> tuple[bool, bool, int, float, int]:
        # Once one side has been heard, the other comes first.
        last = one.worth in ("passed", "asked")
        heard = _side(matter, one.stand) in sides
        return last, heard, order.index(one.worth), -distance, one.alike

    return tuple(one for one, _distance in sorted(found, key=lambda pair: rank(*pair)))


def _worth(
    why: Reason | None, ballots: dict[str, Ballot], who: str, out: dict[str, float], alike: int
) -> Worth:
    if isinstance(ballots[who], Pass):
        return "passed"
    if why is not None and why.changed:
        return "moved"
    if out:
        return "far-out" if out[who] and out[who] == max(out.values()) else "other"
    if alike == 1 and len(ballots) > 1:
        return "alone"
    return "few" if 1 < alike <= FEW and 2 * alike < len(ballots) else "other"


def _distances(
    matter: Matter, everybody: Sequence[Ballot], ballots: dict[str, Ballot]
) -> dict[str, float]:
    """How far from the middle of the room each ballot is; none where answers have no distance."""
    if kind_of(matter.question) not in (*BY_ITEM, "grid"):
        return {}
    put = [_put(matter, ballot) for ballot in everybody]
    middles = {
        item: median(one[item] for one in put if item in one)
        for item in {item for one in put for item in one}
    }
    return {
        name: sum(abs(value - middles[item]) for item, value in _put(matter, ballot).items())
        for name, ballot in ballots.items()
    }


def _put(matter: Matter, ballot: Ballot) -> dict[str, float]:
    if isinstance(ballot, Point):
        return {"x": float(ballot.x), "y": float(ballot.y)}
    return places(matter.question, ballot)


@dataclass(frozen=True)
class Statement:
    """What somebody said when they were asked.

    Attributes:
        command: What keeps it in the session.
        matter: The question, with that said of it.
    """

    command: GiveReason
    reason: Reason
    matter: Matter


def ask(person: SimulatedPerson, matter: Matter) -> Statement | None:
    """Ask somebody why; None where they have not voted."""
    why = reason(person, matter)
    if why is None:
        return None
    text = matter.speech.spoken(why, matter.question, matter.workshop)[:WORDS_LENGTH]
    name = person.name if matter.named else ""
    said = matter.spoken(person.id, name, matter.number, text, matter.now[person.id])
    command = GiveReason(matter.ref, matter.number, person.id, text)
    return Statement(command, why, replace(matter, said=(*matter.said, said)))


def ask_around(
    room: Sequence[SimulatedPerson],
    state: WorkshopState,
    ref: str,
    speech: Speech,
    most: int = MOST_ASKED,
) -> tuple[GiveReason, ...]:
    """What a facilitator hears after a reveal: from both sides, where there are two.

    Args:
        room: Everybody.
        state: With that round revealed.
        ref: The question.
        speech: What can be said.
        most: How many are asked.

    Returns:
        What was said, in order, ready to be kept.
    """
    matter = matter_of(state, ref, speech)
    if matter is None:
        return ()
    waiting = [
        one for one in whom_to_ask(room, state, matter) if one.worth not in ("asked", "passed")
    ]
    heard: list[GiveReason] = []
    taken = {NO_SIDE}
    while waiting and len(heard) < most:
        other = (one for one in waiting if _side(matter, one.stand) not in taken)
        chosen = next(other, waiting[0])
        waiting.remove(chosen)
        asked = ask(chosen.person, matter)
        if asked is not None:
            heard.append(asked.command)
            taken.add(_side(matter, asked.reason.own))
            matter = asked.matter
    return tuple(heard)


def _side(matter: Matter, stand: Stand) -> str:
    """The side that an answer takes: of a scale, or for one of the options."""
    if stand == NOWHERE:
        return NO_SIDE
    return stand.side if kind_of(matter.question) in BY_ITEM else stand.of
