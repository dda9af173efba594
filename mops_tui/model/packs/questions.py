"""The nine kinds of question."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from mops_tui.model.packs.answers import Group, Item, Level, Mirror, Option, Pair
from mops_tui.model.packs.parts import (
    Counterpoint,
    Fact,
    Flag,
    Id,
    Label,
    Minutes,
    Part,
    Text,
    TextLine,
)

PictureName = Literal["map", "curve", "cells", "grid", "bars"]
MOST_BEFORE = 60.0
"""The most minutes of silence, or of talk in pairs, before a vote."""
Before = Annotated[float, Field(ge=0, le=MOST_BEFORE)]


class AskedIf(Part):
    """One way for a question to be asked: an earlier question's answer leads.

    Attributes:
        question: An earlier question of the same scenario, answered with options.
        leads: The options of which one has most votes in its latest revealed round.
    """

    question: Id
    leads: Annotated[tuple[Id, ...], Field(min_length=1)]


class QuestionBase(Part):
    """What every kind of question has.

    Attributes:
        title: Its short name, for the agenda and the timeline.
        ask: The question itself, as the room reads it.
        hint: One line on how to answer.
        minutes: Time budget for all that it takes, above 0: silence, pairs, vote and talk.
        alone: Minutes of silence before the vote, part of `minutes`.
        in_pairs: Minutes of talk in pairs before the vote, part of `minutes`.
        remote: How it is done on a call.
        asked_if: It is asked only where one of these holds; always where there is none.
        today: It asks how things are today, which somebody can look up, and not what one wants.
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
    minutes: Minutes = 4
    alone: Before = 0
    in_pairs: Before = 0
    remote: Text | None = None
    asked_if: tuple[AskedIf, ...] = ()
    today: Flag = False
    optional: Flag = False
    picture: PictureName = "bars"
    look_for: Text | None = None
    facts: tuple[Fact, ...] = ()
    prompts: tuple[TextLine, ...] = ()
    cues: tuple[TextLine, ...] = ()
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
    open: Flag = False


class ItemQuestion(QuestionBase):
    """A question answered item by item."""

    items: Annotated[tuple[Item, ...], Field(alias="item", min_length=1)]
    open: Flag = False


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
    """Each item on a named scale.

    Attributes:
        items_from: An earlier question of the same scenario whose items are rated, with what the
            room added to them and without what it took out; then it has none of its own.
        cared: What caring about an item does to a simulated person's level: it "lowers" what one
            finds in place, and "raises" what one needs.
    """

    kind: Literal["rate"]
    items: Annotated[tuple[Item, ...], Field(alias="item")] = ()
    items_from: Id | None = None
    cared: Literal["lowers", "raises"] = "lowers"
    scale: Annotated[tuple[Level, ...], Field(min_length=2, max_length=11)]
    groups: Annotated[tuple[Group, ...], Field(alias="group")] = ()

    @model_validator(mode="after")
    def _has_items(self) -> RateQuestion:
        if not self.items and self.items_from is None:
            raise PydanticCustomError("no-items", "item is missing")
        return self


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
