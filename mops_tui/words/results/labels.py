"""What things are called: answers, items, axes, people. All of it safe to draw."""

from __future__ import annotations

from mops_tui.model.agenda.agenda import scenario_of
from mops_tui.model.packs.pack import Axis, Grid
from mops_tui.model.packs.questions import (
    GridQuestion,
    QuestionBase,
    RateQuestion,
    items_of,
    kind_of,
    options_of,
)
from mops_tui.model.packs.workshop import Workshop
from mops_tui.model.results.withheld import OTHERS
from mops_tui.model.session.events import Step
from mops_tui.model.session.state import SessionState, View
from mops_tui.words.i18n import _
from mops_tui.words.results.quoting import clean, noted, plain, quoted
from mops_tui.words.results.stages import stage_label
from mops_tui.words.results.statements import pair_of, pair_title, position_name
from mops_tui.words.safe import cells, safe

_MIDDLE, _LITTLE, _FAR = 5, 35, 70
"""From how far out, of 100, one stands a little, plainly, and far towards an end."""
INITIALS = 2
"""How many cells a person's mark on a grid takes, at most."""


def category_label(question: QuestionBase, category: str, workshop: Workshop | None = None) -> str:
    """The name of an answer: an option, a level, a position, a stage, a quadrant.

    Args:
        question: The question, with what the room added to it.
        category: Its id, as in a distribution.
        workshop: Where a grid question finds its grid.

    Returns:
        The name; the id itself where nothing goes by it.
    """
    kind = kind_of(question)
    if category == OTHERS:
        return _("All other answers together")
    if kind == "pairs":
        return position_label(category)
    if kind == "curve":
        return stage_label(category)
    return safe(answers_of(question, workshop).get(category, category))


def answers_of(question: QuestionBase, workshop: Workshop | None = None) -> dict[str, str]:
    """The names of all answers that a question has names for, as written: by their ids."""
    grid = grid_of(question, workshop)
    if grid is not None:
        return {quadrant.id: quadrant.name for quadrant in grid.quadrants}
    if isinstance(question, RateQuestion):
        return {level.id: level.label for level in question.scale}
    return {option.id: option.label for option in options_of(question)}


def answer_label(
    question: QuestionBase, item: str, category: str, workshop: Workshop | None = None
) -> str:
    """The name of an answer to one item; of a pair by the statement that it stands nearer to.

    Whatever is read away from the two statements goes through here: `category_label` alone knows
    only a side.
    """
    pair = pair_of(question, item)
    return position_name(pair, category) if pair else category_label(question, category, workshop)


def item_label(question: QuestionBase, item: str, workshop: Workshop | None = None) -> str:
    """The name of an item, a wave or a pair; of a grid's axis, "x" or "y"; of an option."""
    pair = pair_of(question, item)
    if pair is not None:
        return pair_title(pair)
    grid = grid_of(question, workshop)
    if grid is not None and item in ("x", "y"):
        return axis_label(grid, item)
    names = {option.id: option.label for option in options_of(question)}
    names |= {part.id: part.label for part in items_of(question)}
    return safe(names.get(item, item))


def grid_of(question: QuestionBase, workshop: Workshop | None) -> Grid | None:
    """The grid that a question asks about, where it does."""
    if not isinstance(question, GridQuestion) or workshop is None:
        return None
    return workshop.grid(question.grid)


def where_label(grid: Grid, x: float, y: float) -> str:
    """Where a point stands, in words: in a quadrant, between two of them, or in the middle."""
    near = [safe(quadrant.name) for quadrant in grid.near(x, y)]
    if len(near) == 1:
        return near[0]
    if len(near) == 2:
        return _("between {one} and {other}").format(one=near[0], other=near[1])
    return _("in the middle")


def left_out(grid: Grid) -> str:
    """Why a grid is not shown."""
    words = _("“{grid}” is left out: nobody has a mark there. It takes three answers on each axis.")
    return words.format(grid=safe(grid.title))


