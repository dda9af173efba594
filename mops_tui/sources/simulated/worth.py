"""What an answer is worth to somebody before they have heard anybody, centred over the cast.

Four things make it. What somebody leans to: their keys, concerns and places on the grid, less
what the cast leans to on the whole, so that no pack decides by its wording who wins. The
company of this seed, which moves everybody. Their own interest, and their mood of the day. And
what has happened since. Nothing is drawn twice: who is asked again answers alike.
"""

from __future__ import annotations

from collections.abc import Mapping
from math import sqrt

from mops_tui.model.packs.questions import (
    GridQuestion,
    PairsQuestion,
    QuestionBase,
    RateQuestion,
    items_of,
    kind_of,
    options_of,
)
from mops_tui.sources.simulated.centring import Centre, Leanings, centre, interest_moves
from mops_tui.sources.simulated.characters import SimulatedPerson
from mops_tui.sources.simulated.company import Company
from mops_tui.sources.simulated.draws import apart, even_draws, pick, spread
from mops_tui.sources.simulated.happened import QuestionMoved, moved_by
from mops_tui.sources.simulated.leaning import AXES, item_leanings, option_leanings

STRENGTH = (0.5, 1.05)
"""How far the company moves all together, at least and at most, in the same unit."""
UNSPOKEN = 0.3
"""What of that is left at least where the cast says what its companies do to a question."""
LEVELS = 5
"""In so many companies, more or less is in place on the whole."""

# For each kind that is answered item by item: how far people differ, how far the company's items
# do, and how far its level does, all as parts of the scale.
_BREADTH: Mapping[str, tuple[float, float, float]] = {
    "rate": (0.27, 0.26, 0.17),
    "pairs": (0.24, 0.20, 0.08),
    "curve": (0.14, 0.17, 0.08),
    "grid": (0.20, 0.0, 0.0),
}
CORNER = 0.16
"""How far the company moves everybody on a grid, on each axis, as a part of it."""
OPTIMISM = 0.5
"""How far the most optimistic find more in place than the least, as a part of the scale."""


def option_worth(person: SimulatedPerson, ref: str, question: QuestionBase) -> dict[str, float]:
    """What each option is worth to somebody; 1 is what people usually differ by."""
    names = tuple(option.id for option in options_of(question))

    def leanings(one: SimulatedPerson) -> dict[str, float]:
        return option_leanings(one, question)

    def wanted(one: SimulatedPerson) -> dict[str, float]:
        return {name: interest_moves(one, "favours", question.id, name) for name in names}

    found = centre(person.company, ref, names, leanings, wanted)
    own = person.settled.get((ref, *names))
    if own is None:
        interest = wanted(person)
        all_alike = _all_alike(person.company, ref, question, names, 1.0)
        own = _own(person, ref, leanings, found)
        own = {name: value + all_alike[name] + interest[name] for name, value in own.items()}
        person.settled[(ref, *names)] = own
    if not person.happened or person.knows(ref):
        return dict(own)
    happened = moved_by(person, QuestionMoved(ref, question.id, names, leanings, found, "favours"))
    return {name: value + happened[name] for name, value in own.items()}


def item_worth(person: SimulatedPerson, ref: str, question: QuestionBase) -> dict[str, float]:
    """What somebody answers for each item, or on each axis, in the units of the answer."""
    kind = kind_of(question)
    low, high = bounds(question)
    breadth, of_items, _of_level = _BREADTH[kind]
    names = AXES if kind == "grid" else tuple(item.id for item in items_of(question))

    def leanings(one: SimulatedPerson) -> dict[str, float]:
        return item_leanings(one, question, breadth)

    found = centre(person.company, ref, names, leanings)
    own = person.settled.get((ref, *names))
    if own is None:
        level = _level(person, ref, question)
        all_alike = _all_alike(person.company, ref, question, names, of_items)
        corner = _corner(person, ref) if kind == "grid" else {}
        own = {
            name: level
            + breadth * value
            + all_alike[name]
            + corner.get(name, 0.0)
            + interest_moves(person, "items", question.id, name)
            for name, value in _own(person, ref, leanings, found).items()
        }
        person.settled[(ref, *names)] = own
    parts = own
    if person.happened and not person.knows(ref):
        asked = QuestionMoved(ref, question.id, names, leanings, found, "items", breadth)
        happened = moved_by(person, asked)
        parts = {name: value + breadth * happened[name] for name, value in own.items()}
    return {name: low + part * (high - low) for name, part in parts.items()}


def bounds(question: QuestionBase) -> tuple[int, int]:
    """The lowest and the highest that can be answered for an item or on an axis."""
    if isinstance(question, RateQuestion):
        return 0, len(question.scale) - 1
    if isinstance(question, PairsQuestion):
        return -2, 2
    return (-100, 100) if isinstance(question, GridQuestion) else (0, 100)


def _own(person: SimulatedPerson, ref: str, leanings: Leanings, found: Centre) -> dict[str, float]:
    """Leaning and mood, as if nothing had happened."""
    mood = apart(person.company.seed, person.id, person.character.id, ref)
    raw = leanings(person.calm() if person.happened else person)
    return {
        name: found.stretch[name] * value - found.means[name] + mood.gauss(0, found.moods[name])
        for name, value in raw.items()
    }


def _all_alike(
    company: Company, ref: str, question: QuestionBase, names: tuple[str, ...], unit: float
) -> dict[str, float]:
    """What moves everybody in this company: what is told of it, and what is not.

    Args:
        company: Where they work.
        ref: The question's reference.
        question: The question.
        names: Its options, items or axes.
        unit: How far a company moves these, in what they are answered with.
    """
    return company.once(
        ("alike", ref, *names), lambda: _worked_out(company, ref, question, names, unit)
    )


def _worked_out(
    company: Company, ref: str, question: QuestionBase, names: tuple[str, ...], unit: float
) -> dict[str, float]:
    what, told = ("favours", company.favour) if options_of(question) else ("items", company.item)
    strength = unit * apart(company.seed, ref).uniform(*STRENGTH)
    # What is told of a company moves people instead, as far as it goes.
    said = company.said_of(what, question.id, names)
    strength = sqrt(max((unit * UNSPOKEN) ** 2, strength**2 - said))
    values = spread(company.seed, ref, len(names)) if names else ()
    return {
        name: strength * value + told(question.id, name)
        for name, value in zip(names, values, strict=True)
    }


def _level(person: SimulatedPerson, ref: str, question: QuestionBase) -> float:
    """How far up the scale somebody answers on the whole."""
    company, kind = person.company, kind_of(question)
    level = 0.5
    if kind != "grid":
        values = even_draws(LEVELS)
        level += _BREADTH[kind][2] * values[pick(company.seed, f"{ref}/level", LEVELS)]
    cared = isinstance(question, RateQuestion) and question.cared == "lowers"
    if cared or kind == "curve":
        cast = company.cast.characters if company.cast is not None else ()
        middle = sum(one.optimism for one in cast) / len(cast) if cast else 0.5
        level += OPTIMISM * (person.character.optimism - middle)
    return level


def _corner(person: SimulatedPerson, ref: str) -> dict[str, float]:
    """Where on a grid this company stands rather than others, as parts of its axes."""
    company = person.company
    corner = pick(company.seed, f"{ref}/corner", 4)
    strength = CORNER * apart(company.seed, ref).uniform(*STRENGTH)
    return {"x": strength * (1 if corner % 2 else -1), "y": strength * (1 if corner < 2 else -1)}
