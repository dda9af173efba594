"""What casts and arguments name in other packs: questions, answers, disturbances, keys.

A name that leads nowhere keeps nobody from running a rehearsal, it only does nothing. So a pack is
never left out for it; whoever checks the pack is told.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from pydantic import BaseModel

from mops_tui.model.packs.arguments import Argument, ArgumentPack
from mops_tui.model.packs.characters import Cast, Character
from mops_tui.model.packs.flaws import Flaw, Path, nearest
from mops_tui.model.packs.pack import Scenario
from mops_tui.model.packs.questions import (
    GridQuestion,
    QuestionBase,
    RateQuestion,
    items_of,
    kind_of,
    options_of,
)

AXES = ("x", "y")
"""How the items of a grid are called."""


@dataclass(frozen=True)
class PackNames:
    """What can be named, each with and without what it belongs to.

    Attributes:
        questions: Ids of questions, and `scenario/question`.
        texts: Ids of those that ask for ideas.
        options: Ids of options, and `question/option`.
        items: Ids of items, pairs and waves, and the axes of a grid; likewise.
        disturbances: Ids of what may happen.
        keys: What lines, options and items cite.
    """

    questions: frozenset[str]
    texts: frozenset[str]
    options: frozenset[str]
    items: frozenset[str]
    disturbances: frozenset[str]
    keys: frozenset[str]


def names_in(
    scenarios: Mapping[str, Scenario],
    casts: Iterable[Cast] = (),
    arguments: Iterable[tuple[Argument, ...]] = (),
) -> PackNames:
    """What packs can name, of the packs at hand: scenarios by id, casts, and arguments."""
    asked = [(one.id, question) for one in scenarios.values() for question in one.questions]
    options: set[str] = set()
    items: set[str] = set()
    for scenario, question in asked:
        for name in (option.id for option in options_of(question)):
            options |= {name, f"{question.id}/{name}"}
        for name in _items(question, scenarios[scenario]):
            items |= {name, f"{question.id}/{name}"}
    return PackNames(
        questions=frozenset(n for s, one in asked for n in (one.id, f"{s}/{one.id}")),
        texts=frozenset(one.id for _s, one in asked if kind_of(one) == "text"),
        options=frozenset(options),
        items=frozenset(items),
        disturbances=frozenset(one.id for cast in casts for one in cast.disturbances),
        keys=frozenset(_cited((*scenarios.values(), *arguments))),
    )


def leading_nowhere(pack: Cast | ArgumentPack, names: PackNames) -> Iterator[Flaw]:
    """The names in a pack that nothing is called by, and that therefore do nothing.

    Args:
        pack: A pack without other flaws.
        names: What can be named; nothing is checked where there is no question at all.
    """
    if not names.questions:
        return
    if isinstance(pack, ArgumentPack):
        for index, one in enumerate(pack.arguments):
            path: Path = ("argument", index, "after")
            yield from _each("unknown-disturbance", path, one.after, names.disturbances)
        return
    yield from _each("unknown-question-anywhere", ("facts",), pack.facts, names.questions)
    for index, person in enumerate(pack.characters):
        yield from _of_character(person, ("character", index), names)
    for index, appeal in enumerate(pack.appeals):
        yield from _answers(appeal, ("appeal", index), names)
    for index, trait in enumerate(pack.company):
        for step, fact in enumerate(trait.facts):
            yield from _answers(fact, ("company", index, "fact", step), names)
    for index, disturbance in enumerate(pack.disturbances):
        yield from _answers(disturbance, ("disturbance", index), names)


def uncited(pack: Cast, names: PackNames) -> Iterator[Flaw]:
    """The keys in a cast that no line of a scenario cites: advice, as one's own may yet come."""
    tables: list[tuple[Path, Mapping[str, float]]] = []
    for index, one in enumerate(pack.characters):
        tables.append((("character", index, "cares"), one.cares))
        for step, interest in enumerate(one.interests):
            tables.append((("character", index, "interest", step, "shifts"), interest.shifts))
    for index, trait in enumerate(pack.company):
        for step, fact in enumerate(trait.facts):
            tables.append((("company", index, "fact", step, "shifts"), fact.shifts))
    for index, disturbance in enumerate(pack.disturbances):
        tables.append((("disturbance", index, "shifts"), disturbance.shifts))
    for path, table in tables:
        for key in table:
            if key not in names.keys:
                yield Flaw("uncited-key", (*path, key), {"id": key})


def _of_character(one: Character, path: Path, names: PackNames) -> Iterator[Flaw]:
    yield from _answers(one, path, names)
    for step, interest in enumerate(one.interests):
        yield from _answers(interest, (*path, "interest", step), names)
    for step, idea in enumerate(one.ideas):
        if idea.question not in names.texts:
            where = (*path, "idea", step, "question")
            yield _nowhere("unknown-text-question", where, idea.question, names.texts)


def _answers(part: object, path: Path, names: PackNames) -> Iterator[Flaw]:
    for table, code, known in (
        ("favours", "unknown-option-anywhere", names.options),
        ("items", "unknown-item-anywhere", names.items),
    ):
        for name in getattr(part, table):
            if name not in known:
                yield _nowhere(code, (*path, table, name), name, known)


def _each(code: str, path: Path, named: Iterable[str], known: Iterable[str]) -> Iterator[Flaw]:
    for step, name in enumerate(named):
        if name not in known:
            yield _nowhere(code, (*path, step), name, known)


def _nowhere(code: str, path: Path, name: str, known: Iterable[str]) -> Flaw:
    return Flaw(code, path, {"id": name, "nearest": nearest(name, sorted(known))})


def _items(question: QuestionBase, scenario: Scenario) -> tuple[str, ...]:
    if isinstance(question, GridQuestion):
        return AXES
    if isinstance(question, RateQuestion) and question.items_from is not None:
        source = scenario.question(question.items_from)
        return tuple(one.id for one in items_of(source)) if source is not None else ()
    return tuple(one.id for one in items_of(question))


def _cited(part: object) -> Iterator[str]:
    """Every key that some part of a pack cites."""
    if isinstance(part, tuple):
        for member in part:
            yield from _cited(member)
    elif isinstance(part, BaseModel):
        for name in type(part).model_fields:
            value = getattr(part, name)
            if name == "sources":
                yield from value
            else:
                yield from _cited(value)
