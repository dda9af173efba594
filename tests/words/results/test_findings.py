from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.examples import examples
from support.labelled import BALLOTS, EITHER, LABELS, labelled
from support.results import Room, choices, levels, points, positions, told
from support.sessions import workshop

from mops_tui.model.packs.drafts import RehearsedDecision
from mops_tui.model.packs.pack import DecisionAsk
from mops_tui.model.results.consensus import FEW
from mops_tui.model.results.tallies import result
from mops_tui.model.results.withheld import withheld
from mops_tui.model.session import events as ev
from mops_tui.pictures.highlights import workshop_highlight
from mops_tui.words.results.findings import (
    MOST,
    decision_findings,
    findings,
    scenario_findings,
    workshop_findings,
)
from mops_tui.words.results.standing.sentence import standing
from mops_tui.words.results.standing.short import SHORT, standing_short
from mops_tui.words.safe import cells


def short(room: Room, name: str) -> str:
    state = room.seen("room")
    found, question = result(state, f"demo/{name}"), state.question(f"demo/{name}")
    assert found is not None
    assert question is not None
    return standing_short(found, question, state.workshop)


@pytest.mark.parametrize(
    ("votes", "expected", "briefly"),
    [
        ("aaab", ("Alpha leads with 3 of 4.", "That is a clear majority."), "Alpha leads"),
        ("aabb", ("Alpha and Beta tie with 2 of 4 each.",), "Alpha and Beta tie"),
        ("aaaa", ("All 4 chose Alpha.",), "all for Alpha"),
        ("ab", ("2 answers: too few to say where we stand.",), "2 answers"),
        ("aaa ", ("3 of 4 voted: too few to speak for the room.",), "only 3 of 4 voted"),
    ],
)
def test_where_the_room_stands_and_how_far_it_agrees(
    votes: str, expected: tuple[str, ...], briefly: str
) -> None:
    room = Room(len(votes)).round("demo/where", choices(votes))
    assert told(room, "where")[:2] == expected
    assert short(room, "where") == briefly


@pytest.mark.parametrize(
    ("majority", "votes", "expected"),
    [
        (
            0.75,
            "a" * 12 + "b" * 5,
            "12 of 17 is more than half, but short of the 13 (75 %) set for a decision.",
        ),
        (
            0.75,
            "a" * 149 + "b" * 51,
            "149 of 200 is more than half, but short of the 150 (75 %) set for a decision.",
        ),
        (
            0.667,
            "aab",
            "2 of 3 is more than half, but short of the 3 (66.7 %) set for a decision.",
        ),
        (
            0.5,
            "aabcc" + "a" * 5 + "bc" * 3,
            "7 of 16 is short of the 8 (50 %) set for a decision.",
        ),
    ],
)
def test_a_share_under_the_majority_says_what_it_misses(
    majority: float, votes: str, expected: str
) -> None:
    room = Room(len(votes), policy={"majority": majority}).round("demo/where", choices(votes))
    assert told(room, "where")[1] == expected


@pytest.mark.parametrize(
    ("votes", "expected"),
    [
        ("aaaab" + "b" * 2, "4 of 7 is more than half."),
        ("aaabbc", "3 of 6 is half."),
        ("aaabbcc", "3 of 7 is less than half."),
        ("aaab", "That is a clear majority."),
    ],
)
def test_where_nothing_is_decided_no_vote_falls_short_of_a_decision(
    votes: str, expected: str
) -> None:
    """As in a check-in: its scenario asks for no decision."""
    (first, *others) = workshop().scenarios
    light = first.model_copy(update={"decision": None})
    own = workshop().model_copy(update={"scenarios": (light, *others)})
    room = Room(len(votes), workshop=own).round("demo/where", choices(votes))
    assert told(room, "where")[1] == expected


def test_points_say_how_many_put_the_leader_first() -> None:
    ballots = [{"options": ("a", "b"), "points": given} for given in ((9, 1), (5, 5), (4, 6))]
    assert told(Room(3).round("demo/points", ballots), "points")[1] == (
        "Alpha and Beta are each first or joint first for 2 of 3."
    )


