"""Where a room stands, in one sentence: a lead, a lead by little, a tie, close to even."""

from __future__ import annotations

from typing import Any

import pytest
from support.results import Room, choices

from mops_tui.model.results.tallies import result
from mops_tui.words.results.standing.sentence import standing


def stands(room: Room, name: str) -> str:
    state = room.seen("room")
    found, question = result(state, f"demo/{name}"), state.question(f"demo/{name}")
    assert found is not None
    assert question is not None
    return standing(found, question, state.workshop)


def poured(*each: tuple[int, ...]) -> list[dict[str, Any]]:
    return [{"options": ("a", "b", "c"), "points": one} for one in each]


@pytest.mark.parametrize(
    ("votes", "expected"),
    [
        ("aaabbc", "Alpha leads by one vote, with 3 of 6."),
        ("aaaab", "Alpha leads with 4 of 5."),
        ("aabbcc", "Alpha, Beta and Gamma tie with 2 of 6 each."),
        ("---", ""),
    ],
)
def test_a_choice(votes: str, expected: str) -> None:
    assert stands(Room(len(votes)).round("demo/where", choices(votes)), "where") == expected


@pytest.mark.parametrize(
    ("each", "expected"),
    [
        (((9, 1, 0),) * 3, "Alpha leads with 27 of 30 points."),
        (((10, 0, 0),) * 3, "Alpha has all 30 points."),
        (
            ((4, 3, 3), (4, 3, 3), (3, 4, 3)),
            "Close to even: 9 to 11 of 30 points each, most for Alpha.",
        ),
        (((5, 5, 0),) * 4, "Alpha and Beta tie with 20 of 40 points each."),
    ],
)
def test_points(each: tuple[tuple[int, ...], ...], expected: str) -> None:
    assert stands(Room(len(each)).round("demo/points", poured(*each)), "points") == expected


def test_ideas_are_counted() -> None:
    assert stands(Room(1).round("demo/ideas", [{"ideas": ("Tea",)}]), "ideas") == "One idea."
