"""What one person answers in practice, alone."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from mops_tui.model.session.events.event import EventBase, Name, Words


class CardAnswered(EventBase):
    """Practice: a situation card was answered.

    Attributes:
        card: `scenario/card`.
        digest: Of the card's text, so that another edition is not taken for the same card.
        answer: The answer's id.
        confidence: How sure, 0 to 100.
        verdict: "advised", "defensible" or "unwise", as the card said then.
    """

    kind: Literal["card-answered"] = "card-answered"
    card: Name
    digest: Name
    answer: Name
    confidence: Annotated[int, Field(ge=0, le=100)]
    verdict: Literal["advised", "defensible", "unwise"]


class AnswerCommitted(EventBase):
    """Practice: a question of a scenario was answered alone, before anything was shown.

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
