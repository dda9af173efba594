"""The timer."""

from __future__ import annotations

from typing import Literal

from mops_tui.model.session.events.event import EventBase, Seconds

TimedPhase = Literal["", "alone", "pairs", "vote", "break"]
"""What a timer counts: silence, talk in pairs, the vote, a break; "" for a talk, or anything."""


class TimerStarted(EventBase):
    """The timer runs down from `seconds`.

    Attributes:
        of: What it counts.
    """

    kind: Literal["timer-started"] = "timer-started"
    seconds: Seconds
    of: TimedPhase = ""


class TimerPaused(EventBase):
    """The timer stands still with `seconds` left."""

    kind: Literal["timer-paused"] = "timer-paused"
    seconds: Seconds


class TimerExtended(EventBase):
    """The timer has `seconds` left from now on."""

    kind: Literal["timer-extended"] = "timer-extended"
    seconds: Seconds


class TimerStopped(EventBase):
    """The timer is put away."""

    kind: Literal["timer-stopped"] = "timer-stopped"
