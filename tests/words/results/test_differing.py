"""What a room differs on most: one item, two, many; how far points and places reach."""

from __future__ import annotations

from typing import Any

import pytest
from support.results import Room, choices, points, told

from mops_tui.model.results.tallies import result
from mops_tui.words.results.differing import differing, next_best


def differs(room: Room, name: str) -> str:
    state = room.seen("room")
    found, question = result(state, f"demo/{name}"), state.question(f"demo/{name}")
    assert found is not None
    assert question is not None
    return differing(state, found, question)


def poured(*each: tuple[int, ...]) -> list[dict[str, Any]]:
    return [{"options": ("a", "b", "c"), "points": one} for one in each]


def rated(**steps: str) -> list[dict[str, Any]]:
    """Ballots on several items: a letter a person, a(bsent), p(artly) or i(n place)."""
    names = {"a": "absent", "p": "partly", "i": "in-place"}
    people = zip(*steps.values(), strict=True)
    return [{"items": tuple(steps), "levels": tuple(map(names.get, one))} for one in people]


def test_corners_are_spread_over_and_no_answers() -> None:
    called = [("", "modernizers", 4)]
    called += [("", one, 1) for one in ("orchestrators", "scientists", "psychologists")]
    room = Room(9).round("demo/place", points((0, 50), (0, 0)), called=called)
    assert told(room, "place")[-1] == "3 of 9 are spread over the other three corners."


@pytest.mark.parametrize(
    ("votes", "expected"),
    [
        ("aaabbc", "Then Beta with 2 of 6."),
        ("aaabc", "Then Beta and Gamma with 1 of 5 each."),
        ("aaaa", ""),
        ("aabb", ""),
    ],
)
def test_behind_a_leader_stands_the_next(votes: str, expected: str) -> None:
    room = Room(len(votes)).round("demo/where", choices(votes))
    assert differs(room, "where") == expected


def test_where_nobody_leads_nobody_is_next() -> None:
    state = Room(4).round("demo/where", choices("aabb")).seen("room")
    found, question = result(state, "demo/where"), state.question("demo/where")
    assert found is not None
    assert question is not None
    assert next_best(found, question, state.workshop) == ""


@pytest.mark.parametrize(
    ("steps", "expected"),
    [
        ({"owner": "api", "training": "ppp"}, "We differ most on {owner}."),
        ({"owner": "api", "training": "pai"}, "We differ on {owner} and on {training}."),
        ({"owner": "aaa", "training": "ppp"}, ""),
        ({"owner": "api"}, ""),
    ],
)
def test_as_many_items_are_named_as_the_room_differs_on_alike(
    steps: dict[str, str], expected: str
) -> None:
    room = Room(3).round("demo/ready", rated(**steps))
    assert differs(room, "ready") == expected.format(owner="“An owner”", training="Training")


def test_points_reach_from_the_least_to_the_most() -> None:
    alike = poured((9, 1, 0), (9, 1, 0), (1, 9, 0))
    assert differs(Room(3).round("demo/points", alike), "points") == (
        "We differ most on Alpha and Beta: from 1 to 9 points on each."
    )
    alone = poured((9, 1, 0), (8, 1, 1), (1, 4, 5))
    assert differs(Room(3).round("demo/points", alone), "points") == (
        "We differ most on Alpha: from 1 to 9 points."
    )
