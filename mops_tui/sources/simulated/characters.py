"""The people of a simulated room: characters of a cast, varied beyond its size.

Everything follows from the cast, the packs and a seed. What an answer is worth to them is in
`worth`, what they answer in `answering`, what moves them in `listening`, and why they answer so
in `reasons`.
"""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Protocol

from mops_tui.model.packs.answers import Lean, Option
from mops_tui.model.packs.characters import (
    Cast,
    Character,
    Concern,
    Disturbance,
    Interest,
)
from mops_tui.model.packs.parts import Fact
from mops_tui.model.session.ballots import Ballot
from mops_tui.sources.simulated.company import Company, company_of
from mops_tui.sources.simulated.draws import pick

TEMPERS: Mapping[str, float] = {"calm": 1.0, "lively": 1.2, "firm": 0.5, "contrary": -0.4}
"""How much of its `moves` a temper really moves."""
SAYABLE = 0.1
"""What an argument is worth that appeals to nothing somebody cares about."""
TOPICAL = 0.3
"""How much more an argument is worth that rests on what is so in this company."""


class Appealing(Protocol):
    """What an argument appeals to, and when it can be said."""

    @property
    def concerns(self) -> tuple[Concern, ...]:
        """What it appeals to."""

    @property
    def when(self) -> tuple[str, ...]:
        """Facts of the company, one of which must be so."""

    @property
    def unless(self) -> tuple[str, ...]:
        """Facts of the company, none of which may be so."""

    @property
    def after(self) -> tuple[str, ...]:
        """What may happen, one of which must have happened."""

    @property
    def sources(self) -> tuple[str, ...]:
        """Keys of the content brief that it rests on."""


@dataclass(frozen=True)
class HeardAnswers:
    """What somebody heard from those they listen to, in one round of a question.

    Attributes:
        shares: How much of their votes or points each option got, 0 to 1.
        middles: Their middle position, or level from 0, for each item or axis.
        who: The names of those who were heard; none where it was the whole room.
        voices: For each option, the names of those among them who put it first.
    """

    shares: Mapping[str, float] = field(default_factory=dict)
    middles: Mapping[str, float] = field(default_factory=dict)
    who: tuple[str, ...] = ()
    voices: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass
