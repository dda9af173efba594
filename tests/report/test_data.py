from __future__ import annotations

import json
from collections import Counter
from typing import Any

import pytest
from hypothesis import given as drawn
from hypothesis import settings
from hypothesis import strategies as st
from support.reports import NAMES, SECRET, full, given
from support.results import Room

from mops_tui.model.session import events as ev
from mops_tui.model.session.condition import Condition
from mops_tui.report.data import report
from mops_tui.report.schema.session import ReportData


def question(data: ReportData, name: str) -> dict[str, Any]:
    found: Any = data["scenarios"][0]["questions"]
    return next(q for q in found if q["ref"] == f"demo/{name}")


def counted(room: Room, ref: str, number: int) -> dict[str, int]:
    """Votes by option, straight from the events: the last ballot of each, and the last tally."""
    ballots: dict[str, str] = {}
    called: dict[str, int] = {}
    for event in room.events:
        if isinstance(event, ev.VoteCast) and (event.question, event.round) == (ref, number):
            ballots.pop(event.participant, None)
            if event.option is not None:
                ballots[event.participant] = event.option
        if isinstance(event, ev.TallySet) and (event.question, event.round) == (ref, number):
            called = dict(zip(event.categories, event.counts, strict=True))
    return dict(Counter(ballots.values()) + Counter(called))


@pytest.mark.parametrize("number", [1, 2])
def test_the_figures_are_those_of_the_events(number: int) -> None:
    room = full()
    found = question(report(given(room)), "where")["rounds"][number - 1]
    shown = {row["category"]: row["count"] for row in found["distribution"] if row["count"]}
    assert shown == counted(room, "demo/where", number)
    assert found["answered"] == sum(shown.values())


votes = st.lists(
    st.tuples(st.integers(1, 6), st.sampled_from(["a", "b", "c", "pass", "withdraw"])), max_size=25
)


@settings(deadline=None)
@drawn(votes, st.dictionaries(st.sampled_from("abc"), st.integers(0, 5)))
def test_any_round_is_counted_as_its_events_say(cast: Any, called: dict[str, int]) -> None:
    room = Room(6).open("demo/where")
    ballots: dict[str, str] = {}
    for seat, vote in cast:
        who = f"p{seat}"
        if vote == "withdraw":
            if ballots.pop(who, None):
                room.add(ev.VoteWithdrawn(question="demo/where", round=1, participant=who))
            continue
        ballots[who] = vote
        room.vote("demo/where", who, **({"passed": True} if vote == "pass" else {"option": vote}))
    room.call("demo/where", [("", option, n) for option, n in called.items()])
    found = question(report(given(room.reveal("demo/where"))), "where")["rounds"][0]
    expected = Counter(v for v in ballots.values() if v != "pass") + Counter(called)
    assert {row["category"]: row["count"] for row in found["distribution"]} == {
        option: expected.get(option, 0) for option in "abc"
    }
    assert found["passes"] == sum(v == "pass" for v in ballots.values())
    assert (found["ballots"], found["called"]) == (len(ballots), sum(called.values()))


def test_it_is_json_and_always_the_same() -> None:
    data = report(given(full()))
    assert json.loads(json.dumps(data, allow_nan=False)) == data
    assert json.dumps(data) == json.dumps(report(given(full())))


def test_the_facts_of_the_session() -> None:
    data = report(given(full(), condition=Condition(edited=(3, 4)), at=17))
    assert data["format"] == 1
    session = data["session"]
    assert (session["title"], session["edited"], session["at"]) == ("Our morning", 2, 17)
    assert session["opened"] == "2026-11-02T09:30:00+00:00"
    assert data["policy"]["majority"] == 0.75
    assert data["people"]["present"] == 6
    assert [who["name"] for who in data["people"]["list"]] == list(NAMES)


def test_what_is_not_revealed_is_only_counted() -> None:
    data = report(given(full()))
    assert data["not_revealed"] == [{"ref": "demo/cmo", "title": "CMO", "round": 1, "voted": 2}]
    assert question(data, "cmo")["rounds"] == []
    assert question(data, "cmo")["asked"]


