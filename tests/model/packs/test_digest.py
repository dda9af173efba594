"""Digests: the same edition has the same one, and a change that a person reads another."""

from __future__ import annotations

from typing import Any

import pytest
from support.rehearsed import library
from support.sessions import QUESTIONS, workshop

from mops_tui.model.packs.cards import Card
from mops_tui.model.packs.digest import LENGTH, card_digest, question_digest
from mops_tui.model.packs.questions import QuestionBase

CARD: dict[str, Any] = {
    "id": "c",
    "title": "T",
    "situation": "S",
    "ask": "A?",
    "decides": "D",
    "practice": "adoption",
    "answer": [
        {"id": "a", "label": "A", "verdict": "unwise", "why": "W"},
        {"id": "b", "label": "B", "verdict": "advised", "why": "W"},
    ],
}


def card(**keys: Any) -> Card:
    return Card.model_validate(CARD | keys)


def questions() -> dict[str, QuestionBase]:
    made = workshop()
    found = {ref: made.question(ref) for ref in QUESTIONS}
    return {ref: question for ref, question in found.items() if question is not None}


def test_the_same_card_has_the_same_digest() -> None:
    assert card_digest(card()) == card_digest(card())
    assert len(card_digest(card())) == LENGTH
    assert int(card_digest(card()), 16) >= 0


@pytest.mark.parametrize(
    "keys",
    [
        {"id": "d"},
        {"situation": "Another."},
        {"ask": "B?"},
        {"answer": [CARD["answer"][0] | {"label": "Z"}, CARD["answer"][1]]},
        {"answer": [CARD["answer"][0] | {"verdict": "defensible"}, CARD["answer"][1]]},
        {"answer": [CARD["answer"][0] | {"id": "z"}, CARD["answer"][1]]},
        {"answer": [*CARD["answer"], CARD["answer"][0] | {"id": "z"}]},
    ],
)
def test_another_edition_of_a_card_has_another(keys: dict[str, Any]) -> None:
    assert card_digest(card(**keys)) != card_digest(card())


def test_a_better_explanation_is_the_same_card() -> None:
    assert card_digest(card(decides="Said better.")) == card_digest(card())


def test_no_two_cards_that_come_along_share_a_digest() -> None:
    cards = [card_digest(card) for s in library().scenarios.values() for card in s.cards]
    assert len(cards) >= 40
    assert len(set(cards)) == len(cards)


def test_no_two_questions_share_a_digest() -> None:
    digests = [question_digest(question) for question in questions().values()]
    assert len(set(digests)) == len(QUESTIONS)


def changed(question: QuestionBase, field: str, **keys: Any) -> QuestionBase:
    """The question with its first option, item or level changed."""
    first, *rest = getattr(question, field)
    return question.model_copy(update={field: (first.model_copy(update=keys), *rest)})


@pytest.mark.parametrize(
    ("ref", "field", "keys"),
    [
        ("demo/where", "options", {"label": "Other"}),
        ("demo/where", "options", {"id": "z"}),
        ("demo/ready", "items", {"label": "Other"}),
        ("demo/ready", "scale", {"label": "Other"}),
        ("demo/lean", "items", {"left": "Other"}),
        ("demo/lean", "items", {"right": "Other"}),
        ("demo/waves", "items", {"label": "Other"}),
        ("demo/order", "options", {"label": "Other"}),
    ],
)
def test_other_answers_make_another_question(ref: str, field: str, keys: dict[str, Any]) -> None:
    question = questions()[ref]
    assert question_digest(changed(question, field, **keys)) != question_digest(question)


def test_another_wording_makes_another_question_and_a_hint_does_not() -> None:
    question = questions()["demo/where"]
    asked = question.model_copy(update={"ask": "Somewhere else?"})
    assert question_digest(asked) != question_digest(question)
    hinted = question.model_copy(update={"hint": "Take your time."})
    assert question_digest(hinted) == question_digest(question)
