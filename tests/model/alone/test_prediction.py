"""How much of a room's votes a prediction placed right, and what of a round can be predicted."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.results import Room, choices, levels, points, positions

from mops_tui.model.alone.prediction import (
    even_guess,
    first_round,
    items_of_result,
    most_off,
    placed_right,
    spread,
)
from mops_tui.model.results.tallies import result

COUNTS = st.lists(st.integers(0, 50), min_size=2, max_size=9).filter(sum)


@given(COUNTS, st.data())
def test_the_score_is_one_minus_the_total_variation_distance(
    votes: list[int], data: st.DataObject
) -> None:
    laid = data.draw(st.lists(st.integers(0, 10), min_size=len(votes), max_size=len(votes)))
    if not sum(laid):
        laid[0] = 10
    apart = sum(
        abs(Fraction(p, sum(laid)) - Fraction(v, sum(votes)))
        for p, v in zip(laid, votes, strict=True)
    )
    assert placed_right(laid, votes) == pytest.approx(float(1 - apart / 2), abs=1e-9)


@given(COUNTS)
def test_votes_placed_as_they_fell_are_all_right_and_nothing_is_most_off(votes: list[int]) -> None:
    assert placed_right(votes, votes) == pytest.approx(1)
    assert most_off(votes, votes) is None


@given(COUNTS, st.integers(1, 9))
def test_it_does_not_matter_how_many_points_or_votes_there_are(votes: list[int], by: int) -> None:
    laid = list(range(1, len(votes) + 1))
    more = [count * by for count in votes]
    assert placed_right(laid, votes) == pytest.approx(placed_right(laid, more))


@given(COUNTS)
def test_an_even_guess_gets_at_least_one_answers_part(votes: list[int]) -> None:
    assert 1 / len(votes) - 1e-9 <= even_guess(votes) <= 1


def test_figures_that_were_worked_out_by_hand() -> None:
    assert placed_right([6, 3, 1], [2, 2, 6]) == pytest.approx(0.2 + 0.2 + 0.1)
    assert even_guess([4, 0]) == pytest.approx(0.5)
    assert most_off([6, 3, 1], [2, 2, 6]) == 2
    assert placed_right([10, 0], [0, 5]) == 0
    assert placed_right([0, 0], [1, 1]) == 0


def test_nothing_is_predicted_of_a_round_that_cannot_speak_for_its_room() -> None:
    few = Room(2).round("demo/where", choices("ab"))
    assert first_round(few.seen("room"), "demo/where") is None
    quorum = Room(9).round("demo/where", choices("aab"))
    assert first_round(quorum.seen("room"), "demo/where") is None
    open_ = Room(4).open("demo/where")
    for seat in range(1, 5):
        open_.vote("demo/where", f"p{seat}", option="a")
    assert first_round(open_.seen("room"), "demo/where") is None


def test_the_first_round_that_speaks_for_the_room_is_predicted() -> None:
    room = Room(4).round("demo/where", choices("a   ")).round("demo/where", choices("aabb"), 2)
    found = first_round(room.seen("room"), "demo/where")
    assert found is not None
    assert found.round == 2


def counted(room: Room, ref: str, item: str = "") -> tuple[tuple[str, ...], tuple[int, ...]]:
    found = result(room.seen("room"), ref)
    assert found is not None
    made = spread(found, item)
    assert made is not None
    return made.answers, made.counts


def test_sides_of_a_pair_the_gap_of_a_curve_and_corners_are_laid_together() -> None:
    pairs = Room(5).round("demo/lean", positions("craft", -2, -1, 0, 1, 2))
    assert counted(pairs, "demo/lean", "craft") == (("left", "middle", "right"), (2, 1, 2))
    curve = Room(4).round("demo/waves", positions("cloud", 5, 20, 38, 90))
    assert counted(curve, "demo/waves", "cloud") == (("before", "gap", "past"), (2, 1, 1))
    grid = Room(5).round("demo/place", points((50, 50), (60, 60), (-50, -50), (-9, 9), (0, 0)))
    assert sum(counted(grid, "demo/place")[1]) == 4  # who stands in the middle chose no corner


def test_an_item_of_which_too_few_answered_is_none_that_can_be_predicted() -> None:
    both = [
        {"items": ("owner", "training"), "levels": (level, "absent")}
        for level in ("absent", "partly")
    ]
    for more, told in ((1, ("training",)), (0, ())):
        ballots = [*both, *levels("training", *["absent"] * more)]
        found = result(Room(3).round("demo/ready", ballots).seen("room"), "demo/ready")
        assert found is not None
        assert items_of_result(found) == told