@settings(deadline=None)
@drawn(st.sampled_from(["yes", "no"]), st.integers(0, 5), st.integers(0, 5))
def test_no_value_of_an_unrevealed_round_reaches_the_report(option: str, yes: int, no: int) -> None:
    """Two rooms that differ only in what nobody may see have the same report."""
    one = Room(2).open("demo/cmo").vote("demo/cmo", "p1", option=option)
    two = Room(2).open("demo/cmo").vote("demo/cmo", "p1", passed=True)
    one.call("demo/cmo", [("", "yes", yes), ("", "no", no)])
    two.call("demo/cmo", [("", "no", yes + no)])
    assert report(given(one)) == report(given(two))
    bare = [report(given(room.close("demo/cmo"))) for room in (one, two)]
    assert bare[0] == bare[1]


def test_notes_are_told_where_they_are_asked_for_and_private_ones_never() -> None:
    assert report(given(full()))["notes"] == []
    data = report(given(full(), notes=True))
    assert SECRET not in json.dumps(data)
    assert [note["text"] for note in data["notes"]] == ["- [ ] a note\n# not a heading"]
    assert [note["text"] for note in data["parking_lot"]] == ["Ask legal"]


def test_an_anonymous_room_has_no_names_marks_or_reasons() -> None:
    data = report(given(full("anonymous")))
    text = json.dumps(data["people"]) + json.dumps(data["grids"]) + json.dumps(data["scenarios"])
    assert not any(name in text for name in NAMES[:3])
    assert not any(f'"p{seat}"' in text for seat in range(1, 5))
    assert "Seat" not in text
    assert data["people"] == {"present": 6, "took_part": 6, "seats": 4, "list": []}
    grid = data["grids"][0]
    assert (grid["placed"], grid["leaning"], grid["moved"], grid["why"]) == ([], [], [], [])
    assert (grid["placed_count"], grid["moved_count"]) == (3, 1)
    assert grid["roles"] == []


def test_a_named_room_has_marks_with_reasons_that_add_up() -> None:
    grid = report(given(full()))["grids"][0]
    assert [mark["name"] for mark in grid["placed"]] == list(NAMES[:3])
    (moved,) = grid["moved"]
    assert (moved["name"], moved["from"], moved["to"]) == (NAMES[0], [10, 20], [10, 25])
    assert moved["from_where"] == moved["to_where"] == "Orchestrators"
    for person in grid["why"]:
        if person["x"] is not None:
            assert sum(t["part"] for t in person["x_terms"]) == pytest.approx(person["x"])
    assert sum(share["share"] for share in grid["shares"]) == pytest.approx(1)


def test_time_and_what_was_left_out() -> None:
    data = report(given(full()))
    assert data["skipped"] == [{"ref": "demo/order", "title": "Order"}]
    assert data["time"]["planned"] == 1800
    spent = sum(place["seconds"] for place in data["time"]["places"])
    assert spent == pytest.approx(data["time"]["elapsed"])


def test_an_empty_session() -> None:
    data = report(given(Room()))
    assert data["people"] == {"present": 0, "took_part": 0, "seats": 0, "list": []}
    assert data["grids"] == []
    assert json.dumps(data)


def test_what_was_left_out_of_the_report_is_not_in_its_data() -> None:
    room = full()
    room.add(ev.NoteRecorded(note="i", text="an idea", list="idea"))
    room.add(ev.ReasonGiven(question="demo/where", round=2, participant="p1", text="It is near."))
    told = json.dumps(report(given(room)))
    assert all(one in told for one in ("Ask legal", "an idea", "It is near.", "Carla Radu"))
    room.add(ev.ReportEdited(left_out=("parked", "notes", "reasons", "by-name")))
    data = report(given(room))
    assert (data["parking_lot"], data["ideas"]) == ([], [])
    rounds = [one for part in data["scenarios"][0]["questions"] for one in part["rounds"]]
    assert not any(one[key] for one in rounds for key in ("answers", "by_name", "reasons", "marks"))
    assert {one["table"] is None for one in rounds} == {True}
    assert "Carla Radu" not in json.dumps([rounds, data["grids"]])
