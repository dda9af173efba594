"""What a character answers: by what it cares about, what it leans to, and what it has heard."""

from __future__ import annotations

from math import exp

from mops_tui.model.packs.answers import POINTS
from mops_tui.model.packs.questions import (
    GridQuestion,
    PairsQuestion,
    QuestionBase,
    RateQuestion,
    items_of,
    kind_of,
    options_of,
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
from mops_tui.sources.simulated.characters import SimulatedPerson, sides
from mops_tui.sources.simulated.listening import positions_of

NEEDED_BY_NOBODY = 0.25
"""How far up a scale of needs stands what a character does not care about, 0 to 1."""
LISTENING = 4.0
"""How much the options of those listened to gain, at full movement, in units of weight."""


def answer(person: SimulatedPerson, ref: str, question: QuestionBase) -> Ballot:
    """Its ballot in the round that begins, after what it heard in the one before."""
    ballot = _ballot(person, ref, question)
    person.last[ref] = ballot
    return ballot


def scores(person: SimulatedPerson, ref: str, question: QuestionBase) -> dict[str, float]:
    """What each option is worth to a character."""
    totals: dict[str, float] = {}
    for option in options_of(question):
        worth = person.character.favours.get(option.id, 0.0) + 2 * person.affinity(option.leans)
        for _side, facts, sign in sides(option):
            # The strongest of each side counts whole, the others less: people argue so.
            ranked = sorted((person.weight(fact) for fact in facts), reverse=True)
            worth += sign * sum(weight / (1 + index) for index, weight in enumerate(ranked))
        worth += person.draw.gauss(0, 0.4)
        totals[option.id] = worth
    heard = person.heard.get(ref)
    for preferred, share in heard.shares.items() if heard else ():
        if preferred in totals:
            totals[preferred] += LISTENING * person.pull * share
    return totals


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
    if kind == "text":
        return _ideas(person, question)
    if isinstance(question, RateQuestion):
        return _rate(person, ref, question)
    if isinstance(question, PairsQuestion):
        return _pairs(person, ref, question)
    if kind == "curve":
        return _curve(person, ref, question)
    if isinstance(question, GridQuestion):
        return _place(person, ref, question)
    return Pass()


def _pour(worth: dict[str, float]) -> Ballot:
    """Ten points by the options' worth: softmax, then the largest remainders."""
    top = max(worth.values())
    parts = {option: exp((value - top) / 3) for option, value in worth.items()}
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


def _towards(person: SimulatedPerson, ref: str, item: str, own: float) -> float:
    """An own value, moved towards the middle of those listened to."""
    heard = person.heard.get(ref)
    middle = heard.middles.get(item) if heard else None
    return own if middle is None else own + person.pull * (middle - own)


def _before(person: SimulatedPerson, ref: str, item: str) -> float | None:
    """What it answered for an item in the round before."""
    last = person.last.get(ref)
    return (
        next((float(v) for name, v in positions_of(last) if name == item), None) if last else None
    )


def _whole(value: float, low: int, high: int) -> int:
    return min(high, max(low, round(value)))


def _rate(person: SimulatedPerson, ref: str, question: RateQuestion) -> Ballot:
    top = len(question.scale) - 1
    levels = []
    for item in question.items:
        cares = max((person.character.cares.get(key, 0.0) for key in item.sources), default=0.0)
        # Whoever cares about a practice sees more of what is missing, and needs more of it.
        base = person.character.optimism - cares / 40
        if question.cared == "raises":
            base = NEEDED_BY_NOBODY + cares / 14
        base += person.draw.gauss(0, 0.18)
        value = _towards(person, ref, item.id, base * top)
        levels.append(question.scale[_whole(value, 0, top)].id)
    return Ratings(tuple(item.id for item in question.items), tuple(levels))


def _pairs(person: SimulatedPerson, ref: str, question: PairsQuestion) -> Ballot:
    spots = []
    for pair in question.items:
        before = _before(person, ref, pair.id)
        own = 2.2 * person.affinity(pair.leans) + person.draw.gauss(0, 0.5)
        value = _towards(person, ref, pair.id, before if before is not None else own)
        spots.append(_whole(value, -2, 2))
    return Positions(tuple(pair.id for pair in question.items), tuple(spots))


def _curve(person: SimulatedPerson, ref: str, question: QuestionBase) -> Ballot:
    items = items_of(question)
    step = 60 / max(1, len(items) - 1)
    spots = []
    for index, item in enumerate(items):
        before = _before(person, ref, item.id)
        own = 78 - step * index + 24 * (person.character.optimism - 0.5) + person.draw.gauss(0, 6)
        value = _towards(person, ref, item.id, before if before is not None else own)
        spots.append(_whole(value, 0, 100))
    return Positions(tuple(item.id for item in items), tuple(spots))


def _place(person: SimulatedPerson, ref: str, question: GridQuestion) -> Ballot:
    character = person.character
    # On another grid than the one that characters are written for, technology still pulls
    # down, and reason to the inside.
    x, y = (
        (character.x, character.y)
        if question.grid == "mops"
        else (0.5 * character.y + 0.3 * character.x, character.x)
    )
    spots = []
    for name, own in (("x", x), ("y", y)):
        before = _before(person, ref, name)
        value = before if before is not None else 90 * own + person.draw.gauss(0, 10)
        spots.append(_whole(_towards(person, ref, name, value), -100, 100))
    return Point(spots[0], spots[1])


def _ideas(person: SimulatedPerson, question: QuestionBase) -> Ballot:
    """What weighs most for it, as an idea; a pass where nothing does."""
    ranked = sorted(question.facts, key=lambda fact: -person.weight(fact))
    return Ideas((ranked[0].text[:200],)) if ranked else Pass()
