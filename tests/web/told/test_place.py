"""Where the room is, in lines of text: each place, and whatever somebody typed there."""

from __future__ import annotations

import json
import re
import unicodedata

import pytest
from support.asking import Room
from support.before import before
from support.pages import with_question
from support.phone_state import document
from support.sessions import workshop

from mops_tui.model.session import commands as cmd
from mops_tui.model.session.ballots import Choice, Point
from mops_tui.model.session.state import View
from mops_tui.web.told.place import MOST_NAMES

WHERE = "demo/where"
NASTY = "\x1b[31mRed\u202e \u2066<b>\u0000"


def room_of(n: int) -> Room:
    room = Room()
    room.do(*(cmd.Join(f"p{i:02}", f"Person {i}") for i in range(n)))
    return room


def block(told: dict[str, object], title: str) -> list[str]:
    place = told["place"]
    assert isinstance(place, dict)
    return next((one["lines"] for one in place["blocks"] if one["title"] == title), [])


def test_the_lobby_says_who_is_here_what_comes_and_what_is_kept() -> None:
    told = document(room_of(2), "p00")
    assert told["now"] == "lobby"
    assert block(told, "In the room") == ["2 people present", "Person 0", "Person 1"]
    assert block(told, "What we will do")[0] == "1 part, 9 questions, 40 min"
    assert len(block(told, "What is kept, and who sees it")) == 2


def test_a_large_room_is_counted_and_not_listed() -> None:
    people = block(document(room_of(MOST_NAMES + 7), "p00"), "In the room")
    assert people[-1] == "and 7 more"
    assert len(people) == MOST_NAMES + 2


def test_the_brief_is_there_to_be_read() -> None:
    room = room_of(1)
    room.do(cmd.Show(View("brief", "demo")))
    told = document(room, "p00")
    assert told["now"] == "brief"
    assert told["place"]["lines"] == ["We look at every kind of question once."]
    assert block(told, "What we will be asked")[-1] == "Then we decide."


def test_a_question_says_which_of_its_scenario_it_is() -> None:
    room = room_of(1)
    room.do(cmd.Show(View("question", "demo/points")))
    assert document(room, "p00")["place"]["step"] == "Demo · question 2 of 9"


def test_a_prompt_is_there_once_the_room_talks_about_it() -> None:
    room = room_of(1)
    room.do(cmd.Show(View("question", WHERE)), cmd.Reveal(WHERE))
    assert document(room, "p00")["place"]["lines"] == []
    room.do(cmd.ShowPrompt(WHERE, "why"))
    assert document(room, "p00")["place"]["lines"] == ["Why there?"]


def test_a_decision_has_what_was_written_down_and_what_the_room_said() -> None:
    room = room_of(3)
    room.do(cmd.Show(View("question", WHERE)))
    room.do(*(cmd.CastVote(WHERE, f"p0{i}", Choice("a")) for i in range(3)))
    room.do(cmd.Reveal(WHERE), cmd.Show(View("decision", "demo")))
    told = document(room, "p00")
    assert told["place"]["lines"][-1] == "Nothing is written down yet."
    assert block(told, "What the room said") == ["Where: All 3 chose Alpha."]
    room.do(cmd.RecordDecision("d", "demo", "To Alpha", owner="Ada", why="It is near"))
    told = document(room, "p00")
    assert block(told, "Decided")[:2] == ["To Alpha", "Owner: Ada · decided 2 November 2026"]
    assert "because: It is near" in block(told, "Decided")


def test_a_grid_is_told_in_words_and_in_dots_with_ones_own_place() -> None:
    room = room_of(4)
    room.do(cmd.Show(View("question", "demo/place")))
    room.do(*(cmd.CastVote("demo/place", f"p0{i}", Point(60 + i, 50)) for i in range(4)))
    room.do(cmd.Reveal("demo/place"), cmd.Show(View("grid", "mops")))
    told = document(room, "p01")
    assert told["place"]["lines"][0] == "technology or arts: we agree, and stand towards arts"
    picture = told["place"]["picture"]
    assert [one["x"] for one in picture["points"]] == [60, 61, 62, 63]
    assert told["mine"]["marks"] == {"x": 61, "y": 50}
    assert told["mine"]["result"] == "Your answer: Orchestrators"


