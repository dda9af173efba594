"""The timer."""

from __future__ import annotations

from typing import Literal

from mops_tui.model.session.events.event import EventBase, Seconds


class TimerStarted(EventBase):
    """The timer runs down from `seconds`."""

    kind: Literal["timer-started"] = "timer-started"
    seconds: Seconds


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
