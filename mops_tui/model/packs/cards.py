"""Situation cards: a small believable company, a question, and answers that it decides between.

"It depends" is answered by the situation: each card says what in it decides, what is advised,
what is defensible, and why.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from mops_tui.model.packs.parts import Counterpoint, Id, Label, Part, Text

Verdict = Literal["advised", "defensible", "unwise"]


class CardAnswer(Part):
    """One of the things that could be done.

    Attributes:
        verdict: What the situation makes of it.
        why: Why, in a line or two, for this company.
        sources: Keys of the content brief that it rests on.
    """

    id: Id
    label: Label
    verdict: Verdict
    why: Text
    sources: tuple[str, ...] = ()


class Card(Part):
    """A situation to decide.

    Attributes:
        title: The company, or the moment, in a few words.
        situation: Two to four sentences of what is the case.
        ask: What is to be decided.
        decides: What in the situation decides it.
        practice: The practice that it trains, for the strengths: a group's id or a word.
        persona: The quadrant id of the persona that it trains, or absent.
    """

    id: Id
    title: Label
    situation: Text
    ask: Text
    decides: Text
    practice: Id
    persona: Id | None = None
    answers: Annotated[tuple[CardAnswer, ...], Field(alias="answer", min_length=2, max_length=5)]
    counterpoint: Counterpoint | None = None
    sources: tuple[str, ...] = ()

    @model_validator(mode="after")
    def _one_is_advised(self) -> Card:
        advised = [answer for answer in self.answers if answer.verdict == "advised"]
        if len(advised) != 1:
            raise PydanticCustomError("card-advised", "exactly one answer is advised")
        return self
