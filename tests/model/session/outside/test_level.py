"""Questions that were asked since answers were level: others are told of none that say how many."""

from __future__ import annotations

import pytest
from support.asking import Room
from support.branching import room, vote

from mops_tui.model.session.audience import visible
from mops_tui.model.session.ballots import Choice, Ratings
from mops_tui.model.session.outside.level import asked_of_level

ALL = Ratings(("t",), ("all",))
BOTH = frozenset(("s/terms-it", "s/terms-sales"))


def asked(it: int, sales: int, *rooms: str) -> Room:
    """A room that chose one or the other so often, and was asked what follows of some."""
    made = room(people=it + sales)
    vote(made, "s/today", *[Choice("it")] * it, *[Choice("sales")] * sales)
    for one in rooms:
        vote(made, f"s/terms-{one}", *[ALL] * (it + sales))
    return made


@pytest.mark.parametrize(
    ("it", "sales", "rooms", "untold"),
    [
        (3, 3, ("it", "sales"), BOTH),
        (3, 3, ("it",), frozenset()),  # it may have had the most
        (4, 2, ("it",), frozenset()),
        (5, 5, ("it", "sales"), frozenset()),  # the vote itself is told
    ],
)
def test_where_two_were_asked_of_answers_that_were_level_others_are_told_of_neither(
    it: int, sales: int, rooms: tuple[str, ...], untold: frozenset[str]
) -> None:
    made = asked(it, sales, *rooms)
    assert asked_of_level(made.state, 5) == untold
    seen = visible(made.state, "public")
    asked_ones = {f"s/terms-{one}" for one in rooms}
    assert seen.rounds.keys() - {"s/today"} == asked_ones - untold
    assert {name for of, name in seen.spent if of == "question"} & untold == set()
    assert visible(made.state, "room").rounds.keys() >= asked_ones
