from __future__ import annotations

import random as rnd
from math import fsum
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.results import Room, points
from support.sessions import workshop

from mops_tui.model.packs.workshop import Workshop
from mops_tui.model.results.grid import leaning, shares, summary, whole_parts
from mops_tui.model.results.results import Arrow, GridSummary, Mark

WHERE, POINTS, READY, LEAN, PLACE = (
    f"demo/{name}" for name in ("where", "points", "ready", "lean", "place")
)
PEOPLE = 4
ALL = {
    WHERE: {"option": "a"},
    POINTS: {"options": ("a", "b", "c"), "points": (2, 6, 2)},
    READY: {"items": ("owner", "platform"), "levels": ("absent", "in-place")},
    LEAN: {"items": ("craft", "drive"), "positions": (-1, 2)},
}


def full(room: Room, ballot: dict[str, Any] = ALL, seats: int = 1) -> Room:
    for ref, keys in ballot.items():
        room.round(ref, [keys] * seats)
    return room


def of(room: Room) -> GridSummary:
    found = summary(room.seen(), "mops")
    assert found is not None
    return found


def test_unknown_grids_give_nothing() -> None:
    state = Room(1).seen()
    assert summary(state, "nowhere") is None
    assert leaning(state, "p1", "nowhere").x is None
    assert leaning(state, "nobody", "mops").x_terms == ()


def test_an_empty_grid() -> None:
    found = of(Room(3))
    assert (found.placed, found.leaning, found.roles, found.arrows) == ((), (), (), ())
    assert (found.ref, found.round) == (PLACE, 0)
    assert [share for _, share in found.shares] == [0, 0, 0, 0]
    assert found.axes[0].n == 0


def test_a_leaning_worked_by_hand() -> None:
    found = leaning(full(Room(1)).seen(), "p1", "mops")
    terms = {(term.ref, term.item): term.value for term in found.x_terms}
    assert terms == {
        (WHERE, ""): -1,
        (POINTS, ""): pytest.approx(0.2 * -1 + 0.6 * 0.5),
        (READY, "platform"): -1,
        (LEAN, "craft"): -0.5,
    }
    assert found.x == pytest.approx((-1 + 0.1 - 1 - 0.5) / 4)
    assert found.y == pytest.approx((-0.5 + (0.2 * -0.5 + 0.2 * 1) + 1) / 3)
    assert found.x_terms[0].why == ("Alpha is technical.",)
    assert found.x_terms[1].why == ("Alpha is technical.", "Beta is an art.")


def test_an_option_without_a_lean_counts_as_nought() -> None:
    found = leaning(full(Room(1), ALL | {WHERE: {"option": "c"}}).seen(), "p1", "mops")
    assert found.x_terms[0].value == 0
    assert found.x_terms[0].why == ()
    assert found.x == pytest.approx((0 + 0.1 - 1 - 0.5) / 4)


def test_under_three_answers_there_is_no_mark() -> None:
    room = full(Room(1), {ref: ALL[ref] for ref in (WHERE, READY, LEAN)})
    found = leaning(room.seen(), "p1", "mops")
    assert found.x is not None
    assert found.y is None
    assert len(found.y_terms) == 2
    assert of(room).leaning == ()
    assert of(room).leanings == (found,)


def test_a_pass_is_no_answer() -> None:
    room = full(Room(1), ALL | {WHERE: {"passed": True}})
    assert len(leaning(room.seen(), "p1", "mops").x_terms) == 3


def heavy(weight: float) -> Workshop:
    made = workshop()
    scenario = made.scenarios[0]
    questions = tuple(
        q.model_copy(update={"weight": weight}) if q.id == "where" else q
        for q in scenario.questions
    )
    return made.model_copy(
        update={"scenarios": (scenario.model_copy(update={"questions": questions}),)}
    )


def test_weights() -> None:
    found = leaning(full(Room(1, workshop=heavy(3))).seen(), "p1", "mops")
    assert found.x == pytest.approx((3 * -1 + 0.1 - 1 - 0.5) / 6)
    assert found.x_terms[0].part == pytest.approx(-0.5)