def test_beside_a_decision_the_question_that_it_names_comes_first() -> None:
    room = Room(4).round("demo/where", choices("aabc"))
    room.round("demo/ready", [{"items": ("owner",), "levels": ("partly",)}] * 4)
    before = decision_findings(room.seen("room"), "demo")
    assert [line.partition(":")[0] for line in before] == ["Ready", "Where"]
    room.add(ev.DecisionRecorded(decision="d1", scenario="demo", what="We go to Beta."))
    after = decision_findings(room.seen("room"), "demo")
    assert [line.partition(":")[0] for line in after] == ["Where", "Ready"]


def test_a_few_marks_do_not_agree_for_a_room_that_called_out() -> None:
    room = Room(13).round(
        "demo/place",
        points((-80, -80), (-70, -90), (-75, -80)),
        called=[("", "modernizers", 5), ("", "orchestrators", 5)],
    )
    assert told(room, "place") == ("5 of 13 stand with the Modernizers, 5 with the Orchestrators.",)


def test_who_stands_close_together_across_a_line_is_not_said_to_agree() -> None:
    room = Room(4).round("demo/place", points((-5, -5), (-6, -4), (5, 5), (6, 4)))
    stands, close = told(room, "place")
    assert stands == (
        "2 of 4 stand with the Orchestrators, 2 with the Scientists. All 4 are close to a line "
        "between corners: a small step changes the corner."
    )
    assert close == "We stand close together, though not in one corner."


def test_half_on_each_side_of_an_axis_do_not_agree_on_it() -> None:
    """None far out, and so near each other on the scale that A is the threshold's."""
    xs = [-58, -47, -44, -44, -44, -33, -28, -17, -17, -16, -11]
    xs += [10, 29, 30, 33, 34, 38, 40, 43, 43, 45, 46]
    room = Room(22).round("demo/place", points(*((x, 50) for x in xs)))
    assert told(room, "place") == (
        "11 of 22 stand with the Modernizers, 11 with the Orchestrators.",
        "We agree on “rational or emotional”, and stand on both sides of “technology or arts”.",
    )


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("partly", "absent", "We agree on both items that enough of us answered."),
        ("", "", "We agree on neither of the two items that enough of us answered."),
    ],
)
def test_two_are_both_or_neither(one: str, other: str, expected: str) -> None:
    steps = ("absent", "partly", "in-place")
    ballots = [
        {"items": ("owner", "training"), "levels": (one or step, other or step)} for step in steps
    ]
    assert expected in told(Room(3).round("demo/ready", ballots), "ready")


def on_both(*where: int) -> list[dict[str, Any]]:
    return [{"items": ("craft", "drive"), "positions": (at, at)} for at in where]


def test_who_leans_to_opposite_statements_is_not_said_to_agree() -> None:
    """Near the middle they lie close on the scale, yet each camp holds with another statement."""
    room = Room(9).round("demo/lean", on_both(-1, -1, -1, 0, 0, 0, 1, 1, 1))
    assert told(room, "lean")[:2] == (
        "3 of 9 lean to “I build machines”, 3 to “I paint”, 3 stand in the middle.",
        "We agree on neither of the two pairs.",
    )


def test_a_split_on_all_items_is_told_and_not_that_nobody_says_the_same() -> None:
    room = Room(10).round("demo/lean", on_both(*[-2] * 3, *[2] * 7))
    assert told(room, "lean") == (
        "We are split: 3 of 10 for “I build machines”, 7 for “I paint”.",
        "We agree on neither of the two pairs.",
    )


def test_one_wave_that_splits_a_room_is_put_somewhere() -> None:
    room = Room(4).round("demo/waves", positions("cloud", 5, 5, 95, 95))
    assert told(room, "waves")[0] == (
        "We are split on Cloud: 2 of 4 put it with the innovators, 2 with the laggards."
    )


