"""What a question can be answered with: options, items, pairs, levels, and their leans."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from mops_tui.model.packs.parts import Fact, Id, Label, Part, Percent, Text, Unit

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
        keeps: Earlier questions of how things are today: this answer leaves them as they are.
        changes: Likewise: this answer changes what they asked about.
    """

    id: Id
    label: Label
    text: Text | None = None
    leans: tuple[Lean, ...] = ()
    goodies: tuple[Fact, ...] = ()
    gotchas: tuple[Fact, ...] = ()
    works_when: tuple[Fact, ...] = ()
    place: Place | None = None
    keeps: tuple[Id, ...] = ()
    changes: tuple[Id, ...] = ()
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
    """Two statements to stand between. `leans` is that of the right-hand one.

    Attributes:
        left_name: What the left statement is called in a sentence, such as "the wiring"; likewise
            `right_name`. Without both of them sentences quote the statements.
    """

    id: Id
    left: Text
    right: Text
    left_name: Label | None = None
    right_name: Label | None = None
    leans: tuple[Lean, ...] = ()
    sources: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        """The pair's short name: its right-hand statement."""
        return self.right

    @property
    def names(self) -> tuple[str, str] | None:
        """What its two statements are called, left and right, where the pack says so of both."""
        if self.left_name and self.right_name:
            return self.left_name, self.right_name
        return None


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
