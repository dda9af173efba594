"""Digests of cards and questions: equal where two editions say the same."""

from __future__ import annotations

from hashlib import sha256

from pydantic import BaseModel

from mops_tui.model.packs.answers import Level
from mops_tui.model.packs.cards import Card
from mops_tui.model.packs.questions import QuestionBase, RateQuestion, items_of, options_of

LENGTH = 12


def card_digest(card: Card) -> str:
    """A digest of what a person reads on a card and of its verdicts, 12 hex digits."""
    answers = [part for a in card.answers for part in (a.id, a.label, a.verdict)]
    return _digest([card.id, card.situation, card.ask, *answers])


def question_digest(question: QuestionBase) -> str:
    """A digest of a question's wording, options, items and scale, 12 hex digits."""
    parts = [question.id, str(getattr(question, "kind", "")), question.ask]
    for member in (*options_of(question), *items_of(question), *_scale(question)):
        parts += [member.id, *_words(member)]
    return _digest(parts)


def _scale(question: QuestionBase) -> tuple[Level, ...]:
    return question.scale if isinstance(question, RateQuestion) else ()


def _words(member: BaseModel) -> list[str]:
    return [str(getattr(member, name, "")) for name in ("label", "left", "right")]


def _digest(parts: list[str]) -> str:
    return sha256("\x1f".join(parts).encode("utf-8", "replace")).hexdigest()[:LENGTH]
