"""Drafts of decisions: what a rehearsal without a screen may decide, and in what words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Annotated, Literal

from pydantic import Field

from mops_tui.model.packs.flaws import Flaw, Path, unknown
from mops_tui.model.packs.parts import Flag, Id, Label, Part, Text
from mops_tui.model.packs.questions import AskedIf, QuestionBase, items_of, kind_of, options_of

SUBJECT = "{subject}"
"""Stands in a scenario's texts for what the room names first."""
LEADING = ("choice", "allocate", "hands")
"""Kinds of question of which an answer can lead."""
ORDERED = ("rate", "curve", "grid")
"""Kinds of question of which a rehearsed decision can pick what stands lowest."""
NOT_ELSEWHERE = ("answer", "last", "subject")
"""What stands in curly brackets and is no other question."""
_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
_ID = re.compile(r"\{([a-z0-9-]+)(?:\.votes)?\}")
VOTES = ".votes"
"""Behind a name in curly brackets: how many gave that answer, "8 of 9"."""
_PEOPLE = ("choice", "hands")
"""Kinds of question of which each person gives one answer."""


class RehearsedDecision(Part):
    """How a rehearsal without a screen decides: on which question, and in what words.

    In its words `{answer}` is what is picked, `{last}` what stands at the other end, and the id of
    another question in curly brackets what leads there; `{answer.votes}` and the like say how many
    gave it.

    Attributes:
        question: Whose latest revealed votes it rests on.
        pick: The answer that holds most, or of items, waves and corners also the one that stands
            lowest.
        up_to: So many items, waves or corners it may name at once.
        only: Only where one of these is picked; any where there is none.
        where: Only where all of these hold: an answer of another question leads alone.
        agreed: Only where the room reaches what its policy asks for.
        clear: Only where on each of these other questions more than half gave what leads.
        same: Only where the same answer, by its label, leads on both of these questions.
        apart: Only where it does not.
        beside: Other questions whose votes its ground tells as well.
        open: Its words say that nothing is decided yet: two votes of one room are at odds.
        says: The decision.
        first_step: What is done first, this week.
        owner: Roles whose task it is, the fittest first; who chose it takes care of it.
        agree: Roles that must agree, likewise.
    """

    question: Id
    pick: Literal["most", "least"] = "most"
    up_to: Annotated[int, Field(ge=1, le=3)] = 1
    only: tuple[Id, ...] = ()
    where: tuple[AskedIf, ...] = ()
    agreed: Flag = False
    clear: tuple[Id, ...] = ()
    same: Annotated[tuple[Id, ...], Field(max_length=2)] = ()
    apart: Annotated[tuple[Id, ...], Field(max_length=2)] = ()
    beside: tuple[Id, ...] = ()
    open: Flag = False
    says: Text
    first_step: Text | None = None
    owner: tuple[Label, ...] = ()
    agree: tuple[Label, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """The other questions whose answers its words name, by their ids."""
        named = _ID.findall(f"{self.says} {self.first_step or ''}")
        return tuple(dict.fromkeys(one for one in named if one not in NOT_ELSEWHERE))

    def fits(self, labels: Callable[[str], str]) -> bool:
        """Whether what leads on two questions is the same, or not the same, as this asks for.

        Args:
            labels: The label of what leads on a question, by its id; "" where none leads alone.
        """
        if self.same and len({labels(one) for one in self.same} - {""}) != 1:
            return False
        if self.same and not all(labels(one) for one in self.same):
            return False
        return not self.apart or len({labels(one) for one in self.apart}) > 1


def filled(text: str, answers: Mapping[str, str]) -> str:
    """A draft's words with answers in them; in an answer no placeholder is looked for.

    Args:
        text: The words.
        answers: What stands for each placeholder, by its name.
    """
    return _PLACEHOLDER.sub(lambda found: answers.get(found[1], found[0]), text)


def draft_flaws(
    draft: RehearsedDecision, questions: Sequence[QuestionBase], pack_id: str, path: Path
) -> Iterator[Flaw]:
    """What is wrong with a draft.

    Args:
        draft: The draft.
        questions: Those of its scenario.
        pack_id: The scenario.
        path: Where it stands in the file.
    """
    of = {one.id: one for one in questions}
    question = of.get(draft.question)
    if question is None:
        yield unknown("unknown-question", (*path, "question"), draft.question, of, scenario=pack_id)
        return
    kind = kind_of(question)
    if kind == "text" or (draft.pick == "least" and kind not in ORDERED):
        yield Flaw("rehearsed-misfit", (*path, "question"), {"id": question.id, "kind": kind})
    answers = [one.id for one in (*options_of(question), *items_of(question))]
    for step, answer in enumerate(draft.only):
        if answers and answer not in answers:
            yield unknown("unknown-answer", (*path, "only", step), answer, answers)
    yield from _conditions(draft, of, path, pack_id)
    yield from _placeholders(draft, of, kind, path)


def _conditions(
    draft: RehearsedDecision, of: Mapping[str, QuestionBase], path: Path, pack_id: str
) -> Iterator[Flaw]:
    for index, one in enumerate(draft.where):
        where = (*path, "where", index)
        named = of.get(one.question)
        if named is None:
            yield unknown(
                "unknown-question", (*where, "question"), one.question, of, scenario=pack_id
            )
        else:
            yield from leading_flaws(named, one.leads, where)
    for key in ("clear", "same", "apart", "beside"):
        for index, name in enumerate(getattr(draft, key)):
            found = of.get(name)
            if found is None:
                yield unknown("unknown-question", (*path, key, index), name, of, scenario=pack_id)
            elif key != "beside":
                yield from leading_flaws(found, (), (*path, key, index))


def leading_flaws(question: QuestionBase, leads: Sequence[str], path: Path) -> Iterator[Flaw]:
    """What is wrong with answers of a question that are to lead.

    Args:
        question: The question.
        leads: The answers, by their ids.
        path: Where the condition stands in the file.
    """
    if kind_of(question) not in LEADING:
        params = {"id": question.id, "kind": kind_of(question), "allowed": ", ".join(LEADING)}
        yield Flaw("none-can-lead", (*path, "question"), params)
        return
    known = [option.id for option in options_of(question)]
    for step, option in enumerate(leads):
        if option not in known:
            yield unknown("unknown-answer", (*path, "leads", step), option, known)


def _placeholders(
    draft: RehearsedDecision, of: Mapping[str, QuestionBase], kind: str, path: Path
) -> Iterator[Flaw]:
    names = ["answer", "last"] if kind in ("rate", "curve") else ["answer"]
    names += [one for one, question in of.items() if kind_of(question) in LEADING]
    names += [f"{one}{VOTES}" for one, other in of.items() if kind_of(other) in _PEOPLE]
    names += [f"answer{VOTES}"] if kind in _PEOPLE else []
    if len(draft.only) != 1 and "{answer}" not in draft.says:
        yield Flaw("no-answer-named", (*path, "says"))
    for key, text in (("says", draft.says), ("first_step", draft.first_step or "")):
        for name in _PLACEHOLDER.findall(text.replace(SUBJECT, "")):
            if name not in names:
                known = ", ".join(f"{{{one}}}" for one in names)
                yield Flaw("unknown-placeholder", (*path, key), {"id": name, "known": known})