def test_only_revealed_rounds_lean_and_the_latest_of_them() -> None:
    room = full(Room(1))
    room.open(WHERE, 2).vote(WHERE, "p1", 2, option="b")
    assert leaning(room.seen(), "p1", "mops").x_terms[0].value == -1
    assert leaning(room.seen("room"), "p1", "mops").x_terms[0].value == -1
    room.reveal(WHERE, 2)
    assert leaning(room.seen(), "p1", "mops").x_terms[0].value == 0.5


def test_placed_marks_before_leanings() -> None:
    room = full(Room(2), seats=2).round(PLACE, points((50, -50)))
    found = of(room)
    assert found.placed == (Mark("p1", 50, -50),)
    assert len(found.leaning) == 2
    assert (found.axes[0].n, found.axes[0].median) == (1, None)
    state = room.seen()
    x, y = (leaning(state, "p2", "mops").x, leaning(state, "p2", "mops").y)
    assert x is not None
    assert y is not None
    orchestrators = (1.5 * 0.5 + (1 + x) * (1 + y)) / 4 / 2
    assert dict(found.shares)["orchestrators"] == pytest.approx(orchestrators)


def test_axes_over_leanings_where_nobody_placed_themselves() -> None:
    found = of(full(Room(3), seats=3))
    assert found.axes[0].n == 3
    assert found.axes[0].median == pytest.approx(-60)


def test_called_quadrants_stand_beside_the_marks() -> None:
    room = Room(1).round(PLACE, points((50, -50)), called=[("", "modernizers", 3)])
    found = of(room)
    assert found.called[0] == ("modernizers", 3)
    assert len(found.placed) == 1
    assert dict(found.shares)["modernizers"] == pytest.approx(0.5 * 0.5 / 4)


def test_arrows() -> None:
    room = Room(2).round(PLACE, points((0, 0), (9, 9))).round(PLACE, points((5, 5)), 2)
    assert of(room).arrows == (Arrow("p1", 0, 0, 5, 5),)


def twice_on_one_grid() -> Workshop:
    made = workshop()
    scenario = made.scenarios[0]
    again = scenario.question("place")
    assert again is not None
    first = again.model_copy(update={"id": "before"})
    both = scenario.model_copy(update={"questions": (first, *scenario.questions)})
    return made.model_copy(update={"scenarios": (both,)})


def test_of_two_questions_on_one_grid_the_latest_revealed() -> None:
    room = Room(1, workshop=twice_on_one_grid())
    assert of(room).ref == "demo/before"
    room.round(PLACE, points((1, 1)))
    assert of(room).ref == PLACE
    room.round("demo/before", points((2, 2)))
    assert (of(room).ref, of(room).placed) == ("demo/before", (Mark("p1", 2, 2),))


# Shares


def test_shares_of_corners_and_centre() -> None:
    grid = workshop().grids[0]
    assert [share for _, share in shares(grid, [(-100, 100)])] == [1, 0, 0, 0]
    assert [share for _, share in shares(grid, [(100, -100)])] == [0, 0, 0, 1]
    assert [share for _, share in shares(grid, [(0, 0)])] == [0.25] * 4
    assert [share for _, share in shares(grid, [(-100, -100), (100, 100)])] == [0, 0.5, 0.5, 0]


coordinates = st.integers(-100, 100)


@settings(deadline=None)
@given(st.lists(st.tuples(coordinates, coordinates), min_size=1))
def test_shares_sum_to_one_for_any_order(where: list[tuple[int, int]]) -> None:
    grid = workshop().grids[0]
    found = shares(grid, where)
    assert fsum(share for _, share in found) == pytest.approx(1)
    assert all(0 <= share <= 1 for _, share in found)
    assert shares(grid, where[::-1]) == found


# Terms add up


