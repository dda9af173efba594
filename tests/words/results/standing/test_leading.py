"""Which answers hold the most, and by how little."""

from __future__ import annotations

import pytest
from support.results import Room, choices, points

from mops_tui.model.results.results import Result
from mops_tui.model.results.tallies import result
from mops_tui.words.results.standing.leading import close_to_even, counted, lead, leading


def of(room: Room, name: str) -> Result:
    found = result(room.seen(), f"demo/{name}")
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("votes", "first", "ahead"),
    [
        ("aaab", ("a",), 0),
        ("aaabbc", ("a",), 1),
        ("aabb", ("a", "b"), 0),
        ("a" * 40 + "b" * 38 + "c" * 22, ("a",), 2),
        ("a" * 40 + "b" * 36 + "c" * 24, ("a",), 4),
        ("a" * 40 + "b" * 35 + "c" * 25, ("a",), 0),
        ("aaaaabbbccc", ("a",), 2),
        ("a" * 51 + "b" * 49, ("a",), 0),
    ],
)
def test_a_lead_is_little_under_five_of_a_hundred_and_over_half_never(
    votes: str, first: tuple[str, ...], ahead: int
) -> None:
    found = of(Room(len(votes)).round("demo/where", choices(votes)), "where")
    assert (leading(found), lead(found)) == (first, ahead)


def test_of_a_grid_the_corners_are_counted() -> None:
    found = of(Room(3).round("demo/place", points((-9, 9), (-5, 5), (0, 0))), "place")
    names, counts = counted(found)
    assert dict(zip(names, counts, strict=True))["modernizers"] == 2
    assert sum(counts) == 2
    assert leading(found) == ("modernizers",)


@pytest.mark.parametrize(
    ("last", "even"), [((3, 4, 3), True), ((4, 3, 3), False), ((10, 0, 0), False)]
)
def test_points_are_close_to_even_within_a_fifth_of_an_even_share(
    last: tuple[int, ...], even: bool
) -> None:
    poured = [{"options": ("a", "b", "c"), "points": one} for one in (*[(4, 3, 3)] * 2, last)]
    found = of(Room(3).round("demo/points", poured), "points")
    assert close_to_even(found) is even
