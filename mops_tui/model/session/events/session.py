"""The session as a whole: opened, paused, resumed, closed; and what a repair leaves."""

from __future__ import annotations

from typing import Literal

from mops_tui.model.session.events.event import Event, Name


class SessionOpened(Event):
    """The first event; it seals the header."""

    kind: Literal["session-opened"] = "session-opened"
    header_crc: Name


class SessionPaused(Event):
    """The workshop rests, perhaps overnight; the clock of the day stands still."""

    kind: Literal["session-paused"] = "session-paused"


class SessionResumed(Event):
    """The workshop goes on.

    Attributes:
        after_crash: It was not paused before: the program had died.
    """

    kind: Literal["session-resumed"] = "session-resumed"
    after_crash: bool = False


class SessionClosed(Event):
    """The workshop is over."""

    kind: Literal["session-closed"] = "session-closed"


class Lost(Event):
    """What a repair puts in the place of an event that could not be read."""

    kind: Literal["lost"] = "lost"
