"""Packs: what a workshop is made of, as its authors write it.

A pack is one TOML file. A *scenario* holds a brief, questions, a decision, and situation cards for
practice alone; a *workshop* is an agenda of scenarios; a *cast* is a simulated room. `assemble`
joins scenarios into a `Workshop`, the full copy that a session keeps.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated, Any, Literal

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    StringConstraints,
    TypeAdapter,
    model_validator,
)
from pydantic_core import PydanticCustomError

from mops_tui.model.cards import Card
from mops_tui.model.cast import Cast
from mops_tui.model.parts import (
    Counterpoint,
    Fact,
    Id,
    Label,
    Line,
    PackBase,
    Part,
    Percent,
    Text,
    Unit,
)

__all__ = [
    "PACK",
    "PAIR_POSITIONS",
    "POINTS",
    "QUADRANTS",
    "QUESTION_KINDS",
    "STAGES",
    "AgendaEntry",
    "AllocateQuestion",
    "Axis",
    "Card",
    "Cast",
    "ChoiceQuestion",
    "Counterpoint",
    "CurveQuestion",
    "DecisionAsk",
    "Fact",
    "Grid",
    "GridQuestion",
    "Group",
    "HandsQuestion",
    "Id",
    "Item",
    "ItemQuestion",
    "Label",
    "Lean",
    "Level",
    "Line",
    "Mirror",
    "Option",
    "OptionQuestion",
    "Pack",
    "PackBase",
    "Pair",
    "PairsQuestion",
    "Part",
    "Percent",
    "PictureName",
    "Place",
    "Quadrant",
    "Question",
    "QuestionBase",
    "RankQuestion",
    "RateQuestion",
    "Scenario",
    "Stage",
    "Text",
    "TextQuestion",
    "Unit",
    "Workshop",
    "WorkshopPack",
    "assemble",
    "grids_named",
    "items_of",
    "kind_of",
    "options_of",
    "refs",
    "scaled",
    "stage_of",
    "texts",
]

POINTS = 10
"""How many points an `allocate` ballot pours out, all of them."""
PAIR_POSITIONS = (-2, -1, 0, 1, 2)
"""The five positions between two statements, from the left one to the right one."""
QUADRANTS = ("top_left", "top_right", "bottom_left", "bottom_right")
"""The names of a grid's four corners, in reading order."""


class Stage(BaseModel):
    """One stretch of the adoption curve, after Rogers and Moore.

    Attributes:
        id: The stage's name in tallies and results.
        end: Where it ends on the curve's axis, 0 to 100.
    """

    model_config = ConfigDict(frozen=True)
    id: str
    end: int


STAGES = (
    Stage(id="innovators", end=14),
    Stage(id="early-adopters", end=34),
    Stage(id="chasm", end=42),
    Stage(id="early-majority", end=62),
    Stage(id="late-majority", end=84),
    Stage(id="laggards", end=101),
)
"""Rogers' five groups with Moore's gap between the second and the third (Moore, 1991)."""


def stage_of(position: int) -> str:
    """Name the stage of the adoption curve that a position, 0 to 100, falls into."""
    return next((stage.id for stage in STAGES if position < stage.end), STAGES[-1].id)


class Lean(Part):
    """How far an answer leans on a grid's axes: a modelling choice, in the open.

    Attributes:
        grid: The grid's id.
        x: -1 (left) to 1 (right), or absent when the answer says nothing about this axis.
        y: -1 (bottom) to 1 (top), or absent.
        why: The reason in one line.
    """

    grid: Id = "mops"
    x: Unit | None = None
    y: Unit | None = None
    why: Text

    @model_validator(mode="after")
    def _leans_somewhere(self) -> Lean:
        if self.x is None and self.y is None:
            raise PydanticCustomError("lean-nowhere", "x or y is needed")
        return self


class Place(Part):
    """Where a room stands on the office map: x and y from 0 to 100, y downwards."""

    x: Percent
    y: Percent


class Option(Part):
    """One of the answers to choose from.

    Attributes:
        goodies: What it brings.
        gotchas: What it costs.
        works_when: When it works well.
        place: Its room on the office map, for `picture = "map"`.
    """

    id: Id
    label: Label
    text: Text | None = None
    leans: tuple[Lean, ...] = ()
    goodies: tuple[Fact, ...] = ()
    gotchas: tuple[Fact, ...] = ()
    works_when: tuple[Fact, ...] = ()
    place: Place | None = None
    sources: tuple[str, ...] = ()


class Item(Part):
    """One of the things to rate, or one wave to place on the adoption curve.

    Attributes:
        group: The id of the group (the practice) it belongs to.
        letter: What stands for it on the curve; given out in order when absent.
    """

    id: Id
    label: Label
    text: Text | None = None
    group: Id | None = None
    letter: Annotated[str, StringConstraints(min_length=1, max_length=1)] | None = None
    leans: tuple[Lean, ...] = ()
    sources: tuple[str, ...] = ()


