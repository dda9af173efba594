from __future__ import annotations

from support.results import Room, choices, levels, points, positions

from mops_tui.model.results.tallies import result
from mops_tui.words.results.statistics import statistics, statistics_legend


def rows(room: Room, name: str) -> dict[str, str]:
    state = room.seen("room")
    found = result(state, f"demo/{name}")
    assert found is not None
    return dict(statistics(state, found))


def test_a_scale_has_agreement_median_and_middle_half() -> None:
    room = Room(4).round("demo/ready", levels("owner", "absent", "partly", "partly", "in-place"))
    assert rows(room, "ready") == {
        "“An owner”": "A 0.25; median Partly; middle half Absent to Partly"
    }


def test_of_an_even_number_the_median_lies_between_the_two_in_the_middle() -> None:
    """Four of eight say absent, three partly, one in place: absent is not the middle of it."""
    room = Room(8).round(
        "demo/ready", levels("owner", *["absent"] * 4, *["partly"] * 3, "in-place")
    )
    assert "; median between Absent and Partly;" in rows(room, "ready")["“An owner”"]
    legend = statistics_legend(majority=0.75, agreement=0.5, quorum=0.8)
    assert "or lies between the two in the middle" in legend


def test_stability_says_what_it_counts() -> None:
    room = Room(8).round("demo/where", choices("aaaabbbb"))
    room.round("demo/where", choices("aaaaabbb"), 2)
    assert rows(room, "where") == {
        "Largest share": "62.5 %: Alpha",
        "Spread, beside round 1": "88 % alike, whoever changed",
    }


def test_a_share_that_misses_the_majority_is_not_rounded_up_to_it() -> None:
    room = Room().round("demo/where", [], called=[("", "a", 74_999), ("", "b", 25_001)])
    assert rows(room, "where") == {"Largest share": "74.9 %: Alpha"}


def test_under_three_votes_there_are_none() -> None:
    assert rows(Room(2).round("demo/where", choices("ab")), "where") == {}


def test_the_legend_says_what_agree_means() -> None:
    legend = statistics_legend(majority=0.755, agreement=0.5, quorum=0.8)
    assert "We agree where A is 0.50 or more" in legend
    assert "majority takes 75.5 % of the votes, and a vote counts where 80 %" in legend


def test_a_middle_half_that_is_one_answer_is_said_once() -> None:
    room = Room(4).round("demo/lean", positions("craft", 0, 0, 0, 2))
    assert rows(room, "lean")["“I build machines” or “I paint”"].endswith(
        "middle half all between the two"
    )


def test_beside_the_round_before_the_spreads_are_compared_whoever_moved() -> None:
    room = Room(4).round("demo/place", points((50, 50), (60, 50), (-50, -50), (-60, -50)))
    room.round("demo/place", points((-50, -50), (-60, -50), (50, 50), (60, 50)), 2)
    assert rows(room, "place")["Spread, beside round 1"] == (
        "100 % alike over the corners, whoever moved"
    )


def test_two_votes_are_not_compared_with_the_two_before() -> None:
    few = Room(2).round("demo/where", choices("ab")).round("demo/where", choices("ab"), 2)
    assert rows(few, "where") == {}
    three = Room(3).round("demo/where", choices("aab")).round("demo/where", choices("aab"), 2)
    assert rows(three, "where")["Spread, beside round 1"] == "100 % alike, whoever changed"