def axis_of(grid: Grid, axis: str) -> Axis:
    """The axis of a grid that "x" or "y" stands for."""
    return grid.x if axis == "x" else grid.y


def axis_label(grid: Grid, axis: str) -> str:
    """An axis by its two ends."""
    of = axis_of(grid, axis)
    return _("{low}-{high}").format(low=safe(of.low), high=safe(of.high))


def end_label(grid: Grid, axis: str, end: str) -> str:
    """One end of an axis: "low" or "high"."""
    of = axis_of(grid, axis)
    return safe(of.low if end == "low" else of.high)


def end_name(grid: Grid, axis: str, end: str) -> str:
    """One end of an axis in a sentence: "technology", or in quotation marks if it is no word."""
    of = axis_of(grid, axis)
    return plain(of.low if end == "low" else of.high)


def place_words(grid: Grid, axis: str, value: float) -> str:
    """A place on one axis of a grid.

    Args:
        grid: The grid.
        axis: "x" or "y".
        value: -100 to 100.
    """
    out = abs(value)
    if out < _MIDDLE:
        return _("in the middle")
    words = _("far towards {end}")
    if out < _LITTLE:
        words = _("a little towards {end}")
    elif out < _FAR:
        words = _("towards {end}")
    return words.format(end=end_name(grid, axis, "low" if value < 0 else "high"))


def axis_name(grid: Grid, axis: str) -> str:
    """An axis in a sentence, by its two ends: "technology or arts"."""
    low, high = (end_name(grid, axis, end) for end in ("low", "high"))
    return _("{low} or {high}").format(low=low, high=high)


def axis_quoted(grid: Grid, axis: str) -> str:
    """An axis as what a sentence is about: “technology or arts”, so that it does not run on."""
    name = axis_name(grid, axis)
    return name if name != clean(name) else quoted(name)


def view_name(state: SessionState, view: View) -> str:
    """What a place is called, in a few words."""
    workshop = state.workshop
    scenario = workshop.scenario(scenario_of(view))
    if view.of == "lobby":
        return safe(state.title)
    if view.of == "workshop":
        return _("What we take away")
    if view.of in ("before", "break", "owners"):
        return step_title(view.of)
    if view.of == "grid":
        grid = workshop.grid(view.name)
        return safe(grid.title) if grid else ""
    if view.of == "question":
        question = workshop.question(view.name)
        return safe(question.title) if question else ""
    title = safe(scenario.title) if scenario else ""
    return noted(title, _("the decision")) if view.of == "decision" else title


def step_title(of: Step) -> str:
    """What a step of the day is called that no scenario has."""
    return {
        "before": _("Last time"),
        "break": _("Break"),
        "owners": _("Who owns what"),
    }[of]


def position_label(position: str) -> str:
    """One of the five positions between two statements that both stand beside it, "-2" to "2".

    Anywhere else it is `answer_label` that names the statement.
    """
    names = {
        "-2": _("the left one"),
        "-1": _("rather the left one"),
        "0": _("the middle"),
        "1": _("rather the right one"),
        "2": _("the right one"),
    }
    return names.get(position, safe(position))


def participant_label(state: SessionState, participant: str) -> str:
    """What somebody is called: a name, a handle, or in an anonymous room their seat.

    A seat is for lists of who has voted. It never stands beside an answer.
    """
    person = state.participants.get(participant)
    if person is None:
        return _("somebody")
    name = safe(person.name).strip() if state.policy.anonymity != "anonymous" else ""
    return name or _("Seat {seat}").format(seat=person.seat)


def initials(name: str) -> str:
    """A name in one or two cells, for a mark: first letters, or the first two of one word."""
    words = ["".join(c for c in word if c.isalnum()) for word in safe(name).split()]
    words = [word for word in words if word]
    if not words:
        return "?"
    short = words[0][:1] + words[-1][:1] if len(words) > 1 else words[0][:2]
    letters = ""
    for character in short.upper():
        if cells(letters + character) <= INITIALS:
            letters += character
    return letters
