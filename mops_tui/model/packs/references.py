"""What the parts of a scenario say of one another: conditions, borrowed items, lines, a subject."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from pydantic import BaseModel

from mops_tui.model.packs.drafts import SUBJECT, leading_flaws
from mops_tui.model.packs.flaws import Flaw, Path, unknown
from mops_tui.model.packs.pack import Scenario
from mops_tui.model.packs.parts import TextLine
from mops_tui.model.packs.questions import (
    CurveQuestion,
    QuestionBase,
    RateQuestion,
    kind_of,
    options_of,
)

NAMED = ("question", "decision", "cues")
"""The parts of a scenario in which it does."""
BORROWED = ("curve", "rate")
"""Kinds of question whose items another one can rate."""


def reference_flaws(pack: Scenario) -> Iterator[Flaw]:
    """What a scenario's parts say of one another, and cannot."""
    earlier: dict[str, QuestionBase] = {}
    ids = [question.id for question in pack.questions]
    yield from _lines(pack.cues, ("cues",), ids, pack.id)
    for index, question in enumerate(pack.questions):
        path: Path = ("question", index)
        yield from _conditions(question, path, earlier)
        yield from _borrowed(question, path, earlier)
        for name in ("facts", "prompts", "cues"):
            yield from _lines(getattr(question, name), (*path, name), ids, pack.id)
        for step, option in enumerate(options_of(question)):
            for name in ("goodies", "gotchas", "works_when"):
                where = (*path, "option", step, name)
                yield from _lines(getattr(option, name), where, ids, pack.id)
            for name in ("keeps", "changes"):
                for at, asked in enumerate(getattr(option, name)):
                    if asked not in earlier:
                        yield _no_earlier((*path, "option", step, name, at), asked, earlier)
        earlier[question.id] = question
    yield from _subject(pack)


def _subject(pack: Scenario) -> Iterator[Flaw]:
    """The subject in texts that cannot say it: all of them, where the room names none."""
    for path, text in _texts(pack, ()):
        if SUBJECT not in text:
            continue
        if pack.subject is None:
            yield Flaw("no-subject", path)
            return
        if path[0] not in NAMED:
            yield Flaw("subject-not-here", path)


def _texts(part: object, path: Path) -> Iterator[tuple[Path, str]]:
    """Every text of a part of a pack, with where it stands in the file."""
    if isinstance(part, str):
        yield path, part
    elif isinstance(part, tuple):
        for index, member in enumerate(part):
            yield from _texts(member, (*path, index))
    elif isinstance(part, BaseModel):
        for name, field in type(part).model_fields.items():
            yield from _texts(getattr(part, name), (*path, field.alias or name))


def _lines(lines: Iterable[TextLine], path: Path, ids: list[str], pack_id: str) -> Iterator[Flaw]:
    for index, line in enumerate(lines):
        for step, name in enumerate(line.refers):
            if name not in ids:
                where = (*path, index, "refers", step)
                yield unknown("unknown-question", where, name, ids, scenario=pack_id)


def _conditions(
    question: QuestionBase, path: Path, earlier: dict[str, QuestionBase]
) -> Iterator[Flaw]:
    for index, one in enumerate(question.asked_if):
        where = (*path, "asked_if", index)
        named = earlier.get(one.question)
        if named is None:
            yield _no_earlier((*where, "question"), one.question, earlier)
        else:
            yield from leading_flaws(named, one.leads, where)


def _borrowed(
    question: QuestionBase, path: Path, earlier: dict[str, QuestionBase]
) -> Iterator[Flaw]:
    if not isinstance(question, RateQuestion) or question.items_from is None:
        return
    if question.items or question.groups:
        yield Flaw("items-twice", (*path, "items_from"), {"id": question.items_from})
    named = earlier.get(question.items_from)
    if named is None:
        yield _no_earlier((*path, "items_from"), question.items_from, earlier)
    elif not isinstance(named, CurveQuestion | RateQuestion):
        params = {"id": named.id, "kind": kind_of(named), "allowed": ", ".join(BORROWED)}
        yield Flaw("none-to-borrow", (*path, "items_from"), params)


def _no_earlier(path: Path, name: str, earlier: Mapping[str, QuestionBase]) -> Flaw:
    code = "no-earlier" if earlier else "none-earlier"
    return unknown(code, path, name, earlier)
