"""A moment is an event's number or a time, and is read the same everywhere."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.asking import Room

from mops_tui.model.replay.moment import BeyondEnd, Moment, index_at, moment
from mops_tui.model.session import commands as cmd


@given(st.integers(1, 999_999_999))
def test_a_number_is_an_event(number: int) -> None:
    assert moment(f" {number} ") == Moment(event=number)


@given(st.integers(0, 99), st.integers(0, 59), st.integers(0, 59_999))
def test_a_time_has_colons(hours: int, minutes: int, ms: int) -> None:
    seconds = f"{ms // 1000:02}.{ms % 1000:03}"
    expected = pytest.approx(hours * 3600 + minutes * 60 + ms / 1000)
    long = moment(f"{hours}:{minutes:02}:{seconds}")
    assert long is not None
    assert long.seconds == expected
    short = moment(f"{hours * 60 + minutes}:{seconds}")
    assert short is not None
    assert short.seconds == expected


@pytest.mark.parametrize(
    "text",
    ["", "0", "soon", "-1", "1.5", "1:2:3:4", "2:75", "1:60:00", "٣", "1:", ":30", "2:30.", "1e3"],
)
def test_anything_else_is_none(text: str) -> None:
    assert moment(text) is None


@given(st.text())
def test_no_text_raises(text: str) -> None:
    moment(text)


def test_events_of_one_instant_are_told_apart_and_the_end_is_known() -> None:
    room = Room()
    room.do(cmd.Join("p1", "Mara"), cmd.Join("p2", "Ian"))
    events = room.events
    assert [index_at(events, Moment(event=e.seq)) for e in events] == [*range(1, len(events) + 1)]
    assert index_at(events, Moment(seconds=0.0)) >= 1
    with pytest.raises(BeyondEnd) as beyond:
        index_at(events, Moment(event=events[-1].seq + 1))
    assert beyond.value.last == events[-1].seq
    with pytest.raises(BeyondEnd):
        index_at(events, Moment(seconds=1e6))