ballots = st.fixed_dictionaries(
    {
        WHERE: st.sampled_from("abc").map(lambda option: {"option": option}),
        POINTS: st.integers(0, 10)
        .flatmap(lambda a: st.integers(0, 10 - a).map(lambda b: (a, b, 10 - a - b)))
        .map(lambda p: {"options": ("a", "b", "c"), "points": p}),
        READY: st.sampled_from(["absent", "partly", "in-place"]).map(
            lambda level: {"items": ("platform",), "levels": (level,)}
        ),
        LEAN: st.tuples(st.integers(-2, 2), st.integers(-2, 2)).map(
            lambda at: {"items": ("craft", "drive"), "positions": at}
        ),
    }
)


@settings(deadline=None)
@given(ballots, st.floats(0.01, 10))
def test_the_parts_are_the_mark_exactly(ballot: dict[str, Any], weight: float) -> None:
    room = full(Room(1, workshop=heavy(weight)), ballot)
    found = leaning(room.seen(), "p1", "mops")
    assert fsum(term.part for term in found.x_terms) == found.x
    assert fsum(term.part for term in found.y_terms) == found.y
    for value, terms in ((found.x, found.x_terms), (found.y, found.y_terms)):
        assert value is not None
        parts = whole_parts(terms, value)
        assert sum(parts) == round(value * 100)
        assert all(abs(n - term.part * 100) < 1 for n, term in zip(parts, terms, strict=True))
    mark = of(room).leaning[0]
    assert found.x is not None
    assert mark.x == max(-100.0, min(100.0, found.x * 100))
    assert -100 <= mark.y <= 100


@settings(deadline=None)
@given(st.lists(ballots, min_size=2, max_size=PEOPLE), st.integers(0, 99))
def test_permuting_people_changes_nothing_in_an_anonymous_room(
    drawn: list[dict[str, Any]], seed: int
) -> None:
    shuffled = rnd.Random(seed).sample(drawn, len(drawn))
    made = []
    for order in (drawn, shuffled):
        room = Room(PEOPLE, policy={"anonymity": "anonymous"})
        for ref in ALL:
            room.round(ref, [ballot[ref] for ballot in order])
        made.append(of(room))
    assert made[0] == made[1]


# Anonymity


def test_an_anonymous_room_shows_marks_and_nobody_behind_them() -> None:
    room = full(Room(3, policy={"anonymity": "anonymous"}), seats=3)
    room.round(PLACE, points((30, 3), (10, 1), (20, 2)))
    room.round(PLACE, points((30, 4), (10, 1), (20, 3)), 2)
    found = of(room)
    assert [(m.participant, m.x) for m in found.placed] == [("", 10), ("", 20), ("", 30)]
    assert {m.participant for m in found.leaning} == {""}
    assert found.leanings == ()
    assert found.arrows == (Arrow("", 20, 2, 20, 3), Arrow("", 30, 3, 30, 4))
    hidden = leaning(room.seen(), "p1", "mops")
    assert (hidden.participant, hidden.x, hidden.x_terms) == ("", None, ())
    assert "p1" not in repr(found)


@pytest.mark.parametrize(
    ("people", "roles", "named"),
    [
        (10, ("Sales", "IT"), ["IT", "Sales"]),
        (9, ("Sales", "IT"), []),  # five and four: neither may be named
        (5, ("Sales",), []),  # five, and nobody else to hide among
        (12, ("Sales", "IT", "MOps"), []),
    ],
)
def test_roles_need_a_crowd_in_an_anonymous_room(
    people: int, roles: tuple[str, ...], named: list[str]
) -> None:
    room = Room(people, roles=roles, policy={"anonymity": "anonymous"})
    room.round(PLACE, points(*[(seat, seat) for seat in range(people)]))
    assert [role.role for role in of(room).roles] == named


def test_roles_in_a_named_room_are_medians() -> None:
    room = Room(3, roles=("Sales", "IT")).round(PLACE, points((0, 0), (7, 7), (50, -50)))
    found = {role.role: (role.n, role.x, role.y) for role in of(room).roles}
    assert found == {"IT": (1, 7, 7), "Sales": (2, 25, -25)}
