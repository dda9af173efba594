"""The way through a workshop: what comes after what, and how it closes over what is skipped."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.asking import Room
from support.before import before
from support.narrow import the
from support.results import Room as Written

from mops_tui.model.agenda import agenda
from mops_tui.model.packs.workshop import Workshop
from mops_tui.model.session import commands as cmd
from mops_tui.model.session.state import View, WorkshopState

AXIS = {"label": "L", "low": "low", "high": "high"}
GRID = {
    "id": "mops",
    "title": "Grid",
    "x": AXIS,
    "y": AXIS,
    **{
        corner: {"id": corner.replace("_", "-"), "name": corner}
        for corner in ("top_left", "top_right", "bottom_left", "bottom_right")
    },
}


def hands(name: str) -> dict[str, Any]:
    return {"kind": "hands", "id": name, "title": name, "ask": "Well?"}


def scenario(name: str, *questions: str, **keys: Any) -> dict[str, Any]:
    asked = [hands(question) for question in questions]
    return {"id": name, "title": name, "summary": "S", "brief": "B", "question": asked} | keys


def workshop() -> Workshop:
    decision = {"ask": "What now?"}
    placing = {"kind": "grid", "id": "place", "title": "P", "ask": "Where?", "grid": "mops"}
    return Workshop.model_validate(
        {
            "id": "w",
            "title": "W",
            "minutes": 30,
            "grid": [GRID, GRID | {"id": "unused"}],
            "scenario": [
                scenario("end", "worth", closing=True, decision=decision),
                scenario("one", "a", "b", decision=decision),
                scenario("two", question=[placing, hands("c")]),
                scenario("three", "d", decision=decision),
            ],
        }
    )


WAY = (
    "brief one",
    "question one/a",
    "question one/b",
    "decision one",
    "brief two",
    "question two/place",
    "question two/c",
    "brief three",
    "question three/d",
    "decision three",
    "grid mops",
    "question end/worth",
    "workshop",
)
QUESTIONS = ("one/a", "one/b", "two/place", "two/c", "three/d", "end/worth")


def view(name: str) -> View:
    of, _, what = name.partition(" ")
    return View(of, what)  # type: ignore[arg-type]  # a test writes known names


def name(place: View | None) -> str:
    return " ".join(place.key).strip() if place else ""


def without(*skipped: str) -> WorkshopState:
    room = Room(workshop=workshop())
    room.do(cmd.SetAgenda(skipped, 30))
    return room.state


def test_the_whole_way_there_and_back() -> None:
    state = without()
    assert tuple(map(name, agenda.steps(state))) == WAY
    place: View | None = View("lobby")
    walked = []
    while place := agenda.following(state, the(place)):
        walked.append(name(place))
    assert tuple(walked) == WAY
    for first, after in zip(("", *WAY), WAY, strict=False):
        assert name(agenda.previous(state, view(after))) == first


def test_a_scenario_without_questions_has_neither_brief_nor_decision() -> None:
    left = {name(step) for step in agenda.steps(without("one/a", "one/b", "two/place"))}
    assert left.isdisjoint({"brief one", "decision one", "grid mops"})
    assert agenda.steps(without(*QUESTIONS)) == (agenda.SUMMARY,)


@pytest.mark.parametrize(
    ("skipped", "standing", "after", "before"),
    [
        (["one/a"], "question one/a", "question one/b", "brief one"),
        (["one/b"], "question one/b", "decision one", "question one/a"),
        (["two/c"], "question two/c", "brief three", "question two/place"),
        (["one/a", "one/b"], "question one/b", "brief two", ""),
        (["one/a", "one/b"], "brief one", "brief two", ""),
        (["one/a", "one/b"], "decision one", "brief two", ""),
        (["three/d"], "question three/d", "grid mops", "question two/c"),
        (["two/place"], "grid mops", "question end/worth", "decision three"),
        (["end/worth"], "question end/worth", "workshop", "grid mops"),
        ([], "question no/such", "workshop", ""),
    ],
)
def test_from_a_place_that_was_skipped_the_way_goes_on(
    skipped: list[str], standing: str, after: str, before: str
) -> None:
    state = without(*skipped)
    assert name(agenda.following(state, view(standing))) == after
    assert name(agenda.previous(state, view(standing))) == before


@given(st.sets(st.sampled_from(QUESTIONS)), st.sampled_from(WAY))
def test_every_place_leads_to_the_end_without_turning_back(skipped: set[str], at: str) -> None:
    state = without(*skipped)
    place: View | None = view(at)
    seen = [WAY.index(at)]
    while (place := agenda.following(state, the(place))) is not None:
        seen.append(WAY.index(name(place)))
    assert seen == sorted(set(seen))
    assert seen[-1] == len(WAY) - 1


def test_what_a_place_belongs_to() -> None:
    assert [agenda.scenario_of(view(place)) for place in WAY[:3]] == ["one"] * 3
    assert agenda.scenario_of(View("workshop")) == agenda.scenario_of(View("grid", "mops")) == ""
    state = without()
    assert agenda.grid_of(state, "two/place") == "mops"
    assert agenda.grid_of(state, "two/c") == agenda.grid_of(state, "no/such") == ""


def test_a_session_that_goes_on_from_another_opens_with_what_that_one_left() -> None:
    room = Written(before=before())
    first, *others = agenda.steps(room.state())
    assert first == View("before")
    assert tuple(others) == agenda.steps(Written().state())
    assert agenda.following(room.state(), View("lobby")) == first
    nothing = Written(before=before(decision=(), action=()))
    assert agenda.steps(nothing.state()) == tuple(others)
