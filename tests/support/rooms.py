"""Small casts, and rooms of people who answer one question."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from mops_tui.model.packs.characters import Cast
from mops_tui.model.packs.pack import Scenario
from mops_tui.model.packs.questions import (
    QuestionBase,
    RateQuestion,
    items_of,
    kind_of,
)
from mops_tui.model.session.ballots import Allocation, Ballot, Ratings
from mops_tui.sources.simulated.answering import answer
from mops_tui.sources.simulated.characters import SimulatedPerson, people
from mops_tui.sources.simulated.listening import first_choice, positions_of

SOMEBODY = {"role": "CMO", "about": "Somebody."}


def cast_of(*characters: dict[str, Any], **keys: Any) -> Cast:
    """A cast of characters who have only what is said here; of one where nobody is named."""
    named = characters or ({},)
    whole = [
        {"id": f"c-{index}", "name": f"C {index}", **SOMEBODY, **one}
        for index, one in enumerate(named)
    ]
    base = {"kind": "cast", "id": "r", "title": "R", "summary": "S", "character": whole}
    return Cast.model_validate(base | keys)


def asked_of(scenarios: Iterable[Scenario]) -> dict[str, QuestionBase]:
    """Every question by reference, with the items that one takes from another."""
    found: dict[str, QuestionBase] = {}
    for scenario in scenarios:
        for question in scenario.questions:
            whole: QuestionBase = question
            if isinstance(question, RateQuestion) and question.items_from is not None:
                source = scenario.question(question.items_from)
                items = items_of(source) if source is not None else ()
                whole = question.model_copy(update={"items": items})
            found[f"{scenario.id}/{question.id}"] = whole
    return found


def voted(room: Sequence[SimulatedPerson], ref: str, question: QuestionBase) -> list[Ballot]:
    """What everybody answers in the round that begins."""
    return [answer(person, ref, question) for person in room]


def ahead(ballots: Iterable[Ballot]) -> list[str]:
    """The options that lead: with most votes, most points, or most first places."""
    counts: Counter[str] = Counter()
    for ballot in ballots:
        if isinstance(ballot, Allocation):
            counts.update(dict(zip(ballot.options, ballot.points, strict=True)))
        else:
            counts[first_choice(ballot)] += 1
    most = max(counts.values())
    return [option for option, count in counts.items() if count == most]


def values_of(question: QuestionBase, ballot: Ballot) -> dict[str, int]:
    """What a ballot says of each item, or on each axis; levels count from 0."""
    if isinstance(ballot, Ratings) and isinstance(question, RateQuestion):
        order = {level.id: index for index, level in enumerate(question.scale)}
        return {i: order[level] for i, level in zip(ballot.items, ballot.levels, strict=True)}
    return dict(positions_of(ballot))


def led(
    cast: Cast, ref: str, question: QuestionBase, count: int, seeds: Iterable[int]
) -> Counter[str]:
    """How often each option leads alone in the first round, over some seeds."""
    found: Counter[str] = Counter()
    for seed in seeds:
        first = ahead(voted(people(cast, count, seed), ref, question))
        found.update(first if len(first) == 1 else [])
    return found


def is_chosen(question: QuestionBase) -> bool:
    """Whether it is answered with options, so that one of them leads."""
    return kind_of(question) in ("choice", "hands", "allocate", "rank")
