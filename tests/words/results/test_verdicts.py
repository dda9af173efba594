from __future__ import annotations

from typing import Any

import pytest
from support.results import Room, choices, levels, points, positions

from mops_tui.model.results.grid import summary
from mops_tui.model.results.tallies import result
from mops_tui.model.session import events as ev
from mops_tui.words.results import verdicts as words
from mops_tui.words.results.voices import voices_words

ANONYMOUS: dict[str, Any] = {"policy": {"anonymity": "anonymous"}}


def said(room: Room, name: str) -> dict[str, Any]:
    state, ref = room.seen(), f"demo/{name}"
    found, question = result(state, ref), state.question(ref)
    assert found is not None
    assert question is not None
    return {
        "verdict": words.verdict(found, question, state.policy, state.workshop),
        "splits": words.splits(found, question, state.workshop),
        "stability": words.stability(found),
        "quorum": words.quorum(found, state.policy),
        "voices": voices_words(state, found),
        "items": [words.item_verdict(i, question, state.policy) for i in found.items],
    }


@pytest.mark.parametrize(
    ("votes", "expected"),
    [
        ("a", "One vote: too few for words."),
        ("ab", "2 votes: too few for words."),
        ("---", "Nobody has answered."),
        ("aaab", "Majority: Alpha has 3 of 4 (75 %), at or above the 75 % that you set."),
        ("aaaabbccc", "No majority: Alpha leads with 4 of 9 (44 %)."),
        ("aabb", "Tied: Alpha and Beta have 2 of 4 each."),
        ("abc", "Tied: Alpha, Beta and Gamma have 1 of 3 each."),
    ],
)
def test_choices(votes: str, expected: str) -> None:
    assert said(Room(9).round("demo/where", choices(votes)), "where")["verdict"] == expected


def test_a_share_that_misses_the_majority_is_not_rounded_up_to_it() -> None:
    room = Room().round("demo/where", [], called=[("", "a", 746), ("", "b", 254)])
    assert said(room, "where")["verdict"] == "No majority: Alpha leads with 746 of 1000 (74 %)."


def test_points_and_first_places() -> None:
    ballots = [{"options": ("a", "b"), "points": (3, 7)}] * 3
    room = Room(3).round("demo/points", ballots)
    expected = "No majority: Beta leads with 21 of 30 points (70 %)."
    assert said(room, "points")["verdict"] == expected
    room = Room(3).round("demo/order", [{"options": ("b", "a", "c")}] * 3)
    expected = "Majority: Beta comes first for 3 of 3 (100 %), at or above the 75 % that you set."
    assert said(room, "order")["verdict"] == expected


def test_ratings() -> None:
    items = ("owner", "training", "platform")
    ballots = [
        {"items": items, "levels": ("partly", "in-place", level)}
        for level in ("absent", "partly", "partly", "in-place")
    ]
    found = said(Room(4).round("demo/ready", ballots), "ready")
    assert found["verdict"] == "Agreed on 2 of 3: least on “A platform”, A 0.25; you set 0.50."
    assert found["items"][0] == "Agreed: A 1.00, at or above the 0.50 that you set."
    split = [*levels("owner", "absent", "absent", "in-place", "in-place")]
    found = said(Room(4).round("demo/ready", split), "ready")
    assert found["verdict"] == "Split on “An owner” between Absent and In place."
    assert found["splits"] == ("Split on “An owner” between Absent and In place.",)
    assert found["items"] == [
        "Split between Absent and In place.",
        "Nobody has answered.",
        "Nobody has answered.",
    ]
    expected = "Hear Person 1 and Person 3 first: they stand furthest apart on “An owner”."
    assert found["voices"] == expected


def test_ideas() -> None:
    assert said(Room(1).round("demo/ideas", [{"ideas": ("x",)}]), "ideas")["verdict"] == "One idea."
    two = Room(1).round("demo/ideas", [{"ideas": ("x", "y")}])
    assert said(two, "ideas")["verdict"] == "2 ideas."


