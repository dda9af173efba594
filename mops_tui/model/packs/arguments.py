"""Arguments: what people say aloud, in a rehearsal, for an answer of a scenario or against it.

They stand in packs of their own, one or more for a scenario, and no session file has a copy.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from mops_tui.model.packs.characters import Concern as Concern
from mops_tui.model.packs.flaws import Flaw, Path, unknown
from mops_tui.model.packs.pack import Scenario
from mops_tui.model.packs.parts import Id, PackBase, Part
from mops_tui.model.packs.questions import (
    GridQuestion,
    QuestionBase,
    RateQuestion,
    items_of,
    kind_of,
    options_of,
)

Side = Literal["for", "against", "high", "low", "left", "right", "far", "early"]
SIDES: Mapping[str, tuple[Side, ...]] = {
    "choice": ("for", "against"),
    "allocate": ("for", "against"),
    "rank": ("for", "against"),
    "hands": ("for", "against"),
    "grid": ("for", "against"),
    "rate": ("high", "low"),
    "pairs": ("left", "right"),
    "curve": ("far", "early"),
}
"""The two sides that can be argued, for each kind of question that has answers."""
COMPANY_FACTS = frozenset(
    (
        *("small", "mid", "large"),
        *("marketing-failed", "it-failed", "sales-failed", "agency-failed", "nobody-failed"),
        *("marketing-has-money", "it-has-money", "sales-has-money", "nobody-has-money"),
        *("sits-marketing", "sits-it", "sits-sales", "sits-revops", "sits-elsewhere"),
    )
)
"""What can be so in the company of our own cast, by id.

Our arguments name these. They stay sound where somebody's own cast has taken the place of ours.
"""
LONGEST_SAID = 300
"""The most characters that somebody says at a time."""
Said = Annotated[
    str, StringConstraints(min_length=1, max_length=LONGEST_SAID, strip_whitespace=True)
]


class Argument(Part):
    """Something that a person says for an answer, or against it.

    Attributes:
        question: A question of the scenario.
        of: What it is about: an option, an item, a pair, a wave, or a corner of the grid.
        side: Which side of that it takes.
        text: What is said aloud.
        concerns: What it appeals to; who cares about that says it.
        when: Facts of the company, one of which must be so.
        unless: Facts of the company, none of which may be so.
        after: What may happen in a rehearsal, by id: one of it must have happened.
        sources: Keys of the content brief that it rests on.
    """

    id: Id
    question: Id
    of: Id
    side: Side
    text: Said
    concerns: tuple[Concern, ...] = ()
    when: tuple[Id, ...] = ()
    unless: tuple[Id, ...] = ()
    after: tuple[Id, ...] = ()
    sources: tuple[str, ...] = ()


class ArgumentPack(PackBase):
    """What people say about the questions of one scenario.

    Attributes:
        scenario: The scenario.
    """

    kind: Literal["arguments"]
    scenario: Id
    arguments: Annotated[tuple[Argument, ...], Field(alias="argument", min_length=1)]


def argument_flaws(
    pack: ArgumentPack,
    known: Mapping[str, Scenario] | None,
    company: Collection[str] | None,
) -> Iterator[Flaw]:
    """What is wrong with arguments whose shape is right.

    Args:
        pack: The arguments.
        known: The scenarios that they may be about; unchecked when absent.
        company: The facts of a company that they may name; unchecked when absent.
    """
    ids: set[str] = set()
    for index, one in enumerate(pack.arguments):
        if one.id in ids:
            yield Flaw("duplicate-id", ("argument", index, "id"), {"id": one.id})
        ids.add(one.id)
        for key, names in (("when", one.when), ("unless", one.unless)):
            for step, name in enumerate(names if company is not None else ()):
                if name not in (company or ()):
                    where: Path = ("argument", index, key, step)
                    yield unknown("unknown-company-fact", where, name, company or ())
    if known is None:
        return
    scenario = known.get(pack.scenario)
    if scenario is None:
        yield unknown("unknown-scenario", ("scenario",), pack.scenario, known)
        return
    for index, one in enumerate(pack.arguments):
        yield from _about(one, scenario, known, ("argument", index))


def _about(
    one: Argument, scenario: Scenario, known: Mapping[str, Scenario], path: Path
) -> Iterator[Flaw]:
    question = scenario.question(one.question)
    if question is None:
        ids = [each.id for each in scenario.questions]
        where = (*path, "question")
        yield unknown("unknown-question", where, one.question, ids, scenario=scenario.id)
        return
    sides = SIDES.get(kind_of(question))
    if sides is None:
        params = {"id": question.id, "kind": kind_of(question), "allowed": ", ".join(SIDES)}
        yield Flaw("nothing-to-argue", (*path, "question"), params)
        return
    answers = arguable(question, scenario, known)
    if one.of not in answers:
        yield unknown("unknown-argued", (*path, "of"), one.of, answers, question=question.id)
    if one.side not in sides:
        params = {"given": one.side, "kind": kind_of(question)}
        yield Flaw("side-misfit", (*path, "side"), {**params, "one": sides[0], "two": sides[1]})


def arguable(
    question: QuestionBase, scenario: Scenario, known: Mapping[str, Scenario]
) -> tuple[str, ...]:
    """The ids of what can be argued about in a question."""
    if isinstance(question, RateQuestion) and question.items_from is not None:
        source = scenario.question(question.items_from)
        return tuple(item.id for item in items_of(source)) if source is not None else ()
    if isinstance(question, GridQuestion):
        grids = (grid for each in (scenario, *known.values()) for grid in each.grids)
        drawn = next((grid for grid in grids if grid.id == question.grid), None)
        return tuple(corner.id for corner in drawn.quadrants) if drawn is not None else ()
    return tuple(one.id for one in (*options_of(question), *items_of(question)))
