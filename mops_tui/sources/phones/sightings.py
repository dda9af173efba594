"""What has reached this machine by its network, for whoever wants to know whether phones can.

Kept in memory, for as long as the room is open; nothing of it is a vote, and nothing is written.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Literal

What = Literal["knock", "page", "join", "vote", "other"]
"""`knock`: a connection, before it has asked for anything. `other`: style, script, state."""

MOST = 500
"""So many are kept: the check of a room needs no more, and a flood takes no memory."""


@dataclass(frozen=True)
class Sighting:
    """Something that reached this machine.

    Attributes:
        address: The device's own address.
        what: What it wanted.
        at: When it was there, in seconds of a clock that only goes on.
        answered: When the answer was ready; 0 where there is none.
        refused: The code of the refusal, "" where it got what it wanted.
    """

    address: str
    what: What
    at: float
    answered: float = 0.0
    refused: str = ""


class Sightings:
    """What has reached this machine so far."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._all: deque[Sighting] = deque(maxlen=MOST)
        self._listeners: list[Callable[[Sighting], None]] = []

    @property
    def all(self) -> tuple[Sighting, ...]:
        """Those that are kept, the oldest first."""
        return tuple(self._all)

    def note(self, sighting: Sighting) -> None:
        """Note one, and tell who listens."""
        self._all.append(sighting)
        for listener in tuple(self._listeners):
            listener(sighting)

    def subscribe(self, listener: Callable[[Sighting], None]) -> Callable[[], None]:
        """Be called at each; the result ends it."""
        self._listeners.append(listener)

        def end() -> None:
            with suppress(ValueError):
                self._listeners.remove(listener)

        return end
