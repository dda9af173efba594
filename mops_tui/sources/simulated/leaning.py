"""What somebody leans to by who they are: their keys, concerns, places on a grid and favours.

In no unit yet: `centring` says how far a cast differs, and takes away what all lean to.
"""

from __future__ import annotations

from mops_tui.model.packs.answers import Option
from mops_tui.model.packs.questions import (
    GridQuestion,
    PairsQuestion,
    QuestionBase,
    RateQuestion,
    items_of,
    options_of,
)
from mops_tui.sources.simulated.characters import SimulatedPerson, sides
from mops_tui.sources.simulated.company import moves

AXES = ("x", "y")
"""What a place on a grid is answered on."""


def option_leanings(person: SimulatedPerson, question: QuestionBase) -> dict[str, float]:
    """How much each option is somebody's own."""
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


def item_leanings(
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
    drawn = person.company.drawn_by(what, question, answer)
    return sum(person.concern(concern) * value for concern, value in drawn)
