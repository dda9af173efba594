"""What a cast leans to on the whole is taken away: no pack decides by its wording who wins.

It is worked out once for a question, over every character with each of its interests, in a company
of the middle. Options are then evened: a room of the whole cast would put each of them first
as often. What is left is who differs from whom.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import exp, log, sqrt
from random import Random

from mops_tui.sources.simulated.characters import SimulatedPerson
from mops_tui.sources.simulated.company import Company, moves

LEANING = 0.65
"""How far people differ by who they are, as a part of how far they differ at all."""
MOST_STRETCHED = 3.0
"""How much small differences between characters are stretched, at most."""
SAME = 1e-9
"""Below this, a cast does not differ over an answer."""
LEAST_MOOD = 0.5
"""How far the mood of the day moves everybody at least, in the same unit."""
STEPS = 24
"""How often what is taken away is put right; by then the options are even to a hundredth."""
BLUR = 0.78
"""What a mood makes of a first vote, as a softmax: the square root of 6 over pi."""


@dataclass(frozen=True)
class Centre:
    """What a cast leans to on the whole, answer by answer, and how far it differs.

    Attributes:
        means: What is taken from everybody's leaning, after stretching.
        stretch: What a leaning is multiplied with.
        moods: How far the mood of the day moves people.
    """

    means: Mapping[str, float]
    stretch: Mapping[str, float]
    moods: Mapping[str, float]


Leanings = Callable[[SimulatedPerson], dict[str, float]]
Minds = tuple[tuple[SimulatedPerson, float], ...]
"""Everybody whom a cast has, and what each counts."""
Row = tuple[Mapping[str, float], float]
"""What somebody leans to, and what part of the cast they are."""


def centre(
    company: Company,
    ref: str,
    names: tuple[str, ...],
    leanings: Leanings,
    wanted: Leanings | None = None,
) -> Centre:
    """What the cast of a company leans to, worked out once a question.

    Args:
        company: Whose cast.
        ref: The question.
        names: What can be answered: options, items or axes.
        leanings: What somebody leans to.
        wanted: What their interest adds to options, which are then evened.
    """
    return company.once(
        ("centre", ref, *names), lambda: _centre(minds_of(company), names, leanings, wanted)
    )


def _centre(
    minds: Minds, names: tuple[str, ...], leanings: Leanings, wanted: Leanings | None
) -> Centre:
    rows: list[Row] = [(leanings(mind), part) for mind, part in minds]
    means, stretch, moods = {}, {}, {}
    for name in names:
        mean = sum(part * row[name] for row, part in rows)
        differs = sqrt(sum(part * (row[name] - mean) ** 2 for row, part in rows))
        stretch[name] = min(MOST_STRETCHED, LEANING / differs) if differs > SAME else 1.0
        means[name] = mean * stretch[name]
        moods[name] = max(LEAST_MOOD, sqrt(max(0.0, 1 - (differs * stretch[name]) ** 2)))
    if wanted is not None and rows and names:
        worth = [
            ({name: stretch[name] * row[name] - means[name] + more[name] for name in names}, part)
            for (row, part), more in zip(rows, (wanted(mind) for mind, _part in minds), strict=True)
        ]
        blur = BLUR * sum(moods.values()) / len(moods)
        for name, less in evened(worth, names, blur).items():
            means[name] += less
    return Centre(means, stretch, moods)


def evened(rows: Sequence[Row], names: tuple[str, ...], blur: float) -> dict[str, float]:
    """What to take from each option so that each is as often the first of some people.

    Args:
        rows: What each of them values the options at.
        names: The options.
        blur: How far chance moves everybody.
    """
    less = dict.fromkeys(names, 0.0)
    for _step in range(STEPS):
        shares = dict.fromkeys(names, 0.0)
        for row, part in rows:
            top = max(row[name] - less[name] for name in names)
            drawn = {name: exp((row[name] - less[name] - top) / blur) for name in names}
            total = sum(drawn.values())
            for name in names:
                shares[name] += part * drawn[name] / total
        for name in names:
            less[name] += blur * log(max(shares[name], SAME) * len(names))
    return less


def interest_moves(person: SimulatedPerson, what: str, question: str, answer: str) -> float:
    """What the interest of this time adds: against what this character's others would have."""
    if person.interest is None:
        return 0.0
    possible = person.character.interests
    usual = sum(moves(getattr(one, what), question, answer) for one in possible) / len(possible)
    return moves(getattr(person.interest, what), question, answer) - usual


def minds_of(company: Company) -> Minds:
    """Everybody of the cast, in a company of the middle, with each interest; what each counts."""
    return company.once(("minds",), lambda: _minds(company))


def _minds(company: Company) -> Minds:
    characters = company.cast.characters if company.cast is not None else ()
    middle = Company(facts=company.middle, appeals=company.appeals)
    return tuple(
        (
            SimulatedPerson(one.id, one.name, one, Random(0), middle, interest),
            1 / len(characters) / max(1, len(one.interests)),
        )
        for one in characters
        for interest in one.interests or (None,)
    )
