"""The session as a whole: opened, paused, resumed, closed; and what a repair leaves."""

from __future__ import annotations

from typing import Any, Literal

from mops_tui.model.session.events.event import EventBase, Name


class SessionOpened(EventBase):
    """The first event; it seals the header.

    Attributes:
        header_crc: The checksum of the header.
        header_edited: Somebody had changed the header by hand when a repair sealed it.
    """

    kind: Literal["session-opened"] = "session-opened"
    header_crc: Name
    header_edited: bool = False


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


class LaterEvent(EventBase):
    """An event of a kind that a later version has added: of no effect here, and kept in its file.

    No other key of it is looked at, `undoes` and `part_of` neither. It is read, never written.

    Attributes:
        name: The kind that its file names.
    """

    kind: Literal["later"] = "later"
    name: str

    def keys(self) -> dict[str, Any]:
        """Refused: what this version does not know it cannot say again."""
        raise TypeError(self.name)