class SimulatedPerson:
    """A character in a seat, with a mind of its own.

    Attributes:
        id: Its participant id.
        name: As it stands in the room; numbered where a cast is used more than once.
        draw: How fast it votes, by chance.
        company: Where it works.
        interest: What it wants this time for reasons of its own, if anything.
        shifts: What weighs more since a disturbance, by key.
        happened: The disturbances that concerned it.
        heard: For each question, what it heard after the last round.
        last: For each question, what it answered last.
        before: For each question, what it answered in the round before; absent until it has
            answered in two.
        swayed: For each question, what it had heard when it answered last; absent in the first
            round.
        worth: For each question, its own value of each option, or of each item in the units of
            the answer, before it heard anybody.
        settled: The same before anything happened, by question and its answers: drawn once.
    """

    id: str
    name: str
    character: Character
    draw: random.Random
    company: Company = field(default_factory=Company)
    interest: Interest | None = None
    shifts: dict[str, float] = field(default_factory=dict)
    happened: list[Disturbance] = field(default_factory=list)
    heard: dict[str, HeardAnswers] = field(default_factory=dict)
    last: dict[str, Ballot] = field(default_factory=dict)
    before: dict[str, Ballot] = field(default_factory=dict)
    swayed: dict[str, HeardAnswers] = field(default_factory=dict)
    worth: dict[str, dict[str, float]] = field(default_factory=dict)
    settled: dict[tuple[str, ...], dict[str, float]] = field(default_factory=dict, repr=False)
    _shown: dict[str, Ballot] = field(default_factory=dict)
    _known: dict[str, float] = field(default_factory=dict, init=False)

    def __post_init__(self) -> None:
        """Take up what is so in the company, and the interest of this time."""
        wants = () if self.interest is None else (self.interest,)
        for moved in (*self.company.facts, *wants):
            for key, value in moved.shifts.items():
                self._known[key] = self._known.get(key, 0.0) + value

    @property
    def pull(self) -> float:
        """How far it moves towards those it listens to; below 0 it moves away."""
        return self.character.moves * TEMPERS[self.character.temper]

    def concern(self, concern: Concern) -> float:
        """How much it cares about something now: 0 or more, seldom above 1."""
        own = self.character.concerns.get(concern, 0.0)
        own += self.interest.concerns.get(concern, 0.0) if self.interest is not None else 0.0
        own += self.company.concerns.get(concern, 0.0)
        return max(0.0, own + sum(one.concerns.get(concern, 0.0) for one in self.happened))

    def argues(self, argument: Appealing) -> float:
        """How much an argument is one that it would say: 0 where it would not be true here."""
        so = self.company.ids.intersection(argument.when)
        if (argument.when and not so) or self.company.ids.intersection(argument.unless):
            return 0.0
        came = {one.id for one in self.happened}.intersection(argument.after)
        if argument.after and not came:
            return 0.0
        cared = max((self.concern(one) for one in argument.concerns), default=0.0)
        keys = max((self._cares(key) for key in argument.sources), default=0.0)
        return SAYABLE + cared + keys / 20 + (TOPICAL if so or came else 0.0)

    def _cares(self, key: str) -> float:
        known = self._known.get(key, 0.0) + self.shifts.get(key, 0.0)
        return self.character.cares.get(key, 0.0) + known

    def weight(self, fact: Fact) -> float:
        """How much a fact weighs: the most of its keys."""
        return max(0.0, max((self._cares(key) for key in fact.sources), default=0.5))

    def cares(self, keys: tuple[str, ...]) -> float:
        """How much somebody cares about the keys of an answer: the most of them, 0 for none."""
        return max(0.0, max((self._cares(key) for key in keys), default=0.0))

    def knows(self, ref: str) -> bool:
        """Whether a question asks for what is so: neither talk nor what happens changes it."""
        cast = self.company.cast
        return cast is not None and not {ref, ref.rpartition("/")[2]}.isdisjoint(cast.facts)

    def is_concerned(self, happening: Disturbance) -> bool:
        """Whether something that happens concerns this person."""
        return not happening.whom or self.character.id in happening.whom

    def calm(self) -> SimulatedPerson:
        """The same person as if nothing had happened."""
        return replace(self, happened=[], shifts={})

    def befall(self, happening: Disturbance) -> bool:
        """Something happens; it moves whom it concerns.

        Returns:
            Whether it concerned this person.
        """
        if not self.is_concerned(happening):
            return False
        self.happened.append(happening)
        for key, value in happening.shifts.items():
            self.shifts[key] = self.shifts.get(key, 0.0) + value
        return True

    def forget(self, happening: Disturbance) -> None:
        """Something has not happened after all."""
        if happening in self.happened:
            self.happened.remove(happening)
            for key, value in happening.shifts.items():
                self.shifts[key] -= value

    def remember(self, ref: str, ballot: Ballot) -> None:
        """It has answered so, after what it had heard until then."""
        if ref in self._shown:
            self.before[ref] = self._shown[ref]
        if ref in self.heard:
            self.swayed[ref] = self.heard[ref]
        self.last[ref] = ballot

    def hear(self, ref: str, heard: HeardAnswers) -> None:
        """A round is revealed: what it said is out, and it hears those whom it listens to."""
        self.heard[ref] = heard
        if ref in self.last:
            self._shown[ref] = self.last[ref]

    def moved(self, ref: str) -> bool:
        """Whether it answered otherwise than in the round before."""
        return ref in self.before and self.before[ref] != self.last.get(ref)

    def delay(self, minutes: float) -> float | None:
        """Seconds until it votes on a question of so many minutes; None until it is asked."""
        if self.character.asked:
            return None
        spread = self.draw.lognormvariate(0.0, 0.35)
        seconds = self.character.speed * spread * (2.5 if self.character.late else 1.0)
        return min(seconds, minutes * 60 * 0.9)

    def affinity(self, leans: tuple[Lean, ...]) -> float:
        """How much an answer's leanings are this character's own, -1 to 1 or so."""
        character = self.character
        return sum(
            character.x * (lean.x or 0.0) + character.y * (lean.y or 0.0)
            for lean in leans
            if lean.grid == "mops"
        )


def people(cast: Cast, count: int, seed: int) -> tuple[SimulatedPerson, ...]:
    """So many people of a cast; beyond its size, variations of its characters."""
    company = company_of(cast, seed)
    seated: list[SimulatedPerson] = []
    for index in range(count):
        base = cast.characters[index % len(cast.characters)]
        lap = index // len(cast.characters)
        draw = random.Random(f"{seed}/{base.id}/{lap}")
        character = base if lap == 0 else _varied(base, draw)
        name = base.name if lap == 0 else f"{base.name} {lap + 1}"
        interest = _interest(base, seed, lap)
        made = SimulatedPerson(f"p-{index + 1:04}", name, character, draw, company, interest)
        seated.append(made)
    return tuple(seated)


def _interest(base: Character, seed: int, lap: int) -> Interest | None:
    """What somebody wants this time; each further lap wants the next thing."""
    if not base.interests:
        return None
    which = pick(seed, f"{base.id}/interest", len(base.interests))
    return base.interests[(which + lap) % len(base.interests)]


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
            "concerns": {key: near(value, 0, 1, 0.15) for key, value in base.concerns.items()},
            "moves": near(base.moves, 0, 1, 0.2),
            "asked": False,
        }
    )


def sides(option: Option) -> tuple[tuple[str, tuple[Fact, ...], float], ...]:
    """The facts of an option, by the side that they speak for, and how much that side weighs."""
    return (
        ("goodie", option.goodies, 1.0),
        ("gotcha", option.gotchas, -1.0),
        ("works-when", option.works_when, 0.4),
    )
