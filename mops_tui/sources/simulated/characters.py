"""The people of a simulated room: characters of a cast, varied beyond its size.

Everything follows from the cast, the packs and a seed. What they answer is in `answering`, what
moves them in `listening`, and why they answer so in `reasons`.
"""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import dataclass, field

from mops_tui.model.packs.answers import Lean, Option
from mops_tui.model.packs.characters import Character
from mops_tui.model.packs.parts import Fact
from mops_tui.model.session.ballots import Ballot

TEMPERS: Mapping[str, float] = {"calm": 1.0, "lively": 1.2, "firm": 0.5, "contrary": -0.4}
"""How much of its `moves` a temper really moves."""


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

    def affinity(self, leans: tuple[Lean, ...]) -> float:
        """How much an answer's leanings are this character's own, -1 to 1 or so."""
        character = self.character
        return sum(
            character.x * (lean.x or 0.0) + character.y * (lean.y or 0.0)
            for lean in leans
            if lean.grid == "mops"
        )


def people(cast: tuple[Character, ...], count: int, seed: int) -> tuple[SimulatedPerson, ...]:
    """So many people of a cast; beyond its size, variations of its characters."""
    seated: list[SimulatedPerson] = []
    for index in range(count):
        base = cast[index % len(cast)]
        lap = index // len(cast)
        draw = random.Random(f"{seed}/{base.id}/{lap}")
        character = base if lap == 0 else _varied(base, draw)
        name = base.name if lap == 0 else f"{base.name} {lap + 1}"
        seated.append(SimulatedPerson(f"p-{index + 1:04}", name, character, draw))
    return tuple(seated)


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


def sides(option: Option) -> tuple[tuple[str, tuple[Fact, ...], float], ...]:
    """The facts of an option, by the side that they speak for, and how much that side weighs."""
    return (
        ("goodie", option.goodies, 1.0),
        ("gotcha", option.gotchas, -1.0),
        ("works-when", option.works_when, 0.4),
    )
