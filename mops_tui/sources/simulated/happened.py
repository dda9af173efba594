"""What has happened moves those whom it concerns, and always far enough that votes tell.

How it moves them is what the cast says: by their concerns, the keys that they care about, and the
answers that it names. Where that is little for a question, it counts for more; where it is nothing,
as in a pack that the cast does not know, the seed draws what the question is about from then on.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import sqrt

from mops_tui.model.packs.characters import Disturbance
from mops_tui.sources.simulated.centring import SAME, Centre, Leanings, minds_of
from mops_tui.sources.simulated.characters import SimulatedPerson
from mops_tui.sources.simulated.company import moves
from mops_tui.sources.simulated.draws import pick, spread

BITE = 0.9
"""How far something that happens moves people at least, in the middle of all answers."""
MOST_RAISED = 3.0
"""How much more what the cast says may count so that it does."""


@dataclass(frozen=True)
class QuestionMoved:
    """What is asked, as far as something that happens moves it.

    Attributes:
        ref: The question's reference; `id` is its own id.
        names: Its options, items or axes.
        leanings: What somebody leans to.
        centre: What the cast leans to.
        what: "favours" for options, "items" for items.
        unit: What an item moves, as a part of the scale, where people differ by 1.
    """

    ref: str
    id: str
    names: tuple[str, ...]
    leanings: Leanings
    centre: Centre
    what: str
    unit: float = 1.0


def moved_by(person: SimulatedPerson, asked: QuestionMoved) -> dict[str, float]:
    """What everything that has happened to somebody adds to their answers."""
    total = dict.fromkeys(asked.names, 0.0)
    for happening in person.happened:
        said, drawn = _force(person, asked, happening)
        effect = _effect(person, asked, happening)
        name_of_draw = f"{asked.ref}/{happening.id}"
        values = spread(person.company.seed, name_of_draw, len(asked.names))
        if len(values) == 1:  # a single item has nothing to differ from: it goes up or down
            values = (1.0 - 2 * pick(person.company.seed, name_of_draw, 2),)
        for name, value in zip(asked.names, values, strict=True):
            total[name] += said * effect[name] + drawn * value
    return total


def _effect(
    person: SimulatedPerson, asked: QuestionMoved, happening: Disturbance
) -> Mapping[str, float]:
    """What the cast says that something does to somebody."""
    calm, upset = person.calm(), person.calm()
    upset.befall(happening)
    before, after = asked.leanings(calm), asked.leanings(upset)
    table = getattr(happening, asked.what)
    return {
        name: asked.centre.stretch[name] * (after[name] - before[name])
        + moves(table, asked.id, name) / asked.unit
        for name in asked.names
    }


def _force(
    person: SimulatedPerson, asked: QuestionMoved, happening: Disturbance
) -> tuple[float, float]:
    """How much what the cast says counts, and how much is drawn; worked out once a question."""
    key = ("force", happening.id, asked.ref, *asked.names)
    return person.company.once(key, lambda: _worked_out(person, asked, happening))


def _worked_out(
    person: SimulatedPerson, asked: QuestionMoved, happening: Disturbance
) -> tuple[float, float]:
    whom = [mind for mind, _part in minds_of(person.company) if mind.is_concerned(happening)] or [
        person
    ]
    effects = [_effect(mind, asked, happening) for mind in whom]
    middle = [sum(effect[name] for effect in effects) / len(effects) for name in asked.names]
    if asked.what == "favours":  # what moves all options alike moves none
        level = sum(middle) / len(middle)
        middle = [value - level for value in middle]
    said = sqrt(sum(value * value for value in middle) / len(middle))
    raised = min(MOST_RAISED, max(1.0, BITE / said)) if said > SAME else 1.0
    return raised, sqrt(max(0.0, BITE**2 - (raised * said) ** 2))
