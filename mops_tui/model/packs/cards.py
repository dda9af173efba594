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
Edition = Annotated[int, Field(ge=1, le=9_999)]


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


class VariantAnswer(Part):
    """What another situation makes of one of the card's answers; its label stays.

    Attributes:
        id: That of the card's answer.
    """

    id: Id
    verdict: Verdict
    why: Text
    sources: tuple[str, ...] = ()


class Variant(Part):
    """The same company with one fact changed, so that another answer is advised.

    Attributes:
        id: Its own: progress is kept by it.
        title: The card's where it has none; likewise `ask`.
        answers: One for each of the card's answers.
        edition: Raised when its meaning changes, so that answers of before count no more.
        same_as: Digests of texts of before there were editions that meant the same.
    """

    id: Id
    title: Label | None = None
    situation: Text
    ask: Text | None = None
    decides: Text
    answers: Annotated[tuple[VariantAnswer, ...], Field(alias="answer", min_length=2, max_length=5)]
    counterpoint: Counterpoint | None = None
    sources: tuple[str, ...] = ()
    edition: Edition = 1
    same_as: tuple[Id, ...] = ()


class Card(Part):
    """A situation to decide.

    Attributes:
        title: The company, or the moment, in a few words.
        situation: Two to four sentences of what is the case.
        ask: What is to be decided.
        decides: What in the situation decides it.
        practice: The practice that it trains, for the strengths: a group's id or a word.
        persona: The quadrant id of the persona that it trains, or absent.
        variants: The same company with one fact changed, each a card of its own in practice.
        family: The id of the card that it is a variant of, or of the one that others vary.
        edition: Raised when its meaning changes, so that answers of before count no more.
        same_as: Digests of texts of before there were editions that meant the same.
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
    variants: Annotated[tuple[Variant, ...], Field(alias="variant")] = ()
    family: Id | None = None
    edition: Edition = 1
    same_as: tuple[Id, ...] = ()

    @model_validator(mode="after")
    def _some_are_advised(self) -> Card:
        judged = [[answer.verdict for answer in self.answers]]
        judged += [[answer.verdict for answer in variant.answers] for variant in self.variants]
        for verdicts in judged:
            if "advised" not in verdicts or set(verdicts) == {"advised"}:
                raise PydanticCustomError("card-advised", "an answer is advised, and not all are")
        ids = {answer.id for answer in self.answers}
        for variant in self.variants:
            if {answer.id for answer in variant.answers} != ids:
                raise PydanticCustomError("variant-answers", "a variant judges every answer")
        return self

    @property
    def advised(self) -> tuple[CardAnswer, ...]:
        """What is advised in this situation: one answer or more, in the card's order."""
        return tuple(answer for answer in self.answers if answer.verdict == "advised")


def family_of(card: Card) -> tuple[Card, ...]:
    """The card and its variants, each a whole card of the same family; answers in one order."""
    if not card.variants:
        return (card,)
    base = card.model_copy(update={"variants": (), "family": card.family or card.id})
    return (base, *(_as_card(base, variant) for variant in card.variants))


def _as_card(base: Card, variant: Variant) -> Card:
    judged = {answer.id: answer for answer in variant.answers}
    answers = tuple(
        answer.model_copy(
            update={
                name: getattr(judged[answer.id], name) for name in ("verdict", "why", "sources")
            }
        )
        for answer in base.answers
    )
    update = {"id": variant.id, "situation": variant.situation, "decides": variant.decides}
    own = {"title": variant.title or base.title, "ask": variant.ask or base.ask}
    rest = {"answers": answers, "sources": variant.sources, "counterpoint": variant.counterpoint}
    same = {"edition": variant.edition, "same_as": variant.same_as}
    return base.model_copy(update={**update, **own, **rest, **same})