def test_stability() -> None:
    room = Room(8).round("demo/where", choices("aaaabbbb"))
    assert said(room, "where")["stability"] == ""
    room.round("demo/where", choices("aaaaabbb"), 2)
    assert said(room, "where")["stability"] == "Stable: 88 % of the answers are as in round 1."
    room.round("demo/where", choices("bbbbbbbb"), 3)
    assert (
        said(room, "where")["stability"] == "Not stable yet: 38 % of the answers are as in round 2."
    )
    room.round("demo/where", choices("b"), 4)
    assert said(room, "where")["stability"] == "100 % of the answers are as in round 3."


def test_quorum() -> None:
    def quorum(people: int, votes: str) -> str:
        return str(said(Room(people).round("demo/where", choices(votes)), "where")["quorum"])

    assert quorum(4, "aaaa") == "All 4 voted."
    assert quorum(1, "a") == "The one present voted."
    assert quorum(5, "aaa-") == "4 of 5 voted, enough for the quorum of 80 %."
    assert quorum(9, "aa") == "2 of 9 voted, under the quorum of 80 %."
    called = Room().round("demo/where", [], called=[("", "a", 3)])
    expected = "3 votes; nobody counted how many are present."
    assert said(called, "where")["quorum"] == expected


def test_voices() -> None:
    room = Room(3).round("demo/place", points((-90, 0), (0, 0), (90, 0)))
    expected = "Hear Person 1 and Person 3 first: they stand furthest apart on technology-arts."
    assert said(room, "place")["voices"] == expected
    room = Room(3, **ANONYMOUS).round("demo/place", points((-90, 0), (0, 0), (90, 0)))
    expected = "Somebody near technology and somebody near arts might speak first."
    assert said(room, "place")["voices"] == expected
    room = Room(3, **ANONYMOUS).round("demo/waves", positions("cloud", 10, 10, 90))
    expected = "Somebody near innovators and somebody near laggards might speak first."
    assert said(room, "waves")["voices"] == expected
    assert said(Room(3).round("demo/where", choices("aaa")), "where")["voices"] == ""
    room = Room(3).round("demo/where", choices("aab"))
    expected = "Hear Person 1 (Alpha) and Person 3 (Beta) first."
    assert said(room, "where")["voices"] == expected
    room = Room(3, **ANONYMOUS).round("demo/order", [{"options": tuple(o)} for o in ("abc", "acb")])
    assert said(room, "order")["voices"] == ""
    poured = [{"options": ("a", "b"), "points": (n, 10 - n)} for n in (9, 5, 8)]
    room = Room(3, **ANONYMOUS).round("demo/points", poured)
    expected = "Who gave Alpha most and who gave it least might speak first."
    assert said(room, "points")["voices"] == expected


def test_axes() -> None:
    room = Room(4).add(ev.HeadCounted(present=4))
    room.round("demo/place", points((-20, -90), (-18, -90), (-18, 90), (-16, 90)))
    state = room.seen()
    found = summary(state, "mops")
    assert found is not None
    lines = [words.axis(a, state.workshop.grids[0], state.policy) for a in found.axes]
    assert lines == [
        "technology-arts: median -0.2, agreed",
        "rational-emotional: split between rational and emotional",
    ]
    assert said(room, "place")["verdict"] == (
        "Split on “rational-emotional” between rational and emotional."
    )
    few = summary(Room(1).round("demo/place", points((50, 0))).seen(), "mops")
    assert few is not None
    line = words.axis(few.axes[0], state.workshop.grids[0], state.policy)
    assert line == "technology-arts: one mark, too few for a median"
    none = summary(Room(1).seen(), "mops")
    assert none is not None
    line = words.axis(none.axes[0], state.workshop.grids[0], state.policy)
    assert line == "technology-arts: no marks"


def test_a_row_of_single_answers_is_no_agreement() -> None:
    """Everybody rated another item: there is nothing that three people agreed on."""
    ballots = [*levels("owner", "absent", "absent", "absent"), *levels("training", "partly")]
    found = said(Room(4).round("demo/ready", ballots), "ready")
    assert found["verdict"] == (
        "Agreed on 1 of 1: least on “An owner”, A 1.00; you set 0.50. "
        "The other 2 have too few votes for words."
    )
    scattered = [*levels("owner", "absent", "absent"), *levels("training", "partly", "partly")]
    found = said(Room(4).round("demo/ready", scattered), "ready")
    assert found["verdict"] == "2 votes: too few for words."
