"""Which grids have a page: where somebody has a mark, or can still get one."""

from __future__ import annotations

from typing import Any

import pytest
from support.asking import Room

from mops_tui.model.agenda import agenda
from mops_tui.model.agenda.grids import grids_left_out, grids_with_marks
from mops_tui.model.packs.workshop import Workshop
from mops_tui.model.session import commands as cmd
from mops_tui.model.session.ballots import Choice, Pass, Point
from mops_tui.model.session.state import View

AXIS = {"label": "L", "low": "low", "high": "high"}


def grid(name: str) -> dict[str, Any]:
    corners = ("top_left", "top_right", "bottom_left", "bottom_right")
    named = {
        corner: {"id": f"{name}-{corner}".replace("_", "-"), "name": corner} for corner in corners
    }
    return {"id": name, "title": name, "x": AXIS, "y": AXIS, **named}


def leaning(name: str) -> dict[str, Any]:
    lean = {"grid": "leant", "x": 1.0, "y": -1.0, "why": "W"}
    options = [{"id": "a", "label": "A", "leans": [lean]}, {"id": "b", "label": "B"}]
    return {"kind": "choice", "id": name, "title": name, "ask": "Well?", "option": options}


def workshop() -> Workshop:
    placing = {"kind": "grid", "id": "place", "title": "P", "ask": "Where?", "grid": "placed"}
    parts = {"summary": "S", "brief": "B"}
    end = {"kind": "hands", "id": "worth", "title": "W", "ask": "Well?"}
    return Workshop.model_validate(
        {
            "id": "w",
            "title": "W",
            "minutes": 30,
            "grid": [grid("placed"), grid("leant"), grid("unasked")],
            "scenario": [
                {"id": "one", "title": "1", "question": [placing], **parts},
                {"id": "two", "title": "2", **parts,
                 "question": [leaning(name) for name in ("a", "b", "c")]},
                {"id": "end", "title": "E", "closing": True, "question": [end], **parts},
            ],
        }
    )  # fmt: skip


@pytest.fixture
def room() -> Room:
    room = Room(workshop=workshop())
    room.do(cmd.Join("p1", "Ada"), cmd.Join("p2", "Ben"))
    return room


def ask(room: Room, ref: str, **ballots: Any) -> None:
    room.do(cmd.Show(View("question", ref)))
    for person, ballot in ballots.items():
        room.do(cmd.CastVote(ref, person, ballot))
    room.do(cmd.CloseRound(ref))
    if ballots:
        room.do(cmd.Reveal(ref))


def pages(room: Room) -> list[str]:
    return [step.name for step in agenda.steps(room.state) if step.of == "grid"]


def test_what_lies_ahead_may_bring_marks(room: Room) -> None:
    assert pages(room) == ["placed", "leant"]
    assert grids_left_out(room.state) == ()


def test_a_place_on_a_grid_keeps_its_page(room: Room) -> None:
    ask(room, "one/place", p1=Point(10, 10))
    room.do(cmd.Show(View("workshop")))
    assert grids_with_marks(room.state) == ("placed",)
    assert grids_left_out(room.state) == ("leant",)


@pytest.mark.parametrize("ballots", [{}, {"p1": Pass(), "p2": Pass()}])
def test_a_question_that_nobody_answered_brings_none(room: Room, ballots: dict[str, Any]) -> None:
    ask(room, "one/place", **ballots)
    assert pages(room) == (["placed", "leant"] if not ballots else ["leant"])
    room.do(cmd.Show(View("brief", "two")))
    assert pages(room) == ["leant"]


def test_a_called_vote_keeps_the_page(room: Room) -> None:
    room.do(cmd.Show(View("question", "one/place")))
    room.do(cmd.SetTally("one/place", (("", "placed-top-left", 2),)), cmd.Reveal("one/place"))
    room.do(cmd.Show(View("workshop")))
    assert "placed" in pages(room)


def test_three_answers_of_one_person_make_a_page_and_two_of_each_do_not(
    room: Room,
) -> None:
    a = Choice("a")
    ask(room, "two/a", p1=a, p2=a)
    ask(room, "two/b", p1=a, p2=a)
    ask(room, "two/c", p1=Pass(), p2=Pass())
    assert "leant" not in pages(room)
    room.do(cmd.OpenRound("two/c"), cmd.CastVote("two/c", "p2", a), cmd.Reveal("two/c"))
    assert "leant" in pages(room)


def test_the_way_leads_past_it_and_says_so(room: Room) -> None:
    ask(room, "two/c")
    before = room.state.place
    after = agenda.following(room.state, before)
    assert after == View("question", "end/worth")
    room.do(cmd.Show(View("question", "end/worth")))
    assert set(agenda.passed_over(room.state, before)) == {"placed", "leant"}
    assert agenda.passed_over(room.state, room.state.place) == ()


def test_going_back_to_its_question_brings_the_page_back(room: Room) -> None:
    room.do(cmd.Show(View("workshop")))
    assert pages(room) == []
    room.do(cmd.Show(View("question", "one/place")))
    assert pages(room) == ["placed", "leant"]


def test_from_a_page_that_is_gone_the_way_goes_on(room: Room) -> None:
    room.do(cmd.Show(View("grid", "leant")))
    assert pages(room) == []
    assert agenda.following(room.state, room.state.place) == View("question", "end/worth")
