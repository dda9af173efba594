from __future__ import annotations

from typing import Any

import pytest
from support.results import Room, levels, positions

from mops_tui.model.results.results import Result
from mops_tui.model.results.stands import clearest, common_answer, stand
from mops_tui.model.results.tallies import result


def counted(room: Room, name: str) -> Result:
    found = result(room.seen(), f"demo/{name}")
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("given", "categories", "count"),
    [
        (("absent", "absent", "partly"), ("absent",), 2),
        (("absent", "absent", "partly", "partly", "in-place"), None, 0),
        (("absent", "partly", "in-place"), None, 0),
        (("absent", "absent", "in-place", "in-place"), None, 0),
        (("absent", "absent"), None, 0),
    ],
)
def test_most_is_more_than_half_on_one_step_or_on_two_neighbours(
    given: tuple[str, ...], categories: tuple[str, ...] | None, count: int
) -> None:
    found = counted(Room(len(given)).round("demo/ready", levels("owner", *given)), "ready")
    stands = stand(found.items[0], "rate")
    assert (stands.categories if stands else None) == categories
    assert (stands.count if stands else 0) == count


def test_between_two_statements_a_side_is_what_counts() -> None:
    found = counted(Room(5).round("demo/lean", positions("craft", 1, 2, 2, 0, -1)), "lean")
    stands = stand(found.items[0], "pairs")
    assert stands is not None
    assert (stands.categories, stands.count, stands.n) == (("1", "2"), 3, 5)


def test_the_clearest_item_has_enough_answers_and_the_largest_share() -> None:
    ballots: list[dict[str, Any]] = [
        {"items": ("owner", "training"), "levels": (one, "partly")}
        for one in ("absent", "absent", "partly", "in-place")
    ]
    ballots.append({"items": ("platform",), "levels": ("in-place",)})
    found = clearest(counted(Room(5).round("demo/ready", ballots), "ready"))
    assert found is not None
    assert (found.item, found.count, found.n) == ("training", 4, 4)


def test_one_level_can_be_what_most_say_on_most_items() -> None:
    items = ("owner", "training", "platform")
    ballots = [
        {"items": items, "levels": ("partly", "partly", level)}
        for level in ("absent", "absent", "in-place")
    ]
    assert common_answer(counted(Room(3).round("demo/ready", ballots), "ready")) == ("partly", 2)
    none = Room(3).round("demo/ready", levels("owner", "partly", "partly", "partly"))
    assert common_answer(counted(none, "ready")) is None


def test_most_of_us_are_most_of_all_who_answered_the_question() -> None:
    """Two of three who rated an item are not most of a room of five; a split hides nothing."""
    items = ("owner", "training", "platform")
    few = [{"items": items[:1], "levels": ("absent",)}] * 2
    ballots = [{"items": items, "levels": (one,) * 3} for one in ("partly", "partly", "absent")]
    assert common_answer(counted(Room(5).round("demo/ready", [*ballots, *few]), "ready")) is None
    split_room = Room(10).round(
        "demo/ready",
        [{"items": items, "levels": (one,) * 3} for one in ["absent"] * 3 + ["in-place"] * 7],
    )
    assert common_answer(counted(split_room, "ready")) == ("in-place", 3)
