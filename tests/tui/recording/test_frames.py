"""When a recording has frames: never before what they show, at most so many a second."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.compared import short

from mops_tui.model.replay.pace import RealPace
from mops_tui.model.replay.schedule import GLIDE
from mops_tui.sources.replay import record
from mops_tui.tui.recording.frames import RATE, frame_times, glides

TIMES = st.lists(st.integers(0, 10**6).map(lambda ms: ms / 1000), min_size=1).map(sorted)
"""As a session keeps them: to the millisecond."""
SPEEDS = st.sampled_from((0.25, 1.0, 4.0, 16.0))


def test_what_happens_between_two_frames_is_on_the_later_one() -> None:
    frames = list(frame_times([0.0, 0.01, 0.02, 0.2, 0.5, 1.0], 1.0, 1.0))
    assert [frame.film for frame in frames] == [0.0, 0.25, 0.5, 1.0]
    frames = list(frame_times([0.0, 0.1, 0.2, 1.5], 4.0, 3.0))
    assert [(frame.play, frame.film) for frame in frames] == [
        (0.0, 0.0),
        (1.0, 0.25),
        (2.0, 0.5),
        (3.0, 0.75),
    ]


@given(TIMES, SPEEDS)
def test_every_event_is_on_a_frame_within_a_frame_of_when_it_happens(
    times: list[float], speed: float
) -> None:
    frames = list(frame_times(times, speed, times[-1]))
    for at in times:
        shown = next(frame for frame in frames if frame.play >= at - 1e-6 * speed)
        assert shown.film - at / speed <= 1 / RATE + 1e-6
    assert frames[-1].play == pytest.approx(times[-1])
    for one, other in pairwise(frames):
        assert other.film > one.film
    assert len(frames) <= len(times) + 1


def test_while_marks_move_there_are_more_frames() -> None:
    frames = list(frame_times([0.0, 1.0], 1.0, 2.0, moving=[0.0, 0.1, 0.2, 0.3]))
    assert [frame.film for frame in frames] == [0.0, 0.125, 0.25, 0.375, 1.0, 2.0]


def test_marks_move_where_a_later_round_is_revealed_and_nowhere_else(tmp_path: Path) -> None:
    timeline = record(short(tmp_path)).timeline
    later = [m for m in timeline.markers if m.kind == "reveal" and m.round > 1]
    moving = list(glides(timeline, 1.0))
    assert later
    assert moving
    assert all(any(0 <= at - m.at < GLIDE for m in later) for at in moving)
    assert not list(glides(timeline.at_pace(RealPace()), 1.0))
