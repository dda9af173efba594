"""A round beside the one before it: how alike the two came out."""

from __future__ import annotations

from support.results import Room, choices, levels, points

from mops_tui.model.results.results import Result
from mops_tui.model.results.tallies import result
from mops_tui.model.session import events as ev

WHERE, READY, PLACE = "demo/where", "demo/ready", "demo/place"


def of(room: Room, ref: str, number: int | None = None) -> Result:
    found = result(room.seen(), ref, number)
    assert found is not None
    return found


def test_stability_of_a_choice() -> None:
    room = Room(4).round(WHERE, choices("aabb")).round(WHERE, choices("aaab"), 2)
    found = of(room, WHERE)
    assert found.stability == 0.75
    assert found.stable is False
    assert of(room, WHERE, 1).stability is None


def test_few_votes_are_not_called_stable() -> None:
    room = Room(4).round(WHERE, choices("ab")).round(WHERE, choices("ab"), 2)
    assert (of(room, WHERE).stability, of(room, WHERE).stable) == (1, None)


def test_the_least_stable_item_counts() -> None:
    first = [{"items": ("owner", "training"), "levels": ("absent", "absent")}] * 4
    second = [{"items": ("owner", "training"), "levels": ("absent", "partly")}] * 4
    room = Room(4).round(READY, first).round(READY, second, 2)
    assert of(room, READY).stability == 0


def test_a_grid_is_stable_by_quadrants_with_called_votes() -> None:
    room = Room(2).round(PLACE, points((-9, 9), (-5, 5)), called=[("", "scientists", 2)])
    room.round(PLACE, points((-90, 90), (-50, 50)), 2, called=[("", "psychologists", 2)])
    assert of(room, PLACE).stability == 0.5


def test_an_empty_round_is_comparable_to_nothing() -> None:
    room = Room(3).round(WHERE, choices("aab")).round(WHERE, choices("---"), 2)
    assert of(room, WHERE).stability is None


def test_an_answer_that_the_room_added_counts_as_one_that_nobody_gave_before() -> None:
    room = Room(4).round(WHERE, choices("aabb"))
    room.add(ev.OptionAdded(question=WHERE, option="new", label="A new room"))
    room.round(WHERE, [{"option": "a"}, {"option": "a"}, {"option": "b"}, {"option": "new"}], 2)
    assert of(room, WHERE).stability == 0.75


def test_what_nobody_rated_again_is_not_compared() -> None:
    room = Room(3).round(READY, levels("owner", "absent", "absent", "partly"))
    room.round(READY, levels("training", "absent", "absent", "partly"), 2)
    found = of(room, READY)
    assert (found.stability, found.stable) == (None, None)
