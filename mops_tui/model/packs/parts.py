"""The smallest pieces of packs, cards and casts: ids, texts, facts, and their base class."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9-]{0,39}$")]
Text = Annotated[str, StringConstraints(min_length=1, max_length=2000, strip_whitespace=True)]
Label = Annotated[str, StringConstraints(min_length=1, max_length=80, strip_whitespace=True)]
Percent = Annotated[float, Field(ge=0, le=100)]
Unit = Annotated[float, Field(ge=-1, le=1)]


Flag = Annotated[bool, Field(strict=True)]
"""true or false; "yes", 1 and the like are mistakes that are better named."""
MOST_BUDGET, MOST_BRIEF = 480.0, 60.0
"""The most minutes that a question or a decision may take, and a brief."""
Minutes = Annotated[float, Field(gt=0, le=MOST_BUDGET)]


class Part(BaseModel):
    """Anything inside a pack: immutable, and strict about unknown keys."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", populate_by_name=True, allow_inf_nan=False
    )


class TextLine(Part):
    """A line of text that can be reached, and translated, by its id.

    Attributes:
        refers: Questions of its scenario that it speaks about. A workshop that leaves one of them
            out leaves the line out too.
    """

    id: Id
    text: Text
    refers: tuple[Id, ...] = ()


class Fact(TextLine):
    """A line that rests on a source.

    Attributes:
        sources: Keys of the content brief, such as "O2".
    """

    sources: tuple[str, ...] = ()


class Counterpoint(Part):
    """Where another source disagrees."""

    who: Label
    text: Text
    sources: tuple[str, ...] = ()


class PackBase(Part):
    """What every pack has."""

    format: Literal[1] = 1
    id: Id
    title: Label
    summary: Text
    language: Annotated[str, StringConstraints(pattern=r"^[a-z]{2}(-[A-Z]{2})?$")] = "en"
