"""The pace of a replay: as a story, which stands still where something happened, or as it was."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

IDLE_LIMIT = 2.0
"""Seconds to which a longer silence is cut by default, at the real pace."""

PaceName = Literal["story", "real"]


@dataclass(frozen=True)
class StoryPace:
    """Votes run by, reveals and decisions stand long enough to be read; no silence at all."""

    name: PaceName = "story"


@dataclass(frozen=True)
class RealPace:
    """As it was, except that a long silence is cut.

    Attributes:
        idle_limit: The longest silence, in seconds of play time.
    """

    idle_limit: float = IDLE_LIMIT
    name: PaceName = "real"


Pace = StoryPace | RealPace
STORY = StoryPace()
"""The default, for every command that reads a time of a replay."""
