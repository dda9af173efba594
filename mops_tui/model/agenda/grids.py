"""Which grids have a page of their own: those on which somebody has a mark, or still can get one.

A mark takes an own place on the grid, or three answers that lean on each of its axes. Questions
that lie ahead may bring some; of those behind, only the ones that people answered.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from mops_tui.model.agenda.asking import is_asked
from mops_tui.model.packs.answers import Item, Option, Pair
from mops_tui.model.packs.questions import GridQuestion, QuestionBase, items_of, options_of
from mops_tui.model.packs.workshop import refs
from mops_tui.model.results.grid import ENOUGH_ANSWERS
from mops_tui.model.session.state import SessionState


@dataclass(frozen=True)
class _Asked:
    """A question that is on the agenda.

    Attributes:
        ahead: It can still be answered, or revealed.
        answered: Who answered it, for all to see.
        called: How many called out.
    """

    question: QuestionBase
    ahead: bool
    answered: frozenset[str]
    called: int

    @property
    def counts(self) -> bool:
        """Whether a mark may come of it."""
        return self.ahead or bool(self.answered) or self.called > 0


def grids_with_marks(state: SessionState) -> tuple[str, ...]:
    """The grids on which somebody has a mark, or can get one from the questions that remain."""
    asked = _asked(state)
    return tuple(grid.id for grid in state.workshop.grids if _may_have_marks(grid.id, asked))


def grids_left_out(state: SessionState) -> tuple[str, ...]:
    """The grids that questions of the agenda are about, and on which nobody has a mark."""
    asked = _asked(state)
    questions = [one.question for one in asked]
    return tuple(
        grid.id
        for grid in state.workshop.grids
        if _can_have_marks(grid.id, questions) and not _may_have_marks(grid.id, asked)
    )


def _asked(state: SessionState) -> list[_Asked]:
    """The questions that are not skipped, in the order in which they are come to."""
    scenarios = sorted(state.workshop.scenarios, key=lambda scenario: scenario.closing)
    order = [
        (ref, question)
        for scenario in scenarios
        for ref, question in zip(refs(scenario), scenario.questions, strict=True)
    ]
    here = _position(state, [ref for ref, _ in order])
    asked = []
    for index, (ref, question) in enumerate(order):
        if not is_asked(state, ref):
            continue
        rounds = state.rounds.get(ref, ())
        shown = next((one for one in reversed(rounds) if one.phase == "revealed"), None)
        hidden = bool(rounds) and rounds[-1].phase != "revealed"
        to_come = not rounds or hidden
        ahead = (index >= here and to_come) or (hidden and rounds[-1].voted > 0)
        answered = frozenset(shown.answered if shown else ())
        called = shown.voted - len(shown.voters) if shown else 0
        asked.append(_Asked(question, ahead, answered, called))
    return asked


def _position(state: SessionState, order: list[str]) -> int:
    """The index of the first question that is not behind the place where the work is."""
    place = state.place
    if place.of == "question" and place.name in order:
        return order.index(place.name)
    if place.of == "workshop":
        return len(order)
    closing = {ref for one in state.workshop.scenarios if one.closing for ref in refs(one)}
    if place.of in ("grid", "owners"):
        return sum(ref not in closing for ref in order)
    own = [i for i, ref in enumerate(order) if ref.partition("/")[0] == place.name]
    if place.of == "brief" and own:
        return own[0]
    return own[-1] + 1 if place.of in ("decision", "break") and own else 0


def _may_have_marks(grid: str, asked: Iterable[_Asked]) -> bool:
    """Whether somebody has a mark, or can still get one."""
    alive = [one for one in asked if one.counts]
    if not _can_have_marks(grid, [one.question for one in alive]):
        return False
    about = [one for one in alive if _is_about(one.question, grid)]
    if any(one.ahead or _places(one.question, grid) for one in about):
        return True
    leaning = {axis: _by_person(about, grid, axis) for axis in "xy"}
    enough = [
        {who for who, count in counts.items() if count >= ENOUGH_ANSWERS}
        for counts in leaning.values()
    ]
    return bool(enough[0] & enough[1])


def _by_person(asked: Iterable[_Asked], grid: str, axis: str) -> Mapping[str, int]:
    """How many answers that lean on an axis each person can have given."""
    counts: dict[str, int] = {}
    for one in asked:
        given = _leaning_answers([one.question], grid, axis)
        for who in one.answered if given else ():
            counts[who] = counts.get(who, 0) + given
    return counts


def _can_have_marks(grid: str, questions: list[QuestionBase]) -> bool:
    """Whether questions ask for a place on a grid, or enough of their answers lean on it."""
    return any(_places(question, grid) for question in questions) or all(
        _leaning_answers(questions, grid, axis) >= ENOUGH_ANSWERS for axis in "xy"
    )


def _places(question: QuestionBase, grid: str) -> bool:
    return isinstance(question, GridQuestion) and question.grid == grid


def _is_about(question: QuestionBase, grid: str) -> bool:
    return _places(question, grid) or any(_leaning_answers([question], grid, a) for a in "xy")


def _leaning_answers(questions: Iterable[QuestionBase], grid: str, axis: str) -> int:
    """How many answers of one person can lean on an axis: one a question, one an item."""
    count = 0
    for question in questions:
        count += any(_leans(option, grid, axis) for option in options_of(question))
        count += sum(_leans(item, grid, axis) for item in items_of(question))
    return count


def _leans(part: Option | Item | Pair, grid: str, axis: str) -> bool:
    return any(lean.grid == grid and getattr(lean, axis) is not None for lean in part.leans)
