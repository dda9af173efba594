"""Situation cards: the situation decides, and some answers are advised, never all."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from mops_tui.model.packs.cards import Card, family_of
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


@pytest.mark.parametrize(("advised", "fits"), [(0, False), (1, True), (2, True), (3, False)])
def test_some_answers_are_advised_and_not_all(advised: int, fits: bool) -> None:
    answers = [
        ANSWERS[0] | {"id": f"a{n}", "verdict": "advised" if n < advised else "defensible"}
        for n in range(3)
    ]
    if fits:
        assert len(Card.model_validate(CARD | {"answer": answers}).advised) == advised
        return
    with pytest.raises(ValidationError) as error:
        Card.model_validate(CARD | {"answer": answers})
    assert [details["type"] for details in error.value.errors()] == ["card-advised"]


VARIANT: dict[str, Any] = {
    "id": "c2",
    "situation": "S, and one fact otherwise",
    "decides": "D2",
    "answer": [
        {"id": "b", "verdict": "unwise", "why": "W2"},
        {"id": "a", "verdict": "advised", "why": "W3", "sources": ["P1"]},
    ],
}


def test_a_variant_is_a_card_of_its_own_with_the_labels_of_its_family() -> None:
    base, other = family_of(Card.model_validate(CARD | {"variant": [VARIANT]}))
    assert (base.id, other.id) == ("c", "c2")
    assert base.family == other.family == "c"
    assert [answer.label for answer in other.answers] == ["A", "B"]
    assert [answer.verdict for answer in other.answers] == ["advised", "unwise"]
    assert (other.title, other.ask, other.decides) == ("T", "A?", "D2")
    assert other.answers[0].sources == ("P1",)


def test_a_card_without_variants_is_its_own_family() -> None:
    card = Card.model_validate(CARD)
    assert family_of(card) == (card,)


@pytest.mark.parametrize(
    "answers", [VARIANT["answer"][:1] * 2, [VARIANT["answer"][0] | {"id": "z"}] * 2]
)
def test_a_variant_judges_the_answers_of_its_card(answers: list[dict[str, Any]]) -> None:
    changed = VARIANT | {"answer": [*answers[:1], answers[1] | {"verdict": "advised"}]}
    with pytest.raises(ValidationError) as error:
        Card.model_validate(CARD | {"variant": [changed]})
    assert [details["type"] for details in error.value.errors()] == ["variant-answers"]


def test_an_id_stands_for_one_card_or_variant() -> None:
    twice = CARD | {"variant": [VARIANT | {"id": "c"}]}
    assert found(scenario(twice)) == [("duplicate-id", ("card", 0, "variant", 0, "id"))]


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