def test_a_second_round_says_who_moved() -> None:
    room = Room(4).round("demo/where", choices("aabb"))
    room.round("demo/where", choices("aaab"), 2)
    assert told(room, "where")[2] == (
        "Since round 1, when Alpha and Beta tied, one of 4 changed their answer. "
        "One vote went from Beta to Alpha."
    )


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (
            "aaaabbb  ",
            "aaaabbb b",
            "In round 1, Alpha led. All 7 who voted in both rounds gave the same answer again; "
            "one voted only once, which makes the difference.",
        ),
        (
            "aaaabbb  ",
            "aaaabbbbb",
            "In round 1, Alpha led. All 7 who voted in both rounds gave the same answer again; "
            "2 voted only once, which makes the difference.",
        ),
        (
            "aaabbb   ",
            "aaabbba  ",
            "In round 1, Alpha and Beta tied. All 6 who voted in both rounds gave the same answer "
            "again; one voted only once, which makes the difference.",
        ),
        (
            "aaaabbb  ",
            "aaaabbba ",
            "All 7 who voted in both rounds gave the same answer as in round 1.",
        ),
        (
            "aaabbbccc",
            "aaabbbcca",
            "Since round 1, when three answers tied, one of 9 changed their answer.",
        ),
    ],
)
def test_a_lead_that_changed_is_told_whoever_changed_it(
    before: str, after: str, expected: str
) -> None:
    """Nobody changed, and another answer leads: that is news all the same."""
    room = Room(9, policy={"quorum": 0.5}).round("demo/where", choices(before))
    room.round("demo/where", choices(after), 2)
    assert any(one.startswith(expected) for one in told(room, "where"))


def test_nobody_is_said_to_have_stayed_who_called_out() -> None:
    """Three ballots stay, ten called-out votes go over: that is no room that stayed."""
    room = Room(13).round("demo/where", choices("aaa"), called=[("", "a", 10)])
    room.round("demo/where", choices("aaa"), 2, called=[("", "c", 10)])
    last = told(room, "where")[2]
    assert last == (
        "In round 1, Alpha led. All 3 who handed in a ballot both times gave the same answer again."
    )
    still = Room(6).round("demo/where", choices("aaa"), called=[("", "a", 3)])
    still.round("demo/where", choices("aaa"), 2, called=[("", "a", 3)])
    assert told(still, "where")[-1] == (
        "All 3 who handed in a ballot both times gave the same answer as in round 1."
    )
    every = Room(6).round("demo/where", choices("aaa"), called=[("", "a", 3)])
    every.round("demo/where", choices("bbb"), 2, called=[("", "b", 3)])
    assert "all 3 who handed in a ballot both times changed" in told(every, "where")[-1]
    moved = Room(13).round("demo/where", choices("aaa"), called=[("", "a", 10)])
    moved.round("demo/where", choices("aab"), 2, called=[("", "a", 10)])
    assert "one of the 3 who handed in a ballot both times" in told(moved, "where")[2]


def test_a_page_of_findings_leaves_out_what_too_few_voted_on() -> None:
    room = Room(4).round("demo/where", choices("aaab"))
    room.round("demo/place", points((-80, -80)))
    state = room.seen("room")
    assert len(scenario_findings(state, "demo")) == 1
    assert workshop_findings(state) == scenario_findings(state, "demo")


@st.composite
def voted(draw: Any) -> tuple[Room, str]:
    """A room of any size that voted once or twice on one question, with any labels."""
    name = draw(st.sampled_from(sorted(BALLOTS)))
    people = draw(st.integers(1, 9))
    anonymity = draw(st.sampled_from(("named", "anonymous")))
    labels = draw(st.lists(LABELS, min_size=1, max_size=12))
    room = Room(people, workshop=labelled(labels), policy={"anonymity": anonymity})
    for number in range(1, draw(st.integers(1, 2)) + 1):
        ballots = draw(st.lists(EITHER[name], min_size=people, max_size=people))
        room.round(f"demo/{name}", ballots, number)
    return room, name


