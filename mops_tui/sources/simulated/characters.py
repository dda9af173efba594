"""Characters that vote: what each would answer, why, and how it moves after a discussion.

Everything follows from the cast, the packs and a seed. A reason always cites the goodie, gotcha
or fact that weighs most for that character; nothing is canned.
"""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import dataclass, field
from math import exp

from mops_tui.model.packs.answers import POINTS, Lean, Option
from mops_tui.model.packs.characters import Character
from mops_tui.model.packs.parts import Fact
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

NEEDED_BY_NOBODY = 0.25
"""How far up a scale of needs stands what a character does not care about, 0 to 1."""
LISTENING = 4.0
"""How much the options of those listened to gain, at full movement, in units of weight."""
TEMPERS: Mapping[str, float] = {"calm": 1.0, "lively": 1.2, "firm": 0.5, "contrary": -0.4}
"""How much of its `moves` a temper really moves."""


@dataclass(frozen=True)
class Reason:
    """Why a character answers as it does.

    Attributes:
        side: "goodie", "gotcha", "works-when", "fact" or "lean".
        text: The fact, as the pack words it; for a lean, the pack's reason for it.
        sources: Keys of the content brief that it cites.
        option: The option, item or pair that it speaks for or against, or "".
        weight: How much it weighs for this character, 0 or more.
        against: It speaks against that option.
    """

    side: str
    text: str
    sources: tuple[str, ...] = ()
    option: str = ""
    weight: float = 0.0
    against: bool = False


@dataclass(frozen=True)
class HeardAnswers:
    """What somebody heard from those they listen to, in one round of a question.

    Attributes:
        shares: How much of their votes or points each option got, 0 to 1.
        middles: Their middle position, or level from 0, for each item or axis.
    """

    shares: Mapping[str, float] = field(default_factory=dict)
    middles: Mapping[str, float] = field(default_factory=dict)


@dataclass
class SimulatedPerson:
    """A character in a seat, with a mind of its own.

    Attributes:
        id: Its participant id.
        name: As it stands in the room; numbered where a cast is used more than once.
        draw: Its own randomness.
        shifts: What weighs more since a disturbance, by key.
        heard: For each question, what it heard after the last round.
        last: For each question, what it answered last.
    """

    id: str
    name: str
    character: Character
    draw: random.Random
    shifts: dict[str, float] = field(default_factory=dict)
    heard: dict[str, HeardAnswers] = field(default_factory=dict)
    last: dict[str, Ballot] = field(default_factory=dict)

    @property
    def pull(self) -> float:
        """How far it moves towards those it listens to; below 0 it moves away."""
        return self.character.moves * TEMPERS[self.character.temper]

    def weight(self, fact: Fact) -> float:
        """How much a fact weighs: the most of its keys."""
        cares = self.character.cares
        weights = [cares.get(key, 0.0) + self.shifts.get(key, 0.0) for key in fact.sources]
        return max(0.0, max(weights, default=0.5))

    def delay(self, minutes: float) -> float | None:
        """Seconds until it votes on a question of so many minutes; None until it is asked."""
        if self.character.asked:
            return None
        spread = self.draw.lognormvariate(0.0, 0.35)
        seconds = self.character.speed * spread * (2.5 if self.character.late else 1.0)
        return min(seconds, minutes * 60 * 0.9)

    def answer(self, ref: str, question: QuestionBase) -> Ballot:
        """Its ballot in the round that begins, after what it heard in the one before."""
        ballot = _answer(self, ref, question)
        self.last[ref] = ballot
        return ballot


def people(cast: tuple[Character, ...], count: int, seed: int) -> tuple[SimulatedPerson, ...]:
    """So many people of a cast; beyond its size, variations of its characters."""
    everyone: list[SimulatedPerson] = []
    for index in range(count):
        base = cast[index % len(cast)]
        lap = index // len(cast)
        draw = random.Random(f"{seed}/{base.id}/{lap}")
        character = base if lap == 0 else _varied(base, draw)
        name = base.name if lap == 0 else f"{base.name} {lap + 1}"
        everyone.append(SimulatedPerson(f"p-{index + 1:04}", name, character, draw))
    return tuple(everyone)


