"""What an answer is worth to somebody before they have heard anybody, centred over the cast.

Four things make it. What somebody leans to: their keys, concerns and places on the grid, less
what the cast leans to on the whole, so that no pack decides by its wording who wins. The
company of this seed, which moves everybody. Their own interest, and their mood of the day. And
what has happened since. Nothing is drawn twice: who is asked again answers alike.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from math import sqrt
from random import Random

from mops_tui.model.packs.answers import Item, Option, Pair
from mops_tui.model.packs.characters import Appeal, Disturbance
from mops_tui.model.packs.questions import (
    GridQuestion,
    PairsQuestion,
    QuestionBase,
    RateQuestion,
    items_of,
    kind_of,
    options_of,
)
from mops_tui.sources.simulated.characters import SimulatedPerson, sides
from mops_tui.sources.simulated.company import Company, moves
from mops_tui.sources.simulated.draws import apart, pick, scores, spread

LEANING = 0.8
"""How far people differ by who they are, as a part of how far they differ at all."""
MOST_STRETCHED = 3.0
"""How much small differences between characters are stretched, at most."""
SAME = 1e-9
"""Below this, a cast does not differ over an answer."""
LEAST_MOOD = 0.5
"""How far the mood of the day moves everybody at least, in the same unit."""
STRENGTH = (0.3, 0.85)
"""How far the company moves all together, at least and at most, in the same unit."""
UNSPOKEN = 0.5
"""What is left of that where the cast says what its companies do to a question."""
HAPPENED = 0.8
"""How far a disturbance moves those whom it concerns where the cast says nothing of it."""
LEVELS = 5
"""In so many companies, more or less is in place on the whole."""

# For each kind that is answered item by item: how far people differ, how far the company's items
# do, and how far its level does, all as parts of the scale.
_BREADTH: Mapping[str, tuple[float, float, float]] = {
    "rate": (0.24, 0.20, 0.14),
    "pairs": (0.24, 0.20, 0.08),
    "curve": (0.14, 0.17, 0.08),
    "grid": (0.20, 0.0, 0.0),
}
CORNER = 0.16
"""How far the company moves everybody on a grid, on each axis, as a part of it."""
OPTIMISM = 0.5
"""How far the most optimistic find more in place than the least, as a part of the scale."""
AXES = ("x", "y")


@dataclass(frozen=True)
class Centre:
    """What a cast leans to on the whole, answer by answer, and how far it differs.

    Attributes:
        means: The mean leaning of all characters, after stretching.
        stretch: What a leaning is multiplied with.
        moods: How far the mood of the day moves people.
    """

    means: Mapping[str, float]
    stretch: Mapping[str, float]
    moods: Mapping[str, float]


Leanings = Callable[[SimulatedPerson], dict[str, float]]


def option_worth(person: SimulatedPerson, ref: str, question: QuestionBase) -> dict[str, float]:
    """What each option is worth to somebody; 1 is what people usually differ by."""
    names = tuple(option.id for option in options_of(question))
    own = _own(person, ref, names, lambda one: _option_leanings(one, question))
    drawn = _drawn_together(person, ref, question, names)
    for name in names:
        own[name] += drawn[name] + person.company.favour(question.id, name)
        own[name] += _wanted(person, "favours", question.id, name)
        own[name] += _unspoken(person, ref, question, names, name)
    return own


def item_worth(person: SimulatedPerson, ref: str, question: QuestionBase) -> dict[str, float]:
    """What somebody answers for each item, or on each axis, in the units of the answer."""
    kind = kind_of(question)
    low, high = bounds(question)
    breadth, of_items, _of_level = _BREADTH[kind]
    names = AXES if kind == "grid" else tuple(item.id for item in items_of(question))
    own = _own(person, ref, names, lambda one: _item_leanings(one, question, breadth))
    level = _level(person, ref, question)
    drawn = _drawn_together(person, ref, question, names)
    corner = _corner(person, ref) if kind == "grid" else {}
    found = {}
    for name in names:
        part = level + breadth * (own[name] + _unspoken(person, ref, question, names, name))
        part += of_items * drawn[name] + corner.get(name, 0.0)
        part += person.company.item(question.id, name)
        part += _wanted(person, "items", question.id, name)
        found[name] = low + part * (high - low)
    return found


def bounds(question: QuestionBase) -> tuple[int, int]:
    """The lowest and the highest that can be answered for an item or on an axis."""
    if isinstance(question, RateQuestion):
        return 0, len(question.scale) - 1
    if isinstance(question, PairsQuestion):
        return -2, 2
    return (-100, 100) if isinstance(question, GridQuestion) else (0, 100)


def _own(
    person: SimulatedPerson, ref: str, names: tuple[str, ...], leanings: Leanings
) -> dict[str, float]:
    """Leaning and mood."""
    centre = _centre(person, ref, names, leanings)
    mood = apart(person.company.seed, person.id, person.character.id, ref)
    raw = leanings(person)
    return {
        name: centre.stretch[name] * raw[name]
        - centre.means[name]
        + mood.gauss(0, centre.moods[name])
        for name in names
    }


def _centre(
    person: SimulatedPerson, ref: str, names: tuple[str, ...], leanings: Leanings
) -> Centre:
    """What the cast leans to, worked out once a question."""
    company = person.company
    key = ("centre", ref, *names)
    known = company.worked_out.get(key)
    if isinstance(known, Centre):
        return known
    rows = [(leanings(mind), part) for mind, part in _minds(company)]
    means, stretch, moods = {}, {}, {}
    for name in names:
        mean = sum(part * row[name] for row, part in rows)
        differs = sqrt(sum(part * (row[name] - mean) ** 2 for row, part in rows))
        stretch[name] = min(MOST_STRETCHED, LEANING / differs) if differs > SAME else 1.0
        means[name] = mean * stretch[name]
        moods[name] = max(LEAST_MOOD, sqrt(max(0.0, 1 - (differs * stretch[name]) ** 2)))
    made = company.worked_out[key] = Centre(means, stretch, moods)
    return made


def _minds(company: Company) -> tuple[tuple[SimulatedPerson, float], ...]:
    """Everybody of the cast, in a company of the middle, with each interest; what each counts."""
    known = company.worked_out.get(("minds",))
    if isinstance(known, tuple):
        return known
    characters = company.cast.characters if company.cast is not None else ()
    middle = Company(facts=company.middle, appeals=company.appeals)
    made = tuple(
        (
            SimulatedPerson(one.id, one.name, one, Random(0), middle, interest),
            1 / len(characters) / max(1, len(one.interests)),
        )
        for one in characters
        for interest in one.interests or (None,)
    )
    company.worked_out[("minds",)] = made
    return made


def _option_leanings(person: SimulatedPerson, question: QuestionBase) -> dict[str, float]:
    return {option.id: _leaning(person, question, option) for option in options_of(question)}


def _leaning(person: SimulatedPerson, question: QuestionBase, option: Option) -> float:
    """How much an option is somebody's own, in no unit yet."""
    total = 0.5 * moves(person.character.favours, question.id, option.id)
    total += 1.5 * person.affinity(option.leans) + person.cares(option.sources) / 10
    for _side, facts, sign in sides(option):
        # The strongest of each side counts whole, the others less: people argue so.
        ranked = sorted((person.weight(fact) for fact in facts), reverse=True)
        shares = [1 / (1 + index) for index in range(len(ranked))]
        if shares:
            weighed = sum(w * s for w, s in zip(ranked, shares, strict=True)) / sum(shares)
            total += sign * weighed / 5
    return total + _appealed(person, "favours", question.id, option.id)


