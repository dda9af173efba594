"""Pictures as JSON, and one's own part of them, for each kind of question."""

from __future__ import annotations

from typing import Any

import pytest
from support.asking import Room
from support.phone_state import document
from support.sessions import QUESTIONS

from mops_tui.model.results.tallies import result
from mops_tui.model.session import commands as cmd
from mops_tui.model.session.audience import visible
from mops_tui.model.session.ballots import (
    Allocation,
    Ballot,
    Choice,
    Ideas,
    Pass,
    Point,
    Positions,
    Ranking,
    Ratings,
)
from mops_tui.model.session.state import View
from mops_tui.pictures.curve import curve_picture
from mops_tui.words.results.findings import findings

VOTES: dict[str, tuple[Ballot, ...]] = {
    "demo/where": (Choice("b"), Choice("a"), Choice("a"), Pass()),
    "demo/points": (Allocation(("b", "c"), (7, 3)), *(Allocation(("a",), (10,)),) * 3),
    "demo/ready": (Ratings(("owner",), ("partly",)), *(Ratings(("owner",), ("absent",)),) * 3),
    "demo/lean": (Positions(("craft",), (-1,)), *(Positions(("craft",), (2,)),) * 3),
    "demo/place": (Point(-5, 99), *(Point(50, -50),) * 3),
    "demo/waves": (Positions(("video",), (40,)), *(Positions(("cloud", "video"), (90, 5)),) * 3),
    "demo/order": (Ranking(("c", "a", "b")), *(Ranking(("a", "b", "c")),) * 3),
    "demo/cmo": (Choice("no"), *(Choice("yes"),) * 3),
    "demo/ideas": (Ideas(("My own",)), *(Ideas(("Theirs", "More")),) * 3),
}
MARKS: dict[str, object] = {
    "demo/where": [None, 1, None],
    "demo/points": [None, 7, 3],
    "demo/ready": [1, None, None],
    "demo/lean": [1, None],
    "demo/place": {"x": -5, "y": 99},
    "demo/waves": [None, 40],
    "demo/order": [2, 1, 3],
    "demo/cmo": [None, 1],
    "demo/ideas": None,
}
KINDS = {
    "demo/where": "bars",
    "demo/points": "bars",
    "demo/ready": "steps",
    "demo/lean": "steps",
    "demo/place": "dots",
    "demo/waves": "curve",
    "demo/order": "bars",
    "demo/cmo": "bars",
    "demo/ideas": "list",
}


def revealed(ref: str, n: int = 4, **changes: object) -> Room:
    room = Room(**changes)
    people = [f"p{i}" for i in range(4)]
    room.do(*(cmd.Join(who, who.upper()) for who in people))
    room.do(cmd.Show(View("question", ref)))
    room.do(
        *(cmd.CastVote(ref, who, vote) for who, vote in zip(people[:n], VOTES[ref], strict=False))
    )
    room.do(cmd.Reveal(ref))
    return room


@pytest.mark.parametrize("anonymity", ["named", "anonymous"])
@pytest.mark.parametrize("ref", QUESTIONS)
def test_ones_own_part_stands_beside_the_rooms(ref: str, anonymity: str) -> None:
    told = document(revealed(ref, policy={"anonymity": anonymity}), "p0")
    picture = told["result"]["picture"]
    assert picture["kind"] == KINDS[ref]
    assert told["mine"]["marks"] == MARKS[ref]
    assert picture["alt"]
    if isinstance(MARKS[ref], list):
        assert len(picture["rows"]) == len(told["mine"]["marks"])


@pytest.mark.parametrize("ref", QUESTIONS)
def test_the_sentences_are_those_of_the_big_screen(ref: str) -> None:
    room = revealed(ref)
    state = visible(room.state, "room")
    shown = result(state, ref)
    assert shown is not None
    found = findings(state, shown)
    assert tuple(document(room, "p0")["result"]["sentences"][: len(found)]) == found


@pytest.mark.parametrize("n", [0, 1, 2])
@pytest.mark.parametrize("ref", QUESTIONS)
def test_of_too_few_votes_nothing_is_said_as_if_the_room_had_said_it(ref: str, n: int) -> None:
    told = document(revealed(ref, n), "p3")["result"]
    if n and ref != "demo/ideas":
        assert "too few" in told["sentences"][0]
    if told["picture"]["kind"] == "curve":
        state = visible(revealed(ref, n).state, "room")
        question, shown = state.question(ref), result(state, ref)
        assert question is not None
        assert shown is not None
        assert curve_picture(question, shown).waves[1].n == n
        assert {row["position"] for row in told["picture"]["rows"]} == {None}


def test_the_words_beside_bars_are_the_counts() -> None:
    rows = document(revealed("demo/points"), "p0")["result"]["picture"]["rows"]
    assert [(row["label"], row["words"]) for row in rows] == [
        ("Alpha", "30 points, 75 %"),
        ("Beta", "7 points, 18 %"),
        ("Gamma", "3 points, 8 %"),
    ]


def test_a_pair_is_told_by_its_statements() -> None:
    row = document(revealed("demo/lean"), "p0")["result"]["picture"]["rows"][0]
    assert row["words"] == "rather “I build machines” 1, “I paint” 3"
    assert row["counts"] == [0, 1, 0, 0, 3]
    assert row["levels"][1] == "rather “I build machines”"  # one's own is called the same
    assert row["levels"][4] == "“I paint”"


def test_points_come_in_an_order_that_tells_nothing_of_who_put_them_there() -> None:
    points: list[dict[str, Any]] = document(revealed("demo/place"), "p3")["result"]["picture"][
        "points"
    ]
    assert [(one["x"], one["y"]) for one in points] == [(-5, 99), (50, -50), (50, -50), (50, -50)]
