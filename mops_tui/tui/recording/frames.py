"""When a recording has a frame: at a fixed rate, and only where something may have changed."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

RATE = 5
"""Frames a second, as the viewer sees them, at most."""
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


def frame_times(times: Iterable[float], speed: float, end: float) -> Iterator[FrameTime]:
    """When there may be something new to see.

    Whatever happens between two frames is on the later one: nothing is shown before it happened.

    Args:
        times: The play times at which something happens, in order.
        speed: Times real time.
        end: The play time of the last frame.
    """
    numbers = dict.fromkeys(math.ceil(at / speed * RATE - _NEAR) for at in times)
    for number in numbers:
        film = number / RATE
        if film * speed >= end:
            break
        yield FrameTime(film * speed, film)
    yield FrameTime(end, end / speed)