@examples(40)
@given(voted())
def test_whatever_the_labels_findings_are_sentences_that_rest_on_enough(
    made: tuple[Room, str],
) -> None:
    room, name = made
    state, ref = room.seen("room"), f"demo/{name}"
    found, question = result(state, ref), state.question(ref)
    assert found is not None
    assert question is not None
    lines = findings(state, found)
    for line in lines:
        assert line[-1] in ".?!…”"
        assert not re.search(r"[.?!…]”?[.,;:]$", line)
        assert not re.search(r"\bNo leads\b|^ |  ", line)
        if "the left one" not in str(room.header.workshop):
            assert not re.search(r"\b(left|right) one\b", line)
    briefly = standing_short(found, question, state.workshop)
    assert cells(briefly) <= SHORT + 10
    assert not briefly.endswith(".")
    answered = max((item.distribution.n for item in found.items), default=found.n)
    if answered < FEW or not found.quorate:
        assert len(lines) <= 1
        assert all("too few" in line or line == "Nobody has answered." for line in lines)
        assert scenario_findings(state, "demo") == workshop_findings(state) == ()
    else:
        assert 1 <= len(lines) <= MOST
        assert len(scenario_findings(state, "demo")) == 1


def pour(*given: tuple[int, ...]) -> list[dict[str, Any]]:
    options = ("a", "b", "c")
    return [
        {
            "options": tuple(o for o, n in zip(options, points, strict=True) if n),
            "points": tuple(n for n in points if n),
        }
        for points in given
    ]


def test_who_more_put_first_is_named_and_not_the_leader_on_points() -> None:
    ballots = pour((10, 0, 0), (4, 6, 0), (4, 6, 0))
    assert told(Room(3).round("demo/points", ballots), "points")[:2] == (
        "Alpha leads with 18 of 30 points.",
        "More put Beta first or joint first: 2 of 3, against 1 for Alpha.",
    )


def test_points_that_are_close_to_even_are_told_as_that() -> None:
    room = Room(3).round("demo/points", pour((4, 3, 3), (3, 4, 3), (4, 3, 3)))
    assert told(room, "points")[0] == "Close to even: 9 to 11 of 30 points each, most for Alpha."
    assert short(room, "points") == "close to even"


def test_a_lead_of_one_vote_is_told_as_one() -> None:
    assert told(Room(6).round("demo/where", choices("aaabbc")), "where")[0] == (
        "Alpha leads by one vote, with 3 of 6."
    )


def test_changes_that_cancel_out_are_told_in_both_directions() -> None:
    room = Room(5).round("demo/where", choices("aabbb"))
    room.round("demo/where", choices("bbaab"), 2)
    assert told(room, "where")[-1] == (
        "Since round 1, 4 of 5 changed their answer. "
        "2 went from Alpha to Beta, 2 from Beta to Alpha."
    )
    ring = Room(3).round("demo/where", choices("abc")).round("demo/where", choices("bca"), 2)
    assert "Overall, the counts are as before." in told(ring, "where")[-1]


def test_items_that_as_many_changed_on_are_counted() -> None:
    def both(*levels: str) -> list[dict[str, Any]]:
        return [{"items": ("owner", "training"), "levels": (one, one)} for one in levels]

    room = Room(3).round("demo/ready", both("absent", "absent", "partly"))
    room.round("demo/ready", both("partly", "partly", "partly"), 2)
    assert told(room, "ready")[-1] == (
        "Since round 1, 2 of 3 changed their answer on “An owner” (both towards “In place”), and "
        "as many on another item."
    )


