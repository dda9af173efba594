"""Arguments: each is about something that its question can be answered with."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from mops_tui.model.packs.arguments import COMPANY_FACTS, SIDES, ArgumentPack
from mops_tui.model.packs.checks import problems_in
from mops_tui.model.packs.pack import Scenario, texts
from mops_tui.model.packs.questions import QUESTION_KINDS

CORNERS = {
    name: {"id": name.replace("_", "-"), "name": name}
    for name in ("top_left", "top_right", "bottom_left", "bottom_right")
}
AXIS = {"label": "L", "low": "l", "high": "h"}
GRID = {"id": "g", "title": "G", "x": AXIS, "y": AXIS, **CORNERS}
OPTIONS = [{"id": "a", "label": "A"}, {"id": "b", "label": "B"}]
ITEMS = [{"id": "one", "label": "One"}, {"id": "two", "label": "Two"}]
SCALE = [{"id": "no", "label": "No"}, {"id": "yes", "label": "Yes"}]
PARTS: dict[str, dict[str, Any]] = {
    "choice": {"option": OPTIONS},
    "allocate": {"option": OPTIONS},
    "rank": {"option": OPTIONS},
    "hands": {},
    "rate": {"item": ITEMS, "scale": SCALE},
    "pairs": {"pair": [{"id": "one", "left": "L", "right": "R"}]},
    "curve": {"item": ITEMS},
    "grid": {"grid": "g"},
    "text": {},
}
FIRST = {"choice": "a", "allocate": "a", "rank": "a", "hands": "yes", "grid": "top-left"}
"""Something that can be argued about in a question of each kind; else "one"."""


def scenario() -> Scenario:
    asked = [
        {"kind": kind, "id": kind, "title": "T", "ask": "A?", **keys}
        for kind, keys in PARTS.items()
    ]
    asked.append({"kind": "rate", "id": "again", "title": "T", "ask": "A?", "scale": SCALE,
                  "items_from": "curve"})  # fmt: skip
    base = {"id": "s", "title": "S", "summary": "S", "brief": "B"}
    return Scenario.model_validate(base | {"question": asked, "grid": [GRID]})


def arguments(*members: dict[str, Any], **keys: Any) -> ArgumentPack:
    made = [
        {"id": f"n{n}", "question": "choice", "of": "a", "side": "for", "text": "T."} | member
        for n, member in enumerate(members)
    ]
    base = {"kind": "arguments", "id": "p", "title": "P", "summary": "S", "scenario": "s"}
    return ArgumentPack.model_validate(base | {"argument": made} | keys)


def flaws(pack: ArgumentPack) -> list[tuple[str, tuple[str | int, ...]]]:
    found = problems_in(pack, {"s": scenario()}, known_company=COMPANY_FACTS)
    return [(flaw.code, flaw.path) for flaw in found]


def test_every_kind_of_question_but_text_can_be_argued_on_both_sides() -> None:
    assert set(SIDES) == set(QUESTION_KINDS) - {"text"}
    members = [
        {"question": kind, "of": FIRST.get(kind, "one"), "side": side}
        for kind, sides in SIDES.items()
        for side in sides
    ]
    borrowed = {"question": "again", "of": "two", "side": "low"}
    assert flaws(arguments(*members, borrowed)) == []


@pytest.mark.parametrize(
    ("member", "code", "key"),
    [
        ({"question": "choise"}, "unknown-question", "question"),
        ({"question": "text"}, "nothing-to-argue", "question"),
        ({"of": "c"}, "unknown-argued", "of"),
        ({"question": "hands", "of": "maybe"}, "unknown-argued", "of"),
        ({"question": "again", "of": "three", "side": "high"}, "unknown-argued", "of"),
        ({"question": "grid", "of": "top"}, "unknown-argued", "of"),
        ({"side": "high"}, "side-misfit", "side"),
        ({"question": "rate", "of": "one", "side": "for"}, "side-misfit", "side"),
        ({"question": "pairs", "of": "one", "side": "far"}, "side-misfit", "side"),
    ],
)
def test_what_an_argument_names_is_there(member: dict[str, Any], code: str, key: str) -> None:
    assert flaws(arguments({}, member)) == [(code, ("argument", 1, key))]


def test_a_fact_of_the_company_is_one_that_can_be_so() -> None:
    pack = arguments({"when": ["small", "smal"]})
    assert flaws(pack) == [("unknown-company-fact", ("argument", 0, "when", 1))]
    assert problems_in(pack, {"s": scenario()}) == ()


def test_ids_are_unique_and_the_scenario_is_there() -> None:
    pack = arguments({"id": "x"}, {"id": "x"}, scenario="q")
    assert flaws(pack) == [
        ("duplicate-id", ("argument", 1, "id")),
        ("unknown-scenario", ("scenario",)),
    ]


@pytest.mark.parametrize(
    "member",
    [{"side": "middle"}, {"concerns": ["fame"]}, {"text": ""}, {"text": "x" * 301}, {"od": "a"}],
)
def test_an_argument_keeps_to_its_shape(member: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        arguments(member)


def test_what_is_said_can_be_translated() -> None:
    assert dict(texts(arguments({"id": "x"})))["p/arguments/x/text"] == "T."
