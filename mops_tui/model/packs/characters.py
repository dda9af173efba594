"""Casts: the people of a simulated room, the company around them, and what may upset it."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from mops_tui.model.packs.parts import Flag, Id, Label, PackBase, Part, Text, TextLine, Unit

HAPPENED = "disturbance-"
"""How the ids of notes begin that say what has happened to a rehearsed room."""
COMPANY = "company-"
"""How the id of the note begins that says of what company a rehearsed room is."""
Share = Annotated[float, Field(ge=0, le=1)]
Concern = Literal[
    "money", "speed", "control", "customers", "revenue", "brand", "skill", "people", "data", "say"
]
"""What people of a room care about, in ten words: what arguments appeal to."""
Answer = Annotated[
    str, StringConstraints(pattern=r"^([a-z0-9][a-z0-9-]{0,39}/)?[a-z0-9][a-z0-9-]{0,39}$")
]
"""The id of an answer, or that of its question, a slash, and that of the answer."""
Key = Annotated[str, StringConstraints(min_length=1, max_length=40)]
"""A key of the content brief."""


class Influence(Part):
    """What something moves in people: what they care about, and how they answer.

    Attributes:
        concerns: How much more each concern weighs, -1 to 1.
        shifts: Keys of the brief that weigh more, with how much, -10 to 10.
        favours: How much more an option is worth, -5 to 5; 1 is what people usually differ by.
        items: How far up its scale the answer to an item goes, as a part of the scale: for a pair
            to the right, for a wave along the curve, for `x` and `y` of a grid along the axis.
    """

    concerns: dict[Concern, Unit] = Field(default_factory=dict)
    shifts: dict[Key, Annotated[float, Field(ge=-10, le=10)]] = Field(default_factory=dict)
    favours: dict[Answer, Annotated[float, Field(ge=-5, le=5)]] = Field(default_factory=dict)
    items: dict[Answer, Unit] = Field(default_factory=dict)


class Appeal(Part):
    """What a concern draws people to.

    Attributes:
        concern: The concern.
        favours: What an option is worth to somebody who cares about nothing else, -5 to 5.
        items: Likewise for items, as in `Influence`.
    """

    concern: Concern
    favours: dict[Answer, Annotated[float, Field(ge=-5, le=5)]] = Field(default_factory=dict)
    items: dict[Answer, Unit] = Field(default_factory=dict)


class Interest(Influence):
    """What somebody wants this time for reasons of their own; it may pull against their role.

    Attributes:
        text: A plain sentence.
    """

    id: Id
    text: Text


class Idea(TextLine):
    """What somebody answers to a question that asks for ideas.

    Attributes:
        question: The id of that question.
    """

    question: Id


class Character(Part):
    """Somebody of a simulated room.

    Attributes:
        name: A full name.
        role: What they are: CMO, CIO, head of sales.
        about: Who they are, in a line.
        x: Where they stand from technology (-1) to arts (1); likewise y, rational to emotional.
        optimism: How ready they think the company is, 0 (nothing is in place) to 1.
        cares: What weighs for them: keys of the content brief with a weight from 0 to 10.
            Facts, goodies and gotchas that cite such a key pull or push accordingly.
        concerns: What they care about, each from 0 to 1.
        favours: Options they are drawn to whatever the facts say, by option id, -5 to 5.
        items: Items that they rate higher or lower than others do, as in `Influence`.
        interests: What they may want this time; one of them is drawn for each rehearsal.
        ideas: What they may answer to questions that ask for ideas.
        temper: How they hold an opinion; "contrary" moves away from the room.
        moves: How far they move towards others after a discussion, 0 (digs in) to 1.
        towards: Ids of the characters they listen to; empty for the room's middle.
        speed: Seconds they take to vote, typically.
        late: Voting waits for them: they vote among the last.
        asked: They vote only once they are asked.
    """

    id: Id
    name: Label
    role: Label
    about: Text
    x: Unit = 0.0
    y: Unit = 0.0
    optimism: Share = 0.5
    cares: dict[Key, Annotated[float, Field(ge=0, le=10)]] = Field(default_factory=dict)
    concerns: dict[Concern, Share] = Field(default_factory=dict)
    favours: dict[Answer, Annotated[float, Field(ge=-5, le=5)]] = Field(default_factory=dict)
    items: dict[Answer, Unit] = Field(default_factory=dict)
    interests: Annotated[tuple[Interest, ...], Field(alias="interest")] = ()
    ideas: Annotated[tuple[Idea, ...], Field(alias="idea")] = ()
    temper: Literal["calm", "firm", "lively", "contrary"] = "calm"
    moves: Share = 0.4
    towards: tuple[Id, ...] = ()
    speed: Annotated[float, Field(ge=1, le=300)] = 20
    late: Flag = False
    asked: Flag = False


class CompanyFact(Influence):
    """Something that may be so in the company of a rehearsal; it moves everybody.

    Attributes:
        text: A plain sentence that can be read aloud.
    """

    id: Id
    text: Text


class CompanyTrait(Part):
    """In what companies differ: their size, who has money. One of its facts is so.

    Attributes:
        facts: What may be so.
    """

    id: Id
    facts: Annotated[tuple[CompanyFact, ...], Field(alias="fact", min_length=1)]


class Disturbance(Influence):
    """Something that upsets a rehearsal: from then on the talk is about something else.

    Attributes:
        text: What happens, as the facilitator reads it.
        leaves: The character who leaves, or absent.
        whom: Ids of the characters whom it concerns; empty for everybody.
        mentions: What somebody says of it whose answer it has changed, each a sentence.
    """

    id: Id
    text: Text
    leaves: Id | None = None
    whom: tuple[Id, ...] = ()
    mentions: tuple[Text, ...] = ()


class Cast(PackBase):
    """A simulated room.

    Attributes:
        company: In what its companies differ; each seed has one of them.
        appeals: What each concern draws people to.
        facts: Questions about what is so, by id or with their scenario's: people know the answer,
            and neither talk nor what happens changes it.
    """

    kind: Literal["cast"]
    characters: Annotated[tuple[Character, ...], Field(alias="character", min_length=1)]
    company: tuple[CompanyTrait, ...] = ()
    appeals: Annotated[tuple[Appeal, ...], Field(alias="appeal")] = ()
    facts: tuple[Answer, ...] = ()
    disturbances: Annotated[tuple[Disturbance, ...], Field(alias="disturbance")] = ()
