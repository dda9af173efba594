"""Packs: what a workshop is made of, as its authors write it.

A pack is one TOML file. A *scenario* holds a brief, questions, a decision and the situation
cards of solo practice; a *workshop* is an agenda of scenarios; a *cast* is a simulated room.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Annotated, Any, Literal

from pydantic import BaseModel, Field, StringConstraints

from mops_tui.model.packs.cards import Card
from mops_tui.model.packs.drafts import RehearsedDecision
from mops_tui.model.packs.minutes import asked_minutes
from mops_tui.model.packs.parts import (
    MOST_BRIEF,
    Flag,
    Id,
    Label,
    Minutes,
    PackBase,
    Part,
    Text,
    TextLine,
)
from mops_tui.model.packs.questions import Question, QuestionBase

_EXACT = 9


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

    def quadrant_at(self, x: float, y: float) -> Quadrant | None:
        """The quadrant of a point; None on an axis: whoever stands there has chosen no side."""
        near = self.near(x, y)
        return near[0] if len(near) == 1 else None

    def near(self, x: float, y: float) -> tuple[Quadrant, ...]:
        """The quadrants that a point touches: its own, two on an axis, all four in the middle."""
        x, y = round(x, _EXACT), round(y, _EXACT)  # a mean of leanings has its rounding errors
        rows = ((self.top_left, self.top_right), (self.bottom_left, self.bottom_right))
        return tuple(
            quadrant
            for row, row_touches in zip(rows, (y >= 0, y <= 0), strict=True) if row_touches
            for quadrant, touches in zip(row, (x <= 0, x >= 0), strict=True) if touches
        )  # fmt: skip


class FollowUp(Part):
    """What to look at some time after the workshop.

    Attributes:
        days: After so many days, 1 to 365.
    """

    days: Annotated[int, Field(ge=1, le=365)]
    text: Text


class DecisionAsk(Part):
    """What the scenario asks the room to decide at its end.

    Attributes:
        rehearsed: What a scripted facilitator may decide, the first that the votes allow.
        follow_up: What to look at later, for the handout.
    """

    ask: Text
    hint: Text | None = None
    minutes: Minutes = 4
    rehearsed: tuple[RehearsedDecision, ...] = ()
    follow_up: tuple[FollowUp, ...] = ()


MOST_SUBJECT = 40
"""Characters that a subject's name may have: it stands in titles."""


Name = Annotated[
    str, StringConstraints(min_length=1, max_length=MOST_SUBJECT, strip_whitespace=True)
]


class Subject(Part):
    """What the room names before a scenario's first question: the change that is talked about.

    Attributes:
        fallback: What it is called while nobody has named it: "the change".
        example: A name for rehearsals, and a hint to the facilitator.
    """

    ask: Text
    hint: Text | None = None
    fallback: Name
    example: Name | None = None


class Scenario(PackBase):
    """A brief, its questions in order, a decision.

    Attributes:
        closing: Belongs at the end of every workshop; not offered for the agenda.
        opening: Only opens the day: what is answered here is none of its findings.
        credits: How its sources are named to a person.
        subject: What the room names first; its name stands where the texts say `{subject}`.
        no_brief: Its brief is not shown; a workshop's agenda says so.
        break_after: Minutes of the break after it, 0 for none; a workshop's agenda sets it.
        cards: Situations for practice alone; a session's copy has none.
    """

    kind: Literal["scenario"] = "scenario"
    brief: Text
    brief_minutes: Annotated[float, Field(ge=0, le=MOST_BRIEF)] = 2
    no_brief: Flag = False
    closing: Flag = False
    opening: Flag = False
    credits: tuple[Text, ...] = ()
    cues: tuple[TextLine, ...] = ()
    sources: tuple[str, ...] = ()
    grids: Annotated[tuple[Grid, ...], Field(alias="grid")] = ()
    questions: Annotated[tuple[Question, ...], Field(alias="question", min_length=1)]
    subject: Subject | None = None
    decision: DecisionAsk | None = None
    break_after: Annotated[float, Field(ge=0, le=MOST_BRIEF)] = 0
    cards: Annotated[tuple[Card, ...], Field(alias="card")] = ()

    @property
    def minutes(self) -> float:
        """The whole time budget: brief, questions and decision; the break after it is not in it."""
        return self.minutes_of(self.questions)

    def minutes_of(self, questions: Iterable[QuestionBase]) -> float:
        """Its time budget with some of its questions only."""
        brief = 0.0 if self.no_brief else self.brief_minutes
        decision = self.decision.minutes if self.decision else 0.0
        return brief + asked_minutes(questions) + decision

    def question(self, question_id: str) -> QuestionBase | None:
        """The question of that id, or None."""
        return next((q for q in self.questions if q.id == question_id), None)


