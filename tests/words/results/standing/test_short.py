"""Where a room stands in the few words that a list has room for."""

from __future__ import annotations

from typing import Any

import pytest
from support.labelled import labelled
from support.results import Room, choices, points, positions

from mops_tui.model.results.tallies import result
from mops_tui.words.results.standing.short import SHORT, standing_short
from mops_tui.words.safe import cells


def short(room: Room, name: str) -> str:
    state = room.seen("room")
    found, question = result(state, f"demo/{name}"), state.question(f"demo/{name}")
    assert found is not None
    assert question is not None
    return standing_short(found, question, state.workshop)


def test_what_ties_is_called_what_it_is() -> None:
    grid = Room(3).round("demo/place", points((-9, -9), (9, 9), (9, -9)))
    assert short(grid, "place") == "three corners tie"
    pair = Room(5).round("demo/lean", positions("craft", -1, -1, 0, 1, 1))
    assert short(pair, "lean") == "both sides tie"


@pytest.mark.parametrize(
    ("where", "expected"),
    [
        (((0, 50), (0, -50), (40, 0)), "between the corners"),
        (((-9, 9), (-8, 8), (9, -9)), "Modernizers 2 of 3"),
        (((-9, 9), (-8, 8), (9, 9), (8, 8)), "Modernizers and Orchestrators tie"),
    ],
)
def test_a_grid_in_a_few_words(where: tuple[tuple[int, int], ...], expected: str) -> None:
    found = short(Room(len(where)).round("demo/place", points(*where)), "place")
    assert found == expected
    assert cells(found) <= SHORT


def test_ideas_are_counted_and_an_empty_round_is_silent() -> None:
    ideas: list[dict[str, Any]] = [{"ideas": ("More coffee",)}, {"ideas": ("Less coffee", "Tea")}]
    assert short(Room(2).round("demo/ideas", ideas), "ideas") == "3 ideas"
    assert short(Room(3).round("demo/where", choices("---")), "where") == ""


@pytest.mark.parametrize("label", ["x" * 70, "שלום " * 12 + "א", "🙂" * 60, "One more word " * 5])
def test_two_long_answers_that_tie_have_room_in_a_list(label: str) -> None:
    room = Room(4, workshop=labelled([f"{label}a", f"{label}b"])).round(
        "demo/where", choices("aabb")
    )
    assert cells(short(room, "where")) <= SHORT + 10


@pytest.mark.parametrize("label", ["x" * 70, "🙂" * 60, "One more word " * 5, "Cloud"])
@pytest.mark.parametrize(
    "where", [(10, 60, 30, 1, 60), (10, 30, 1, 30, 90, 60, 90, 10, 30), (90, 90, 60, 60, 10)]
)
def test_a_long_wave_and_the_stages_it_is_on_have_room(label: str, where: tuple[int, ...]) -> None:
    room = Room(len(where), workshop=labelled([label]))
    assert cells(short(room.round("demo/waves", positions("cloud", *where)), "waves")) <= SHORT + 10


@pytest.mark.parametrize("count", [4, 30])
def test_two_long_statements_that_split_a_room_have_room_in_a_list(count: int) -> None:
    room = Room(count, workshop=labelled(["x" * 70]))
    sides = positions("craft", *(2 * (-1) ** n for n in range(count)))
    assert cells(short(room.round("demo/lean", sides), "lean")) <= SHORT + 10
