"""What somebody's own answers to a scenario add up to, from what its pack says of itself.

Nothing here knows a scenario. It looks for what packs link: needs and answers by their sources,
questions by their conditions, by answers of one name, by groups, by leans on a grid.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from mops_tui.model.alone.allowed import Allowed, allowed
from mops_tui.model.alone.clashes import Clash, clashes
from mops_tui.model.alone.own import answer_names, firsts, heights
from mops_tui.model.alone.placed import Placed, placed
from mops_tui.model.alone.pull import Pull, equal_needs, pull
from mops_tui.model.alone.said import answers, folded
from mops_tui.model.alone.walk import Said, Walk
from mops_tui.model.packs.answers import Item
from mops_tui.model.packs.questions import QuestionBase, RateQuestion, items_of, kind_of, options_of

UNSURE = 50
"""Under this confidence one hardly stands by an answer: one looks there first."""
MOST_UNSURE = 3
"""The most answers that are named as unsure."""
MOST_TIED = 2
"""Where more answers than this stand first alike, none is taken to weigh most."""


@dataclass(frozen=True)
class WhatHolds:
    """What has to be true for an answer, as it was rated.

    Attributes:
        question: The rated question, which was asked because of that answer.
        because: The question whose answer asked for it; likewise `answer`.
        today: Whether that question asks how things are, and the answer is no choice.
        holds: Items at the highest level; `lowest` those furthest from it, none where all hold.
        n: How many items were rated, of how many.
    """

    question: str
    because: str
    answer: str
    today: bool
    holds: tuple[str, ...]
    lowest: tuple[str, ...]
    n: int
    of: int


@dataclass(frozen=True)
class Thread:
    """Questions that could be answered alike, and what was put first in each, by its name.

    Attributes:
        answers: The questions, each with the names; several where they tie.
        today: Whether one of them asks how things are, where nothing is put first.
    """

    answers: tuple[tuple[str, tuple[str, ...]], ...]
    today: bool = False

    @property
    def alike(self) -> bool:
        """Whether all have one and the same answer."""
        return len({tuple(map(folded, names)) for _ref, names in self.answers}) == 1


@dataclass(frozen=True)
class Weighed:
    """An answer that was put first, and what stands lowest in the group of its name.

    Attributes:
        question: Where it was put first; `option` the answer.
        rated: Where its group was rated; `lowest` the items there.
        tied: Whether another answer was put first as well.
    """

    question: str
    option: str
    rated: str
    lowest: tuple[str, ...]
    tied: bool = False


@dataclass(frozen=True)
class Borrowed:
    """The items of one question that another one rates as well.

    Attributes:
        lender: The question whose items they are; `question` rates them.
        items: Those that have an answer in both.
    """

    lender: str
    question: str
    items: tuple[str, ...]


@dataclass(frozen=True)
class AddingUp:
    """All that answers alone add up to.

    Attributes:
        clashes: Answers that do not go together.
        equal: Questions of needs whose items all have one and the same level.
        unsure: Questions with an answer that was unsure, the least sure first.
        passed: Questions that were asked and have no answer.
    """

    clashes: tuple[Clash, ...]
    pulls: tuple[Pull, ...]
    equal: tuple[str, ...]
    conditions: tuple[WhatHolds, ...]
    threads: tuple[Thread, ...]
    weighed: tuple[Weighed, ...]
    placed: tuple[Placed, ...]
    borrowed: tuple[Borrowed, ...]
    outcome: Allowed | None
    unsure: tuple[str, ...]
    passed: tuple[str, ...]


def adding_up(walk: Walk) -> AddingUp:
    """What the answers of a walk add up to, as far as they go."""
    return AddingUp(
        clashes=tuple(clashes(walk)),
        pulls=tuple(_pulls(walk)),
        equal=equal_needs(walk),
        conditions=tuple(sorted(_conditions(walk), key=lambda one: walk.refs.index(one.because))),
        threads=tuple(_threads(walk)),
        weighed=tuple(_weighed(walk)),
        placed=tuple(placed(walk)),
        borrowed=tuple(_borrowed(walk)),
        outcome=allowed(walk),
        unsure=_unsure(walk),
        passed=tuple(one for one in walk.refs if walk.answered(one) is None),
    )


def changed(walk: Walk, before: Walk) -> tuple[str, ...]:
    """The questions that both have an answer to, and another one than before."""
    both = [(one, walk.answered(one), before.answered(one)) for one in walk.refs]
    return tuple(ref for ref, now, then in both if now and then and not same(now, then))


def same(one: Said, other: Said) -> bool:
    """Whether two answers are the same: by the answer itself, where both have it."""
    if one.ballot is not None and other.ballot is not None:
        return one.ballot == other.ballot
    return one.words == other.words


def _pulls(walk: Walk) -> Iterator[Pull]:
    for needs, rated, _said in answers(walk):
        for ref in walk.refs:
            asked, chosen = walk.state.question(ref), walk.first(ref)
            if asked is None or not options_of(asked) or not isinstance(rated, RateQuestion):
                continue
            if chosen or walk.answered(ref) is None:  # of several that tie none was chosen
                found = pull(walk, needs, ref, chosen)
                if found is not None:
                    yield found


def _conditions(walk: Walk) -> Iterator[WhatHolds]:
    for ref, question, said in answers(walk):
        leads = _because(walk, question)
        of = heights(question, said.ballot)
        if leads is None or not of or kind_of(question) != "rate":
            continue
        low = min(of.values())
        yield WhatHolds(
            question=ref,
            because=leads[0],
            answer=leads[1],
            today=_is_of_today(walk, leads[0]),
            holds=tuple(item for item, value in of.items() if value == 1),
            lowest=tuple(item for item, value in of.items() if value == low) if low < 1 else (),
            n=len(of),
            of=len(items_of(question)),
        )


def _because(walk: Walk, question: QuestionBase) -> tuple[str, str] | None:
    """The last answer that asked for a question: of today's place and the chosen one, the latter.

    None where it is asked in any case.
    """
    found = None
    for one in question.asked_if:
        ref = f"{walk.scenario}/{one.question}"
        chosen = walk.first(ref)
        if chosen in one.leads:
            found = (ref, chosen)
    return found


def _is_of_today(walk: Walk, ref: str) -> bool:
    question = walk.state.question(ref)
    return question is not None and question.today


def _threads(walk: Walk) -> Iterator[Thread]:
    """Questions that share two answers or more, by id or by name."""
    groups: list[tuple[set[str], list[tuple[str, tuple[str, ...]]]]] = []
    for ref, question, said in answers(walk):
        names = answer_names(question, walk.state.workshop)
        put = [one for one in firsts(question, said.ballot, walk.state.workshop) if one in names]
        if not put or len(put) == len(names) or kind_of(question) == "hands":
            continue
        named = ref, tuple(names[one] for one in put)
        keys = {folded(name) for name in names.values()}
        group = next((one for one in groups if len(one[0] & keys) > 1), None)
        if group is None:
            groups.append((keys, [named]))
        else:
            group[1].append(named)
    for _keys, told in groups:
        if len(told) > 1:
            yield Thread(tuple(told), any(_is_of_today(walk, ref) for ref, _names in told))


def _weighed(walk: Walk) -> Iterator[Weighed]:
    own = tuple(answers(walk))
    for rated, question, said in own:
        if not isinstance(question, RateQuestion) or not question.groups:
            continue
        groups = {folded(group.label): group.id for group in question.groups}
        groups |= {group.id: group.id for group in question.groups}
        high = heights(question, said.ballot)
        for ref, asked, put in own:
            names = answer_names(asked, walk.state.workshop)
            tied = firsts(asked, put.ballot, walk.state.workshop)
            for first in tied if len(tied) <= MOST_TIED and ref != rated else ():
                group = groups.get(first) or groups.get(folded(names.get(first, "")))
                if first not in names or not group:
                    continue
                of = {i: high[i] for i in _members(question, group) if i in high}
                lowest = tuple(i for i, at in of.items() if at == min(of.values()) < 1)
                if lowest:
                    yield Weighed(ref, first, rated, lowest, tied=len(tied) > 1)


def _members(question: RateQuestion, group: str) -> Iterator[str]:
    return (i.id for i in items_of(question) if isinstance(i, Item) and i.group == group)


def _borrowed(walk: Walk) -> Iterator[Borrowed]:
    for ref, question, said in answers(walk):
        if not isinstance(question, RateQuestion) or question.items_from is None:
            continue
        lender = f"{walk.scenario}/{question.items_from}"
        lent, first = walk.state.question(lender), walk.answered(lender)
        if lent is None or first is None:
            continue
        both = heights(lent, first.ballot).keys() & heights(question, said.ballot).keys()
        items = tuple(item.id for item in items_of(question) if item.id in both)
        if items:
            yield Borrowed(lender, ref, items)


def _unsure(walk: Walk) -> tuple[str, ...]:
    """The answers that were least sure: those under `UNSURE`, or the lowest of all."""
    sure = {ref: said.confidence for ref in walk.refs if (said := walk.answered(ref)) is not None}
    if not sure:
        return ()
    low = _below(sure) or _lowest(sure)
    return tuple(sorted(low, key=lambda ref: sure[ref]))[:MOST_UNSURE]


def _below(sure: dict[str, int]) -> Iterable[str]:
    return [ref for ref, value in sure.items() if value < UNSURE]


def _lowest(sure: dict[str, int]) -> Iterable[str]:
    """The one answer that is less sure than all others; none where several are."""
    least = [ref for ref, value in sure.items() if value == min(sure.values())]
    return least if len(least) == 1 and len(sure) > 1 else ()