def _varied(base: Character, draw: random.Random) -> Character:
    """Somebody like it, and not the same."""

    def near(value: float, low: float, high: float, spread: float) -> float:
        return round(min(high, max(low, value + draw.gauss(0, spread))), 3)

    return base.model_copy(
        update={
            "x": near(base.x, -1, 1, 0.3),
            "y": near(base.y, -1, 1, 0.3),
            "optimism": near(base.optimism, 0, 1, 0.2),
            "cares": {key: near(value, 0, 10, 1.5) for key, value in base.cares.items()},
            "moves": near(base.moves, 0, 1, 0.2),
            "asked": False,
        }
    )


def _affinity(person: SimulatedPerson, leans: tuple[Lean, ...]) -> float:
    """How much an answer's leanings are this character's own, -1 to 1 or so."""
    character = person.character
    return sum(
        character.x * (lean.x or 0.0) + character.y * (lean.y or 0.0)
        for lean in leans
        if lean.grid == "mops"
    )


def _sides(option: Option) -> tuple[tuple[str, tuple[Fact, ...], float], ...]:
    return (
        ("goodie", option.goodies, 1.0),
        ("gotcha", option.gotchas, -1.0),
        ("works-when", option.works_when, 0.4),
    )


def scores(person: SimulatedPerson, ref: str, question: QuestionBase) -> dict[str, float]:
    """What each option is worth to a character."""
    totals: dict[str, float] = {}
    for option in options_of(question):
        worth = person.character.favours.get(option.id, 0.0) + 2 * _affinity(person, option.leans)
        for _side, facts, sign in _sides(option):
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


def _shares(ballots: list[Ballot]) -> dict[str, float]:
    """What those listened to preferred, as shares of their votes or points."""
    counts: dict[str, float] = {}
    for ballot in ballots:
        if isinstance(ballot, Choice):
            counts[ballot.option] = counts.get(ballot.option, 0.0) + 1
        elif isinstance(ballot, Allocation):
            for option, points in zip(ballot.options, ballot.points, strict=True):
                counts[option] = counts.get(option, 0.0) + points / POINTS
        elif isinstance(ballot, Ranking):
            counts[ballot.options[0]] = counts.get(ballot.options[0], 0.0) + 1
    total = sum(counts.values())
    return {option: count / total for option, count in counts.items()} if total else {}


def _answer(person: SimulatedPerson, ref: str, question: QuestionBase) -> Ballot:
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


