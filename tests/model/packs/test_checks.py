"""What is wrong with a pack although its shape is right."""

from __future__ import annotations

from typing import Any

import pytest

from mops_tui.model.packs.checks import Flaw, problems_in
from mops_tui.model.packs.flaws import nearest
from mops_tui.model.packs.pack import Scenario, WorkshopPack

OPTIONS = [{"id": "a", "label": "A"}, {"id": "b", "label": "B"}]
ITEMS = [{"id": "a", "label": "A"}]


def scenario(question: dict[str, Any] | None = None, **keys: Any) -> Scenario:
    base: dict[str, Any] = {"id": "s", "title": "T", "summary": "S", "brief": "B"}
    made = {"kind": "choice", "id": "q", "title": "T", "ask": "A?"} | (question or {})
    if made["kind"] in {"choice", "allocate", "rank"}:
        made = {"option": OPTIONS} | made
    if made["kind"] == "rate":
        made = {"scale": [{"id": "l", "label": "L"}, {"id": "h", "label": "H"}]} | made
    return Scenario.model_validate(base | {"question": [made]} | keys)


def codes(*args: Any, **keys: Any) -> list[str]:
    return [flaw.code for flaw in problems_in(*args, **keys)]


def test_a_sound_pack_has_no_flaw() -> None:
    assert problems_in(scenario(), known_grids=()) == ()


def lines(*ids: str) -> list[dict[str, str]]:
    return [{"id": one, "text": "T"} for one in ids]


@pytest.mark.parametrize(
    ("question", "path"),
    [
        ({"option": [*OPTIONS, OPTIONS[0]]}, ("question", 0, "option", 2, "id")),
        ({"prompts": lines("p", "p")}, ("question", 0, "prompts", 1, "id")),
        ({"cues": lines("p", "p")}, ("question", 0, "cues", 1, "id")),
        ({"facts": lines("p", "p")}, ("question", 0, "facts", 1, "id")),
        (
            {"option": [OPTIONS[0] | {"gotchas": lines("g", "g")}, OPTIONS[1]]},
            ("question", 0, "option", 0, "gotchas", 1, "id"),
        ),
        ({"kind": "rate", "item": ITEMS * 2}, ("question", 0, "item", 1, "id")),
        (
            {"kind": "rate", "item": ITEMS, "scale": [{"id": "l", "label": "L"}] * 2},
            ("question", 0, "scale", 1, "id"),
        ),
        (
            {"kind": "pairs", "pair": [{"id": "p", "left": "l", "right": "r"}] * 2},
            ("question", 0, "pair", 1, "id"),
        ),
    ],
)
def test_an_id_that_is_taken_is_found_where_it_is_repeated(
    question: dict[str, Any], path: tuple[str | int, ...]
) -> None:
    (flaw,) = problems_in(scenario(question))
    assert (flaw.code, flaw.path) == ("duplicate-id", path)


def test_two_corners_of_a_grid_cannot_share_an_id() -> None:
    axis = {"label": "x", "low": "l", "high": "h"}
    corner = {"id": "same", "name": "N"}
    grid = {"id": "g", "title": "G", "x": axis, "y": axis}
    names = ("top_left", "top_right", "bottom_left", "bottom_right")
    grid |= {name: corner | {"id": name.replace("_", "-")} for name in names}
    grid["bottom_left"] = grid["top_left"]
    (flaw,) = problems_in(scenario(grid=[grid]))
    assert flaw == Flaw("duplicate-id", ("grid", 0, "bottom_left", "id"), {"id": "top-left"})


@pytest.mark.parametrize(
    ("kind", "picture", "fits"),
    [
        ("choice", "map", True),
        ("allocate", "map", True),
        ("rank", "map", False),
        ("rate", "cells", True),
        ("rate", "bars", True),
        ("choice", "cells", False),
        ("rate", "curve", False),
        ("curve", "curve", True),
        ("curve", "bars", False),
        ("choice", "grid", False),
    ],
)
def test_a_picture_fits_a_kind_or_does_not(kind: str, picture: str, fits: bool) -> None:
    placed = [option | {"place": {"x": 1, "y": 2}} for option in OPTIONS]
    answers = {"item": ITEMS} if kind in {"rate", "curve"} else {"option": placed}
    found = codes(scenario({"kind": kind, "picture": picture} | answers))
    assert found == ([] if fits else ["picture-misfit"])


def test_every_room_of_a_map_needs_a_place() -> None:
    options = [OPTIONS[0] | {"place": {"x": 1, "y": 2}}, OPTIONS[1]]
    (flaw,) = problems_in(scenario({"picture": "map", "option": options}))
    assert (flaw.code, flaw.path) == ("no-place", ("question", 0, "option", 1))


def test_an_item_names_one_of_its_questions_groups() -> None:
    groups = [{"id": "aim", "label": "Aim"}]
    items = [{"id": "a", "label": "A", "group": "aims"}, {"id": "b", "label": "B"}]
    first, second = problems_in(scenario({"kind": "rate", "item": items, "group": groups}))
    assert (first.code, first.params["nearest"]) == ("unknown-group", "aim")
    assert (second.code, second.params["id"]) == ("no-group", "b")


def mirror(**shares: float) -> dict[str, Any]:
    return {"mirror": {"who": "W", "asked": "A?", "text": "T", "shares": shares}}


