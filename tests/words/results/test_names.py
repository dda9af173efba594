"""Who said what: after the reveal, and where the room agreed to be named."""

from __future__ import annotations

from typing import Any

import pytest
from support.results import Room, choices

from mops_tui.model.packs.questions import QuestionBase
from mops_tui.model.session.audience import VisibleState
from mops_tui.words.results.names import answers_by_name, has_names, names_by_answer, names_table

WHERE, POINTS = "demo/where", "demo/points"


def asked(room: Room, ref: str) -> tuple[VisibleState, QuestionBase]:
    state = room.seen()
    question = state.question(ref)
    assert question is not None
    return state, question


def test_a_choice_is_told_by_answer_in_its_own_order_and_passes_last() -> None:
    state, question = asked(Room(5).round(WHERE, choices("ca-ac")), WHERE)
    [round_] = state.rounds[WHERE]
    assert names_by_answer(state, question, round_) == (
        ("Alpha", "Person 2 and Person 4"),
        ("Gamma", "Person 1 and Person 5"),
        ("passed", "Person 3"),
    )
    assert answers_by_name(state, question, round_)[2] == ("Person 3", "passed")


def test_everything_else_is_told_by_name_in_the_order_of_seats() -> None:
    ballots: list[dict[str, Any]] = [
        {"options": ("a",), "points": (10,)},
        {"options": ("b", "c"), "points": (4, 6)},
    ]
    state, question = asked(Room(2).round(POINTS, ballots), POINTS)
    [round_] = state.rounds[POINTS]
    said = (("Person 1", "Alpha 10"), ("Person 2", "Beta 4, Gamma 6"))
    assert names_by_answer(state, question, round_) == said
    assert answers_by_name(state, question, round_) == said


def test_called_votes_belong_to_nobody() -> None:
    room = Room(1).round(WHERE, choices("a"), called=[("", "b", 3)])
    state, question = asked(room, WHERE)
    assert names_by_answer(state, question, state.rounds[WHERE][0]) == (("Alpha", "Person 1"),)


@pytest.mark.parametrize("anonymity", ["named", "pseudonyms", "anonymous"])
def test_nothing_is_told_before_the_reveal_and_nothing_of_an_anonymous_room(
    anonymity: str,
) -> None:
    room = Room(2, policy={"anonymity": anonymity}).open(WHERE)
    room.vote(WHERE, "p1", option="a").close(WHERE)
    state, question = asked(room, WHERE)
    [round_] = state.rounds[WHERE]
    assert not has_names(state, round_)
    assert names_by_answer(state, question, round_) == ()
    room = Room(2, policy={"anonymity": anonymity}).round(WHERE, choices("aa"))
    state, question = asked(room, WHERE)
    [round_] = state.rounds[WHERE]
    assert has_names(state, round_) is (anonymity != "anonymous")
    assert bool(answers_by_name(state, question, round_)) is (anonymity != "anonymous")


def test_a_round_of_passes_names_nobody() -> None:
    state, question = asked(Room(2).round(WHERE, choices("--")), WHERE)
    assert names_by_answer(state, question, state.rounds[WHERE][0]) == ()


def test_a_table_has_what_each_gave_to_each_part_and_none_of_who_passed() -> None:
    lean: list[dict[str, Any]] = [{"items": ("drive",), "positions": (-1,)}, {"passed": True}]
    state, question = asked(Room(2).round("demo/lean", lean), "demo/lean")
    table = names_table(state, question, state.rounds["demo/lean"][0])
    assert table is not None
    assert table.rows == (("Person 1", {"drive": "-1"}), ("Person 2", None))
    assert [one for one in table.columns if table.is_answered(one)] == ["drive"]
    ranked = [{"options": ("b", "a", "c")}]
    state, question = asked(Room(1).round("demo/order", ranked), "demo/order")
    table = names_table(state, question, state.rounds["demo/order"][0])
    assert table is not None
    assert table.rows == (("Person 1", {"b": "1", "a": "2", "c": "3"}),)
    assert table.columns[:3] == ("a", "b", "c")


def test_what_the_room_was_not_asked_is_the_last_column() -> None:
    state, question = asked(Room(1).round(WHERE, choices("a")), WHERE)
    [round_] = state.rounds[WHERE]
    other = question.model_copy(update={"options": question.options[1:]})  # type: ignore[attr-defined]  # a choice has them
    table = names_table(state, other, round_)
    assert table is not None
    assert table.columns[-1] == "a"