def _middles(question: QuestionBase, ballots: list[Ballot]) -> dict[str, float]:
    """The middle of some ballots, item by item; levels count from 0."""
    order: dict[str, int] = {}
    if isinstance(question, RateQuestion):
        order = {level.id: index for index, level in enumerate(question.scale)}
    values: dict[str, list[float]] = {}
    for ballot in ballots:
        if isinstance(ballot, Ratings):
            for item, level in zip(ballot.items, ballot.levels, strict=True):
                values.setdefault(item, []).append(float(order.get(level, 0)))
        for item, value in _values(ballot):
            values.setdefault(item, []).append(float(value))
    return {
        item: sorted(positions)[(len(positions) - 1) // 2] for item, positions in values.items()
    }


def _values(ballot: Ballot) -> list[tuple[str, int]]:
    if isinstance(ballot, Positions):
        return list(zip(ballot.items, ballot.positions, strict=True))
    if isinstance(ballot, Point):
        return [("x", ballot.x), ("y", ballot.y)]
    return []


def _own(person: SimulatedPerson, ref: str, item: str) -> float | None:
    """What it answered for an item in the round before."""
    last = person.last.get(ref)
    return next((float(v) for name, v in _values(last) if name == item), None) if last else None


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
        before = _own(person, ref, pair.id)
        own = 2.2 * _affinity(person, pair.leans) + person.draw.gauss(0, 0.5)
        value = _towards(person, ref, pair.id, before if before is not None else own)
        spots.append(_whole(value, -2, 2))
    return Positions(tuple(pair.id for pair in question.items), tuple(spots))


def _curve(person: SimulatedPerson, ref: str, question: QuestionBase) -> Ballot:
    items = items_of(question)
    step = 60 / max(1, len(items) - 1)
    spots = []
    for index, item in enumerate(items):
        before = _own(person, ref, item.id)
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
        before = _own(person, ref, name)
        value = before if before is not None else 90 * own + person.draw.gauss(0, 10)
        spots.append(_whole(_towards(person, ref, name, value), -100, 100))
    return Point(spots[0], spots[1])


def _ideas(person: SimulatedPerson, question: QuestionBase) -> Ballot:
    """What weighs most for it, as an idea; a pass where nothing does."""
    ranked = sorted(question.facts, key=lambda fact: -person.weight(fact))
    return Ideas((ranked[0].text[:200],)) if ranked else Pass()


def reason(person: SimulatedPerson, question: QuestionBase, ballot: Ballot) -> Reason | None:
    """Why a character answered so: the one thing that weighs most for it, or None.

    It speaks for its own choice, against the others, or about the matter as a whole; never for
    an answer that it did not give.
    """
    reasons: list[Reason] = []
    chosen = _chosen(ballot)
    for option in options_of(question):
        mine = option.id == chosen
        for side, facts, sign in _sides(option):
            against = sign < 0
            if mine == against:
                continue  # one speaks for one's own choice, and against the others
            reasons += [
                Reason(
                    side,
                    fact.text,
                    fact.sources,
                    option.id,
                    abs(sign) * person.weight(fact),
                    against,
                )
                for fact in facts
            ]
    reasons += _rated(person, question, ballot)
    for fact in question.facts:
        reasons.append(Reason("fact", fact.text, fact.sources, "", person.weight(fact) * 0.8))
    own = [option for option in options_of(question) if option.id == chosen]
    for part in (*own, *items_of(question)):
        for lean in part.leans:
            pull = _affinity(person, (lean,))
            if pull > 0 or part not in own:  # a lean away from oneself is no reason to choose
                reasons.append(Reason("lean", lean.why, part.sources, part.id, 2 * abs(pull)))
    return max(reasons, key=lambda one: one.weight, default=None)


def _rated(person: SimulatedPerson, question: QuestionBase, ballot: Ballot) -> list[Reason]:
    """The items that somebody cares about and rated so, as reasons."""
    if not isinstance(question, RateQuestion) or not isinstance(ballot, Ratings):
        return []
    order = [level.id for level in question.scale]
    levels_given = dict(zip(ballot.items, ballot.levels, strict=True))
    reasons = []
    for item in question.items:
        if item.id not in levels_given:
            continue
        low = order.index(levels_given[item.id]) < len(order) / 2
        if low == (question.cared == "lowers"):
            cares = max((person.character.cares.get(key, 0.0) for key in item.sources), default=0.0)
            text = item.text or item.label
            reasons += [Reason("fact", text, item.sources, item.id, cares)] if cares else []
    return reasons


def _chosen(ballot: Ballot) -> str:
    if isinstance(ballot, Choice):
        return ballot.option
    if isinstance(ballot, Allocation):
        return max(zip(ballot.points, ballot.options, strict=True))[1]
    return ballot.options[0] if isinstance(ballot, Ranking) else ""


def listen(room: tuple[SimulatedPerson, ...], ref: str, question: QuestionBase) -> None:
    """After a reveal everybody hears what those answered whom they listen to."""
    heard_by_group: dict[tuple[str, ...], HeardAnswers] = {}
    for person in room:
        wanted = person.character.towards
        if wanted not in heard_by_group:
            ballots = [
                other.last[ref]
                for other in room
                if ref in other.last and (not wanted or other.character.id in wanted)
            ]
            heard_by_group[wanted] = HeardAnswers(_shares(ballots), _middles(question, ballots))
        person.heard[ref] = heard_by_group[wanted]