class AgendaEntry(Part):
    """A scenario of a workshop; `questions` picks some of it, in the scenario's order.

    Attributes:
        brief: Its brief is shown; likewise `decision` for what it asks to decide.
        pause: Minutes of a break after it (`break` in the file), 0 for none.
    """

    scenario: Id
    questions: tuple[Id, ...] = ()
    brief: Flag = True
    decision: Flag = True
    pause: Annotated[float, Field(alias="break", ge=0, le=MOST_BRIEF, strict=True)] = 0


class WorkshopPack(PackBase):
    """A workshop as a file: an agenda that names scenarios.

    Attributes:
        aim: What the room will have at the end, in a sentence; for the invitation.
        who: Who should be in the room.
        prepare: What to think about beforehand.
    """

    kind: Literal["workshop"]
    aim: Text | None = None
    who: Text | None = None
    prepare: tuple[TextLine, ...] = ()
    agenda: Annotated[tuple[AgendaEntry, ...], Field(min_length=1)]
    minutes: Annotated[float, Field(gt=0, le=960)] | None = None


class CardPack(PackBase):
    """Cards for practice alone, in a file of their own.

    Attributes:
        scenario: The scenario that they are practised with; without one they are a topic of their
            own.
    """

    kind: Literal["cards"]
    scenario: Id | None = None
    cards: Annotated[tuple[Card, ...], Field(alias="card", min_length=1)]

    @property
    def topic(self) -> str:
        """What its cards are practised under: the scenario, or the pack itself."""
        return self.scenario or self.id


Topic = Scenario | CardPack
"""What somebody practises alone: a scenario with its cards, or cards alone."""


def texts(part: BaseModel, path: str = "") -> Iterator[tuple[str, str]]:
    """Every text of a pack that a person reads, each with its stable path of ids.

    `org-placement/placement/marketing/goodies/heart/text` names the same text in every edition
    and in every language; translations are overlays keyed by these paths.
    """
    own = getattr(part, "id", None)
    own_path = f"{path}/{own}" if path and own else (own or path)
    for name, info in type(part).model_fields.items():
        value: Any = getattr(part, name)
        if isinstance(value, BaseModel):
            yield from texts(value, f"{own_path}/{name}")
        elif isinstance(value, tuple) and value and isinstance(value[0], BaseModel):
            keyed = all(hasattr(member, "id") for member in value)
            for index, member in enumerate(value):
                step = name if keyed else f"{name}/{index + 1}"
                yield from texts(member, f"{own_path}/{step}")
        elif name == "credits":
            yield from ((f"{own_path}/credits/{i + 1}", text) for i, text in enumerate(value))
        elif isinstance(value, str) and name in _READ and info is not None:
            yield f"{own_path}/{name}", value


_READ = frozenset(
    {"title", "summary", "brief", "ask", "hint", "look_for", "text", "label", "left", "right"}
    | {"low", "high", "name", "who", "asked", "why", "situation", "decides", "role", "about"}
    | {"says", "first_step", "aim", "who", "remote", "fallback", "example"}
)
