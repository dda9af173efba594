"""What one person answers in practice, alone."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from mops_tui.model.session.events.event import (
    CarriesBallot,
    Count,
    EventBase,
    Ids,
    Name,
    Words,
)
from mops_tui.model.session.events.places import SubjectNamed
from mops_tui.model.session.events.rounds import OptionAdded


class CardAnswered(EventBase):
    """Practice: a situation card was answered.

    Attributes:
        card: `scenario/card`.
        digest: Of the card's text, so that another edition is not taken for the same card.
        answer: The answer's id.
        confidence: How sure, 0 to 100.
        verdict: "advised", "defensible" or "unwise", as the card said then.
        edition: Of the card; 0 where it was answered before cards had editions.
    """

    kind: Literal["card-answered"] = "card-answered"
    card: Name
    digest: Name
    answer: Name
    confidence: Annotated[int, Field(ge=0, le=100)]
    verdict: Literal["advised", "defensible", "unwise"]
    edition: Count = 0


class AnswerCommitted(CarriesBallot):
    """Practice: a question of a scenario was answered alone, before anything was shown.

    It carries the ballot itself; one that was written before it did has the words alone.

    Attributes:
        question: `scenario/question`.
        digest: Of its wording and options.
        answer: The answer in words, as it was chosen.
        confidence: How sure, 0 to 100.
    """

    kind: Literal["answer-committed"] = "answer-committed"
    question: Name
    digest: Name
    answer: Words
    confidence: Annotated[int, Field(ge=0, le=100)]


class AnswerTakenBack(EventBase):
    """Practice: the latest answer to a card or a question counts no longer.

    Attributes:
        of: `scenario/card`, or `scenario/question`.
    """

    kind: Literal["answer-taken-back"] = "answer-taken-back"
    of: Name


class RoomPredicted(EventBase):
    """Practice: how a room of one's own had voted was predicted, before it was shown.

    Attributes:
        session: The id of that session.
        question: `scenario/question`.
        item: The item or pair that it was about; "" where the question has none.
        digest: Of the question's wording and options.
        answers: The answers that were given points; likewise `points`, ten in all.
        score: How much of the room's votes the points placed right, in per cent.
    """

    kind: Literal["room-predicted"] = "room-predicted"
    session: Name
    question: Name
    item: Name = ""
    digest: Name
    answers: Ids
    points: tuple[Count, ...]
    score: Annotated[int, Field(ge=0, le=100)]


PracticeEvent = (
    CardAnswered | AnswerCommitted | AnswerTakenBack | RoomPredicted | SubjectNamed | OptionAdded
)
"""What a practice journal keeps of what one person does alone."""