def _item_leanings(
    person: SimulatedPerson, question: QuestionBase, breadth: float
) -> dict[str, float]:
    """How far up each item goes for somebody, in no unit yet."""
    if isinstance(question, GridQuestion):
        return dict(zip(AXES, _stands(person, question), strict=True))
    sign = 0.0
    if isinstance(question, RateQuestion):
        # Whoever cares about a practice sees more of what is missing, and needs more of it.
        sign = 1.0 if question.cared == "raises" else -1.0
    return {
        item.id: sign * person.cares(item.sources) / 10
        + (1.5 * person.affinity(item.leans) if isinstance(question, PairsQuestion) else 0.0)
        + moves(person.character.items, question.id, item.id) / breadth
        + _appealed(person, "items", question.id, item.id) / breadth
        for item in items_of(question)
    }


def _stands(person: SimulatedPerson, question: GridQuestion) -> tuple[float, float]:
    character = person.character
    if question.grid == "mops":
        return character.x, character.y
    # On another grid than the one that characters are written for, technology still pulls down,
    # and reason to the inside.
    return 0.5 * character.y + 0.3 * character.x, character.x


def _appealed(person: SimulatedPerson, what: str, question: str, answer: str) -> float:
    """What somebody's concerns draw them to."""
    return sum(
        person.concern(appeal.concern) * moves(getattr(appeal, what), question, answer)
        for appeal in person.appeals
        if moves(getattr(appeal, what), question, answer)
    )