@pytest.mark.parametrize("label", ["Four", "Scientists", "3", "Makers"])
def test_a_number_or_people_lead_in_quotation_marks(label: str) -> None:
    room = Room(3, workshop=labelled([label])).round("demo/where", choices("aaa"))
    assert told(room, "where")[0] == f"All 3 chose “{label}”."


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("aabbcc", "aabaca", "2 of 6 changed their answer. Both went to Alpha."),
        ("aaabbb", "aaaaab", "2 of 6 changed their answer. Both went from Beta to Alpha."),
        ("aaabbc", "bbaccc", "4 of 6 changed their answer."),
        (
            "aaaabb",
            "bbbaba",
            "4 of 6 changed their answer. 3 went from Alpha to Beta, one from Beta to Alpha.",
        ),
        # Another answer leads now: little is left of the changes, but they did not cancel out.
        ("aaaaabbbbcccc", "cbaaacbbbabcc", "when Alpha led, 5 of 13 changed their answer."),
    ],
)
def test_a_choice_tells_from_where_to_where(before: str, after: str, expected: str) -> None:
    room = Room(len(before)).round("demo/where", choices(before))
    room.round("demo/where", choices(after), 2)
    assert told(room, "where")[-1].endswith(expected)


def test_of_an_item_the_way_is_told_towards_its_ends() -> None:
    rounds = (["partly"] * 5, ["absent", "absent", "absent", "in-place", "partly"])
    room = Room(5)
    for number, votes in enumerate(rounds, 1):
        room.round("demo/ready", levels("owner", *votes), number)
    assert told(room, "ready")[-1].endswith("3 went towards “Absent”, one towards “In place”.")
    places = ([2, 2, 2, 1, -2, 0], [1, 1, 0, -1, 0, 0])
    room = Room(6)
    for number, where in enumerate(places, 1):
        ballots = [{"items": ("craft",), "positions": (at,)} for at in where]
        room.round("demo/lean", ballots, number)
    assert told(room, "lean")[-1].endswith(
        "4 went towards the middle, one towards “I build machines”."
    )
    waves = Room(3).round("demo/waves", positions("cloud", 5, 5, 5))
    waves.round("demo/waves", positions("cloud", 95, 95, 95), 2)
    assert told(waves, "waves")[-1].endswith("All 3 put it later.")


def test_another_wave_on_which_as_many_are_of_one_mind_is_told() -> None:
    ballots = [{"items": ("cloud", "video"), "positions": (5, 95)}] * 3
    assert told(Room(3).round("demo/waves", ballots), "waves")[0] == (
        "All 3 see Cloud with the innovators, and all 3 Video with the laggards."
    )


def test_a_question_that_a_decision_may_follow_from_stands_before_what_is_so_today() -> None:
    plain = Room(4).header.workshop
    (demo,) = plain.scenarios
    follows = RehearsedDecision(question="where", says="We go to {answer}")
    asks = DecisionAsk(ask="Where do we go?", rehearsed=(follows,))
    made = demo.model_copy(update={"decision": asks})
    again = Room(4, workshop=plain.model_copy(update={"scenarios": (made,)}))
    again.round("demo/ready", [{"items": ("owner",), "levels": ("partly",)}] * 4)
    again.round("demo/where", choices("aabc"))
    found = decision_findings(again.seen("room"), "demo")
    assert [line.partition(":")[0] for line in found] == ["Where", "Ready"]
    assert workshop_findings(again.seen("room")) == found


def test_a_check_in_is_none_of_what_a_workshop_found() -> None:
    plain = Room(4).header.workshop
    (demo,) = plain.scenarios
    opening = demo.model_copy(update={"opening": True})
    again = Room(4, workshop=plain.model_copy(update={"scenarios": (opening,)}))
    again.round("demo/where", choices("aaab"))
    assert workshop_findings(again.seen("room")) == ()
    assert workshop_highlight(again.seen("room")) is None
    assert decision_findings(again.seen("room"), "demo")


def test_the_one_item_that_is_told_of_several_is_named() -> None:
    """Of the others some are withheld: what is said of one is not said of all."""
    rated = {"items": ("owner", "platform"), "levels": ("absent", "partly")}
    other = {"items": ("owner", "platform"), "levels": ("absent", "in-place")}
    room = Room(9).round("demo/ready", [rated] * 7 + [other] * 2)
    state = room.seen("room")
    found, question = result(state, "demo/ready"), state.question("demo/ready")
    assert found is not None
    assert question is not None
    told = withheld(found, state.policy)
    assert told.items_withheld
    assert standing(told, question, state.workshop) == "On “An owner”, all 9 say “Absent”."
