"""A workshop as its room has made it: named subjects, and examples that were taken out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel

from mops_tui.model.packs.drafts import SUBJECT
from mops_tui.model.packs.pack import Scenario
from mops_tui.model.packs.questions import QuestionBase, RateQuestion
from mops_tui.model.packs.workshop import Workshop

_NO_TEXTS = frozenset({"id", "kind", "picture", "grid", "group", "letter", "cared", "items_from"})
"""Fields that are names for the program, whatever they hold."""


def adapted(
    workshop: Workshop,
    subjects: Mapping[str, str],
    taken_out: Mapping[str, tuple[str, ...]],
) -> Workshop:
    """A workshop with its subjects in the texts, and without what the room took out.

    Args:
        workshop: As its packs have it.
        subjects: What the room has named, by scenario; the pack's fallback where it is absent.
        taken_out: Options and items by `scenario/question`.
    """
    scenarios = tuple(_scenario(one, subjects, taken_out) for one in workshop.scenarios)
    if all(new is old for new, old in zip(scenarios, workshop.scenarios, strict=True)):
        return workshop
    return workshop.model_copy(update={"scenarios": scenarios})


def followers(scenario: Scenario, question_id: str) -> tuple[str, ...]:
    """The questions of a scenario that rate the items of another one of it, near or far."""
    found: dict[str, None] = {}
    for question in scenario.questions:  # who borrows stands behind whom it borrows from
        if isinstance(question, RateQuestion) and question.items_from in (question_id, *found):
            found[question.id] = None
    return tuple(found)


def follower_refs(workshop: Workshop, ref: str) -> tuple[str, ...]:
    """The same by reference, `scenario/question`."""
    scenario_id, _, question_id = ref.partition("/")
    scenario = workshop.scenario(scenario_id)
    names = followers(scenario, question_id) if scenario else ()
    return tuple(f"{scenario_id}/{name}" for name in names)


def _scenario(
    scenario: Scenario, subjects: Mapping[str, str], taken_out: Mapping[str, tuple[str, ...]]
) -> Scenario:
    out: dict[str, frozenset[str]] = {}
    for question in scenario.questions:
        gone = frozenset(taken_out.get(f"{scenario.id}/{question.id}", ()))
        if gone:
            for name in (question.id, *followers(scenario, question.id)):
                out[name] = out.get(name, frozenset()) | gone
    if out:
        questions = tuple(_without(one, out.get(one.id, frozenset())) for one in scenario.questions)
        scenario = scenario.model_copy(update={"questions": questions})
    if scenario.subject is None:
        return scenario
    name = subjects.get(scenario.id) or scenario.subject.fallback
    named = ("questions", "decision", "cues")
    return scenario.model_copy(
        update={field: _named(getattr(scenario, field), name) for field in named}
    )


def _without(question: QuestionBase, gone: frozenset[str]) -> QuestionBase:
    if not gone:
        return question
    update: dict[str, Any] = {
        name: tuple(one for one in getattr(question, name) if one.id not in gone)
        for name in ("items", "options")
        if hasattr(question, name)
    }
    return question.model_copy(update=update)


def _named(value: Any, name: str) -> Any:
    """The same with `{subject}` replaced in every text; what has none is shared."""
    if isinstance(value, str):
        return value.replace(SUBJECT, name)
    if isinstance(value, tuple):
        new = tuple(_named(one, name) for one in value)
        return value if all(a is b for a, b in zip(new, value, strict=True)) else new
    if isinstance(value, BaseModel):
        fields = (field for field in type(value).model_fields if field not in _NO_TEXTS)
        update = {
            field: new
            for field in fields
            if (new := _named(old := getattr(value, field), name)) is not old and new != old
        }
        return value.model_copy(update=update) if update else value
    return value
