"""Casts: the characters of a simulated room, who disagree for reasons that can be read."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from mops_tui.model.packs.parts import Flag, Id, Label, PackBase, Part, Text, Unit

Share = Annotated[float, Field(ge=0, le=1)]


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
        favours: Options they are drawn to whatever the facts say, by option id, -5 to 5.
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
    cares: dict[str, Annotated[float, Field(ge=0, le=10)]] = Field(default_factory=dict)
    favours: dict[Id, Annotated[float, Field(ge=-5, le=5)]] = Field(default_factory=dict)
    temper: Literal["calm", "firm", "lively", "contrary"] = "calm"
    moves: Share = 0.4
    towards: tuple[Id, ...] = ()
    speed: Annotated[float, Field(ge=1, le=300)] = 20
    late: Flag = False
    asked: Flag = False


class Disturbance(Part):
    """Something that upsets a rehearsal.

    Attributes:
        text: What happens, as the facilitator reads it.
        leaves: The character who leaves, or absent.
        shifts: Keys of the brief that suddenly weigh more for everybody, with how much.
    """

    id: Id
    text: Text
    leaves: Id | None = None
    shifts: dict[str, Annotated[float, Field(ge=-10, le=10)]] = Field(default_factory=dict)


class Cast(PackBase):
    """A simulated room."""

    kind: Literal["cast"]
    characters: Annotated[tuple[Character, ...], Field(alias="character", min_length=1)]
    disturbances: Annotated[tuple[Disturbance, ...], Field(alias="disturbance")] = ()
