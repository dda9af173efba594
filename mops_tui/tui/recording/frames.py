"""When a recording has a frame: at a fixed rate, and only where something may have changed."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from mops_tui.model.replay.timeline import Timeline

RATE = 4
"""Frames a second, as the viewer sees them, at most."""
FINER = 2
"""So many times as many while marks move: else they would jump."""
_NEAR = 1e-6
"""Part of a frame that is lost when times are divided."""


@dataclass(frozen=True)
class FrameTime:
    """When a frame is.

    Attributes:
        play: Its play time: what the replay shows then is on it.
        film: Its time in the recording, at the recording's speed.
    """

    play: float
    film: float


def frame_times(
    times: Iterable[float], speed: float, end: float, moving: Iterable[float] = ()
) -> Iterator[FrameTime]:
    """When there may be something new to see.

    Whatever happens between two frames is on the later one: nothing is shown before it happened.

    Args:
        times: The play times at which something happens.
        speed: Times real time.
        end: The play time of the last frame.
        moving: Play times at which something moves by itself.
    """
    numbers = {math.ceil(at / speed * RATE - _NEAR) * FINER for at in times}
    numbers |= {math.ceil(at / speed * RATE * FINER - _NEAR) for at in moving}
    for number in sorted(numbers):
        film = number / (RATE * FINER)
        if film * speed >= end:
            break
        yield FrameTime(film * speed, film)
    yield FrameTime(end, end / speed)


def glides(timeline: Timeline, speed: float) -> Iterator[float]:
    """The play times at which marks are on their way from the round before."""
    step = speed / (RATE * FINER)
    for marker in timeline.markers:
        at = marker.at
        while timeline.glide(marker.index, at) < 1.0:
            yield at
            at += step
