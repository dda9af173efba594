from __future__ import annotations

from typing import Any

import pytest
from support.results import Room, choices, points

from mops_tui.model.results.changes import Change, Reach, change_since, firsts, widest
from mops_tui.model.results.tallies import result
from mops_tui.model.session import events as ev
from mops_tui.model.session.apply import apply
from mops_tui.model.session.audience import VisibleState, visible


def seen(room: Room, name: str) -> tuple[VisibleState, Any]:
    state = room.seen("room")
    return state, result(state, f"demo/{name}")


@pytest.mark.parametrize("anonymity", ["named", "anonymous"])
def test_who_changed_is_counted_out_of_those_who_answered_twice(anonymity: str) -> None:
    room = Room(5, policy={"anonymity": anonymity}).round("demo/where", choices("aab-a"))
    room.round("demo/where", choices("abba "), 2)
    assert change_since(*seen(room, "where")) == Change(both=3, changed=1, flows=(("a", "b", 1),))


def test_two_who_change_places_have_both_changed() -> None:
    room = Room(2).round("demo/where", choices("ab")).round("demo/where", choices("ba"), 2)
    state, outcome = seen(room, "where")
    assert outcome.stability == 1
    assert change_since(state, outcome) == Change(
        both=2, changed=2, flows=(("a", "b", 1), ("b", "a", 1))
    )


def test_a_mark_can_move_within_its_corner() -> None:
    room = Room(3).round("demo/place", points((10, 10), (20, 20), (-5, 5)))
    room.round("demo/place", points((90, 90), (20, 20), (5, 5)), 2)
    assert change_since(*seen(room, "place")) == Change(both=3, changed=2, corners=1)


def test_the_item_that_most_changed_on_is_alone_or_not() -> None:
    def rated(*answers: tuple[str, str]) -> list[dict[str, Any]]:
        return [{"items": ("owner", "training"), "levels": levels} for levels in answers]

    none = ("absent", "absent")
    room = Room(3).round("demo/ready", rated(none, ("absent", "partly"), none))
    room.round("demo/ready", rated(("partly", "absent"), ("partly", "in-place"), none), 2)
    change = change_since(*seen(room, "ready"))
    assert change is not None
    assert (change.item, change.on_item, change.both_on_item, change.alone) == (
        "owner",
        2,
        3,
        True,
    )
    room.round("demo/ready", rated(("absent", "partly"), ("partly", "in-place"), none), 3)
    again = change_since(*seen(room, "ready"))
    assert again is not None
    assert (again.item, again.on_item, again.alone) == ("owner", 1, False)


def test_no_item_is_named_that_two_alone_answered_twice() -> None:
    def rated(items: tuple[str, ...], level: str) -> dict[str, Any]:
        return {"items": items, "levels": (level,) * len(items)}

    both, one = ("owner", "training"), ("owner",)
    room = Room(3).round("demo/ready", [rated(x, "absent") for x in (both, both, one)])
    room.round(
        "demo/ready",
        [
            rated(both, "partly"),
            {"items": both, "levels": ("absent", "partly")},
            rated(one, "absent"),
        ],
        2,
    )
    change = change_since(*seen(room, "ready"))
    assert change is not None
    assert (change.item, change.on_item, change.both_on_item) == ("owner", 1, 3)
    assert not change.alone  # both changed their answer on the other


def test_points_are_the_same_in_any_order_and_with_a_nought_or_without() -> None:
    room = Room(1).round("demo/points", [{"options": ("a", "b"), "points": (10, 0)}])
    room.round("demo/points", [{"options": ("a",), "points": (10,)}], 2)
    room.round("demo/points", [{"options": ("c", "a"), "points": (0, 10)}], 3)
    state = room.seen("room")
    for number in (2, 3):
        found = result(state, "demo/points", number)
        assert found is not None
        assert change_since(state, found) == Change(both=1, changed=0)


def test_a_mark_on_a_line_has_not_gone_to_another_corner() -> None:
    room = Room(3).round("demo/place", points((10, 10), (20, 20), (0, 20)))
    room.round("demo/place", points((0, 10), (-20, 20), (20, 20)), 2)
    assert change_since(*seen(room, "place")) == Change(both=3, changed=3, corners=2)


def test_on_the_curve_whoever_stays_in_a_stage_has_not_changed() -> None:
    def placed(*places: int) -> list[dict[str, Any]]:
        return [{"items": ("cloud",), "positions": (place,)} for place in places]

    room = Room(3).round("demo/waves", placed(5, 20, 90))
    room.round("demo/waves", placed(6, 60, 91), 2)
    change = change_since(*seen(room, "waves"))
    assert change is not None
    assert (change.both, change.changed, change.item, change.on_item) == (3, 1, "cloud", 1)


def test_a_first_round_and_ideas_have_nothing_before_them() -> None:
    assert change_since(*seen(Room(1).round("demo/where", choices("a")), "where")) is None
    room = Room(1).round("demo/ideas", [{"ideas": ("x",)}])
    room.round("demo/ideas", [{"ideas": ("y",)}], 2)
    assert change_since(*seen(room, "ideas")) is None


def test_points_reach_from_the_least_to_the_most_that_were_given() -> None:
    poured = [
        {"options": ("a", "b", "c"), "points": split} for split in ((5, 5, 0), (1, 3, 6), (2, 4, 4))
    ]
    state, outcome = seen(Room(3).round("demo/points", poured), "points")
    reach = widest(state, outcome)
    assert reach is not None
    assert (reach.option, reach.least, reach.most, reach.others) == ("c", 0, 6, ())
    assert firsts(state, outcome) == {"a": 1, "b": 2, "c": 2}
    left_out = [{"options": (one,), "points": (10,)} for one in "aab"]
    assert widest(*seen(Room(3).round("demo/points", left_out), "points")) == Reach(
        "a", 0, 10, (("b", 0, 10),)
    )
    alike = Room(2).round("demo/points", [{"options": ("a",), "points": (10,)}] * 2)
    assert widest(*seen(alike, "points")) is None


def test_two_rounds_that_stay_as_they_are_are_compared_once() -> None:
    state = Room(2).round("demo/where", choices("ab")).round("demo/where", choices("ba"), 2).state()

    def found() -> Change | None:
        shown = visible(state, "room")
        outcome = result(shown, "demo/where")
        assert outcome is not None
        return change_since(shown, outcome)

    before = found()
    state = apply(state, ev.stamp(ev.HeadCounted(present=9), state.seq + 1, state.t + 1))
    assert found() is before == Change(both=2, changed=2, flows=(("a", "b", 1), ("b", "a", 1)))