class Pair(Part):
    """Two statements to stand between. `leans` is that of the right-hand one."""

    id: Id
    left: Text
    right: Text
    leans: tuple[Lean, ...] = ()
    sources: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        """The pair's short name: its right-hand statement."""
        return self.right


class Level(Part):
    """One step of a named scale, lowest first."""

    id: Id
    label: Label


class Group(Part):
    """A heading over several items, such as a practice over its checklist."""

    id: Id
    label: Label


class Mirror(Part):
    """How others answered the very same question, to hold beside the room's answer.

    Attributes:
        who: Whose answers: "The camp, July 2021".
        asked: The question as it was put to them.
        shares: Per cent by option id; those that were not reported are absent.
        n: How many answered, when known.
    """

    who: Label
    asked: Text
    text: Text
    shares: dict[Id, Percent]
    n: Annotated[int, Field(ge=1)] | None = None
    sources: tuple[str, ...] = ()


PictureName = Literal["map", "curve", "cells", "grid", "bars"]


class QuestionBase(Part):
    """What every kind of question has.

    Attributes:
        title: Its short name, for the agenda and the timeline.
        ask: The question itself, as the room reads it.
        hint: One line on how to answer.
        minutes: Time budget for voting and talking, above 0.
        optional: May be dropped first when the day runs late.
        look_for: What to look for in the answers; shown at the reveal.
        facts: What the sources say; shown at the reveal.
        prompts: Questions that open the discussion.
        cues: Private hints for the facilitator; never shown to the room.
        weight: Its weight in a mark's leaning, above 0.
    """

    id: Id
    title: Label
    ask: Text
    hint: Text | None = None
    minutes: Annotated[float, Field(gt=0, le=480)] = 4
    optional: bool = False
    picture: PictureName = "bars"
    look_for: Text | None = None
    facts: tuple[Fact, ...] = ()
    prompts: tuple[Line, ...] = ()
    cues: tuple[Line, ...] = ()
    counterpoint: Counterpoint | None = None
    mirror: Mirror | None = None
    sources: tuple[str, ...] = ()
    weight: Annotated[float, Field(gt=0, le=10)] = 1.0


class OptionQuestion(QuestionBase):
    """A question answered with options.

    Attributes:
        open: The room may add options of its own on the spot.
    """

    options: Annotated[tuple[Option, ...], Field(alias="option", min_length=1)]
    open: bool = False


class ItemQuestion(QuestionBase):
    """A question answered item by item."""

    items: Annotated[tuple[Item, ...], Field(alias="item", min_length=1)]
    open: bool = False


class ChoiceQuestion(OptionQuestion):
    """One option of several."""

    kind: Literal["choice"]


class AllocateQuestion(OptionQuestion):
    """Ten points poured over the options."""

    kind: Literal["allocate"]


class RankQuestion(OptionQuestion):
    """The options put in order, the best first."""

    kind: Literal["rank"]


class HandsQuestion(QuestionBase):
    """A show of hands: yes or no."""

    kind: Literal["hands"]
    options: Annotated[tuple[Option, ...], Field(alias="option")] = (
        Option(id="yes", label="Yes"),
        Option(id="no", label="No"),
    )

    @model_validator(mode="after")
    def _yes_and_no(self) -> HandsQuestion:
        if tuple(option.id for option in self.options) != ("yes", "no"):
            raise PydanticCustomError("hands-options", "yes and no")
        return self


class RateQuestion(ItemQuestion):
    """Each item on a named scale."""

    kind: Literal["rate"]
    scale: Annotated[tuple[Level, ...], Field(min_length=2, max_length=11)]
    groups: Annotated[tuple[Group, ...], Field(alias="group")] = ()


class PairsQuestion(QuestionBase):
    """Five positions between two statements, pair by pair."""

    kind: Literal["pairs"]
    items: Annotated[tuple[Pair, ...], Field(alias="pair", min_length=1)]


class CurveQuestion(ItemQuestion):
    """Where each wave stands on the adoption curve."""

    kind: Literal["curve"]
    picture: PictureName = "curve"


class GridQuestion(QuestionBase):
    """A point on a grid."""

    kind: Literal["grid"]
    grid: Id
    picture: PictureName = "grid"


class TextQuestion(QuestionBase):
    """Ideas in one's own words, up to `most` of them."""

    kind: Literal["text"]
    most: Annotated[int, Field(ge=1, le=10)] = 3


Question = Annotated[
    ChoiceQuestion
    | AllocateQuestion
    | RankQuestion
    | HandsQuestion
    | RateQuestion
    | PairsQuestion
    | CurveQuestion
    | GridQuestion
    | TextQuestion,
    Field(discriminator="kind"),
]
QUESTION_KINDS = ("choice", "allocate", "rate", "pairs", "grid", "curve", "rank", "hands", "text")


