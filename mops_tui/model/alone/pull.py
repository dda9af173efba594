"""What somebody's needs point to: which answers of a question speak for what they rated high.

A pack says it by its sources. A need and an option speak of the same where they rest on the same
source: for it by what the option brings and when it works, against it by what it costs.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from math import isclose

from mops_tui.model.alone.own import at_end, heights
from mops_tui.model.alone.said import answers
from mops_tui.model.alone.walk import Walk
from mops_tui.model.packs.answers import Option
from mops_tui.model.packs.parts import Fact
from mops_tui.model.packs.questions import QuestionBase, RateQuestion, items_of, options_of

HIGH = 0.5
"""From this height of its scale on, an item counts as needed."""
MOST_TOLD = 3
"""The most answers of a tie whose two sides are told."""
EVEN = 1e-9
"""Sums no further apart than this are the same."""


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
class Side:
    """What the own needs say of one answer, the highest first.

    Attributes:
        answer: The answer.
        speaks_for: Needs that speak for it; `against` those that speak against it.
    """

    answer: str
    speaks_for: tuple[Need, ...]
    against: tuple[Need, ...]


@dataclass(frozen=True)
class TermHeld:
    """A term under which a chosen answer works, and the needs that do not bear it out.

    Attributes:
        text: The term, in the pack's words.
        denied: Needs that rest on its source and were rated low.
    """

    text: str
    denied: tuple[Need, ...]


@dataclass(frozen=True)
class Pull:
    """Where needs point among the answers of a question.

    Attributes:
        needs: The rated question, by `scenario/question`; likewise `question`, the one they pull.
        toward: The answers that they speak for most; several where they tie, all where they speak
            for all alike, none where they speak for none.
        level: Whether they speak for all alike.
        second: The answers that needs speak for next, if any.
        near: Whether one need, rated one step higher or lower, would change where they point.
        chosen: What was chosen; "" where the question was passed.
        sides: What speaks for and against `toward`, and what was chosen.
        unheard: Much needed, and speaking neither for nor against any of these.
        terms: When what was chosen works.
    """

    needs: str
    question: str
    toward: tuple[str, ...]
    level: bool
    second: tuple[str, ...]
    near: bool
    chosen: str
    sides: tuple[Side, ...]
    unheard: tuple[Need, ...]
    terms: tuple[TermHeld, ...]

    @property
    def agrees(self) -> bool:
        """Whether what was chosen is what the needs point to."""
        return self.chosen in self.toward and not self.level

    @property
    def differs(self) -> bool:
        """Whether the needs point elsewhere."""
        return bool(self.chosen and self.toward) and self.chosen not in self.toward


Links = tuple[Mapping[str, tuple[str, ...]], Mapping[str, tuple[str, ...]]]
"""The items that speak for each option, and those that speak against it."""


def pull(walk: Walk, needs: str, question: str, chosen: str) -> Pull | None:
    """Where the needs of a walk point; None where they are all alike, or the pack links none.

    Args:
        walk: The answers.
        needs: A question that rates what is needed.
        question: A question with options.
        chosen: The option that was chosen there; "" where it was passed.
    """
    rated, asked = walk.state.question(needs), walk.state.question(question)
    said = walk.answered(needs)
    if rated is None or asked is None or said is None or not _asks_needs(rated):
        return None
    high = heights(rated, said.ballot)
    if not at_end(high, high=True):  # all alike: nothing is needed more than anything else
        return None
    links = _links(rated, asked)
    options = {option.id: option for option in options_of(asked)}
    if len(_values(high, links)) < 2 or chosen not in ("", *options):
        return None
    toward, rest = _toward(high, links)
    told = [*toward[:MOST_TOLD], *(() if chosen in ("", *toward[:MOST_TOLD]) else (chosen,))]
    sides = tuple(_side(one, high, links) for one in told)
    heard = {need.item for side in sides for need in (*side.speaks_for, *side.against)}
    return Pull(
        needs=needs,
        question=question,
        toward=toward,
        level=set(toward) == set(_values(high, links)),
        second=rest,
        near=any(_toward(other, links)[0] != toward for other in _one_step(high, rated)),
        chosen=chosen,
        sides=sides,
        unheard=tuple(n for n in _needs(high, high) if n.height >= HIGH and n.item not in heard),
        terms=tuple(_terms(options[chosen], rated, high, links)) if chosen else (),
    )


def equal_needs(walk: Walk) -> tuple[str, ...]:
    """The questions of needs whose items all have one and the same level."""
    found = []
    for ref, question, said in answers(walk):
        of = heights(question, said.ballot)
        if _asks_needs(question) and len(of) > 1 and len(set(of.values())) == 1:
            found.append(ref)
    return tuple(found)


def _values(high: Mapping[str, float], links: Links) -> dict[str, float]:
    """How far needs speak for each option, over those that speak against it."""
    for_, against = links
    middle = sum(high.values()) / len(high)  # what is needed more than the rest, or less
    return {
        one: _over(high, for_[one], middle) - _over(high, against[one], middle)
        for one in for_
        if for_[one] or against[one]
    }


def _toward(high: Mapping[str, float], links: Links) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The options that needs speak for most, and those that come next.

    Only what a need speaks for that counts as needed is pointed to: that little speaks against an
    answer is no reason for it.
    """
    for_, _against = links
    values = {
        one: value
        for one, value in _values(high, links).items()
        if value > EVEN and any(high.get(item, 0.0) >= HIGH for item in for_[one])
    }
    toward = _best(values)
    return toward, _best({one: value for one, value in values.items() if one not in toward})


def _best(values: Mapping[str, float]) -> tuple[str, ...]:
    best = max(values.values(), default=0.0)
    return tuple(one for one, value in values.items() if isclose(value, best, abs_tol=EVEN))


def _one_step(high: Mapping[str, float], rated: QuestionBase) -> Iterator[dict[str, float]]:
    """The same ratings with one need rated one step higher, or lower."""
    step = 1 / (len(rated.scale) - 1) if isinstance(rated, RateQuestion) else 1.0
    for item, height in high.items():
        for other in (height - step, height + step):
            if -EVEN <= other <= 1 + EVEN:
                yield {**high, item: other}


def _side(answer: str, high: Mapping[str, float], links: Links) -> Side:
    for_, against = links
    return Side(answer, _needs(high, for_[answer]), _needs(high, against[answer]))


def _terms(
    option: Option, rated: QuestionBase, high: Mapping[str, float], links: Links
) -> Iterator[TermHeld]:
    sources = {item.id: set(item.sources) for item in items_of(rated)}
    speaking = links[0][option.id]
    for term in option.works_when:
        on_it = [item for item in speaking if sources[item] & set(term.sources)]
        yield TermHeld(term.text, tuple(n for n in _needs(high, on_it) if n.height < HIGH))


def _asks_needs(question: QuestionBase) -> bool:
    """Whether it rates what is needed, and not what is there."""
    return isinstance(question, RateQuestion) and question.cared == "raises"


def _links(rated: QuestionBase, asked: QuestionBase) -> Links:
    """What speaks for each option, and against it."""
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


def _needs(high: Mapping[str, float], items: Iterable[str]) -> tuple[Need, ...]:
    """Those of the items that were rated, the highest first."""
    return tuple(sorted((Need(i, high[i]) for i in items if i in high), key=lambda n: -n.height))
