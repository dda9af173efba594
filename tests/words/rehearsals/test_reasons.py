"""What people say when they are asked why: sentences that are true and end once."""

from __future__ import annotations

from typing import Any

import pytest

from mops_tui.model.packs.pack import AgendaEntry, Scenario
from mops_tui.model.packs.questions import QuestionBase
from mops_tui.model.packs.workshop import Workshop, assemble
from mops_tui.sources.simulated.saying.matter import NOWHERE, Line, Reason
from mops_tui.sources.simulated.saying.stands import Stand
from mops_tui.words.rehearsals.reasons import spoken

CORNERS = {
    name: {"id": name.replace("_", "-"), "name": name.title()}
    for name in ("top_left", "top_right", "bottom_left", "bottom_right")
}
AXIS = {"label": "L", "low": "l", "high": "h"}
OPTIONS = [{"id": "a", "label": "Marketing"}, {"id": "b", "label": "to wait, or not?"}]
ITEMS = [{"id": "i", "label": "Live chat"}, {"id": "j", "label": "Text messages"}]
SCALE = [{"id": "no", "label": "Not true"}, {"id": "yes", "label": "True"}]
KEYS: dict[str, dict[str, Any]] = {
    "choice": {"option": OPTIONS},
    "allocate": {"option": OPTIONS},
    "rank": {"option": OPTIONS},
    "hands": {},
    "rate": {"item": ITEMS, "scale": SCALE},
    "pairs": {"pair": [{"id": "p", "left": "I pay.", "right": "You pay."}]},
    "curve": {"item": ITEMS},
    "grid": {"grid": "g"},
    "text": {},
}


def workshop(kind: str) -> tuple[QuestionBase, Workshop]:
    asked = {"kind": kind, "id": "q", "title": "T", "ask": "A?", **KEYS[kind]}
    grid = {"id": "g", "title": "G", "x": AXIS, "y": AXIS, **CORNERS}
    base = {"id": "s", "title": "S", "summary": "S", "brief": "B"}
    pack = Scenario.model_validate(base | {"question": [asked], "grid": [grid]})
    made = assemble((AgendaEntry(scenario="s"),), {"s": pack}, id="w", title="W")
    return pack.questions[0], made


def said(kind: str, own: Stand, stand: Stand | None = None, **keys: Any) -> str:
    line_kind = keys.pop("line", "argument")
    return spoken(Reason(Line(stand or own, "It hurts.", line_kind), own, **keys), *workshop(kind))


A, B = Stand("a", "for"), Stand("b", "for")
NOT_B = Stand("b", "against")
RATED = Stand("i", "high", "yes")


