"""The session as a whole: opened, paused, resumed, closed; and what a repair leaves."""

from __future__ import annotations

from typing import Literal

from mops_tui.model.session.events.event import EventBase, Name


class SessionOpened(EventBase):
    """The first event; it seals the header."""

    kind: Literal["session-opened"] = "session-opened"
    header_crc: Name


class SessionPaused(EventBase):
    """The workshop rests, perhaps overnight; the clock of the day stands still."""

    kind: Literal["session-paused"] = "session-paused"


class SessionResumed(EventBase):
    """The workshop goes on.

    Attributes:
        after_crash: It was not paused before: the program had died.
    """

    kind: Literal["session-resumed"] = "session-resumed"
    after_crash: bool = False


class SessionClosed(EventBase):
    """The workshop is over."""

    kind: Literal["session-closed"] = "session-closed"


class Lost(EventBase):
    """What a repair puts in the place of an event that could not be read."""

    kind: Literal["lost"] = "lost"
