"""Outcomes that turned: never passed over in silence, never called more than they are."""

from __future__ import annotations

from datetime import timedelta

import pytest
from support.results import Room, choices

from mops_tui.model.comparison.comparison import Comparison, Session, compare
from mops_tui.words.comparison.headlines import changed_lines, unchanged_line
from mops_tui.words.comparison.turns import turned_lines

WHERE = "demo/where"


def two(then: str, now: str, anonymity: str = "anonymous") -> Comparison:
    """Two votes, the second a year later; of an anonymous room nobody is known to be in both."""
    rooms = [
        Room(len(said), policy={"anonymity": anonymity}).round(WHERE, choices(said))
        for said in (then, now)
    ]
    return compare(
        *(
            Session(str(at), "T", room.header.opened + timedelta(days=365 * at), room.seen("room"))
            for at, room in enumerate(rooms)
        )
    )


@pytest.mark.parametrize(
    ("then", "now", "said"),
    [
        (
            "aaaabbbbbcc",
            "bbbbc",
            "Where: Beta won a majority: 5 of 11 in S1, 4 of 5 in S2. Alpha went from 4 of 11 to "
            "0 of 5. Only 5 answered in S2: too few to say whether the room moved.",
        ),
        (
            "aaab",
            "aabb",
            "Where: Alpha lost its majority: 3 of 4 in S1, 2 of 4 in S2. Only 4 answered each "
            "time: too few to say whether the room moved.",
        ),
        (
            "aabbc",
            "aabcc",
            "Where: In the lead: Alpha and Beta with 2 of 5 each in S1, Alpha and Third with 2 of "
            "5 each in S2. Only 5 answered each time: too few to say whether the room moved.",
        ),
        (
            "a" * 21 + "b" * 20,
            "a" * 20 + "b" * 21,
            "Where: In the lead: Alpha with 21 of 41 in S1, Beta with 21 of 41 in S2. This rests "
            "on fewer than two people's answers: too little to say that the room moved.",
        ),
    ],
)
def test_an_outcome_that_turned_is_told_with_its_counts(then: str, now: str, said: str) -> None:
    found = two(then, now)
    assert changed_lines(found) == []
    assert unchanged_line(found) == ""
    [line] = turned_lines(found)
    assert line.replace("Gamma", "Third") == said


def test_a_headline_is_not_told_twice() -> None:
    found = two("aaaaabb", "aabbbbb")
    assert len(changed_lines(found)) == 1
    assert turned_lines(found) == []


def test_nothing_moved_is_said_where_nothing_did() -> None:
    assert unchanged_line(two("a" * 30 + "b" * 10, "a" * 31 + "b" * 9)).startswith(
        "No question moved far, no lead changed, and no majority was won or lost."
    )


def test_what_too_few_said_turned_nothing() -> None:
    found = two("ab", "bbbbb")
    assert turned_lines(found) == []
    assert (
        unchanged_line(found) == "No question has enough answers in both the first and the "
        "last session to say what changed."
    )


def test_points_poured_nearly_evenly_have_no_lead_to_lose() -> None:
    def poured(*given: tuple[int, int, int]) -> Room:
        ballots = [{"options": ("a", "b", "c"), "points": each} for each in given]
        return Room(len(given)).round("demo/points", ballots)

    rooms = [poured((4, 3, 3), (3, 4, 3), (4, 3, 3)), poured((3, 4, 3), (3, 4, 3), (4, 3, 3))]
    found = compare(
        *(
            Session(str(at), "T", room.header.opened + timedelta(days=at), room.seen("room"))
            for at, room in enumerate(rooms)
        )
    )
    assert turned_lines(found) == []
