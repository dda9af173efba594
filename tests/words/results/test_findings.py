from __future__ import annotations

import pytest
from support.results import Room, choices, points

from mops_tui.model.results.tallies import result
from mops_tui.words.results.findings import (
    findings,
    scenario_findings,
    standing_short,
    workshop_findings,
)


def told(room: Room, name: str, number: int | None = None) -> tuple[str, ...]:
    state = room.seen("room")
    found = result(state, f"demo/{name}", number)
    assert found is not None
    return findings(state, found)


def short(room: Room, name: str) -> str:
    state = room.seen("room")
    found, question = result(state, f"demo/{name}"), state.question(f"demo/{name}")
    assert found is not None
    assert question is not None
    return standing_short(found, question, state.workshop)


@pytest.mark.parametrize(
    ("votes", "expected", "briefly"),
    [
        ("aaab", ("Alpha leads with 3 of 4.", "That is a clear majority."), "Alpha leads"),
        ("aabb", ("Alpha and Beta tie with 2 of 4 each.",), "Alpha and Beta tie"),
        ("aaaa", ("All 4 chose Alpha.",), "all for Alpha"),
        ("ab", ("2 votes: too few to say where we stand.",), "2 votes"),
        ("aaa ", ("3 of 4 voted: too few to speak for the room.",), "only 3 of 4 voted"),
    ],
)
def test_where_the_room_stands_and_how_far_it_agrees(
    votes: str, expected: tuple[str, ...], briefly: str
) -> None:
    room = Room(len(votes)).round("demo/where", choices(votes))
    assert told(room, "where")[:2] == expected
    assert short(room, "where") == briefly


def test_a_grid_is_told_by_its_corners_and_a_split_by_its_ends() -> None:
    room = Room(4).round("demo/place", points((-80, -80), (-70, -90), (80, 80), (90, 70)))
    stands, agrees, differs = told(room, "place")
    assert "2 of 4 stand" in stands
    assert agrees == "We agree on neither axis."
    assert differs == (
        "We are split between technology and arts, and between rational and emotional."
    )


def test_a_second_round_says_who_moved() -> None:
    room = Room(4).round("demo/where", choices("aabb"))
    room.round("demo/where", choices("aaab"), 2)
    assert told(room, "where")[2] == (
        "One of 4 changed their answer; in round 1, Alpha and Beta tied."
    )


def test_a_page_of_findings_leaves_out_what_too_few_voted_on() -> None:
    room = Room(4).round("demo/where", choices("aaab"))
    room.round("demo/place", points((-80, -80)))
    state = room.seen("room")
    assert len(scenario_findings(state, "demo")) == 1
    assert workshop_findings(state) == scenario_findings(state, "demo")
