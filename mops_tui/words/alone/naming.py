"""How questions, answers and rated items of a walk are named in its sentences."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from mops_tui.model.alone.pull import Need
from mops_tui.model.alone.walk import Said, Walk
from mops_tui.model.packs.questions import QuestionBase, kind_of
from mops_tui.model.session.ballots import Positions, Ratings, categories_of
from mops_tui.words.alone.practice import FIRMNESS, firm_words, sure_of_it_words
from mops_tui.words.i18n import _
from mops_tui.words.results.figures import listed
from mops_tui.words.results.labels import answer_label, category_label, item_label
from mops_tui.words.results.quoting import named
from mops_tui.words.safe import safe


@dataclass(frozen=True)
class Passage:
    """Some sentences under a heading.

    Attributes:
        lines: What is said.
        points: What follows from it, one by one.
    """

    heading: str
    lines: tuple[str, ...]
    points: tuple[str, ...] = ()


def question_of(walk: Walk, ref: str) -> QuestionBase:
    """A question of the walk's scenario."""
    question = walk.state.question(ref)
    if question is None:
        raise KeyError(ref)
    return question


def title_of(walk: Walk, ref: str) -> str:
    """Its title."""
    return safe(question_of(walk, ref).title)


def answer_of(walk: Walk, ref: str, answer: str) -> str:
    """An option or a corner, as it stands in a sentence."""
    return named(category_label(question_of(walk, ref), answer, walk.state.workshop))


def rated(walk: Walk, ref: str, item: str) -> str:
    """An item with the level that it was given: Speed (Vital)."""
    about, level = item_label(question_of(walk, ref), item), level_of(walk, ref, item)
    return _("{item} ({level})").format(item=about, level=level) if level else about


def needs_of(walk: Walk, ref: str, needs: Sequence[Need]) -> str:
    """Needs with their levels, in a row."""
    return listed([rated(walk, ref, one.item) for one in needs])


def level_of(walk: Walk, ref: str, item: str) -> str:
    """What an item was given, in words; "" where it was given nothing."""
    question, said = question_of(walk, ref), walk.answered(ref)
    given: dict[str, str] = {}
    if said is not None and isinstance(said.ballot, Ratings | Positions):
        given = categories_of(kind_of(question), said.ballot)
    if item not in given:
        return ""
    return answer_label(question, item, given[item], walk.state.workshop)


def sure_words(said: Said, *, today: bool = False) -> str:
    """How firmly somebody stands by an answer, in a word or two.

    Args:
        said: The answer.
        today: Whether it says how things are: then one is more or less sure of it.
    """
    words = sure_of_it_words() if today else firm_words()
    reached = sum(said.confidence >= step for step in FIRMNESS)
    return words[max(0, reached - 1)]
