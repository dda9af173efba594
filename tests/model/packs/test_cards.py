"""Situation cards: the situation decides, and just one answer is advised."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from mops_tui.model.packs.cards import Card
from mops_tui.model.packs.checks import problems_in
from mops_tui.model.packs.pack import AgendaEntry, Scenario, texts
from mops_tui.model.packs.workshop import assemble

ANSWERS = [
    {"id": "a", "label": "A", "verdict": "unwise", "why": "W"},
    {"id": "b", "label": "B", "verdict": "advised", "why": "W"},
]
CARD: dict[str, Any] = {
    "id": "c",
    "title": "T",
    "situation": "S",
    "ask": "A?",
    "decides": "D",
    "practice": "adoption",
    "answer": ANSWERS,
}


def scenario(*cards: dict[str, Any], **keys: Any) -> Scenario:
    base = {"id": "s", "title": "T", "summary": "S", "brief": "B", "card": cards}
    question = {"kind": "text", "id": "q", "title": "T", "ask": "A?"}
    return Scenario.model_validate(base | {"question": [question]} | keys)


def found(pack: Scenario, **known: Any) -> list[tuple[str, tuple[str | int, ...]]]:
    return [(flaw.code, flaw.path) for flaw in problems_in(pack, **known)]


def test_a_card_is_read_by_its_short_names() -> None:
    card = Card.model_validate(CARD)
    assert [answer.verdict for answer in card.answers] == ["unwise", "advised"]
    assert card.persona is None


@pytest.mark.parametrize("advised", [0, 2])
def test_just_one_answer_is_advised(advised: int) -> None:
    answers = [
        answer | {"verdict": "advised" if index < advised else "defensible"}
        for index, answer in enumerate(ANSWERS)
    ]
    with pytest.raises(ValidationError) as error:
        Card.model_validate(CARD | {"answer": answers})
    assert [details["type"] for details in error.value.errors()] == ["card-advised"]


@pytest.mark.parametrize("count", [0, 1, 6])
def test_a_card_has_two_to_five_answers(count: int) -> None:
    answers = [ANSWERS[1], *[ANSWERS[0]] * 5][:count]
    with pytest.raises(ValidationError):
        Card.model_validate(CARD | {"answer": answers})


def test_ids_of_cards_and_of_a_cards_answers_are_unique() -> None:
    twice = CARD | {"id": "d", "answer": [ANSWERS[0], ANSWERS[1] | {"id": "a"}]}
    assert found(scenario(CARD, CARD, twice)) == [
        ("duplicate-id", ("card", 1, "id")),
        ("duplicate-id", ("card", 2, "answer", 1, "id")),
    ]


def test_a_persona_is_checked_when_grids_are_known() -> None:
    pack = scenario(CARD | {"persona": "scientist"})
    assert found(pack) == []
    (flaw,) = problems_in(pack, known_personas=("scientists", "orchestrators"))
    assert (flaw.code, flaw.path) == ("unknown-persona", ("card", 0, "persona"))
    assert flaw.params["nearest"] == "scientists"


def test_the_corners_of_its_own_grids_are_personas_too() -> None:
    grid = {
        "id": "g",
        "title": "G",
        "x": {"label": "x", "low": "l", "high": "h"},
        "y": {"label": "y", "low": "l", "high": "h"},
        "top_left": {"id": "keepers", "name": "K"},
        "top_right": {"id": "fixers", "name": "F"},
        "bottom_left": {"id": "makers", "name": "M"},
        "bottom_right": {"id": "finders", "name": "F"},
    }
    pack = scenario(CARD | {"persona": "keepers"}, grid=[grid])
    assert found(pack, known_grids=(), known_personas=()) == []


def test_a_session_keeps_no_card() -> None:
    pack = scenario(CARD)
    workshop = assemble((AgendaEntry(scenario="s"),), {"s": pack}, id="w", title="W")
    assert pack.cards
    assert workshop.scenarios[0].cards == ()


def test_what_a_card_says_can_be_translated() -> None:
    said = dict(texts(scenario(CARD)))
    assert said["s/cards/c/situation"] == "S"
    assert said["s/cards/c/decides"] == "D"
    assert said["s/cards/c/answers/b/why"] == "W"
    assert not any("verdict" in path or "practice" in path for path in said)
