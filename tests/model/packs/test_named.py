"""What casts and arguments name in other packs leads somewhere, or it is told where it does not."""

from __future__ import annotations

from typing import Any

import pytest

from mops_tui.model.packs.arguments import ArgumentPack
from mops_tui.model.packs.characters import Cast
from mops_tui.model.packs.named import leading_nowhere, names_in, uncited
from mops_tui.model.packs.pack import Scenario

SCALE = [{"id": "no", "label": "No"}, {"id": "yes", "label": "Yes"}]
QUESTIONS: list[dict[str, Any]] = [
    {
        "kind": "choice", "id": "room",
        "option": [{"id": "it", "label": "IT", "sources": ["O1"]}, {"id": "sales", "label": "S"}],
    },
    {"kind": "hands", "id": "moved"},
    {"kind": "curve", "id": "waves", "item": [{"id": "one", "label": "1"}]},
    {"kind": "rate", "id": "again", "scale": SCALE, "items_from": "waves"},
    {"kind": "pairs", "id": "terms", "pair": [{"id": "money", "left": "L", "right": "R"}]},
    {"kind": "grid", "id": "place", "grid": "mops"},
    {"kind": "text", "id": "ideas"},
]  # fmt: skip
SCENARIO = Scenario.model_validate({
    "id": "s", "title": "S", "summary": "S", "brief": "B",
    "question": [{"title": "T", "ask": "A?"} | one for one in QUESTIONS],
})  # fmt: skip
SOUND: dict[str, Any] = {
    "favours": {"it": 1, "room/sales": 1, "moved/yes": 1},
    "items": {"one": 0.1, "again/one": 0.1, "money": 0.1, "place/x": 0.1},
}
WRONG: dict[str, Any] = {"favours": {"itt": 1, "moved/yess": 1}, "items": {"again/two": 0.1}}
PERSON = {"id": "cmo", "name": "N", "role": "R", "about": "A"}


def cast(**keys: Any) -> Cast:
    base = {"kind": "cast", "id": "r", "title": "R", "summary": "S", "character": [PERSON]}
    return Cast.model_validate(base | keys)


def everywhere(influence: dict[str, Any]) -> dict[str, Any]:
    """A cast that has the same names wherever some may stand."""
    part = {"id": "p", "text": "T"} | influence
    return {
        "character": [PERSON | influence | {"interest": [part]}],
        "company": [{"id": "c", "fact": [part]}],
        "appeal": [{"concern": "money"} | influence],
        "disturbance": [part],
    }


def told(pack: Cast | ArgumentPack) -> list[tuple[str, tuple[str | int, ...], str]]:
    names = names_in({"s": SCENARIO}, [cast(disturbance=[{"id": "late", "text": "T"}])])
    return [(one.code, one.path, one.params["nearest"]) for one in leading_nowhere(pack, names)]


def test_every_name_that_a_scenario_has_may_be_used() -> None:
    ideas = [{"id": "i", "question": "ideas", "text": "T"}]
    made = everywhere(SOUND) | {"facts": ["moved", "s/moved"]}
    made["character"][0]["idea"] = ideas
    assert told(cast(**made)) == []


@pytest.mark.parametrize(
    "path",
    [
        ("character", 0),
        ("character", 0, "interest", 0),
        ("company", 0, "fact", 0),
        ("appeal", 0),
        ("disturbance", 0),
    ],
)
def test_a_name_that_leads_nowhere_is_told_wherever_it_stands(path: tuple[str | int, ...]) -> None:
    found = [one for one in told(cast(**everywhere(WRONG))) if one[1][:-2] == path]
    assert found == [
        ("unknown-option-anywhere", (*path, "favours", "itt"), "it"),
        ("unknown-option-anywhere", (*path, "favours", "moved/yess"), "moved/yes"),
        ("unknown-item-anywhere", (*path, "items", "again/two"), "again/one"),
    ]


def test_questions_of_fact_and_of_ideas_are_there() -> None:
    person = PERSON | {"idea": [{"id": "i", "question": "moved", "text": "T"}]}
    assert told(cast(character=[person], facts=["moved", "move", "t/moved"])) == [
        ("unknown-question-anywhere", ("facts", 1), "moved"),
        ("unknown-question-anywhere", ("facts", 2), "s/moved"),
        ("unknown-text-question", ("character", 0, "idea", 0, "question"), ""),
    ]


def test_an_argument_waits_for_something_that_can_happen() -> None:
    one = {"id": "a", "question": "room", "of": "it", "side": "for", "text": "T."}
    base = {"kind": "arguments", "id": "p", "title": "P", "summary": "S", "scenario": "s"}
    pack = ArgumentPack.model_validate(base | {"argument": [one | {"after": ["late", "lata"]}]})
    assert told(pack) == [("unknown-disturbance", ("argument", 0, "after", 1), "late")]


def test_a_key_that_nothing_cites_moves_nobody() -> None:
    pack = cast(
        character=[PERSON | {"cares": {"O1": 1, "O22": 1}}],
        disturbance=[{"id": "d", "text": "T", "shifts": {"O1": 1, "R9": 2}}],
    )
    found = [(one.code, one.path) for one in uncited(pack, names_in({"s": SCENARIO}))]
    assert found == [
        ("uncited-key", ("character", 0, "cares", "O22")),
        ("uncited-key", ("disturbance", 0, "shifts", "R9")),
    ]


def test_nothing_is_told_where_no_scenario_is_at_hand() -> None:
    pack = cast(**everywhere(WRONG))
    assert list(leading_nowhere(pack, names_in({}))) == []
