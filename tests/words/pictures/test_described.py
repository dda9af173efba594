from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.labelled import BALLOTS, LABELS, labelled
from support.results import Room, choices, levels, points, positions

from mops_tui.model.results.tallies import result
from mops_tui.pictures.choose import bars_of, picture_of
from mops_tui.pictures.shapes import IdeasPicture, Turnout
from mops_tui.words.pictures.described import described
from mops_tui.words.pictures.tags import names_of


def seen(room: Room, name: str, number: int | None = None, *, bars: bool = False) -> str:
    state = room.seen("room")
    found, question = result(state, f"demo/{name}", number), state.question(f"demo/{name}")
    assert found is not None
    assert question is not None
    before = result(state, f"demo/{name}", found.round - 1) if found.round > 1 else None
    if bars:
        return described(bars_of(question, found, before, state.workshop))
    return described(picture_of(question, found, before, state.workshop, names_of(state)))


def test_bars_have_every_answer_with_its_count_the_most_first() -> None:
    room = Room(5).round("demo/where", choices("aabbb")).round("demo/where", choices("abbbb"), 2)
    assert seen(room, "where", bars=True) == (
        "A bar for each of 3 answers: “Beta” 4 of 5, “Alpha” 1 of 5. One answer has none. "
        "A mark on each bar shows the vote before. 5 people answered."
    )


def test_points_are_no_votes() -> None:
    room = Room(3).round("demo/points", [{"options": ("a", "b"), "points": (4, 6)}] * 3)
    assert "“Beta” 18 of 30 points, “Alpha” 12 of 30 points" in seen(room, "points", bars=True)


def test_called_votes_are_told() -> None:
    room = Room(3).round("demo/where", choices("aab"), called=[("", "c", 2)])
    assert seen(room, "where", bars=True).endswith("5 people answered, 2 of them by calling out.")


def test_rows_have_their_counts_and_say_where_there_are_two_camps() -> None:
    room = Room(6).round("demo/lean", positions("craft", -2, -2, -2, 2, 2, 2))
    told = seen(room, "lean")
    assert "3 towards" in told
    assert "in two camps" in told


def test_cells_have_each_item_with_its_levels() -> None:
    room = Room(4).round("demo/ready", levels("owner", "absent", "partly", "partly", "in-place"))
    assert "“An owner”: 1 “Absent”, 2 “Partly” and 1 “In place”." in seen(room, "ready")


def test_the_plan_has_its_rooms_and_the_mark_where_it_is_seen() -> None:
    room = Room(5).round("demo/where", choices("aaaab"))
    told = seen(room, "where")
    assert "“Alpha” 4 votes, “Beta” 1 vote." in told
    assert "The mark of MOps lies at “Alpha”." in told
    too_few = seen(Room(5).round("demo/where", choices("a    ")), "where")
    assert "mark" not in too_few


def test_a_wave_stands_at_its_stage() -> None:
    room = Room(4).round("demo/waves", positions("cloud", 55, 55, 55, 55))
    assert "stands with the early majority, placed by 4." in seen(room, "waves")


def test_a_grid_has_its_corners_its_middle_and_no_names() -> None:
    room = Room(4).round("demo/place", points((-50, 50), (-40, 60), (-60, 40), (50, 0)))
    told = seen(room, "place")
    assert "3 at “Modernizers” (top left)" in told
    assert "1 on a line between them" in told
    assert "Person" not in told
    moved = room.round("demo/place", points((50, 50), (-40, 60), (-60, 40), (50, 0)), 2)
    assert "An arrow shows for one from where they moved." in seen(moved, "place")


def test_a_grid_that_is_split_says_which_way() -> None:
    room = Room(6).round("demo/place", points(*[(-90, 50)] * 3, *[(90, 50)] * 3))
    assert "The marks are split from left to right." in seen(room, "place")


def test_ideas_are_told_as_far_as_there_is_room() -> None:
    many = IdeasPicture(tuple(f"Idea {n}" for n in range(30)), Turnout(n=30))
    assert described(many).startswith("30 ideas, the first of them: “Idea 0”; “Idea 1”")
    assert described(IdeasPicture(("One thing",), Turnout(n=1))) == (
        "One idea: “One thing”. One person answered."
    )


@pytest.mark.parametrize("name", sorted(BALLOTS))
@given(data=st.data())
def test_every_picture_of_any_answers_has_whole_sentences(name: str, data: st.DataObject) -> None:
    labels = data.draw(st.lists(LABELS, min_size=1, max_size=5))
    ballots = data.draw(st.lists(BALLOTS[name], max_size=6))
    room = Room(len(ballots), workshop=labelled(labels)).round(f"demo/{name}", ballots)
    for told in (seen(room, name), seen(room, name, bars=True)):
        assert told.endswith((".", "answered.", "out."))
        assert "\n" not in told
        assert "Person" not in told or any("Person" in label for label in labels)