def test_a_mirror_shows_shares_of_this_questions_options() -> None:
    assert codes(scenario(mirror(a=60, b=40))) == []
    assert codes(scenario(mirror(a=60, b=41))) == ["mirror-over-100"]
    assert codes(scenario(mirror(c=10))) == ["mirror-unknown-option"]
    assert codes(scenario(mirror(a=1) | {"kind": "text"})) == ["mirror-without-options"]
    assert codes(scenario(mirror(yes=23) | {"kind": "hands"})) == []


def test_a_grid_is_looked_for_in_the_pack_and_beside_it() -> None:
    leaning = [OPTIONS[0] | {"leans": [{"grid": "mopz", "x": 1, "why": "w"}]}, OPTIONS[1]]
    pack = scenario({"option": leaning})
    assert codes(pack) == []
    (flaw,) = problems_in(pack, known_grids={"mops"})
    path = ("question", 0, "option", 0, "leans", 0, "grid")
    assert (flaw.code, flaw.path, flaw.params["nearest"]) == ("unknown-grid", path, "mops")
    assert codes(pack, known_grids={"mopz"}) == []
    assert codes(scenario({"kind": "grid", "grid": "g"}), known_grids=()) == ["unknown-grid"]


def test_one_answer_leans_once_on_a_grid() -> None:
    lean = {"grid": "mops", "x": 1, "why": "w"}
    pack = scenario({"option": [OPTIONS[0] | {"leans": [lean, lean]}, OPTIONS[1]]})
    assert codes(pack) == ["duplicate-lean"]


def test_a_choice_needs_two_options_unless_the_room_adds_some() -> None:
    assert codes(scenario({"option": OPTIONS[:1]})) == ["one-option"]
    assert codes(scenario({"option": OPTIONS[:1], "open": True})) == []


def test_a_curve_has_a_letter_for_each_wave() -> None:
    waves = [{"id": f"w{n}", "label": "W"} for n in range(27)]
    assert codes(scenario({"kind": "curve", "item": waves})) == ["too-many-waves"]
    assert codes(scenario({"kind": "curve", "item": waves[:26]})) == []
    same = [wave | {"letter": "A"} for wave in waves[:2]]
    assert codes(scenario({"kind": "curve", "item": same})) == ["duplicate-letter"]


def test_a_workshop_names_scenarios_and_questions_that_exist() -> None:
    agenda = [{"scenario": "s", "questions": ["q", "qq"]}, {"scenario": "t"}, {"scenario": "s"}]
    head = {"kind": "workshop", "id": "w", "title": "T", "summary": "S"}
    pack = WorkshopPack.model_validate(head | {"agenda": agenda})
    question, unknown, twice = problems_in(pack, known_scenarios={"s": scenario()})
    assert (question.code, question.params["nearest"]) == ("unknown-question", "q")
    assert (unknown.code, unknown.path) == ("unknown-scenario", ("agenda", 1, "scenario"))
    assert twice.code == "twice-on-agenda"
    assert codes(pack) == ["twice-on-agenda"]


def test_nearest_is_empty_when_nothing_is_near() -> None:
    assert nearest("readines", ["readiness", "waves"]) == "readiness"
    assert nearest("zzz", ["readiness", "waves"]) == ""


def test_a_question_leaves_its_answers_room_and_the_length_that_fits_is_told() -> None:
    choice = {"option": OPTIONS}
    assert codes(scenario(choice | {"ask": "x" * 300, "hint": "x" * 160})) == []
    [flaw] = problems_in(scenario(choice | {"ask": "x" * 1200}))
    assert (flaw.code, flaw.params) == ("no-room", {"length": "1200", "most": "300"})
    assert codes(scenario(choice | {"hint": "x" * 161})) == ["no-room"]
    pair = {"id": "a", "left": "x" * 121, "right": "y"}
    assert codes(scenario({"kind": "pairs", "pair": [pair]})) == ["no-room"]


@pytest.mark.parametrize(
    ("draft", "code", "key"),
    [
        ({"question": "qq", "says": "We do {answer}"}, "unknown-question", "question"),
        (
            {"question": "q", "says": "We do {answer}", "pick": "least"},
            "rehearsed-misfit",
            "question",
        ),
        ({"question": "q", "says": "We do it"}, "no-answer-named", "says"),
        ({"question": "q", "says": "{answer}, {last}"}, "unknown-placeholder", "says"),
    ],
)
def test_a_rehearsed_decision_names_a_question_and_the_answer_that_it_singles_out(
    draft: dict[str, str], code: str, key: str
) -> None:
    (flaw,) = problems_in(scenario(decision={"ask": "A?", "rehearsed": [draft]}))
    assert (flaw.code, flaw.path) == (code, ("decision", "rehearsed", 0, key))


def test_a_rehearsed_decision_may_say_what_it_is_about() -> None:
    draft = {"question": "q", "says": "For {subject} we do {answer}"}
    decision = {"ask": "A?", "rehearsed": [draft]}
    named = {"subject": {"ask": "Which?", "fallback": "the change"}}
    assert problems_in(scenario(decision=decision, **named)) == ()
    assert codes(scenario(decision=decision)) == ["no-subject"]


def test_a_rehearsed_decision_of_items_may_name_both_ends() -> None:
    question = {"kind": "rate", "item": ITEMS}
    draft = {"question": "q", "pick": "least", "says": "{answer} first, {last} waits"}
    assert codes(scenario(question, decision={"ask": "A?", "rehearsed": [draft]})) == []
    question = {"kind": "text"}
    draft = {"question": "q", "says": "We do {answer}"}
    assert codes(scenario(question, decision={"ask": "A?", "rehearsed": [draft]})) == [
        "rehearsed-misfit"
    ]
