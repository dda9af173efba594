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
    "owners",
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
        (["two/place"], "grid mops", "owners", "decision three"),
        (["end/worth"], "question end/worth", "workshop", "owners"),
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


def with_breaks(*skipped: str, **breaks: float) -> WorkshopState:
    made = workshop()
    scenarios = tuple(
        one.model_copy(update={"break_after": breaks.get(one.id, 0.0), "no_brief": True})
        for one in made.scenarios
    )
    room = Room(workshop=made.model_copy(update={"scenarios": scenarios}))
    room.do(cmd.SetAgenda(skipped, 30))
    return room.state


def way(state: WorkshopState) -> list[str]:
    return [name(step) for step in agenda.steps(state)]


def test_a_break_comes_after_its_scenario_and_a_brief_can_be_left_out() -> None:
    assert way(with_breaks(one=10))[:5] == [
        "question one/a",
        "question one/b",
        "decision one",
        "break one",
        "question two/place",
    ]


def test_a_room_that_skips_a_scenario_keeps_its_break_and_has_no_two_in_a_row() -> None:
    skipped = with_breaks("two/place", "two/c", one=10, two=10)
    assert [step for step in way(skipped) if step.startswith("break")] == ["break one"]
    kept = with_breaks("two/place", "two/c", two=10)
    assert [step for step in way(kept) if step.startswith("break")] == ["break two"]
    first = with_breaks("one/a", "one/b", one=10)
    assert not [step for step in way(first) if step.startswith("break")]


def test_owners_are_read_back_where_something_is_decided_or_still_can_be() -> None:
    def at(place: str, *decided: str) -> list[str]:
        room = Room(workshop=workshop())
        for scenario_id in decided:
            room.do(cmd.RecordDecision(f"d-{scenario_id}", scenario_id, "What"))
        room.do(cmd.Show(view(place)))
        return way(room.state)

    assert "owners" in at("brief one")
    assert "owners" in at("decision three")
    assert "owners" not in at("grid mops")
    assert "owners" not in at("question end/worth")
    assert "owners" in at("grid mops", "one")
