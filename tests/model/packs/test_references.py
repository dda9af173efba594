"""What the parts of a scenario say of one another, and cannot."""

from __future__ import annotations

from typing import Any

import pytest
from support.branching import ROOMS, SCALE, asked, scenario

from mops_tui.model.packs.checks import problems_in
from mops_tui.model.packs.pack import AgendaEntry

FIRST = asked("choice", "first")
ITEM = [{"id": "i", "label": "I"}]


@pytest.mark.parametrize(
    ("question", "code", "path"),
    [
        ({"asked_if": [{"question": "last", "leads": ["it"]}]}, "no-earlier", ("question",)),
        ({"asked_if": [{"question": "frist", "leads": ["it"]}]}, "no-earlier", ("question",)),
        ({"asked_if": [{"question": "rated", "leads": ["it"]}]}, "none-can-lead", ("question",)),
        ({"asked_if": [{"question": "first", "leads": ["tv"]}]}, "unknown-answer", ("leads", 0)),
    ],
)
def test_a_condition_names_an_earlier_question_and_an_answer_of_it(
    question: dict[str, Any], code: str, path: tuple[str | int, ...]
) -> None:
    rated = asked("rate", "rated", item=ITEM)
    (flaw,) = problems_in(
        scenario(FIRST, rated, asked("choice", "q", **question), asked("choice", "last"))
    )
    assert (flaw.code, flaw.path) == (code, ("question", 2, "asked_if", 0, *path))


@pytest.mark.parametrize(
    ("keys", "code"),
    [
        ({"items_from": "first"}, "none-to-borrow"),
        ({"items_from": "none"}, "no-earlier"),
        ({"items_from": "waves", "item": ITEM}, "items-twice"),
    ],
)
def test_items_are_borrowed_from_an_earlier_question_that_has_some(
    keys: dict[str, Any], code: str
) -> None:
    waves = asked("curve", "waves", item=ITEM)
    (flaw,) = problems_in(scenario(FIRST, waves, asked("rate", "sides", **keys)))
    assert (flaw.code, flaw.path) == (code, ("question", 2, "items_from"))


def test_a_line_refers_to_a_question_of_its_scenario() -> None:
    line = [{"id": "l", "text": "T", "refers": ["frist"]}]
    options = [ROOMS[0] | {"goodies": line}, ROOMS[1]]
    pack = scenario(FIRST | {"prompts": line, "option": options}, cues=line)
    paths = [flaw.path for flaw in problems_in(pack)]
    assert paths == [
        ("cues", 0, "refers", 0),
        ("question", 0, "prompts", 0, "refers", 0),
        ("question", 0, "option", 0, "goodies", 0, "refers", 0),
    ]
    assert {flaw.params["nearest"] for flaw in problems_in(pack)} == {"first"}


def test_who_speaks_of_a_subject_says_what_is_asked_for_it() -> None:
    pack = scenario(FIRST | {"title": "Ready for {subject}?"})
    (flaw,) = problems_in(pack)
    assert (flaw.code, flaw.path) == ("no-subject", ("question", 0, "title"))
    named = {"ask": "Which?", "fallback": "the change"}
    assert problems_in(scenario(FIRST | {"title": "Ready for {subject}?"}, subject=named)) == ()


def test_a_subject_stands_only_where_its_name_is_put_in() -> None:
    named = {"ask": "Which?", "fallback": "the change"}
    cues = [{"id": "c", "text": "{subject}"}]
    pack = scenario(FIRST, title="{subject}", brief="{subject}", subject=named, cues=cues)
    found = [(flaw.code, flaw.path) for flaw in problems_in(pack)]
    assert found == [("subject-not-here", ("title",)), ("subject-not-here", ("brief",))]


def test_what_is_asked_for_a_subject_leaves_its_field_in_sight() -> None:
    named = {"ask": "a" * 301, "hint": "h" * 161, "fallback": "the change"}
    found = [(flaw.code, flaw.path) for flaw in problems_in(scenario(FIRST, subject=named))]
    assert found == [("no-room", ("subject", "ask")), ("no-room", ("subject", "hint"))]


@pytest.mark.parametrize("minutes", [True, "10"])
def test_a_break_is_a_number_of_minutes(minutes: object) -> None:
    with pytest.raises(ValueError, match="valid number"):
        AgendaEntry.model_validate({"scenario": "s", "break": minutes})


def test_the_first_question_can_hang_on_none() -> None:
    hangs = [{"question": "first", "leads": ["it"]}]
    (flaw,) = problems_in(scenario(FIRST | {"asked_if": hangs}))
    assert flaw.code == "none-earlier"


@pytest.mark.parametrize("name", ["", "  ", "\n"])
def test_a_subjects_fallback_is_a_name(name: str) -> None:
    with pytest.raises(ValueError, match="at least 1 character"):
        scenario(FIRST, subject={"ask": "Which?", "fallback": name})


def test_a_rating_has_items_of_its_own_or_borrows_them() -> None:
    with pytest.raises(ValueError, match="item is missing"):
        scenario(asked("rate", "q", scale=SCALE))
