"""Playing back: every moment is the fold of what came before it, whichever way one got there."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.asking import Room, commands
from support.journals import sample
from support.sessions import header

from mops_tui.model.replay import timeline as module
from mops_tui.model.replay.pace import IDLE_LIMIT, RealPace
from mops_tui.model.replay.timeline import Timeline
from mops_tui.model.session import commands as cmd
from mops_tui.model.session import events as ev
from mops_tui.model.session.ballots import Choice
from mops_tui.model.session.fold import fold
from mops_tui.model.session.state import View

WHERE = "demo/where"


def at_times(*times: float) -> Timeline:
    """A timeline of heads counted at these moments, after the opening at 0."""
    made: list[ev.Event] = [ev.SessionOpened(seq=1, t=0.0, header_crc="00000000")]
    for seq, t in enumerate(times, 2):
        made.append(ev.stamp(ev.HeadCounted(present=seq), seq, t))
    return Timeline(header(), made, RealPace(IDLE_LIMIT))


def workshop() -> Room:
    """A brief, a vote in two rounds, a decision, a grid; ten minutes between."""
    room = Room()
    room.do(cmd.Join("md", "MD"), cmd.Join("it", "IT"), cmd.Show(View("brief", "demo")))
    room.t += 600
    room.do(cmd.Show(View("question", WHERE)), cmd.CastVote(WHERE, "md", Choice("a")))
    room.do(cmd.CloseRound(WHERE), cmd.Reveal(WHERE))
    room.t += 600
    room.do(cmd.OpenRound(WHERE), cmd.CastVote(WHERE, "it", Choice("b")), cmd.CloseRound(WHERE))
    room.do(cmd.Reveal(WHERE), cmd.RecordDecision("d", "demo", "We go."))
    room.do(cmd.Show(View("grid", "mops")))
    return room


# --- exact, forward and backward


@given(st.lists(commands(), max_size=60), st.lists(st.integers(-3, 400), max_size=8))
def test_any_moment_of_any_journal_is_the_fold_of_what_came_before(
    asked: list[cmd.Command], wanted: list[int]
) -> None:
    room = Room()
    for command in asked:
        room.ask(command)
    timeline = Timeline(room.header, room.events)
    for n in (*wanted, len(room.events), 0):
        cut = min(max(0, n), len(room.events))
        assert timeline.state(n) == fold(room.header, room.events[:cut])


@given(st.integers(1, 7), st.data())
def test_snapshots_change_nothing(spacing: int, data: st.DataObject) -> None:
    room = workshop()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "SNAPSHOT_EVERY", spacing)
        timeline = Timeline(room.header, room.events)
        n = data.draw(st.integers(0, len(room.events)))
        assert timeline.state(n) == fold(room.header, room.events[:n])


def test_the_last_state_is_the_whole_fold() -> None:
    room = workshop()
    assert Timeline(room.header, room.events).state(len(room.events)) == room.state


@given(st.lists(commands(), max_size=60), st.integers(0, 60), st.integers(1, 7))
def test_a_timeline_that_grew_is_the_one_of_all_events(
    asked: list[cmd.Command], cut: int, spacing: int
) -> None:
    room = Room()
    for command in asked:
        room.ask(command)
    cut = min(cut, len(room.events))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "SNAPSHOT_EVERY", spacing)
        grown = Timeline(room.header, room.events[:cut]).grown(room.events[cut:])
        whole = Timeline(room.header, room.events)
        assert (grown.events, grown.times, grown.length) == (
            whole.events, whole.times, whole.length,
        )  # fmt: skip
        assert grown.markers == whole.markers
        for n in range(len(room.events) + 1):
            assert grown.state(n) == whole.state(n)


@given(st.lists(st.integers(0, 400), max_size=8))
def test_the_ballots_of_a_revealed_round_are_the_same_objects_from_wherever_it_is_come_to(
    on_the_way: list[int],
) -> None:
    room = workshop()
    timeline = Timeline(room.header, room.events)
    reveals = [n for n, event in enumerate(room.events, 1) if event.kind == "round-revealed"]
    known = [timeline.state(n).rounds[WHERE] for n in reveals]
    for n in (*on_the_way, len(room.events)):
        for number, at_reveal in zip(reveals, known, strict=True):
            now = timeline.state(min(n, len(room.events))).rounds.get(WHERE, ())
            if n >= number:
                assert now[: len(at_reveal)] == at_reveal
                assert all(a.votes is b.votes for a, b in zip(now, at_reveal, strict=False))


# --- play time


@given(st.lists(st.floats(0, 5).map(lambda t: round(t, 3)), max_size=30))
def test_index_at_and_times_fit_together(gaps: list[float]) -> None:
    times, t = [], 0.0
    for gap in gaps:
        t += gap
        times.append(t)
    timeline = at_times(*times)
    for number, at in enumerate(timeline.times, 1):
        index = timeline.index_at(at)
        assert index >= number  # this one and whatever happened in the same moment
        assert timeline.times[index - 1] == at
        assert index == len(timeline.times) or timeline.times[index] > at
    assert timeline.index_at(-1) == 0
    assert timeline.index_at(timeline.length + 1) == len(timeline.events)


def test_another_pace_changes_the_times_and_nothing_else() -> None:
    room = workshop()
    story = Timeline(room.header, room.events)
    real = story.at_pace(RealPace())
    assert real.times == Timeline(room.header, room.events, RealPace()).times != story.times
    assert [(m.index, m.kind) for m in real.markers] == [(m.index, m.kind) for m in story.markers]
    assert all(marker.at == real.times[marker.index - 1] for marker in real.markers)
    assert real.state(9) == story.state(9)


@given(st.lists(commands(), max_size=60))
def test_the_clock_of_the_session_never_runs_backwards(asked: list[cmd.Command]) -> None:
    room = Room()
    for command in asked:
        room.ask(command)
    timeline = Timeline(room.header, room.events)
    ticks = [timeline.session_time(n / 4) for n in range(int(timeline.length * 4) + 2)]
    assert ticks == sorted(ticks)


def test_session_time_goes_on_from_the_last_event() -> None:
    timeline = at_times(1, 601)
    assert timeline.session_time(0.5) == 0.5
    assert timeline.session_time(1.0) == 1.0
    assert timeline.session_time(2.0) == 2.0
    assert timeline.session_time(timeline.length) == 601
    assert timeline.session_time(-1) == 0


def test_the_marks_of_a_second_round_are_on_their_way_for_two_seconds() -> None:
    room = workshop()
    timeline = Timeline(room.header, room.events)
    first, second = (marker for marker in timeline.markers if marker.kind == "reveal")
    on_the_way = [timeline.glide(second.index, second.at + s) for s in (0.0, 1.0, 2.0, 9.0)]
    assert on_the_way == [0.0, pytest.approx(0.5), 1.0, 1.0]
    assert timeline.glide(first.index, first.at) == 1.0
    assert timeline.glide(second.index + 1, second.at) == 1.0
    assert timeline.glide(0, 0.0) == 1.0
    real = timeline.at_pace(RealPace())
    assert real.glide(second.index, real.times[second.index - 1]) == 1.0


# --- markers


def test_markers_stand_at_what_is_worth_jumping_to() -> None:
    room = workshop()
    timeline = Timeline(room.header, room.events)
    assert [(marker.kind, marker.name) for marker in timeline.markers] == [
        ("scenario", "demo"),
        ("round", WHERE),
        ("reveal", WHERE),
        ("revote", WHERE),
        ("reveal", WHERE),
        ("decision", "demo"),
        ("summary", "mops"),
    ]


def test_what_happens_in_a_rehearsal_has_a_marker_and_what_else_is_noted_has_none() -> None:
    room = workshop()
    for name in ("n-1", "disturbance-1", "company-1"):
        room.ask(cmd.RecordNote(name, "T."))
    markers = Timeline(room.header, room.events).markers
    assert [one.name for one in markers if one.kind == "happening"] == ["disturbance-1"]


def test_markers_are_placed_after_silence_is_cut() -> None:
    room = workshop()
    timeline = Timeline(room.header, room.events, RealPace())
    for marker in timeline.markers:
        assert marker.at == timeline.times[marker.index - 1] <= timeline.length
    assert timeline.length < 60 < room.events[-1].t


def test_looking_back_makes_no_marker() -> None:
    room = workshop()
    before = len(Timeline(room.header, room.events).markers)
    room.do(cmd.Show(View("brief", "demo", back=True)))
    assert len(Timeline(room.header, room.events).markers) == before


def test_at_a_marker_its_own_event_has_happened_and_none_after_it() -> None:
    room = workshop()
    timeline = Timeline(room.header, room.events)
    [first, *_] = [marker for marker in timeline.markers if marker.kind == "reveal"]
    round_ = timeline.state(first.index).round(WHERE)
    before = timeline.state(first.index - 1).round(WHERE)
    assert round_ is not None
    assert before is not None
    assert (before.phase, round_.phase) == ("closed", "revealed")


# --- odd journals


def test_a_journal_without_events_has_no_length() -> None:
    timeline = Timeline(header(), ())
    assert timeline.length == 0
    assert timeline.index_at(3) == 0
    assert timeline.state(5) == fold(header(), ())
    assert timeline.session_time(9) == 0


def test_events_that_make_no_sense_are_played_over() -> None:
    timeline = Timeline(header(), sample())
    assert timeline.state(99) == fold(header(), sample())


def test_going_back_by_undo_begins_nothing() -> None:
    room = Room()
    room.do(cmd.Show(View("brief", "demo")), cmd.Show(View("question", "demo/where")))
    room.do(cmd.Reveal("demo/where"), cmd.OpenRound("demo/where"))
    before = Timeline(room.header, room.events).markers
    room.do(cmd.Undo(), cmd.RecordNote("n", "x"), cmd.Undo())
    room.do(cmd.Show(View("workshop")))
    markers = Timeline(room.header, room.events).markers
    room.do(cmd.Undo())
    assert markers[: len(before)] == before
    assert [one.kind for one in markers[len(before) :]] == ["summary"]
    assert Timeline(room.header, room.events).markers == markers