@pytest.mark.parametrize(
    ("kind", "own", "keys", "sentence"),
    [
        ("choice", A, {}, "It hurts."),
        ("choice", A, {"stand": NOT_B}, "Not “to wait, or not?” It hurts."),
        ("allocate", A, {"stand": NOT_B}, "Least to “to wait, or not?” It hurts."),
        ("rank", A, {"stand": NOT_B}, "Last, “to wait, or not?” It hurts."),
        ("choice", A, {"line": "goodie"}, "What Marketing brings: It hurts."),
        ("choice", A, {"line": "works-when"}, "Marketing works well when this holds: It hurts."),
        ("choice", B, {"line": "plain"}, "“to wait, or not?” It hurts."),
        ("hands", Stand("no", "for"), {}, "It hurts."),
        ("hands", Stand("no", "for"), {"line": "plain"}, "“No”. It hurts."),
        ("rate", RATED, {}, "Live chat: True. It hurts."),
        ("rate", RATED, {"as_said_by": "Ben"}, "Live chat: True. As Ben says: It hurts."),
        ("rate", RATED, {"line": "plain"}, "Live chat: True. It hurts."),
        ("pairs", Stand("p", "left", "-1"), {}, "Rather “I pay”. It hurts."),
        (
            "curve",
            Stand("i", "far", "laggards"),
            {},
            "Live chat: It has reached the laggards. It hurts.",
        ),
        ("curve", Stand("i", "early", "chasm"), {}, "Live chat: It is in the gap. It hurts."),
        ("grid", Stand("top-left", "for"), {}, "It hurts."),
        ("grid", NOWHERE, {"line": "plain"}, "Between the corners. It hurts."),
        ("curve", NOWHERE, {"line": "plain"}, "The middle, for all of it. It hurts."),
        ("text", Stand("Less.", "for"), {"line": "plain"}, "“Less”. It hurts."),
        ("choice", A, {"as_said_by": "Ben"}, "As Ben says: It hurts."),
        ("choice", A, {"as_said_by": ""}, "As somebody said: It hurts."),
        ("choice", A, {"again": True}, "As I said: It hurts."),
        ("choice", A, {"before": A}, "I stay with Marketing. It hurts."),
        (
            "choice",
            A,
            {"before": A, "heard": "Ben"},
            "I heard Ben, and stay with Marketing. It hurts.",
        ),
        ("choice", A, {"before": B}, "I moved from “to wait, or not?” to Marketing. It hurts."),
        (
            "rate",
            RATED,
            {"before": Stand("i", "low", "no"), "as_said_by": "Ben"},
            "I moved from “Not true” to “True” for “Live chat”. As Ben says: It hurts.",
        ),
        ("rate", RATED, {"changed": True}, "I have moved. Live chat: True. It hurts."),
        (
            "choice",
            A,
            {"before": B, "since": "That letter.", "driven": True},
            "That letter. I moved from “to wait, or not?” to Marketing. It hurts.",
        ),
        (
            "choice",
            A,
            {"before": A, "changed": True, "since": "That stays so."},
            "I have moved, but stay with Marketing. That stays so. It hurts.",
        ),
        (
            "choice",
            A,
            {"instead": B},
            "Without what has just happened I would have said “to wait, or not?” It hurts.",
        ),
        (
            "choice",
            A,
            {"instead": B, "stand": NOT_B},
            "Without what has just happened I would have said “to wait, or not?” "
            "Not “to wait, or not?” It hurts.",
        ),
        (
            "rate",
            RATED,
            {"instead": Stand("i", "low", "no")},
            "Live chat: True. Without what has just happened I would have said “Not true”. "
            "It hurts.",
        ),
    ],
)  # fmt: skip
def test_a_reason_is_said_in_whole_sentences(
    kind: str, own: Stand, keys: dict[str, Any], sentence: str
) -> None:
    assert said(kind, own, **keys) == sentence


def test_of_one_item_alone_only_the_answer_is_said_and_without_its_number() -> None:
    keys = {"item": ITEMS[:1], "scale": [*SCALE, {"id": "more", "label": "3 · More than that"}]}
    asked = {"kind": "rate", "id": "q", "title": "T", "ask": "A?", **keys}
    base = {"id": "s", "title": "S", "summary": "S", "brief": "B"}
    pack = Scenario.model_validate(base | {"question": [asked]})
    made = assemble((AgendaEntry(scenario="s"),), {"s": pack}, id="w", title="W")
    own = Stand("i", "high", "more")
    why = Reason(Line(own, "It hurts."), own)
    assert spoken(why, pack.questions[0], made) == "More than that. It hurts."
    stays = Reason(Line(own, "It hurts."), own, before=own)
    assert spoken(stays, pack.questions[0], made) == "I stay with “More than that”. It hurts."


def test_odd_names_do_no_harm() -> None:
    text = said("choice", A, as_said_by="\x1b[2J[/red]\u202eBen")
    assert text == "As [/red]Ben says: It hurts."


def test_who_passed_says_so() -> None:
    def passed(**keys: Any) -> str:
        return spoken(Reason(None, **keys), *workshop("choice"))

    assert passed() == "I passed."
    assert passed(as_said_by="Ben") == "Like Ben, I passed."
    assert passed(as_said_by="") == "I passed too."
    assert passed(again=True) == "I passed, as I said."
