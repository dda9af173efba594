"""The calendar, read back with icalendar: days, texts and names as they were written down."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given as drawn
from hypothesis import strategies as st
from icalendar import Calendar
from support.kits import nine
from support.reports import given
from support.results import Room

from mops_tui.model.session import events as ev
from mops_tui.model.session.audience import visible
from mops_tui.report import ReportInput
from mops_tui.report.sheets.calendar import calendar_of, escaped, folded


def of(*events: ev.Event, **changes: Any) -> ReportInput:
    return given(Room(2, **changes).add(*events))


def read(text: str) -> Any:
    return Calendar.from_ical(text)


def action(what: str, by: str, name: str = "a1") -> ev.Event:
    return ev.ActionRecorded(action=name, what=what, who="Ana", by=by)


def test_actions_and_reviews_with_a_day_are_events_of_that_day() -> None:
    run = nine()
    made = calendar_of(ReportInput(run.header, visible(run.state, "room")))
    whole = read(made.text)
    events = list(whole.walk("VEVENT"))
    assert (len(events), made.dated, made.undated) == (8, 8, 1)
    first = events[3]  # behind three first steps that say "By Friday"
    assert first.decoded("dtstart") == date(2026, 12, 4)
    assert first.decoded("dtend") == date(2026, 12, 5)
    assert "List what IT and Marketing each pay" in str(first["summary"])
    assert "(Tomas Lind)" in str(first["summary"])
    assert str(whole["x-wr-calname"]) == "Where does Marketing Operations belong?"
    assert len({str(one["uid"]) for one in events}) == len(events)
    assert all("look" in str(one["summary"]).casefold() for one in events[5:])


def test_it_is_the_same_for_the_same_file_and_a_change_keeps_the_uid() -> None:
    told = of(action("Call", "1 March"))
    assert calendar_of(told).text == calendar_of(told).text
    amended = ev.ActionAmended(action="a1", what="Call them all", who="Bo", by="2 March")
    before, after = (
        next(iter(read(calendar_of(one).text).walk("VEVENT")))
        for one in (told, of(action("Call", "1 March"), amended))
    )
    assert before["uid"] == after["uid"]
    assert before["sequence"] < after["sequence"]
    other = calendar_of(of(action("Call", "1 March"), id="s-2")).text
    assert str(before["uid"]) not in other


def test_what_is_done_or_has_no_day_is_not_in_it() -> None:
    assert calendar_of(of(action("Call", "soon"))).dated == 0
    assert calendar_of(of(action("Call", "soon"))).undated == 1
    assert calendar_of(of()).undated == 0


hostile = st.text(st.sampled_from('a;,\\"\n\r:=ü€😀 \u200b\x00')) | st.text()


@drawn(hostile)
def test_whatever_was_typed_is_read_back_and_begins_no_line(what: str) -> None:
    told = of(action(f"x{what}", "2027-03-01"))
    text = calendar_of(told).text
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    assert "\n" not in text.replace("\r\n", "")
    (event,) = read(text).walk("VEVENT")
    assert str(event["summary"]).startswith("x")
    assert event.decoded("dtstart") == date(2027, 3, 1)
    assert {one.name for one in read(text).walk()} == {"VCALENDAR", "VEVENT"}


@drawn(hostile)
def test_a_line_is_folded_between_characters_and_unfolds_to_itself(text: str) -> None:
    line = text.replace("\r", "").replace("\n", "").encode("utf-8", "ignore").decode()
    parts = list(folded(line))
    assert all(len(part.encode()) <= 75 for part in parts)
    assert parts[0] + "".join(part[1:] for part in parts[1:]) == line
    assert all(part.startswith(" ") for part in parts[1:])


def test_what_ends_a_value_is_escaped() -> None:
    assert escaped("a;b,c\\d\ne") == "a\\;b\\,c\\\\d\\ne"


@pytest.mark.parametrize("day", [date.min, date(999, 1, 1), date.max])
def test_a_day_far_away_is_a_day(day: date) -> None:
    text = calendar_of(of(action("Call", day.isoformat()))).text
    (event,) = read(text).walk("VEVENT")
    assert event.decoded("dtstart") == day
    if day < date.max:
        assert event.decoded("dtend") == day + timedelta(days=1)
