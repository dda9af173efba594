"""Casts: who is in a simulated room, and what may upset it."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from mops_tui.model.packs.characters import Cast
from mops_tui.model.packs.checks import problems_in
from mops_tui.model.packs.pack import texts

CMO = {"id": "cmo", "name": "Helen Okafor", "role": "CMO", "about": "Waits for IT."}
CIO = {"id": "cio", "name": "Tomas Lind", "role": "CIO", "about": "Keeps a list."}


def cast(*characters: dict[str, Any], **keys: Any) -> Cast:
    base = {"kind": "cast", "id": "r", "title": "R", "summary": "S", "character": characters}
    return Cast.model_validate(base | keys)


def test_a_character_is_calm_and_cares_for_nothing_unless_it_says_so() -> None:
    made = cast(CMO)
    assert made.characters[0].temper == "calm"
    assert not made.characters[0].cares


def test_a_cast_needs_somebody() -> None:
    with pytest.raises(ValidationError):
        cast()


@pytest.mark.parametrize(
    "keys",
    [
        {"x": 1.1},
        {"optimism": -0.1},
        {"moves": 2},
        {"speed": 0},
        {"cares": {"O1": 11}},
        {"favours": {"it": 6}},
        {"temper": "angry"},
        {"mood": "good"},
        {"concerns": {"money": 1.1}},
        {"concerns": {"fame": 0.5}},
        {"favours": {"a/b/c": 1}},
        {"items": {"plan": 2}},
    ],
)
def test_a_character_keeps_to_its_scales(keys: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        cast(CMO | keys)


def test_a_sound_cast_has_no_flaw() -> None:
    happening = {"id": "d", "text": "T", "leaves": "cio", "shifts": {"R5": 3}}
    made = cast(CMO | {"towards": ["cio"]}, CIO, disturbance=[happening])
    assert problems_in(made) == ()


def test_ids_are_unique_and_names_lead_somewhere() -> None:
    happenings = [{"id": "d", "text": "T", "leaves": "ciio"}, {"id": "d", "text": "T"}]
    made = cast(CMO | {"towards": ["cio", "cdo"]}, CIO, CMO, disturbance=happenings)
    flaws = problems_in(made)
    assert [(flaw.code, flaw.path) for flaw in flaws] == [
        ("duplicate-id", ("character", 2, "id")),
        ("duplicate-id", ("disturbance", 1, "id")),
        ("unknown-character", ("character", 0, "towards", 1)),
        ("unknown-character", ("disturbance", 0, "leaves")),
    ]
    assert [flaw.params.get("nearest") for flaw in flaws[2:]] == ["cmo", "cio"]


COMPANY = [{"id": "size", "fact": [{"id": "small", "text": "We are 60."}]}]


def test_facts_interests_and_whom_it_concerns_are_checked() -> None:
    twice = [{"id": "one", "text": "One."}, {"id": "one", "text": "Two."}]
    other = [*COMPANY, {"id": "age", "fact": [{"id": "small", "text": "We are young."}]}]
    happening = {"id": "d", "text": "T", "whom": ["cmo", "coo"]}
    made = cast(CMO | {"interest": twice}, CIO, company=[*other, *COMPANY], disturbance=[happening])
    assert [(flaw.code, flaw.path) for flaw in problems_in(made)] == [
        ("duplicate-id", ("character", 0, "interest", 1, "id")),
        ("duplicate-id", ("company", 2, "id")),
        ("duplicate-id", ("company", 1, "fact", 0, "id")),
        ("duplicate-id", ("company", 2, "fact", 0, "id")),
        ("unknown-character", ("disturbance", 0, "whom", 1)),
    ]


def test_what_a_cast_says_can_be_translated() -> None:
    wants = {"interest": [{"id": "peace", "text": "Wants peace."}],
             "idea": [{"id": "call", "question": "help", "text": "A call."}]}  # fmt: skip
    said = dict(texts(cast(CMO | wants, company=COMPANY, disturbance=[{"id": "d", "text": "T"}])))
    assert said["r/company/size/facts/small/text"] == "We are 60."
    assert said["r/characters/cmo/interests/peace/text"] == "Wants peace."
    assert said["r/characters/cmo/ideas/call/text"] == "A call."
    assert said["r/characters/cmo/role"] == "CMO"
    assert said["r/characters/cmo/about"] == "Waits for IT."
    assert said["r/disturbances/d/text"] == "T"
