"""Where people stand on a grid, in words: with its people, at its places, on its lines."""

from __future__ import annotations

import pytest
from support.results import Room, points

from mops_tui.model.results.tallies import result
from mops_tui.words.results.findings import findings
from mops_tui.words.results.standing.corners import corner_words


def told(room: Room, name: str) -> tuple[str, ...]:
    state = room.seen("room")
    found = result(state, f"demo/{name}")
    assert found is not None
    return findings(state, found)


def test_a_grid_is_told_by_its_corners_and_a_split_by_its_ends() -> None:
    room = Room(4).round("demo/place", points((-80, -80), (-70, -90), (80, 80), (90, 70)))
    stands, differs = told(room, "place")
    assert "2 of 4 stand" in stands
    assert differs == (
        "We are split between technology and arts, and between rational and emotional."
    )


@pytest.mark.parametrize(
    ("corner", "where"),
    [
        ("Scientists", "with the Scientists"),
        ("Maestros", "with the Maestros"),
        ("Makers", "with the Makers"),
        ("Chaos", "at Chaos"),
        ("Status quo", "at “Status quo”"),
        ("Paris", "at Paris"),
        ("Payments", "at Payments"),
        ("Headquarters", "at Headquarters"),
        ("Players", "with the Players"),
        ("Sales", "at Sales"),
    ],
)
def test_a_corner_is_people_only_where_its_name_is(corner: str, where: str) -> None:
    assert corner_words(corner) == where


def test_all_in_one_corner_and_all_on_a_line() -> None:
    corner = Room(3).round("demo/place", points((-80, 80), (-70, 70), (-60, 60)))
    assert told(corner, "place")[0] == "All 3 stand with the Modernizers."
    line = Room(3).round("demo/place", points((0, 50), (0, -50), (40, 0)))
    assert told(line, "place")[0] == "All 3 stand on a line between corners."


def test_a_corner_with_half_or_less_is_only_more_than_any_other() -> None:
    room = Room(4).round("demo/place", points((-80, 80), (-70, 70), (60, 60), (60, -60)))
    assert told(room, "place")[0] == (
        "2 of 4 stand with the Modernizers, more than in any other corner."
    )


@pytest.mark.parametrize(
    ("where", "called", "said"),
    [
        (((-60, 10), (-9, 50), (-70, 70)), 0, "2 of 3"),
        (((-60, 10), (-9, 50), (-7, 7)), 0, "All 3"),
        (((-60, 16), (-9, 50), (-70, 70)), 0, ""),
        (((-60, 10), (-9, 50), (-70, 70)), 2, ""),  # whoever was called out is near no line
    ],
)
def test_where_a_hair_decides_the_corner_it_is_said(
    where: tuple[tuple[int, int], ...], called: int, said: str
) -> None:
    votes = [("", "modernizers", called)] if called else []
    room = Room(3 + called).round("demo/place", points(*where), called=votes)
    stands = told(room, "place")[0]
    assert stands.startswith(f"All {3 + called} stand with the Modernizers.")
    warning = " are close to a line between corners: a small step changes the corner."
    assert stands.endswith(f"{said}{warning}") if said else warning not in stands
