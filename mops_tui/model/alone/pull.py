"""What somebody's needs point to: which answers of a question speak for what they rated high.

A pack says it by its sources. A need and an option speak of the same where they rest on the same
source: for it by what the option brings and when it works, against it by what it costs.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import isclose

from mops_tui.model.alone.own import at_end, heights
from mops_tui.model.alone.walk import Walk
from mops_tui.model.packs.answers import Option
from mops_tui.model.packs.parts import Fact
from mops_tui.model.packs.questions import QuestionBase, RateQuestion, options_of

HIGH = 0.5
"""From this height of its scale on, an item counts as needed."""


@dataclass(frozen=True)
class Need:
    """A need that speaks for an answer, or against it.

    Attributes:
        item: The item that was rated.
        height: How high, 0 to 1.
    """

    item: str
    height: float


@dataclass(frozen=True)
class Pull:
    """Where needs point among the answers of a question.

    Attributes:
        needs: The rated question, by `scenario/question`; likewise `question`, the one they pull.
        toward: The answers that they speak for most; several where they tie.
        chosen: What was chosen.
        speaks_for: The needs that speak for the first of `toward`, the highest first.
        against: The needs that speak against what was chosen.
    """

    needs: str
    question: str
    toward: tuple[str, ...]
    chosen: str
    speaks_for: tuple[Need, ...]
    against: tuple[Need, ...]

    @property
    def agrees(self) -> bool:
        """Whether what was chosen is what the needs point to."""
        return self.chosen in self.toward


def pull(walk: Walk, needs: str, question: str, chosen: str) -> Pull | None:
    """Where the needs of a walk point, None where they say nothing.

    Args:
        walk: The answers.
        needs: A question that rates what is needed.
        question: A question with options.
        chosen: The option that was chosen there.
    """
    rated, asked = walk.state.question(needs), walk.state.question(question)
    said = walk.answered(needs)
    if rated is None or asked is None or said is None or not _asks_needs(rated):
        return None
    high = heights(rated, said.ballot)
    if not at_end(high, high=True):  # all alike: nothing is needed more than anything else
        return None
    for_, against = _links(rated, asked)
    middle = sum(high.values()) / len(high)  # what is needed more than the rest, or less
    values = {
        option.id: _over(high, for_[option.id], middle) - _over(high, against[option.id], middle)
        for option in options_of(asked)
        if for_[option.id] or against[option.id]
    }
    if len(values) < 2 or chosen not in {option.id for option in options_of(asked)}:
        return None
    best = max(values.values())
    toward = tuple(one for one, value in values.items() if isclose(value, best, abs_tol=1e-9))
    if best <= 0 or len(toward) == len(values):
        return None
    return Pull(
        needs=needs,
        question=question,
        toward=toward,
        chosen=chosen,
        speaks_for=_reasons(high, for_[toward[0]]),
        against=_reasons(high, against[chosen]),
    )


def _asks_needs(question: QuestionBase) -> bool:
    """Whether it rates what is needed, and not what is there."""
    return isinstance(question, RateQuestion) and question.cared == "raises"


def _links(
    rated: QuestionBase, asked: QuestionBase
) -> tuple[Mapping[str, tuple[str, ...]], Mapping[str, tuple[str, ...]]]:
    """The items that speak for each option, and those that speak against it."""
    for_: dict[str, tuple[str, ...]] = {}
    against: dict[str, tuple[str, ...]] = {}
    items = rated.items if isinstance(rated, RateQuestion) else ()
    for option in options_of(asked):
        signs = _signs(option)
        sums = {item.id: sum(signs.get(key, 0) for key in item.sources) for item in items}
        for_[option.id] = tuple(item for item, total in sums.items() if total > 0)
        against[option.id] = tuple(item for item, total in sums.items() if total < 0)
    return for_, against


def _signs(option: Option) -> dict[str, int]:
    """What each source says of an option: above 0 for it, below 0 against it."""
    signs: dict[str, int] = {}
    for facts, sign in ((option.goodies, 1), (option.works_when, 1), (option.gotchas, -1)):
        for key in _sources(facts):
            signs[key] = signs.get(key, 0) + sign
    return signs


def _sources(facts: tuple[Fact, ...]) -> frozenset[str]:
    return frozenset(key for fact in facts for key in fact.sources)


def _over(high: Mapping[str, float], items: tuple[str, ...], middle: float) -> float:
    """How far some items were rated over the middle, in all; without an answer, not at all."""
    return sum(high.get(item, middle) - middle for item in items)


def _reasons(high: Mapping[str, float], items: tuple[str, ...]) -> tuple[Need, ...]:
    found = [Need(item, high[item]) for item in items if high.get(item, 0.0) >= HIGH]
    return tuple(sorted(found, key=lambda one: -one.height))
