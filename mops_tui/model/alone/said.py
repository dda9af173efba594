"""What somebody has said in a walk."""

from __future__ import annotations

from collections.abc import Iterator

from mops_tui.model.alone.own import answer_names
from mops_tui.model.alone.walk import Said, Walk
from mops_tui.model.packs.questions import QuestionBase


def answers(walk: Walk) -> Iterator[tuple[str, QuestionBase, Said]]:
    """Each question with an own answer that is known itself, in order."""
    for ref in walk.refs:
        question, said = walk.state.question(ref), walk.answered(ref)
        if question is not None and said is not None and said.ballot is not None:
            yield ref, question, said


def names(walk: Walk, question: QuestionBase) -> dict[str, str]:
    """The names of what a question can put first, by id, as they are compared."""
    found = answer_names(question, walk.state.workshop)
    return {answer: folded(name) for answer, name in found.items()}


def folded(name: str) -> str:
    """A name as it is compared: two questions may write theirs differently."""
    return " ".join(name.casefold().split())
