"""A scenario as an agenda chooses it: some of its questions, with or without brief and decision."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any, TypeVar

from mops_tui.model.packs.answers import Item
from mops_tui.model.packs.pack import AgendaEntry, Scenario
from mops_tui.model.packs.parts import TextLine
from mops_tui.model.packs.questions import (
    HandsQuestion,
    OptionQuestion,
    QuestionBase,
    RateQuestion,
    items_of,
)

LineT = TypeVar("LineT", bound=TextLine)
_POINTS = ("goodies", "gotchas", "works_when")


def chosen_of(scenario: Scenario, entry: AgendaEntry) -> Scenario:
    """What an agenda entry takes of a scenario.

    Lines that speak of a question which is left out are left out too. A question whose conditions
    all hang on questions that are left out is always asked: somebody chose it. One that rates the
    items of another question has them of its own.
    """
    wanted = entry.questions or tuple(question.id for question in scenario.questions)
    ids = frozenset(wanted)
    questions = tuple(
        _with_items(scenario, _without_lines(question, ids), ids)
        for question in scenario.questions
        if question.id in ids
    )
    return scenario.model_copy(
        update={
            "questions": questions,
            "cues": _lines(scenario.cues, ids),
            "decision": scenario.decision if entry.decision else None,
            # What the room names it names at the brief.
            "no_brief": scenario.subject is None and (scenario.no_brief or not entry.brief),
            "break_after": entry.pause or scenario.break_after,
        }
    )


def _lines(lines: tuple[LineT, ...], ids: Collection[str]) -> tuple[LineT, ...]:
    return tuple(line for line in lines if all(name in ids for name in line.refers))


def _without_lines(question: QuestionBase, ids: Collection[str]) -> QuestionBase:
    update: dict[str, Any] = {
        name: _lines(getattr(question, name), ids) for name in ("facts", "prompts", "cues")
    }
    update["asked_if"] = tuple(one for one in question.asked_if if one.question in ids)
    if isinstance(question, OptionQuestion | HandsQuestion):
        update["options"] = tuple(
            option.model_copy(update={name: _lines(getattr(option, name), ids) for name in _POINTS})
            for option in question.options
        )
    return question.model_copy(update=update)


def _with_items(scenario: Scenario, question: QuestionBase, ids: Collection[str]) -> QuestionBase:
    if not isinstance(question, RateQuestion) or question.items_from is None:
        return question
    lenders = _lenders(scenario, question)
    items = tuple(
        item.model_copy(update={"group": None, "letter": None, "leans": ()})
        for item in (items_of(lenders[-1]) if lenders else ())
        if isinstance(item, Item)
    )
    follows = next((one.id for one in lenders if one.id in ids), None)
    return question.model_copy(update={"items": items, "items_from": follows})


def _lenders(scenario: Scenario, question: RateQuestion) -> tuple[QuestionBase, ...]:
    """Whose items a question rates: the next one, and from there on to the one that has them."""
    found: list[QuestionBase] = []
    name = question.items_from
    while name is not None and name not in (one.id for one in found):
        lender = scenario.question(name)
        if lender is None:
            break
        found.append(lender)
        name = lender.items_from if isinstance(lender, RateQuestion) else None
    return tuple(found)