class Axis(Part):
    """One axis of a grid, from its low end (left, bottom) to its high end (right, top)."""

    label: Label
    low: Label
    high: Label


class Quadrant(Part):
    """One of a grid's four named corners."""

    id: Id
    name: Label
    text: Text | None = None


class Grid(Part):
    """Two named axes and four named quadrants."""

    id: Id
    title: Label
    x: Axis
    y: Axis
    top_left: Quadrant
    top_right: Quadrant
    bottom_left: Quadrant
    bottom_right: Quadrant
    sources: tuple[str, ...] = ()

    @property
    def quadrants(self) -> tuple[Quadrant, Quadrant, Quadrant, Quadrant]:
        """The four corners in reading order: top left, top right, bottom left, bottom right."""
        return (self.top_left, self.top_right, self.bottom_left, self.bottom_right)

    def quadrant_at(self, x: float, y: float) -> Quadrant:
        """The quadrant of a point; a point on an axis counts as right, or as top."""
        if y >= 0:
            return self.top_right if x >= 0 else self.top_left
        return self.bottom_right if x >= 0 else self.bottom_left


class DecisionAsk(Part):
    """What the scenario asks the room to decide at its end."""

    ask: Text
    hint: Text | None = None
    minutes: Annotated[float, Field(gt=0, le=480)] = 4


class Scenario(PackBase):
    """A brief, its questions in order, a decision.

    Attributes:
        closing: Belongs at the end of every workshop; not offered for the agenda.
        credits: How its sources are named to a person.
        cards: Situations for practice alone; a session's copy has none.
    """

    kind: Literal["scenario"] = "scenario"
    brief: Text
    brief_minutes: Annotated[float, Field(ge=0, le=60)] = 2
    closing: bool = False
    credits: tuple[Text, ...] = ()
    cues: tuple[Line, ...] = ()
    sources: tuple[str, ...] = ()
    grids: Annotated[tuple[Grid, ...], Field(alias="grid")] = ()
    questions: Annotated[tuple[Question, ...], Field(alias="question", min_length=1)]
    decision: DecisionAsk | None = None
    cards: Annotated[tuple[Card, ...], Field(alias="card")] = ()

    @property
    def minutes(self) -> float:
        """The whole time budget: brief, questions and decision."""
        decision = self.decision.minutes if self.decision else 0
        return self.brief_minutes + sum(q.minutes for q in self.questions) + decision

    def question(self, question_id: str) -> QuestionBase | None:
        """The question of that id, or None."""
        return next((q for q in self.questions if q.id == question_id), None)


class AgendaEntry(Part):
    """A scenario of a workshop; `questions` picks some of it, in the scenario's order."""

    scenario: Id
    questions: tuple[Id, ...] = ()


class WorkshopPack(PackBase):
    """A workshop as a file: an agenda that names scenarios."""

    kind: Literal["workshop"]
    agenda: Annotated[tuple[AgendaEntry, ...], Field(min_length=1)]
    minutes: Annotated[float, Field(gt=0, le=960)] | None = None


class Workshop(Part):
    """A workshop as run: the full copy of everything that a session needs.

    Attributes:
        minutes: The time the day has; the questions' budgets need not add up to it.
    """

    id: Id
    title: Label
    minutes: float
    grids: Annotated[tuple[Grid, ...], Field(alias="grid")] = ()
    scenarios: Annotated[tuple[Scenario, ...], Field(alias="scenario")]

    def scenario(self, scenario_id: str) -> Scenario | None:
        """The scenario of that id, or None."""
        return next((s for s in self.scenarios if s.id == scenario_id), None)

    def grid(self, grid_id: str) -> Grid | None:
        """The grid of that id, or None."""
        return next((g for g in self.grids if g.id == grid_id), None)

    def question(self, ref: str) -> QuestionBase | None:
        """The question that `scenario/question` names, or None."""
        scenario_id, _, question_id = ref.partition("/")
        scenario = self.scenario(scenario_id)
        return scenario.question(question_id) if scenario else None


Pack = Annotated[Scenario | WorkshopPack | Cast, Field(discriminator="kind")]
PACK: TypeAdapter[Scenario | WorkshopPack | Cast] = TypeAdapter(Pack)
"""Checks the shape of one pack file's contents."""


def refs(scenario: Scenario) -> tuple[str, ...]:
    """The references of a scenario's questions: `scenario/question`, in order."""
    return tuple(f"{scenario.id}/{question.id}" for question in scenario.questions)


def options_of(question: QuestionBase) -> tuple[Option, ...]:
    """The options of a question, empty for the kinds that have none."""
    if isinstance(question, OptionQuestion | HandsQuestion):
        return question.options
    return ()