def test_an_empty_grid_says_where_marks_come_from() -> None:
    room = room_of(1)
    room.do(cmd.Show(View("question", WHERE)), cmd.Show(View("grid", "mops")))
    told = document(room, "p00")
    assert told["place"]["lines"][0].startswith("Nobody has a mark on this grid.")
    assert (told["place"]["picture"], told["mine"]) == (None, None)


def test_the_closing_page_has_what_leaves_the_room_and_no_private_note() -> None:
    room = room_of(2)
    room.do(cmd.Show(View("question", WHERE)), cmd.CastVote(WHERE, "p00", Choice("a")))
    room.do(cmd.RecordAction("a", "Write to IT", who="Ada"))
    room.do(cmd.RecordNote("n", "Later", list="parking"))
    room.do(cmd.RecordNote("m", "Not for them", private=True))
    room.do(cmd.Show(View("workshop")))
    told = document(room, "p00")
    assert told["now"] == "workshop"
    assert block(told, "Decided") == ["No decision is written down."]
    assert block(told, "To do") == ["Write to IT · Ada"]
    assert block(told, "Parking lot") == ["Later"]
    assert block(told, "Never revealed") == ["Where: 1 vote"]
    assert "Not for them" not in json.dumps(told)


@pytest.mark.parametrize(("command", "now"), [(cmd.Pause(), "paused"), (cmd.Close(), "closed")])
def test_a_workshop_that_rests_or_is_over_says_so_and_shows_nothing_else(
    command: cmd.Command, now: str
) -> None:
    room = room_of(2)
    room.do(cmd.Show(View("question", WHERE)), cmd.CastVote(WHERE, "p00", Choice("a")))
    room.do(cmd.Reveal(WHERE), command)
    told = document(room, "p00")
    assert (told["now"], told["question"], told["result"]) == (now, None, None)


def test_whatever_was_typed_turns_no_direction_and_holds_no_escape_code() -> None:
    room = room_of(0)
    room.do(cmd.Join("ann", NASTY, NASTY), cmd.RecordDecision("d", "demo", NASTY, why=NASTY))
    room.do(cmd.RecordAction("a", NASTY, who=NASTY), cmd.AddOption("demo/waves", "w", NASTY))
    for view in (View("lobby"), View("question", "demo/waves"), View("workshop")):
        if view.of != "lobby":
            room.do(cmd.Show(view))
        text = json.dumps(document(room), ensure_ascii=False)
        assert "Red" in text
        assert not {unicodedata.category(sign) for sign in text} & {"Cc", "Cf", "Cs"}


def test_a_break_says_when_it_is_over_and_a_question_what_comes_before_its_vote() -> None:
    made = with_question(workshop(), "where", minutes=9.0, alone=1.0, in_pairs=2.0)
    room = Room(workshop=made)
    room.do(cmd.Join("p00", "Person"), cmd.Show(View("question", WHERE)))
    lines = document(room, "p00")["place"]["lines"]
    assert lines == ["First: one minute in silence. Then 2 minutes in pairs. Then we vote."]
    room.do(cmd.Show(View("break", "demo")))
    told = document(room, "p00")
    assert told["now"] == "break"
    assert re.fullmatch(r"Back at \d\d:\d\d", told["place"]["title"])
    assert told["place"]["lines"] == ["Break: 10 minutes."]
    assert told["timer"]["running"]


def test_who_owns_what_is_read_on_the_phone_too() -> None:
    room = room_of(1)
    room.do(cmd.RecordDecision("d", "demo", "One form.", owner="Maya"), cmd.Show(View("owners")))
    assert block(document(room, "p00"), "One form.") == ["Owner: Maya"]


def test_last_time_has_each_decision_with_its_plan_and_what_became_of_it() -> None:
    room = Room(before=before())
    room.do(cmd.Join("p00", "Ada"), cmd.Show(View("before")))
    room.do(cmd.FollowDecisionUp("d-1", "changed"))
    told = document(room, "p00")
    assert told["place"]["title"] == "Last time"
    assert told["place"]["lines"] == [
        "Our morning in October, 3 October 2026",
        "What became of it?",
    ]
    assert block(told, "One intake form for all campaigns.") == [
        "Owner: Maya · must agree: the CIO, Sales · first step: Maya drafts the form · "
        "we look again on 2 November 2026",
        "Dissent: Tom: too early",
        "What became of it: changed",
    ]
    assert block(told, "We stay in marketing.") == ["Nobody owns it yet"]
    assert block(told, "What was to be done") == [
        "Ask Legal about consent · Tom · by 10 October 2026"
    ]
