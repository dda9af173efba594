"""The timer."""

from __future__ import annotations

from typing import Literal

from mops_tui.model.session.events.event import Event, Seconds


class TimerStarted(Event):
    """The timer runs down from `seconds`."""

    kind: Literal["timer-started"] = "timer-started"
    seconds: Seconds


class TimerPaused(Event):
    """The timer stands still with `seconds` left."""

    kind: Literal["timer-paused"] = "timer-paused"
    seconds: Seconds


class TimerExtended(Event):
    """The timer has `seconds` left from now on."""

    kind: Literal["timer-extended"] = "timer-extended"
    seconds: Seconds


class TimerStopped(Event):
    """The timer is put away."""

    kind: Literal["timer-stopped"] = "timer-stopped"
