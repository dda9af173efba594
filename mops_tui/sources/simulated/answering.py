"""What a character answers: by what an answer is worth to it, and what it has heard."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from math import exp

from mops_tui.model.packs.answers import POINTS
from mops_tui.model.packs.characters import Disturbance
from mops_tui.model.packs.questions import (
    GridQuestion,
    PairsQuestion,
    QuestionBase,
    RateQuestion,
    TextQuestion,
    kind_of,
)
from mops_tui.model.session.ballots import (
    Allocation,
    Ballot,
    Choice,
    Ideas,
    Pass,
    Point,
    Positions,
    Ranking,
    Ratings,
)
from mops_tui.sources.simulated.characters import SimulatedPerson
from mops_tui.sources.simulated.draws import apart
from mops_tui.sources.simulated.worth import bounds, item_worth, option_worth

LISTENING = 3.0
"""How much the options of those listened to gain, at full movement, in units of worth."""
EVEN = 1.1
"""How evenly ten points are poured: an option that is worth so much more gets e times as many."""
LONGEST_IDEA = 200
"""The most characters of an idea."""


def answer(person: SimulatedPerson, ref: str, question: QuestionBase) -> Ballot:
    """Its ballot in the round that begins, after what it heard in the one before."""
    ballot = _ballot(person, ref, question)
    person.remember(ref, ballot)
    return ballot


def otherwise(
    person: SimulatedPerson, ref: str, question: QuestionBase, happened: Iterable[Disturbance]
) -> Ballot:
    """What somebody would have answered last, having heard the same, had this not happened."""
    heard = {ref: person.swayed[ref]} if ref in person.swayed else {}
    calmer = replace(
        person, happened=list(person.happened), shifts=dict(person.shifts), heard=heard, worth={}
    )
    for one in happened:
        calmer.forget(one)
    return _ballot(calmer, ref, question)


def scores(person: SimulatedPerson, ref: str, question: QuestionBase) -> dict[str, float]:
    """What each option is worth to a character, once it has heard the others."""
    own = person.worth[ref] = option_worth(person, ref, question)
    totals = dict(own)
    heard = None if person.knows(ref) else person.heard.get(ref)
    for preferred, share in heard.shares.items() if heard else ():
        if preferred in totals:
            totals[preferred] += LISTENING * person.pull * share
    return totals


def places(person: SimulatedPerson, ref: str, question: QuestionBase) -> dict[str, int]:
    """What a character answers for each item, or on each axis, once it has heard the others."""
    low, high = bounds(question)
    own = person.worth[ref] = item_worth(person, ref, question)
    heard = None if person.knows(ref) else person.heard.get(ref)
    found = {}
    for name, value in own.items():
        middle = heard.middles.get(name) if heard else None
        moved = value if middle is None else value + person.pull * (middle - value)
        found[name] = min(high, max(low, round(moved)))
    return found


def weigh(person: SimulatedPerson, ref: str, question: QuestionBase) -> None:
    """Let somebody know again what the items of ratings are worth to them, as it is now."""
    if isinstance(question, RateQuestion):
        person.worth[ref] = item_worth(person, ref, question)


def _ballot(person: SimulatedPerson, ref: str, question: QuestionBase) -> Ballot:
    kind = kind_of(question)
    if kind in ("choice", "hands"):
        worth = scores(person, ref, question)
        return Choice(max(worth, key=lambda option: worth[option]))
    if kind == "allocate":
        return _pour(scores(person, ref, question))
    if kind == "rank":
        worth = scores(person, ref, question)
        return Ranking(tuple(sorted(worth, key=lambda option: -worth[option])))
    if isinstance(question, TextQuestion):
        return _ideas(person, ref, question)
    if isinstance(question, RateQuestion):
        levels = places(person, ref, question).items()
        given = tuple(question.scale[level].id for _item, level in levels)
        return Ratings(tuple(item for item, _level in levels), given)
    if isinstance(question, PairsQuestion) or kind == "curve":
        spots = places(person, ref, question)
        return Positions(tuple(spots), tuple(spots.values()))
    if isinstance(question, GridQuestion):
        spots = places(person, ref, question)
        return Point(spots["x"], spots["y"])
    return Pass()


def _pour(worth: dict[str, float]) -> Ballot:
    """Ten points by the options' worth: softmax, then the largest remainders."""
    top = max(worth.values())
    parts = {option: exp((value - top) / EVEN) for option, value in worth.items()}
    total = sum(parts.values())
    exact = {option: POINTS * part / total for option, part in parts.items()}
    points = {option: int(value) for option, value in exact.items()}
    left = POINTS - sum(points.values())
    for option in sorted(exact, key=lambda o: points[o] - exact[o])[:left]:
        points[option] += 1
    shared_out = [(option, count) for option, count in points.items() if count]
    return Allocation(
        tuple(option for option, _ in shared_out), tuple(count for _, count in shared_out)
    )


def _ideas(person: SimulatedPerson, ref: str, question: TextQuestion) -> Ballot:
    """One of its own ideas, or two; else what weighs most for it today, or a pass."""
    draw = apart(person.company.seed, person.id, person.character.id, ref)
    own = [idea.text for idea in person.character.ideas if idea.question == question.id]
    if own:
        count = min(len(own), question.most, draw.choice((1, 1, 2)))
        return Ideas(tuple(text[:LONGEST_IDEA] for text in draw.sample(own, count)))
    weighed = [(person.weight(fact) + draw.uniform(0, 3), fact.text) for fact in question.facts]
    return Ideas((max(weighed)[1][:LONGEST_IDEA],)) if weighed else Pass()
