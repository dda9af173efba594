from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from support.results import Room, levels, positions

from mops_tui.model.results.results import Distribution, Result
from mops_tui.model.results.stands import (
    CommonLevel,
    Extreme,
    clearest,
    common_answer,
    extremes,
    stand,
)
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
    found = common_answer(counted(Room(3).round("demo/ready", ballots), "ready"))
    assert found == CommonLevel("partly", items=2, whole=3, least=3, most=3, n=3)
    assert not found.nearly_all
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
    found = common_answer(counted(split_room, "ready"))
    assert found == CommonLevel("in-place", items=3, whole=3, least=7, most=7, n=10)
    assert found.nearly_all


def test_the_item_nearest_to_an_end_has_the_largest_figure_that_is_told() -> None:
    """The highest level alone would name another than both levels of its half together."""
    items = ("owner", "training", "platform")
    rows = [("in-place",) * 3] * 2 + [("in-place", "partly", "absent")] * 3
    rows += [("absent", "partly", "absent")] * 3
    ballots = [{"items": items, "levels": row} for row in rows]
    high, low = extremes(counted(Room(8).round("demo/ready", ballots), "ready"))
    assert high is None  # the room is split on the item that has most
    assert low == Extreme("platform", ("absent",), 6, 8)
    rows = [("in-place", "in-place", "partly")] * 3 + [("partly", "partly", "partly")] * 4
    ballots = [{"items": items, "levels": row} for row in rows]
    assert extremes(counted(Room(7).round("demo/ready", ballots), "ready")) == (None, None)


def test_a_figure_that_a_third_of_a_list_shares_is_no_finding() -> None:
    def ends_of(*votes: int) -> Extreme | None:
        scale = ("low", "some", "much", "most")
        found = counted(Room(4).round("demo/ready", levels("owner", "partly")), "ready")
        rows = tuple(
            replace(found.items[0], item=f"i{at}", split=None,
                    distribution=Distribution(scale, (0, 8 - n, n - n // 2, n // 2), 8))
            for at, n in enumerate(votes)
        )  # fmt: skip
        return extremes(replace(found, items=rows, ballots=8))[0]

    assert ends_of(6, 5, 4, 4, 3, 6, 2) == Extreme("i0", ("much", "most"), 6, 8, ("i5",))
    assert ends_of(6, 6, 6, 5, 4, 4, 3) == Extreme("i0", ("much", "most"), 6, 8, ("i1", "i2"))
    assert ends_of(6, 6, 6, 5, 4, 3) is None
    assert ends_of(1, 0, 0, 0) is None
