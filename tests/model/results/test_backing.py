"""Who is behind an answer: by what each ballot says, and nobody who passed."""

from __future__ import annotations

from typing import Any

import pytest
from support.results import Room, choices, levels, points, positions

from mops_tui.model.results.backing import Backing, backing
from mops_tui.model.results.picks import End, picked
from mops_tui.model.results.tallies import result


def behind(name: str, ballots: list[dict[str, Any]], end: End = "most") -> Backing:
    ref = f"demo/{name}"
    seen = Room(len(ballots)).round(ref, ballots).seen()
    shown = result(seen, ref)
    assert shown is not None
    picks = picked(shown, end)
    assert picks
    return backing(seen, shown, picks, end)


def test_of_a_choice_those_who_chose_it() -> None:
    assert behind("where", choices("aab-")) == Backing(("p1", "p2"), ("p3",))


def test_of_points_those_who_gave_it_most_also_where_another_has_as_many() -> None:
    poured = [
        {"options": ("a", "b"), "points": (9, 1)},
        {"options": ("a", "b"), "points": (5, 5)},
        {"options": ("b", "a"), "points": (6, 4)},
    ]
    assert behind("points", poured) == Backing(("p1", "p2"), ("p3",))


def test_of_an_item_those_who_gave_a_level_that_it_was_picked_for() -> None:
    rated = levels("owner", "absent", "absent", "partly", "in-place")
    assert behind("ready", rated, "least").behind == ("p1", "p2", "p3")


def test_of_a_pair_those_on_its_side() -> None:
    assert behind("lean", positions("craft", -2, -1, -1, 2)) == Backing(("p1", "p2", "p3"), ("p4",))


@pytest.mark.parametrize(("end", "otherwise"), [("most", ("p4",)), ("least", ())])
def test_of_a_corner_those_in_it_and_of_an_empty_one_everybody(
    end: End, otherwise: tuple[str, ...]
) -> None:
    where = points((-50, -50), (-40, -60), (-30, -30), (50, 50), (50, -50), (60, -50))
    found = behind("place", where[: 6 if end == "least" else 4], end)
    assert found.otherwise == otherwise


def test_in_an_anonymous_room_they_are_keys_that_lead_to_nobody() -> None:
    from mops_tui.model.session.header import Policy

    ref = "demo/where"
    made = Room(3, policy=Policy(anonymity="anonymous")).round(ref, choices("aab"))
    seen = made.seen()
    shown = result(seen, ref)
    assert shown is not None
    found = backing(seen, shown, picked(shown, "most"))
    assert (len(found.behind), len(found.otherwise)) == (2, 1)
    assert not {*found.behind, *found.otherwise} & set(seen.participants)
