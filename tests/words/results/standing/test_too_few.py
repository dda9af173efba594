"""A round that cannot speak for the room says so, by its number, and nothing else."""

from __future__ import annotations

import pytest
from support.results import Room, choices

from mops_tui.model.results.tallies import result
from mops_tui.words.results.standing.too_few import too_few


@pytest.mark.parametrize(
    ("votes", "expected"),
    [
        ("a", "One answer: too few to say where we stand."),
        ("ab", "2 answers: too few to say where we stand."),
        ("ab-", "2 answers: too few to say where we stand."),
        ("aab", ""),
        ("aaa ", "3 of 4 voted: too few to speak for the room."),
        ("---", ""),
    ],
)
def test_it_names_what_is_missing(votes: str, expected: str) -> None:
    found = result(Room(len(votes)).round("demo/where", choices(votes)).seen(), "demo/where")
    assert found is not None
    assert too_few(found) == expected


def test_what_was_called_out_counts() -> None:
    room = Room(3).round("demo/where", choices("a"), called=[("", "b", 2)])
    found = result(room.seen(), "demo/where")
    assert found is not None
    assert too_few(found) == ""
