"""What a decision can rest on: a clear answer, or items that no tie divides from the rest."""

from __future__ import annotations

from typing import Any

import pytest
from support.results import Room, choices, points, positions

from mops_tui.model.results.picks import End, Pick, picked
from mops_tui.model.results.results import Result
from mops_tui.model.results.tallies import result


def counted(room: Room, name: str) -> Result:
    found = result(room.seen(), f"demo/{name}")
    assert found is not None
    return found


def rated(**steps: str) -> list[dict[str, Any]]:
    """Ballots on several items: a letter a person, a(bsent), p(artly) or i(n place)."""
    names = {"a": "absent", "p": "partly", "i": "in-place"}
    people = zip(*steps.values(), strict=True)
    return [{"items": tuple(steps), "levels": tuple(map(names.get, one))} for one in people]


@pytest.mark.parametrize(
    ("votes", "expected"),
    [
        ("aaab", (Pick("a", 3, 4),)),
        ("aabbc", ()),
        ("ab", ()),
        ("aa  ", ()),
        ("----", ()),
    ],
)
def test_a_leader_is_picked_and_neither_a_tie_nor_a_few(
    votes: str, expected: tuple[Pick, ...]
) -> None:
    room = Room(len(votes)).round("demo/where", choices(votes))
    assert picked(counted(room, "where"), "most") == expected


def test_an_item_is_picked_by_how_few_levels_hold_more_than_half() -> None:
    made = rated(owner="aaaap", training="aappi", platform="iiiia")
    found = counted(Room(5).round("demo/ready", made), "ready")
    assert picked(found, "least") == (Pick("owner", 4, 5, (("absent", 4),)),)
    assert picked(found, "least", 2)[1] == Pick("training", 4, 5, (("absent", 2), ("partly", 2)))
    assert picked(found, "most") == (Pick("platform", 4, 5, (("in-place", 4),)),)


@pytest.mark.parametrize(("up_to", "names"), [(1, ()), (2, ("owner", "training"))])
def test_no_tie_is_cut_in_two(up_to: int, names: tuple[str, ...]) -> None:
    made = rated(owner="aaap", training="aaap", platform="iiii")
    found = counted(Room(4).round("demo/ready", made), "ready")
    assert tuple(one.answer for one in picked(found, "least", up_to)) == names


@pytest.mark.parametrize("end", ["most", "least"])
def test_an_item_on_which_the_room_is_split_is_not_picked(end: End) -> None:
    made = rated(owner="aaaiiii")
    found = counted(Room(7).round("demo/ready", made), "ready")
    assert found.items[0].split is not None
    assert picked(found, end) == ()


def test_marks_on_the_lines_outweigh_a_corner() -> None:
    room = Room(5).round("demo/place", points((0, 50), (0, -50), (0, 9), (50, 50), (60, 60)))
    assert picked(counted(room, "place"), "most") == ()


def test_the_emptiest_corners_are_picked_together_or_not_at_all() -> None:
    room = Room(4).round("demo/place", points((9, 9), (8, 8), (-9, 9), (9, -9)))
    found = counted(room, "place")
    (only,) = picked(found, "least")
    assert (only.count, only.n) == (0, 4)
    room = Room(3).round("demo/place", points((9, 9), (8, 8), (-9, 9)))
    found = counted(room, "place")
    assert picked(found, "least") == ()
    assert [one.count for one in picked(found, "least", 2)] == [0, 0]


def test_of_pairs_the_side_that_most_lean_to_is_picked() -> None:
    room = Room(5).round("demo/lean", positions("craft", 1, 2, 2, 0, -1))
    assert picked(counted(room, "lean"), "most") == (Pick("craft", 3, 5),)
