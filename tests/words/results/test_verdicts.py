from __future__ import annotations

from typing import Any

import pytest
from support.results import Room, choices, levels, points, positions

from mops_tui.model.results.grid import summary
from mops_tui.model.results.tallies import result
from mops_tui.model.session import events as ev
from mops_tui.words.results import verdicts as words
from mops_tui.words.results.standing.too_few import too_few
from mops_tui.words.results.voices import voices_words

ANONYMOUS: dict[str, Any] = {"policy": {"anonymity": "anonymous"}}


def said(room: Room, name: str) -> dict[str, Any]:
    state, ref = room.seen(), f"demo/{name}"
    found, question = result(state, ref), state.question(ref)
    assert found is not None
    assert question is not None
    return {
        "splits": words.splits(found, question, state.workshop),
        "quorum": words.quorum(found, state.policy),
        "turnout": words.turnout(found, question, state.policy),
        "voices": voices_words(state, found),
        "items": [words.item_verdict(i, question, state.policy) for i in found.items],
    }


def test_each_item_says_where_the_room_stands_and_how_far_it_agrees() -> None:
    ballots = [
        {"items": ("owner", "training"), "levels": (one, other)}
        for one, other in (("partly", "absent"), ("partly", "absent"), ("partly", "partly"))
    ]
    assert said(Room(3).round("demo/ready", ballots), "ready")["items"] == [
        "All 3 say “Partly”. We agree.",
        "2 of 3 say “Absent”. We agree.",
        "Nobody has answered.",
    ]
    few = said(Room(2).round("demo/ready", levels("owner", "absent", "absent")), "ready")
    assert few["items"][0] == "2 answers: too few to say where we stand."


def test_a_split_names_the_camps_with_their_counts() -> None:
    split = levels("owner", "absent", "absent", "in-place", "in-place")
    found = said(Room(4).round("demo/ready", split), "ready")
    assert found["splits"] == (
        "We are split on “An owner”: 2 of 4 answered “Absent”, 2 “In place”.",
    )
    assert found["items"][0] == "We are split: 2 of 4 answered “Absent”, 2 “In place”."
    expected = "Hear Person 1 and Person 3 first: they stand furthest apart on “An owner”."
    assert found["voices"] == expected


def test_a_split_pair_names_its_statements_and_never_a_side() -> None:
    room = Room(7).round("demo/lean", positions("craft", -2, -2, -2, 0, 2, 2, 2))
    assert said(room, "lean")["splits"] == (
        "We are split: 3 of 7 for “I build machines”, 3 for “I paint”, 1 in the middle.",
    )


def test_quorum() -> None:
    def quorum(people: int, votes: str) -> str:
        return str(said(Room(people).round("demo/where", choices(votes)), "where")["quorum"])

    assert quorum(4, "aaaa") == "All 4 voted."
    assert quorum(1, "a") == "The one present voted."
    assert quorum(2, "ab") == "Both voted."
    assert quorum(5, "aaa-") == "4 of 5 voted, enough for the quorum of 80 %."
    assert quorum(9, "aa") == "2 of 9 voted, under the quorum of 80 %."
    called = Room().round("demo/where", [], called=[("", "a", 3)])
    expected = "3 votes; nobody counted how many are present."
    assert said(called, "where")["quorum"] == expected


def test_below_the_findings_nothing_is_told_twice() -> None:
    def turnout(people: int, votes: str) -> str:
        return str(said(Room(people).round("demo/where", choices(votes)), "where")["turnout"])

    assert turnout(5, "aaa--") == "All 5 voted. 2 passed."
    assert turnout(9, "aaa") == ""


@pytest.mark.parametrize(
    ("rated", "expected"),
    [
        (((3, "owner"), (3, "training")), "Nobody voted on “A platform”."),
        (((3, "owner"),), "Nobody voted on Training, nor on “A platform”."),
        (((3, "owner"), (2, "training"), (2, "platform")),
         "Fewest on Training and on “A platform”: 2 votes each."),
        (((3, "owner"), (2, "training"), (1, "platform")), "Fewest on “A platform”: one vote."),
        (((3, "owner"), (3, "training"), (3, "platform")), ""),
    ],
)  # fmt: skip
def test_the_items_that_fewest_answered_are_all_told(
    rated: tuple[tuple[int, str], ...], expected: str
) -> None:
    ballots = []
    for who in range(3):
        items = tuple(item for count, item in rated if who < count)
        ballots.append({"items": items, "levels": ("partly",) * len(items)})
    told = said(Room(3).round("demo/ready", ballots), "ready")["turnout"]
    assert told == f"All 3 voted. {expected}".strip()