def items_of(question: QuestionBase) -> tuple[Item | Pair, ...]:
    """The items of a question, empty for the kinds that have none."""
    if isinstance(question, ItemQuestion | PairsQuestion):
        return question.items
    return ()


def kind_of(question: QuestionBase) -> str:
    """The kind of a question: "choice", "grid" and so on."""
    return str(getattr(question, "kind", ""))


def assemble(
    entries: tuple[AgendaEntry, ...],
    scenarios: Mapping[str, Scenario],
    *,
    id: str,
    title: str,
    minutes: float | None = None,
) -> Workshop:
    """Join an agenda's scenarios into the workshop that a session keeps a copy of.

    A scenario that leans on a grid brings that grid along, whichever pack holds it. The closing
    scenario, where there is one, comes last. Cards stay behind: no workshop shows them.

    Args:
        entries: The agenda.
        scenarios: All the scenarios at hand, by id.
        id: The workshop's id.
        title: Its title.
        minutes: The day's length; the budgets' sum when absent.

    Raises:
        KeyError: An entry names a scenario or a question that is not at hand.
    """
    chosen: list[Scenario] = []
    for entry in entries:
        scenario = scenarios[entry.scenario]
        if entry.questions:
            known = {question.id for question in scenario.questions}
            for question_id in entry.questions:
                if question_id not in known:
                    raise KeyError(f"{entry.scenario}/{question_id}")
            kept = tuple(q for q in scenario.questions if q.id in entry.questions)
            scenario = scenario.model_copy(update={"questions": kept})
        chosen.append(scenario)
    have = {scenario.id for scenario in chosen}
    chosen += [s for key, s in sorted(scenarios.items()) if s.closing and key not in have]
    wanted = dict.fromkeys(grid for scenario in chosen for grid in grids_named(scenario))
    known_grids = {grid.id: grid for key in sorted(scenarios) for grid in scenarios[key].grids}
    known_grids |= {grid.id: grid for scenario in chosen for grid in scenario.grids}
    grids = tuple(known_grids[name] for name in wanted if name in known_grids)
    return Workshop(
        id=id,
        title=title,
        minutes=minutes or sum(scenario.minutes for scenario in chosen),
        grids=grids,
        scenarios=tuple(s.model_copy(update={"grids": (), "cards": ()}) for s in chosen),
    )


def scaled(workshop: Workshop, factor: float) -> Workshop:
    """The same workshop with every time budget multiplied: a shorter day, or a longer one."""
    return workshop.model_copy(
        update={"scenarios": tuple(_scaled(s, factor) for s in workshop.scenarios)}
    )


def _scaled(scenario: Scenario, factor: float) -> Scenario:
    def times(minutes: float) -> float:
        return round(minutes * factor, 2)

    questions = tuple(
        q.model_copy(update={"minutes": times(q.minutes)}) for q in scenario.questions
    )
    decision = scenario.decision
    if decision is not None:
        decision = decision.model_copy(update={"minutes": times(decision.minutes)})
    return scenario.model_copy(
        update={
            "questions": questions,
            "decision": decision,
            "brief_minutes": times(scenario.brief_minutes),
        }
    )


def grids_named(scenario: Scenario) -> Iterator[str]:
    """The ids of all grids that a scenario asks about or leans on, in order, with repeats."""
    for question in scenario.questions:
        if isinstance(question, GridQuestion):
            yield question.grid
        for answer in (*options_of(question), *items_of(question)):
            yield from (lean.grid for lean in answer.leans)


def texts(part: BaseModel, path: str = "") -> Iterator[tuple[str, str]]:
    """Every text of a pack that a person reads, each with its stable path of ids.

    `org-placement/placement/marketing/goodies/heart/text` names the same text in every edition
    and in every language; translations are overlays keyed by these paths.
    """
    own = getattr(part, "id", None)
    here = f"{path}/{own}" if path and own else (own or path)
    for name, info in type(part).model_fields.items():
        value: Any = getattr(part, name)
        if isinstance(value, BaseModel):
            yield from texts(value, f"{here}/{name}")
        elif isinstance(value, tuple) and value and isinstance(value[0], BaseModel):
            keyed = all(hasattr(member, "id") for member in value)
            for index, member in enumerate(value):
                step = name if keyed else f"{name}/{index + 1}"
                yield from texts(member, f"{here}/{step}")
        elif name == "credits":
            yield from ((f"{here}/credits/{i + 1}", text) for i, text in enumerate(value))
        elif isinstance(value, str) and name in _READ and info is not None:
            yield f"{here}/{name}", value


_READ = frozenset(
    {"title", "summary", "brief", "ask", "hint", "look_for", "text", "label", "left", "right"}
    | {"low", "high", "name", "who", "asked", "why", "situation", "decides", "role", "about"}
)