def _wanted(person: SimulatedPerson, what: str, question: str, answer: str) -> float:
    """What the interest of this time adds, and what has happened since.

    An interest counts against the others that this character might have had.
    """
    total = sum(moves(getattr(one, what), question, answer) for one in person.happened)
    possible = person.character.interests
    if person.interest is not None:
        total += moves(getattr(person.interest, what), question, answer)
        total -= sum(moves(getattr(one, what), question, answer) for one in possible) / len(
            possible
        )
    return total


def _drawn_together(
    person: SimulatedPerson, ref: str, question: QuestionBase, names: tuple[str, ...]
) -> dict[str, float]:
    """What moves everybody in this company, and is not among what is told of it."""
    company = person.company
    key = ("together", ref, *names)
    known = company.worked_out.get(key)
    if isinstance(known, dict):
        return known
    strength = apart(company.seed, ref).uniform(*STRENGTH)
    if company.speaks_of(question.id, names):
        strength *= UNSPOKEN
    values = spread(company.seed, ref, len(names)) if names else ()
    made = {name: strength * value for name, value in zip(names, values, strict=True)}
    company.worked_out[key] = made
    return made


def _unspoken(
    person: SimulatedPerson,
    ref: str,
    question: QuestionBase,
    names: tuple[str, ...],
    name: str,
) -> float:
    """What has happened moves people also where the cast does not say how."""
    total = 0.0
    for happening in person.happened:
        if not _speaks_of(person, happening, question, names):
            values = spread(person.company.seed, f"{ref}/{happening.id}", len(names))
            total += HAPPENED * values[names.index(name)]
    return total


def _speaks_of(
    person: SimulatedPerson, happening: Disturbance, question: QuestionBase, names: tuple[str, ...]
) -> bool:
    """Whether a disturbance moves these answers by what the cast says of it."""
    key = ("speaks", happening.id, question.id, *names)
    known = person.company.worked_out.get(key)
    if isinstance(known, bool):
        return known
    drawn = [one for one in person.appeals if one.concern in happening.concerns]
    moving: tuple[Disturbance | Appeal, ...] = (happening, *drawn)
    tables = [table for one in moving for table in (one.favours, one.items)]
    cited = {key for answer in answers_of(question) for key in answer.sources}
    cited |= {
        key
        for option in options_of(question)
        for _side, facts, _sign in sides(option)
        for fact in facts
        for key in fact.sources
    }
    made = bool(cited & set(happening.shifts)) or any(
        moves(table, question.id, name) for table in tables for name in names
    )
    person.company.worked_out[key] = made
    return made


def answers_of(question: QuestionBase) -> tuple[Option | Item | Pair, ...]:
    """The options or the items of a question."""
    return (*options_of(question), *items_of(question))


def _level(person: SimulatedPerson, ref: str, question: QuestionBase) -> float:
    """How far up the scale somebody answers on the whole."""
    company, kind = person.company, kind_of(question)
    level = 0.5
    if kind != "grid":
        values = scores(LEVELS)
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