def test_of_a_round_under_the_quorum_no_item_speaks_and_no_camps() -> None:
    room = Room(9).round("demo/ready", levels("owner", *["absent"] * 2, *["in-place"] * 2))
    state = room.seen()
    found, question = result(state, "demo/ready"), state.question("demo/ready")
    assert found is not None
    assert question is not None
    thin = too_few(found)
    assert words.splits(found, question, state.workshop) == ()
    assert words.item_verdict(found.items[0], question, state.policy, thin=thin) == (
        "4 of 9 voted: too few to speak for the room."
    )


def test_voices() -> None:
    room = Room(3).round("demo/place", points((-90, 0), (0, 0), (90, 0)))
    expected = "Hear Person 1 and Person 3 first: they stand furthest apart on technology or arts."
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


def test_whoever_only_called_out_stands_apart_all_the_same() -> None:
    room = Room(8).round("demo/where", choices("b"), called=[("", "a", 7)])
    expected = "Somebody who said Alpha and somebody who said Beta might speak first."
    assert said(room, "where")["voices"] == expected
    room = Room(8).round("demo/where", choices("ab"), called=[("", "a", 6)])
    assert said(room, "where")["voices"] == "Hear Person 1 (Alpha) and Person 2 (Beta) first."
    room = Room(8).round("demo/where", choices("a"), called=[("", "a", 7)])
    assert said(room, "where")["voices"] == ""


def test_of_ends_that_were_called_out_nobody_is_named() -> None:
    called = [("owner", "absent", 2), ("owner", "in-place", 2)]
    ballots = levels("owner", "partly", "absent")
    room = Room(6).round("demo/ready", ballots, called=called)
    expected = "Somebody near Absent and somebody near “In place” might speak first."
    assert said(room, "ready")["voices"] == expected
    ballots = levels("owner", "in-place", "absent")
    room = Room(6).round("demo/ready", ballots, called=called)
    assert said(room, "ready")["voices"].startswith("Hear Person 2 and Person 1 first:")
    called = [("owner", "partly", 4)]
    room = Room(6).round("demo/ready", levels("owner", "partly"), called=called)
    assert said(room, "ready")["voices"] == ""


def test_the_two_ends_of_a_pair_are_heard_by_their_statements() -> None:
    room = Room(3).round("demo/lean", positions("craft", -2, 0, 1))
    assert said(room, "lean")["voices"] == (
        "Hear Person 1 and Person 3 first: they stand furthest apart on "
        "“I build machines” or “I paint”."
    )
    room = Room(3, **ANONYMOUS).round("demo/lean", positions("craft", -2, 0, 1))
    assert said(room, "lean")["voices"] == (
        "Somebody near “I build machines” and somebody near “I paint” might speak first."
    )


def axes(room: Room, present: int = 0) -> list[str]:
    state = room.seen()
    found = summary(state, "mops")
    assert found is not None
    return [words.axis(a, state.workshop.grids[0], state.policy, present) for a in found.axes]


def test_axes_are_places_in_words() -> None:
    room = Room(4).add(ev.HeadCounted(present=4))
    room.round("demo/place", points((-20, -90), (-18, -90), (-18, 90), (-16, 90)))
    assert axes(room) == [
        "technology or arts: we agree, and stand a little towards technology",
        "rational or emotional: we are split",
    ]


def test_an_axis_with_a_camp_on_each_side_is_not_agreed_on() -> None:
    room = Room(6).round("demo/place", points(*((x, 50) for x in (-30, -25, -10, 10, 25, 30))))
    assert axes(room)[0] == "technology or arts: we stand on both sides"


@pytest.mark.parametrize(
    ("people", "marks", "present", "expected"),
    [
        (1, [(50, 0)], 0, "technology or arts: one mark, too few to say where we stand"),
        (1, [], 0, "technology or arts: no marks"),
        (
            9,
            [(50, 0), (50, 0), (50, 0)],
            9,
            "technology or arts: 3 of 9 have a mark, too few to say where we stand",
        ),
    ],
)
def test_an_axis_with_too_few_marks_says_so(
    people: int, marks: list[tuple[int, int]], present: int, expected: str
) -> None:
    room = Room(people)
    if marks:
        room.round("demo/place", points(*marks))
    assert axes(room, present)[0] == expected
