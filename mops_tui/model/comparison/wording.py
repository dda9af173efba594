"""What is worded otherwise between two editions of a question, and consent to compare it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from mops_tui.model.packs.answers import Pair
from mops_tui.model.packs.digest import question_digest
from mops_tui.model.packs.pack import Grid
from mops_tui.model.packs.questions import (
    GridQuestion,
    QuestionBase,
    RateQuestion,
    items_of,
    kind_of,
    options_of,
)
from mops_tui.model.session.audience import VisibleState


@dataclass(frozen=True)
class Consent:
    """Somebody's word that two editions of a question ask the same.

    Attributes:
        ref: `scenario/question`.
        also: What it is called in the sessions that do not have `ref`; "" where they have none.
    """

    ref: str
    also: str = ""

    @classmethod
    def from_text(cls, text: str) -> Consent:
        """From `scenario/question`, or `scenario/question=other/question`."""
        ref, _equals, also = text.partition("=")
        return cls(ref.strip(), also.strip())

    def __str__(self) -> str:
        """As `from_text` reads it."""
        return f"{self.ref}={self.also}" if self.also else self.ref

    def ref_in(self, state: VisibleState) -> str:
        """What the question is called in a session."""
        there = state.workshop.question(self.ref) is not None
        return self.ref if there or not self.also else self.also


@dataclass(frozen=True)
class WordingChange:
    """What a question says in one session, and otherwise in another.

    Attributes:
        asks: Both wordings of the question itself; empty where it is the same.
        renamed: Both names of each answer, item, level or end that is called otherwise.
        gone: What the first has and the other has not.
        new: The reverse.
        reordered: The same names in another order.
    """

    asks: tuple[str, ...] = ()
    renamed: tuple[tuple[str, str], ...] = ()
    gone: tuple[str, ...] = ()
    new: tuple[str, ...] = ()
    reordered: bool = False


def grid_edition(grid: Grid) -> str:
    """The names of a grid's axes and quadrants: what must be the same."""
    ends = [end for axis in (grid.x, grid.y) for end in (axis.low, axis.high)]
    return "\x1f".join([*ends, *(f"{q.id}={q.name}" for q in grid.quadrants)])


def edition(state: VisibleState, question: QuestionBase) -> str:
    """What must be the same for two answers to be lined up: wording, options, scale, axes."""
    parts = [question_digest(question)]
    if isinstance(question, RateQuestion):
        parts += [f"{level.id}={level.label}" for level in question.scale]
    grid = _grid(state, question)
    return "|".join([*parts, grid_edition(grid) if grid else ""])


def comparable_kind(question: QuestionBase) -> str:
    """What must be the same even by consent: the kind, and the steps of a scale."""
    steps = [level.id for level in question.scale] if isinstance(question, RateQuestion) else []
    return "|".join([kind_of(question), *steps])


def wording_change(
    then: tuple[VisibleState, QuestionBase], now: tuple[VisibleState, QuestionBase]
) -> WordingChange:
    """What is worded otherwise between two sessions."""
    before, after = (dict(_parts(*each)) for each in (then, now))
    asks = (then[1].ask, now[1].ask)
    kept = [key for key in before if key in after]
    return WordingChange(
        asks=asks if asks[0] != asks[1] else (),
        renamed=tuple(
            (label, after[key])
            for key, label in before.items()
            if key in after and after[key] != label
        ),
        gone=tuple(label for key, label in before.items() if key not in after),
        new=tuple(label for key, label in after.items() if key not in before),
        reordered=kept != [key for key in after if key in before],
    )


def elsewhere(state: VisibleState, others: Sequence[VisibleState], ref: str) -> str:
    """A question by another name that asks the same as one that a session does not have.

    Returns:
        The `scenario/question` in `state` of the same question, under a scenario that those who
        have `ref` do not have it in; "" where there is none, or more than one.
    """
    with_it = [one for one in others if one.workshop.question(ref) is not None]
    question = with_it[0].workshop.question(ref) if with_it else None
    if question is None or state.workshop.question(ref) is not None:
        return ""
    candidates = [
        f"{scenario.id}/{one.id}"
        for scenario in state.workshop.scenarios
        for one in scenario.questions
        if one.id == question.id and kind_of(one) == kind_of(question)
    ]
    known = [one for one in candidates if any(s.workshop.question(one) for s in with_it)]
    return candidates[0] if len(candidates) == 1 and not known else ""


def _grid(state: VisibleState, question: QuestionBase) -> Grid | None:
    return state.workshop.grid(question.grid) if isinstance(question, GridQuestion) else None


def _parts(state: VisibleState, question: QuestionBase) -> list[tuple[str, str]]:
    """Everything that a question can be answered with, by key."""
    parts = [(f"option {option.id}", option.label) for option in options_of(question)]
    for item in items_of(question):
        label = f"{item.left} / {item.right}" if isinstance(item, Pair) else item.label
        parts.append((f"item {item.id}", label))
    if isinstance(question, RateQuestion):
        parts += [(f"level {level.id}", level.label) for level in question.scale]
    grid = _grid(state, question)
    if grid is not None:
        ends = (grid.x.low, grid.x.high, grid.y.low, grid.y.high)
        parts += [(f"end {number}", end) for number, end in enumerate(ends)]
        parts += [(f"quadrant {quadrant.id}", quadrant.name) for quadrant in grid.quadrants]
    return parts
