"""What a workshop says that it brought: each sentence checked against the events."""

from __future__ import annotations

from support.results import Room, choices
from support.sessions import workshop

from mops_tui.model.packs.workshop import Workshop
from mops_tui.model.results.tallies import result
from mops_tui.model.session import events as ev
from mops_tui.words.closing import brought
from mops_tui.words.results.findings import findings

WHERE, POINTS = "demo/where", "demo/points"
A_MINUTE = 60.0


def test_the_minutes_are_those_of_work_and_the_people_those_who_are_there() -> None:
    room = Room(3).add(ev.HeadCounted(present=5), ev.BriefShown(scenario="demo"))
    begun = room.state().t
    assert brought(room.seen("room"), begun + 14 * A_MINUTE + 59)[0] == (
        "14 minutes of work, 5 people."
    )


def test_the_minutes_at_the_door_and_on_the_closing_page_are_no_work() -> None:
    room = Room().add(ev.HeadCounted(present=5), wait=600)
    assert brought(room.seen("room"), 900)[0] == "0 minutes of work, 5 people."
    room.add(ev.BriefShown(scenario="demo"), wait=600)
    room.add(ev.SummaryShown(of="workshop"), wait=600)  # a third wait later
    told = {brought(room.seen("room"), room.state().t + later)[0] for later in (0, 90, 9000)}
    assert told == {"10 minutes of work, 5 people."}
    room.add(ev.SessionClosed(), wait=600)
    assert brought(room.seen("room"), 99_999)[0] in told


def test_with_nobody_there_it_counts_nobody() -> None:
    room = Room().add(ev.BriefShown(scenario="demo"))
    assert brought(room.seen("room"), room.state().t + A_MINUTE) == ("1 minute of work.",)


def test_answers_are_counted_by_question_and_votes_over_all_rounds() -> None:
    room = Room(3).round(WHERE, [{"option": "a"}] * 3).round(WHERE, [{"option": "b"}] * 2, 2)
    room.open(POINTS)
    assert "1 question answered, with 5 votes." in brought(room.seen("room"), 0.0)


def test_votes_that_nobody_saw_are_votes_on_no_answered_question() -> None:
    room = Room(3).round(WHERE, choices("aab")).open(POINTS)
    room.vote(POINTS, "p1", options=("a",), points=(10,)).close(POINTS)
    assert "1 question answered, with 3 votes." in brought(room.seen("room"), 0.0)


def test_every_further_vote_is_counted_and_what_moved_where_that_can_be_told() -> None:
    moved = Room(4).round(WHERE, [{"option": "a"}] * 4).round(WHERE, [{"option": "b"}] * 4, 2)
    stayed = Room(4).round(WHERE, [{"option": "a"}] * 4).round(WHERE, [{"option": "a"}] * 4, 2)
    few = Room(4).round(WHERE, [{"option": "a"}] * 2).round(WHERE, [{"option": "b"}] * 2, 2)
    once = Room(4).round(WHERE, [{"option": "a"}] * 4)
    assert "1 question was voted on again; somebody changed an answer." in brought(moved.seen(), 0)
    assert "1 question was voted on again; nobody changed an answer." in brought(stayed.seen(), 0)
    assert "1 question was voted on again." in brought(few.seen(), 0)  # two are too few to follow
    assert not [line for line in brought(once.seen(), 0) if "again" in line]


def test_a_further_vote_under_the_quorum_is_counted_and_the_earlier_one_told() -> None:
    """Three of four who voted again can be followed, though they do not speak for the room."""
    made = workshop().model_dump(by_alias=True, exclude_none=True)
    for scenario in made["scenario"]:
        scenario["closing"] = True
    room = Room(4, workshop=Workshop.model_validate(made))
    room.round(WHERE, choices("aaab")).round(WHERE, choices("abb "), 2)
    lines = brought(room.seen(), 0)
    assert "1 question was voted on again; somebody changed an answer." in lines
    assert lines[-1] == (
        "Where: Alpha leads with 3 of 4. That was round 1; in round 2 too few voted to say."
    )


def test_who_changed_is_counted_as_the_reveal_counts_it_not_by_the_spread() -> None:
    swapped = Room(4).round(WHERE, choices("aabb")).round(WHERE, choices("bbaa"), 2)
    swapped.round("demo/cmo", [{"option": "yes"}] * 4).round("demo/cmo", [{"option": "yes"}] * 4, 2)
    state = swapped.seen()
    assert "2 questions were voted on again; on 1 of them somebody changed an answer." in brought(
        state, 0
    )
    found = result(state, WHERE)
    assert found is not None
    assert "all 4 changed their answer." in findings(state, found)[-1]


def test_a_change_counts_in_whichever_round_it_was() -> None:
    room = Room(4).round(WHERE, choices("aabb")).round(WHERE, choices("aaab"), 2)
    room.round(WHERE, choices("aaab"), 3)
    assert "1 question was voted on again; somebody changed an answer." in brought(room.seen(), 0)


def test_where_votes_were_called_out_nobody_can_tell_who_changed() -> None:
    called = Room(4).round(WHERE, [], called=[("", "a", 4)])
    called.round(WHERE, [], 2, called=[("", "b", 4)])
    assert "1 question was voted on again." in brought(called.seen(), 0)
